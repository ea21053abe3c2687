import { formatCount } from "../../format";
import { columnsOfTime } from "../endpointTime";
import { wordsOf } from "../layouts/columnWords";
import { type Check, type Finding, rowsFinding, rowsWhere } from "./check";

/** Whole headers that say how many patients a row stands for, and that it is weighted, without accents. */
const counts =
  /^(count|counts|freq|freqs|frequency|n|n patients|number of patients|no of patients|patients|frequency weight|frequency weights|anzahl|anzahl patienten|haufigkeit|effectif|frecuencia|frequenza|frequencia|aantal|antal)$/;
const weights =
  /^(iptw|ipw|ipcw|sw|weights|fweight|pweight|sampling weight|survey weight|ip weight|stabili[sz]ed weight)$/;

/**
 * A column of whole numbers above 0 that says how many patients each row stands for, or of weights, where each row counts
 * once: a table of counts would be read as so few patients.
 */
export const possibleWeight: Check = (facts) =>
  facts.board.endpoints.flatMap((endpoint) => {
    const used = [...columnsOfTime(endpoint.time), endpoint.event?.column, endpoint.entry];
    if (endpoint.weight !== null) return [];
    return facts.table.columns.flatMap((column): Finding[] => {
      const name = wordsOf(column.name).join(" ");
      const kind = counts.test(name) ? "count" : weights.test(name) ? "sampling" : null;
      if (column.kind !== "number" || kind === null || used.includes(column.name)) return [];
      const valueAt = (row: number) => column.values[row] ?? Number.NaN;
      const all = rowsWhere(facts, (row) => !Number.isNaN(valueAt(row)));
      const fits = all.every((row) => valueAt(row) > 0 && (kind === "sampling" || Number.isInteger(valueAt(row))));
      const differ = new Set(all.map(valueAt)).size;
      // As many different numbers as rows are numbers of patients, and a few small ones classes such as N1 to N3.
      const isClass = name === "n" && Math.max(...all.slice(0, 1000).map(valueAt)) <= 3;
      if (!fits || all.length < 2 || differ < 2 || (kind === "count" && (differ === all.length || isClass))) return [];
      const sum = all.reduce((total, row) => total + valueAt(row), 0);
      const says =
        kind === "count"
          ? `may say how many patients each row stands for: ${formatCount(sum)} in ${formatCount(all.length)} rows`
          : `may weight the ${formatCount(all.length)} rows`;
      return rowsFinding(
        "weight-suspected",
        all,
        () => `“${column.name}” ${says}; in ${endpoint.label} each row counts once.`,
        "If so, let the rows count by it; leave it if it is something else.",
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
