import { formatCount } from "../../../format";
import { atRiskTable } from "../../../survival";
import type { KaplanMeierResult, TimeUnit } from "../../kaplanMeier/result";
import { readAt } from "./readAt";
import { timeText, valueInWords } from "./readingInWords";

/** The figure as a table: for each group and each numbered tick of the axis, what the curve and the table under it say. */
export interface DataTable {
  unit: TimeUnit;
  groups: { level: string; label: string; rows: DataRow[] }[];
}

export interface DataRow {
  time: string;
  survival: string;
  atRisk: string;
  censored: string;
  events: string;
}

export function dataTable(
  result: KaplanMeierResult,
  { numbered, unit, factor }: { numbered: readonly number[]; unit: TimeUnit; factor: number },
): DataTable {
  const read = numbered.map((time) => readAt(result, time));
  const groups = result.groups.map(({ level, label, curve }, index) => {
    const counts = atRiskTable(curve, numbered);
    const rows = numbered.map((time, tick) => ({
      time: timeText(time * factor),
      survival: valueInWords(read[tick][index], curve.survival, result.incidence !== null),
      atRisk: formatCount(counts.nRisk[tick]),
      censored: formatCount(counts.nCensor[tick]),
      events: formatCount(counts.nEvent[tick]),
    }));
    return { level, label, rows };
  });
  return { unit, groups };
}
