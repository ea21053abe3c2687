import { exactProportion } from "../../association";
import { plainSetting } from "../setting";
import type { AlterationsResult, GeneLine } from "./result";

/** For tests: a gene altered in so many of so many tested. */
export const geneLine = (gene: string, altered: number, tested: number, more: Partial<GeneLine> = {}): GeneLine => ({
  gene,
  altered,
  tested,
  ...exactProportion(altered, tested, 0.95),
  classes: [],
  byGroup: [],
  p: Number.NaN,
  q: Number.NaN,
  drawn: null,
  partly: 0,
  column: null,
  cells: { bits: new Uint16Array() },
  ...more,
});

/** For tests: a result in which nothing is that is not given. */
export const alterations = (given: Partial<AlterationsResult>): AlterationsResult => ({
  kind: "alterations",
  endpoint: null,
  setting: plainSetting,
  patients: 0,
  leftOut: [],
  level: 0.95,
  counted: ["truncating", "missense"],
  sources: [],
  genesKnown: 0,
  groupLabel: null,
  groups: [],
  ordered: false,
  genes: [],
  tracks: [],
  sort: "memo",
  pairs: [],
  survival: null,
  notices: [],
  order: { rows: new Int32Array(given.patients ?? 0).map((_, row) => row), group: new Int16Array(given.patients ?? 0) },
  notCounted: { classes: [], alterations: 0 },
  ...given,
});
