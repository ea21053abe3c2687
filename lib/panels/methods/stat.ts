import type { MethodUse } from "./methods";

/** Numbers of a statistic at full precision. */
export interface StatNumbers {
  value?: number;
  lower?: number;
  upper?: number;
  df?: number;
  p?: number;
}

/** What a number is, without the group, reference and time it is of: "hazard ratio", "survival". */
export interface StatIs {
  estimand: string;
  /** The group it is against. */
  reference?: string;
  /** In the unit of the panel. */
  time?: number;
  /** Of the number, where it is not that of the panel. */
  unit?: string;
}

/**
 * One statistic of a panel: how it was had, as it is read, and as it is calculated with. What is shown without its
 * methods does not compile.
 */
export interface Stat {
  methods: readonly [MethodUse, ...MethodUse[]];
  /** As the table beside the figure has it; null where the table has a column for it. */
  text: [name: string, value: string] | null;
  /** As the files have it; null where it is no number. `is` says apart what the words of the quantity hold together. */
  number: ({ quantity: string; group: string; is?: StatIs } & StatNumbers) | null;
  /** Why numbers of it are not known, where any is not: see `panels/whyUnknown.ts`. */
  why?: readonly string[];
  /** Counts of patients that are in its text or follow from it: small ones hold it back. */
  gives?: readonly number[];
}

/** Why numbers read NE, each reason once. */
export const reasonsOf = (stats: readonly Stat[]): string[] => [...new Set(stats.flatMap(({ why }) => why ?? []))];

const hasP = ({ number }: Stat): boolean => number?.p !== undefined && !Number.isNaN(number.p);

/** The methods of statistics, with what holds for several P beside each other. */
export function methodsOf(stats: readonly Stat[]): MethodUse[] {
  const uses = stats.flatMap(({ methods }) => methods);
  const has = (method: MethodUse["id"]) => uses.some(({ id }) => id === method);
  const but = [
    ...(has("pairs") ? ["those of pairs"] : []),
    ...(has("maximallySelected") ? ["those corrected for the search"] : []),
  ];
  return stats.filter(hasP).length > 1 ? [...uses, { id: "multiplicity", but }] : uses;
}

/** The statistics as lines of the files. */
export const numberRows = (stats: readonly Stat[]): (string | number)[][] =>
  stats.flatMap(({ number }) => {
    if (number === null) return [];
    const { quantity, group, value, lower, upper, df, p } = number;
    return [[quantity, group, ...[value, lower, upper, df, p].map((each) => each ?? Number.NaN)]];
  });
