import type { Subjects } from "../subjects";
import { type CutPointOptions, prepareCuts, type Uncuttable } from "./cutPoint";
import { martingaleScores } from "./logRankScores";
import { indexOfLargest, lowSums } from "./splits";

export type ContalOQuigley =
  | { kind: "found"; cut: number; largest: number; events: BridgeTest; eventTimes: BridgeTest }
  | { kind: "undefined"; reason: Uncuttable };

/** The test of the largest |O − E| against a Brownian bridge. */
export interface BridgeTest {
  /** What was counted: events, or distinct event times. */
  count: number;
  variance: number;
  q: number;
  p: number;
}

/**
 * The cut where the log-rank numerator O − E is largest, over all cuts between distinct values (none is too near an
 * end), tested by its size against a Brownian bridge. The paper leaves open whether tied events count once: `events`
 * counts each of them, as survMisc, `eventTimes` their distinct times. Source: Contal and O'Quigley 1999.
 */
export function contalOQuigley(given: Subjects, values: Float64Array, options: CutPointOptions = {}): ContalOQuigley {
  const prepared = prepareCuts(given, values, { ...options, minShare: 0, maxShare: 1 });
  if (prepared.kind === "undefined") return prepared;
  const { subjects, all, order } = prepared;
  const sums = lowSums(all, martingaleScores(subjects, order)).map(Math.abs);
  const best = indexOfLargest(sums);
  const isEvent = (row: number) => subjects.cause[row] === 1;
  const eventTimes = order.times.filter((_, k) =>
    order.order.subarray(order.start[k], order.start[k + 1]).some(isEvent),
  );
  const bridge = (count: number) => bridgeTest(sums[best], count);
  return {
    kind: "found",
    cut: all.cuts[best],
    largest: sums[best],
    events: bridge(order.order.filter(isEvent).length),
    eventTimes: bridge(eventTimes.length),
  };
}

function bridgeTest(largest: number, count: number): BridgeTest {
  let [harmonic, sum] = [0, 0];
  for (let i = 0; i < count; i++) {
    harmonic += 1 / (count - i);
    sum += (1 - harmonic) ** 2;
  }
  const variance = sum / (count - 1);
  const q = largest / Math.sqrt(variance * (count - 1));
  return { count, variance, q, p: bridgeExceeds(q) };
}

/**
 * P that a Brownian bridge exceeds q in absolute value: two forms of one series, either converging fast on its side.
 * Source: Kolmogorov 1933.
 */
function bridgeExceeds(q: number): number {
  let sum = 0;
  if (q < 0.6) {
    for (let j = 1; j <= 20; j++) sum += Math.exp((-((2 * j - 1) ** 2) * Math.PI ** 2) / (8 * q * q));
    return 1 - (Math.sqrt(2 * Math.PI) / q) * sum;
  }
  for (let j = 1; j <= 20; j++) sum += (j % 2 === 1 ? 1 : -1) * Math.exp(-2 * j * j * q * q);
  return Math.min(1, 2 * sum);
}
