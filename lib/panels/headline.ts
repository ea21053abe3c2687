import { capitalized } from "../format";

/** What a panel found, said first: a claim that its numbers carry, and the numbers it rests on. */
export interface Headline {
  claim: string;
  evidence: string;
}

/** A P below this speaks for a difference; at levels of confidence above 95% it is that of the intervals shown. */
export const clearBelow = (level: number): number => Math.min(0.05, 1 - level);

/** Said with every difference that is not clear. */
export const noProof = "That is no proof that there is none.";

/** What groups are by, before a claim about them; names of columns as the file has them stay as they are written. */
export const about = (groupLabel: string | null): string =>
  groupLabel === null ? "" : `${/^[a-z]+( |$)/.test(groupLabel) ? capitalized(groupLabel) : groupLabel}: `;
