import { formatCount, formatLevel, formatMedian } from "../../format";
import { numberRows } from "../methods/stat";
import type { NumberTable, TextTable } from "../report";
import { filterRows, filtersInText } from "../setting";
import type { KaplanMeierResult } from "./result";
import { statsOf } from "./stats";

/** The column beside the figure as one table: a line per group, and one for every other number. */
export function statistics(result: KaplanMeierResult): TextTable {
  const { groups, endpoint, confidence, groupLabel } = result;
  const byGroup = groups.map(({ label, curve, events, median }) => [
    label,
    formatCount(curve.n),
    formatCount(events),
    formatMedian(median, endpoint.unit),
  ]);
  const lines = statsOf(result).flatMap(({ text }) => (text ? [[text[0], "", "", text[1]]] : []));
  return {
    caption: `${endpoint.label}${groupLabel === null ? "" : ` by ${groupLabel}`}.${filtersInText(result)}`,
    header: ["Group", "n", "Events", `Median, ${endpoint.unit} (${formatLevel(confidence.level)} CI)`],
    rows: [...byGroup, ...lines],
  };
}

/** Every number beside the figure, one a line, at full precision. */
export const numbers = (result: KaplanMeierResult): NumberTable => ({
  header: ["quantity", "group", "value", "lower", "upper", "df", "p"],
  rows: [...numberRows(statsOf(result)), ...filterRows(result, 7)],
});
