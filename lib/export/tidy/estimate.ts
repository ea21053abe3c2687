import type { Stat } from "../../panels/methods/stat";
import { shortName } from "./shortName";

/** One number with all that it is of: a line of the tidy table. NaN and "" where there is none. */
export interface Estimate {
  endpoint: string;
  /** The small figure: "sex: f"; "" of all patients. */
  subgroup: string;
  /** Of several competing ones, or the characteristic or gene it is about. */
  cause: string;
  estimand: string;
  group: string;
  reference: string;
  time: number;
  /** Of the time, and of an estimate that is a time or a rate. */
  unit: string;
  estimate: number;
  lower: number;
  upper: number;
  /** Of confidence, where there are limits. */
  level: number;
  p: number;
  df: number;
  method: string;
}

type Of = Pick<Estimate, "endpoint" | "unit" | "level"> & Partial<Pick<Estimate, "subgroup" | "cause">>;

/** A line with what is known of it. */
export function estimate(of: Of, known: Partial<Estimate> & Pick<Estimate, "estimand" | "method">): Estimate {
  const none = Number.NaN;
  const all = {
    subgroup: "",
    cause: "",
    group: "",
    reference: "",
    time: none,
    estimate: none,
    lower: none,
    upper: none,
    p: none,
    df: none,
    ...of,
    ...known,
  };
  return { ...all, level: Number.isNaN(all.lower) && Number.isNaN(all.upper) ? none : of.level };
}

/** The numbers of statistics as lines. */
export const estimatesOfStats = (stats: readonly Stat[], of: Of): Estimate[] =>
  stats.flatMap(({ number, methods }) => {
    if (number === null) return [];
    const { quantity, group, is, value, ...limits } = number;
    return [
      estimate(of, {
        estimand: is?.estimand ?? quantity,
        group,
        reference: is?.reference ?? "",
        time: is?.time ?? Number.NaN,
        ...(is?.unit ? { unit: is.unit } : {}),
        estimate: value ?? Number.NaN,
        lower: limits.lower ?? Number.NaN,
        upper: limits.upper ?? Number.NaN,
        p: limits.p ?? Number.NaN,
        df: limits.df ?? Number.NaN,
        method: methods.map(shortName).find((name) => name !== "") ?? "",
      }),
    ];
  });
