import type { FilterView } from "../../lib/cohort/filters";

export type ValuesView = FilterView & { kind: "values" };
export type RangeView = FilterView & { kind: "range" };
