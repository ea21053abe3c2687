import * as z from "zod";
import { failed, ok, problem, type Result } from "../result";
import { type Score, scoreSchema } from "./score";

const scoreFileSchema = z.strictObject({ meierboardScore: z.literal(1), score: scoreSchema });

/** A score as a file of its own, to be shared: no data, no cohort. */
export const writeScore = (score: Score): string =>
  `${JSON.stringify({ meierboardScore: 1, score: { ...score, endpoint: null } }, null, 2)}\n`;

export const looksLikeScore = (text: string): boolean => /^\s*\{\s*"meierboardScore"\s*:/.test(text.slice(0, 200));

export function readScore(text: string): Result<Score> {
  try {
    const parsed = scoreFileSchema.safeParse(JSON.parse(text));
    if (parsed.success) return ok(parsed.data.score);
    const [first] = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    return refuse(`The score file is not as expected: ${first}.`);
  } catch {
    return refuse("The score file is not valid JSON.");
  }
}

const refuse = (message: string) =>
  failed<Score>(problem("score-invalid", message, "Open a score that was saved by Meierboard."));
