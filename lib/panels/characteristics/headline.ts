import { counted, formatCount, listed, numberInWords } from "../../format";
import type { Headline } from "../headline";
import { type CharacteristicsResult, noteworthy } from "./result";

/** How many patients are in each group, and in how much these differ. */
export function headline({ columns, rows, apart, patients }: CharacteristicsResult): Headline | null {
  const groups = columns.slice(1);
  const compared = rows.filter(({ difference }) => difference !== null).length;
  if (groups.length < 2 || compared === 0) return { claim: `${counted(patients, "patient")}.`, evidence: "" };
  const sizes = listed(groups.map(({ label, patients: size }) => `${label} ${size}`));
  return {
    claim:
      apart.length === 0
        ? `The groups are alike in all ${counted(compared, "characteristic")} compared.`
        : `The groups differ in ${formatCount(apart.length)} of ${counted(compared, "characteristic")}.`,
    evidence: `${sizes} patients; alike: a standardized difference of at most ${numberInWords(noteworthy)}.`,
  };
}
