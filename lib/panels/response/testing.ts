import { plainSetting } from "../setting";
import type { ResponsePatient, ResponseResult } from "./result";

type Lane = NonNullable<ResponsePatient["lane"]>;

/** For tests: a patient of whom nothing is known that is not given; `number` counts from 1. */
export const patient = (number: number, given: Partial<ResponsePatient> = {}): ResponsePatient => ({
  row: number,
  number,
  group: 0,
  size: 1,
  category: 4,
  change: Number.NaN,
  lasted: -1,
  color: given.category ?? 4,
  strip: -1,
  lane: null,
  series: [],
  sums: { baseline: Number.NaN, nadir: Number.NaN },
  ...given,
});

/** For tests: a lane of so long, without anything on it that is not given. */
export const lane = (length: number, given: Partial<Lane> = {}): Lane => ({
  length,
  dead: false,
  progression: Number.NaN,
  response: Number.NaN,
  courses: [],
  markers: [],
  ...given,
});

/** For tests: a result of one group with these patients. */
export const responses = (each: ResponsePatient[], given: Partial<ResponseResult> = {}): ResponseResult => ({
  kind: "response",
  endpoint: null,
  progression: null,
  groupLabel: null,
  ordered: false,
  emptyGroups: [],
  groups: [
    {
      level: "",
      label: "All patients",
      color: null,
      n: each.length,
      of: each.length,
      rates: [],
      categories: [0, 1, 2, 3, 4].map((category) => each.filter((one) => one.category === category).length),
      stable: { lasted: 0, unknown: 0 },
      measured: each.filter(({ change }) => !Number.isNaN(change)).length,
      smaller: each.filter(({ change }) => change < 0).length,
    },
  ],
  responseLabel: "Best response",
  patients: each.length,
  measured: each.filter(({ change }) => !Number.isNaN(change)).length,
  changes: { from: "column", label: "change", fractions: false, turned: false, scaleSaid: false },
  measurements: null,
  denominator: "all",
  benefit: null,
  comparison: null,
  duration: null,
  level: 0.95,
  unit: "months",
  origin: "start of therapy",
  each,
  color: null,
  strip: null,
  courseStates: [],
  markerStates: [],
  marked: [],
  words: [],
  blank: { count: 0, as: "NE" },
  guard: null,
  setting: plainSetting,
  sampled: false,
  leftOut: [],
  notices: [],
  ...given,
});
