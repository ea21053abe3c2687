import { hasRecurrentEvents } from "../patients";
import { type Answer, answer, type Unfitted, unfitted } from "../reason";
import type { Subjects } from "../subjects";
import { type TimeOrder, timeOrder } from "../timeOrder";
import { type RiskSets, riskSets } from "./riskSets";

/** The rows of an analysis in risk sets, and what they were made from (columns by input row). */
export interface CoxRows {
  inputRows: number;
  /**
   * Rows used, subjects when weights are counts, or patients where rows say whose they are; and the events among them.
   */
  n: number;
  events: number;
  dropped: DroppedRows;
  sets: RiskSets;
  /** Rows used by ascending time (repeated where a row was resampled or replicated) and where time and entry lie. */
  order: Uint32Array;
  ticks: TimeOrder;
  event: Uint8Array;
  cause: Uint8Array;
  entry: Float64Array | null;
  weight: Float64Array | null;
  /** A weight stands for so many equal subjects. */
  countWeights: boolean;
  strata: Int32Array | null;
  cluster: Int32Array | null;
  patient: Int32Array | null;
  /** Clusters or sampling weights: the usual variance does not hold, and the likelihood is not one. */
  robustByDefault: boolean;
}

/** Rows not used: group −1; a value missing that the analysis needs; an entry not before the time. */
export interface DroppedRows {
  excluded: number;
  missing: number;
  emptyInterval: number;
}

export interface RowOptions {
  /** The cause that is the event, 1. */
  event?: number;
  /** Turn count weights into repeated rows. */
  replicate?: boolean;
  /** The time order of the same `time` and `entry`, when it is known already. */
  order?: TimeOrder;
}

/** Chooses the rows (of those `usable`), orders them and builds the risk sets. */
export function prepareRows(input: Subjects, usable: Uint8Array, options: RowOptions = {}): Answer<CoxRows> {
  const { event: cause = 1, replicate = false } = options;
  const countWeights = input.weight !== undefined && input.weightKind !== "sampling";
  const { keep, dropped } = selectRows(input, usable);
  const invalid = invalidWeights(input, keep);
  if (invalid) return unfitted(invalid);
  const ticks = options.order ?? timeOrder(maskedTime(input.time, keep), input.entry);
  const order = keep.includes(0) ? ticks.order.filter((row) => keep[row] === 1) : ticks.order;
  dropped.emptyInterval = keep.length - dropped.excluded - dropped.missing - order.length;
  if (order.length === 0) return unfitted({ reason: "noSubjects" });
  // As R: rows of a patient with one event at most need no robust variance, and keep their likelihood.
  const cluster = input.cluster ?? (hasRecurrentEvents(input, cause) ? input.patient : undefined);
  const event = new Uint8Array(input.time.length);
  for (let row = 0; row < event.length; row++) event[row] = input.cause[row] === cause ? 1 : 0;
  return answer(
    arrangeRows({
      inputRows: input.time.length,
      dropped,
      ticks,
      event,
      cause: input.cause,
      entry: input.entry ?? null,
      order: replicate && countWeights ? repeatRows(order, input.weight!) : order,
      weight: replicate && countWeights ? null : (input.weight ?? null),
      countWeights: countWeights && !replicate,
      strata: input.strata ?? null,
      cluster: cluster ?? null,
      patient: input.patient ?? null,
      robustByDefault: cluster !== undefined || (input.weight !== undefined && !countWeights),
    }),
  );
}

/** The same analysis on other rows, e.g. a bootstrap sample; `order` must be by ascending time. */
export const withOrder = (data: CoxRows, order: Uint32Array): CoxRows => arrangeRows({ ...data, order });

function arrangeRows(parts: Omit<CoxRows, "sets" | "n" | "events">): CoxRows {
  const sets = riskSets(parts);
  return { ...parts, n: subjectsIn(parts, sets), events: sum(sets.steps), sets };
}

function subjectsIn({ patient, countWeights }: Pick<CoxRows, "patient" | "countWeights">, sets: RiskSets): number {
  if (patient) return new Set(Array.from(sets.rows, (row) => patient[row])).size;
  return countWeights ? sum(sets.weight) : sets.rows.length;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

function selectRows({ time, entry, weight, strata, cluster, patient, group }: Subjects, usable: Uint8Array) {
  const n = time.length;
  const keep = new Uint8Array(n);
  const dropped: DroppedRows = { excluded: 0, missing: 0, emptyInterval: 0 };
  for (let row = 0; row < n; row++) {
    if (group && group[row] < 0) dropped.excluded++;
    else if (
      usable[row] === 0 ||
      !Number.isFinite(time[row]) ||
      (entry && Number.isNaN(entry[row])) ||
      (weight && !Number.isFinite(weight[row])) ||
      (strata && strata[row] < 0) ||
      (cluster && cluster[row] < 0) ||
      (patient && patient[row] < 0)
    )
      dropped.missing++;
    else keep[row] = 1;
  }
  return { keep, dropped };
}

function invalidWeights({ weight, weightKind: kind = "count" }: Subjects, keep: Uint8Array): Unfitted | null {
  if (!weight) return null;
  const rows: number[] = [];
  for (let row = 0; row < weight.length; row++)
    if (keep[row] && (!(weight[row] > 0) || (kind === "count" && !Number.isInteger(weight[row])))) rows.push(row + 1);
  return rows.length === 0 ? null : { reason: "weightInvalid", kind, rows };
}

const maskedTime = (time: Float64Array, keep: Uint8Array): Float64Array =>
  keep.includes(0) ? time.map((t, row) => (keep[row] ? t : Number.NaN)) : time;

function repeatRows(order: Uint32Array, weight: Float64Array): Uint32Array {
  const repeated = new Uint32Array(order.reduce((sum, row) => sum + weight[row], 0));
  let at = 0;
  for (const row of order) for (let k = 0; k < weight[row]; k++) repeated[at++] = row;
  return repeated;
}

/** The highest code among `rows`. */
export function highestCode(codes: Int32Array, rows: Uint32Array): number {
  let highest = -1;
  for (const row of rows) if (codes[row] > highest) highest = codes[row];
  return highest;
}
