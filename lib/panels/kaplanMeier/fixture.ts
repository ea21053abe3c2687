import type { TimeUnit } from "../../board/board";
import { endpointWords } from "../../cohort/endpointWords";
import { nth } from "../../numeric/nth";
import { estimateAndTest, quantile } from "../../survival";
import { plainSetting } from "../setting";
import type { KaplanMeierResult } from "./result";

export interface FixtureGroup {
  label: string;
  time: number[];
  event: number[];
}

/** For tests: the result of given times and events, by the real estimators. */
export function fixture(
  groups: FixtureGroup[],
  { unit = "months", ordered = false }: { unit?: TimeUnit; ordered?: boolean } = {},
): KaplanMeierResult {
  const time = Float64Array.from(groups.flatMap((each) => each.time));
  const cause = Uint8Array.from(groups.flatMap((each) => each.event));
  const group = Int16Array.from(groups.flatMap((each, index) => each.time.map(() => index)));
  const { curves, test } = estimateAndTest({ time, cause, group, groupCount: groups.length });
  const confidence = { type: "log-log", level: 0.95 } as const;
  return {
    kind: "kaplanMeier",
    endpoint: {
      id: "os",
      label: "Overall survival",
      unit,
      origin: "start of therapy",
      definition: "",
      cutoff: null,
      words: endpointWords({ label: "Overall survival" }),
    },
    groupLabel: groups.length > 1 ? "arm" : null,
    ordered,
    groups: groups.map(({ label }, place) => ({
      level: label,
      label,
      color: null,
      place,
      curve: nth(curves, place),
      events: nth(curves, place).events,
      sample: null,
      median: quantile(nth(curves, place), 0.5, confidence),
    })),
    places: groups.length,
    emptyGroups: [],
    test: groups.length > 1 ? test : null,
    patients: time.length,
    events: cause.reduce((sum, value) => sum + value, 0),
    confidence,
    comparisons: null,
    permutation: null,
    medians: null,
    cut: null,
    reference: 0,
    atTimes: [],
    restrictedMeans: null,
    givenAlive: null,
    setting: plainSetting,
    notices: [],
    multiples: null,
    second: null,
    leftOut: [],
    thinned: false,
    preview: false,
    warnings: [],
  };
}

/** For tests: `count` reproducible patients with exponential times of the given median, followed for at most `most`. */
export function simulated(label: string, count: number, median: number, most: number, seed = 1): FixtureGroup {
  let state = seed * 2654435761;
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) | 0;
    return ((state >>> 0) % 1_000_003) / 1_000_003;
  };
  const ends = Array.from({ length: count }, () => {
    const death = (-Math.log(1 - random()) / Math.LN2) * median;
    const followed = most * (0.25 + 0.75 * random());
    return { time: Math.round(Math.min(death, followed) * 1000) / 1000, event: death <= followed ? 1 : 0 };
  });
  return { label, time: ends.map(({ time }) => time), event: ends.map(({ event }) => event) };
}

/** For tests: acute myelogenous leukemia, `survival::aml` of R, taken as months. */
export const aml = fixture([
  { label: "Maintained", time: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], event: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0] },
  {
    label: "Nonmaintained",
    time: [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
    event: [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
  },
]);
