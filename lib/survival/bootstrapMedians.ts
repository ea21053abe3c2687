import { type Random, seededRandom } from "../numeric/random";
import type { ReasonOf } from "./reason";
import { groupCountOf, isSampled, type Subjects } from "./subjects";
import { TIE_TOLERANCE } from "./tieTolerance";
import { type TickOrder, timeOrder } from "./timeOrder";

export interface BootstrapOptions {
  /** The endpoint's time order, where it is known already. */
  order?: TickOrder;
  /** How many resamples of each group; 2,000 when not given. */
  count?: number;
  /** The same seed gives the same medians; 1 when not given. */
  seed?: number;
}

export type ResampledMedians =
  /** One column a group, in group order: the median of each resample, ∞ where its curve does not fall to 50%. */
  | { kind: "drawn"; medians: Float64Array[] }
  | { kind: "undefined"; reason: ReasonOf<"samplingWeights" | "severalRows" | "delayedEntry"> };

/**
 * Medians of resamples: as many patients of each group as it has, drawn from them with replacement (each of those a
 * count weight stands for), and the median of their Kaplan–Meier curve, which equals that of `quantile`. Of an empty
 * group all are ∞. The order of the rows does not matter. Undefined with sampling weights, rows that are intervals of patients, and delayed entry, where a
 * resample can lack whoever was at risk first. Source: Efron 1981.
 */
export function bootstrapMedians(
  subjects: Subjects,
  { order, count = 2000, seed = 1 }: BootstrapOptions = {},
): ResampledMedians {
  if (isSampled(subjects)) return { kind: "undefined", reason: "samplingWeights" };
  if (subjects.patient) return { kind: "undefined", reason: "severalRows" };
  if (subjects.entry) return { kind: "undefined", reason: "delayedEntry" };
  const random = seededRandom(seed);
  const medians = patientsOf(subjects, order ?? timeOrder(subjects.time)).map((patients) => {
    const codes = patients.codes.sort();
    const counts = new Uint32Array(2 * patients.times.length);
    return Float64Array.from({ length: count }, () => medianOfDrawn(patients, counts, () => drawn(codes, random)));
  });
  return { kind: "drawn", medians };
}

const drawn = (codes: Uint32Array, random: Random) => Math.floor(random() * codes.length);

/** The patients of one group: of each twice the place of its time among `times`, and one more with the event. */
export interface Drawable {
  times: Float64Array;
  codes: Uint32Array;
}

/** Of each group its patients in the order of their rows, a row as often as its count weight says. */
export function patientsOf({ cause, group, weight, ...subjects }: Subjects, { order, start, times }: TickOrder) {
  const tick = new Uint32Array(cause.length).fill(times.length);
  for (let k = 0; k < times.length; k++) for (let i = start[k]; i < start[k + 1]; i++) tick[order[i]] = k;
  const codes = Array.from({ length: groupCountOf({ cause, group, weight, ...subjects }) }, (): number[] => []);
  for (let row = 0; row < cause.length; row++) {
    const own = codes[group ? group[row] : 0];
    if (own === undefined || tick[row] === times.length) continue;
    for (let each = weight ? weight[row] : 1; each > 0; each--) own.push(2 * tick[row] + (cause[row] === 1 ? 1 : 0));
  }
  return codes.map((own): Drawable => ({ times, codes: Uint32Array.from(own) }));
}

/**
 * The median of as many patients as there are, each the place `draw` gives among them; ∞ where the curve does not fall
 * to 50%. Counted by time, so that nothing is sorted. `counts` is a buffer of twice as many as there are times.
 */
export function medianOfDrawn({ times, codes }: Drawable, counts: Uint32Array, draw: (i: number) => number): number {
  counts.fill(0);
  for (let i = 0; i < codes.length; i++) counts[codes[draw(i)]]++;
  let risk = codes.length;
  let survival = 1;
  let flatFrom = Number.NaN;
  for (let k = 0; k < times.length && risk > 0; k++) {
    const events = counts[2 * k + 1];
    if (events > 0) {
      if (!Number.isNaN(flatFrom)) return (flatFrom + times[k]) / 2;
      survival *= (risk - events) / risk;
      if (survival < 0.5 + TIE_TOLERANCE) {
        if (Math.abs(survival - 0.5) >= TIE_TOLERANCE) return times[k];
        flatFrom = times[k];
      }
    }
    risk -= events + counts[2 * k];
  }
  return Number.isNaN(flatFrom) ? Number.POSITIVE_INFINITY : flatFrom;
}
