import type { TimeUnit } from "../../../board/board";
import { formatCount } from "../../../format";
import { nth } from "../../../numeric/nth";
import { atRiskTable } from "../../../survival";
import { curveId, type Drawn } from "../drawn";
import { readAt } from "./readAt";
import { timeText, valueInWords } from "./readingInWords";

/**
 * The figure as a table: for each curve and each numbered tick of the axis, what the curve and the table under it say.
 */
export interface DataTable {
  unit: TimeUnit;
  curves: { id: string; label: string; rows: DataRow[] }[];
}

export interface DataRow {
  time: string;
  value: string;
  atRisk: string;
  censored: string;
  events: string;
}

export function dataTable(
  drawn: Drawn,
  { numbered, unit, factor }: { numbered: readonly number[]; unit: TimeUnit; factor: number },
): DataTable {
  const read = numbered.map((time) => readAt(drawn, time));
  const curves = drawn.curves.map((curve, index) => {
    const counts = atRiskTable(curve.counts, numbered);
    const rows = numbered.map((time, tick) => ({
      time: timeText(time * factor),
      value: valueInWords(drawn, nth(nth(read, tick), index)),
      atRisk: formatCount(nth(counts.nRisk, tick)),
      censored: formatCount(nth(counts.nCensor, tick)),
      events: formatCount(nth(counts.nEvent, tick)),
    }));
    return { id: curveId(curve.key), label: curve.label, rows };
  });
  return { unit, curves };
}
