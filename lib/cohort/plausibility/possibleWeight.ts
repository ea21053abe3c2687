import { counted, formatCount } from "../../format";
import { columnsOfTime } from "../endpointTime";
import { wordsOf } from "../layouts/columnWords";
import { type Check, type Finding, rowsFinding, rowsWhere } from "./check";

/** Whole headers that say how many patients a row stands for, and that it is weighted, without accents. */
const counts =
  /^(count|counts|freq|freqs|frequency|n|n patients|number of patients|no of patients|patients|frequency weight|frequency weights|anzahl|anzahl patienten|haufigkeit|effectif|frecuencia|frequenza|frequencia|aantal|antal)$/;
const weights =
  /^(iptw|ipw|ipcw|sw|weights|fweight|pweight|sampling weight|survey weight|ip weight|stabili[sz]ed weight)$/;

/** What a column of numbers may say of its rows by its name: how many patients each stands for, or its weight. */
export function weightByName(name: string): "count" | "sampling" | null {
  const words = wordsOf(name).join(" ");
  return counts.test(words) ? "count" : weights.test(words) ? "sampling" : null;
}

/** Of ten rows so many have a whole number above 0 in a column of counts: a few zeros or slips make it none of another kind. */
const mostCount = 0.9;

/** Longer tables in which each number is another one have numbers of patients in a column “n”, not counts. */
const mostDifferent = 20;

/**
 * A column of whole numbers above 0 that says how many patients each row stands for, or of weights, where each row counts
 * once: a table of counts would be read as so few patients.
 */
export const possibleWeight: Check = (facts) =>
  facts.board.endpoints.flatMap((endpoint) => {
    const used = [...columnsOfTime(endpoint.time), endpoint.event?.column, endpoint.entry];
    if (endpoint.weight !== null) return [];
    return facts.table.columns.flatMap((column): Finding[] => {
      const kind = weightByName(column.name);
      if (column.kind !== "number" || kind === null || used.includes(column.name)) return [];
      const valueAt = (row: number) => column.values[row] ?? Number.NaN;
      const all = rowsWhere(facts, (row) => !Number.isNaN(valueAt(row)));
      const isCount = (row: number) => valueAt(row) > 0 && Number.isInteger(valueAt(row));
      const good = kind === "sampling" ? all.filter((row) => valueAt(row) > 0) : all.filter(isCount);
      const fits = kind === "sampling" ? good.length === all.length : good.length >= mostCount * all.length;
      const differ = new Set(all.map(valueAt)).size;
      // Where each is another number, they may number rows or patients; a few small ones are classes such as N1 to N3.
      const isNumbered =
        differ === all.length &&
        (all.length > mostDifferent || all.every((row, place) => valueAt(row) === valueAt(all[0] ?? 0) + place));
      const isClass = Math.max(...all.slice(0, 1000).map(valueAt)) <= 3;
      const isOther = kind === "count" && (isNumbered || (/^n$/i.test(column.name) && isClass));
      if (!fits || all.length < 2 || differ < 2 || isOther) return [];
      const sum = good.reduce((total, row) => total + valueAt(row), 0);
      const bad = all.length - good.length;
      const says =
        kind === "count"
          ? `may say how many patients each row stands for: ${formatCount(sum)} in ${formatCount(all.length)} rows`
          : `may weight the ${formatCount(all.length)} rows`;
      return rowsFinding(
        "weight-suspected",
        all,
        () => `“${column.name}” ${says}; in ${endpoint.label} each row counts once.`,
        bad === 0
          ? "If so, let the rows count by it; leave it if it is something else."
          : `If so, let the rows count by it: ${counted(bad, "row")} with another number than 1, 2, 3 … would stand for nobody. Leave it if it is something else.`,
        {
          columns: [column.name],
          remedies: [
            {
              label: `Count the rows of ${endpoint.label} by “${column.name}”`,
              endpoint: endpoint.id,
              change: { weight: { column: column.name, kind } },
            },
          ],
        },
      );
    });
  });
