import type { PanelOf } from "../../board/panelForms/registry";
import { responseCategories } from "../../cohort/responseMeaning";
import type { PanelKind, PanelPart } from "../panelKind";
import type { Prepared } from "../prepared";
import { analyzeResponse } from "./analyze";
import type { RateId, ResponseResult } from "./result";
import { titleOf } from "./title";

/** How the tumors responded. */
export const responseKind: PanelKind<PanelOf<"response">, ResponseResult> = {
  title: ({ group, response, change, measurements }, { variables }) =>
    titleOf({
      groupLabel: group && variables.label(group),
      responseLabel: response === null && (change ?? measurements) !== null ? null : response,
    }),
  analyze: analyzeResponse,
  rows: () => null,
  part,
  data: () => [],
  columns: () => [],
};

/**
 * The rows behind a count: a group (null: all) and a category, a rate, or "measured", "smaller" and "unmeasured"; or of one
 * patient, as "row" and its number.
 */
function part(prepared: Prepared, panel: PanelOf<"response">, [level = null, what = null, own = null]: PanelPart) {
  const outcome = analyzeResponse(prepared, panel, true);
  if (outcome.state !== "ready") return null;
  const { result } = outcome;
  const columns = [panel.response, panel.change?.column ?? null, groupColumn(panel)].filter((name) => name !== null);
  if (what === "row") return { rows: [Number(own) - 1], columns };
  const place = level === null ? null : result.groups.findIndex((group) => group.level === level);
  const rows = result.each
    .filter((patient) => (place === null || patient.group === place) && isOf(what, patient))
    .map(({ row }) => row - 1);
  return { rows, columns };
}

const inRate: Record<Exclude<RateId, "CBR">, readonly string[]> = { ORR: ["CR", "PR"], DCR: ["CR", "PR", "SD"] };

function isOf(what: string | null, { category, change, lasted }: ResponseResult["each"][number]): boolean {
  const word = responseCategories[category] ?? "";
  if (what === null) return true;
  if (what === "measured") return !Number.isNaN(change);
  if (what === "unmeasured") return Number.isNaN(change);
  if (what === "smaller") return change < 0;
  if (what === "CBR") return inRate.ORR.includes(word) || (word === "SD" && lasted === 1);
  return what === "ORR" || what === "DCR" ? inRate[what].includes(word) : word === what;
}

const groupColumn = ({ group }: PanelOf<"response">) => (group !== null && "column" in group ? group.column : null);
