import type { PanelOf } from "../../board/panelForms/registry";
import { titleByGroup } from "../grouped";
import type { PanelKind } from "../panelKind";
import { analyzeSubgroups } from "./analyze";
import type { SubgroupsResult } from "./result";

/** The hazard ratio of two groups within the levels of other columns. */
export const subgroupsKind: PanelKind<PanelOf<"subgroups">, SubgroupsResult> = {
  title: (panel, prepared) => titleByGroup(panel, prepared, ({ label }) => `${label} in subgroups`),
  analyze: analyzeSubgroups,
  rows: () => null,
  part: () => null,
  data: () => [],
  columns: () => [],
};
