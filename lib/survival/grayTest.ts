import { chiSquareUpperLog } from "../numeric/chiSquare";
import { inverseQuadraticForm } from "../numeric/linearAlgebra";
import { asAnyEvent, asCause, causesIn } from "./cumulativeIncidence";
import { type EventTable, eventTable } from "./eventTable";
import { addGraySums, emptyGraySums, grayVariance } from "./graySums";
import type { EstimateOptions } from "./kaplanMeier";
import { ordersOf, type Untestable } from "./logRank";
import type { ReasonOf } from "./reason";
import { groupCountOf, isSampled, type Subjects } from "./subjects";
import { prepareSweep, type Sweep } from "./sweep";
import { timeOrder } from "./timeOrder";

export type GrayOutcome =
  | { kind: "tested"; groupsUsed: number[]; chiSquare: number; df: number; p: number; logP: number }
  | { kind: "undefined"; reason: Untestable | ReasonOf<"delayedEntry"> };

export type GrayResult = { cause: number } & GrayOutcome;

export interface GrayOptions extends EstimateOptions {
  /** Power of the weight (1 − F)^rho; 0 when not given. */
  rho?: number;
}

/**
 * Gray's test that the cumulative incidence of a cause is the same in all groups, one result per cause that occurs,
 * stratified where `strata` are given, with count weights as on replicated rows. Groups without rows take no part. It
 * is not defined with delayed entry or sampling weights. Equals `cmprsk::cuminc(…)$Tests`. Source: Gray 1988.
 */
export function grayTest(subjects: Subjects, { rho = 0, ...options }: GrayOptions = {}): GrayResult[] {
  const order = options.order ?? timeOrder(subjects.time, subjects.entry);
  const grouped = { ...subjects, groupCount: groupCountOf(subjects) };
  return causesIn(subjects, order.order).map((cause) => {
    if (order.entry) return { cause, kind: "undefined", reason: "delayedEntry" };
    if (isSampled(subjects)) return { cause, kind: "undefined", reason: "samplingWeights" };
    const strata = ordersOf(grouped, order).map((stratum) => {
      const any = prepareSweep(grouped, stratum, { endings: asAnyEvent });
      return { any, own: eventTable(prepareSweep(grouped, stratum, { endings: asCause(cause) })) };
    });
    return { cause, ...outcomeOf(strata, rho) };
  });
}

function outcomeOf(strata: { any: Sweep; own: EventTable }[], rho: number): GrayOutcome {
  const groups = strata[0]?.any.groups ?? 0;
  const groupsUsed = Array.from({ length: groups }, (_, g) => g).filter((g) =>
    strata.some(({ any }) => any.atStart[g + 1] > 0),
  );
  if (groupsUsed.length < 2) return { kind: "undefined", reason: groupsUsed.length === 0 ? "noSubjects" : "oneGroup" };
  const df = groupsUsed.length - 1;
  const score = new Float64Array(df);
  const variance = new Float64Array(df * df);
  for (const { any, own } of strata) {
    const sums = emptyGraySums(groupsUsed.length);
    addGraySums(sums, eventTable(any), own, groupsUsed, rho);
    const part = grayVariance(sums);
    for (let i = 0; i < df; i++) score[i] += sums.score[i];
    for (let i = 0; i < df * df; i++) variance[i] += part[i];
  }
  const form = inverseQuadraticForm(variance, score);
  if (form.rank < df) return { kind: "undefined", reason: "noVariance" };
  const logP = chiSquareUpperLog(form.value, df);
  return { kind: "tested", groupsUsed, chiSquare: form.value, df, p: Math.exp(logP), logP };
}
