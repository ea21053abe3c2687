import { inSentence, listedUpTo, numberInWords } from "../../format";
import { type Problem, problem } from "../../result";
import type { CharacteristicRow } from "./result";
import { noteworthy } from "./result";

const mostNamed = 5;

/** Rows that are not shown: one notice of all that share a reason. */
export function unusableInWords(problems: readonly Problem[]): Problem[] {
  const codes = [...new Set(problems.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const same = problems.filter((each) => each.code === code);
    const [first] = same;
    return first ? [problem(code, same.map(({ message }) => message).join(" "), first.hint)] : [];
  });
}

/** "The groups differ in LDH, albumin and primary site (standardized difference above 0.2).", or nothing. */
export function warningOf(apart: readonly CharacteristicRow[], randomized: boolean): Problem | null {
  if (apart.length === 0) return null;
  const names = apart.map(({ label }) => inSentence(label));
  const hint = randomized
    ? "They were assigned at random, so this is chance; it may still bear on survival."
    : "A difference in survival may come from these.";
  const message = `The groups differ in ${listedUpTo(mostNamed, names)} (standardized difference above ${numberInWords(noteworthy)}).`;
  return problem("groups-apart", message, hint);
}
