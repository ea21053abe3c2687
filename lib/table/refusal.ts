import { type Problem, problem } from "../result";
import type { ReadingChoice } from "./table";

/** Why a file is not read, where reading it in another way may help: each choice is such a way. */
export interface Refusal extends Problem {
  choices: ReadingChoice[];
}

export const refusal = (
  code: string,
  message: string,
  hint: string,
  choices: ReadingChoice[],
  rows?: number[],
): Refusal => ({ ...problem(code, message, hint, rows), choices });

export const isRefusal = (reason: Problem): reason is Refusal => "choices" in reason;
