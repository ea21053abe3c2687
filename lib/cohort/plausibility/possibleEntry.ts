import { counted } from "../../format";
import { findColumn } from "../columns";
import { endpointData } from "../endpoint";
import { unitOf, wordsOf } from "../layouts/columnWords";
import { type Check, type Finding, rowsFinding, rowsWhere } from "./check";

const entryWords = new Set("entry enter entered entrytime truncation trunc delayed eintritt entree".split(" "));
const otherWords = new Set("age date id form data criteria year study number no alter".split(" "));

const isEntry = (name: string) => {
  const words = wordsOf(name);
  return words.some((word) => entryWords.has(word)) && !words.some((word) => otherWords.has(word));
};

/**
 * A column of times named like an entry that lies before the end of nearly every patient, while the endpoint counts
 * everybody from time zero: patients would be at risk before anybody observed them.
 */
export const possibleEntry: Check = (facts) =>
  facts.board.endpoints.flatMap((endpoint): Finding[] => {
    if (endpoint.entry !== null || endpoint.time.from !== "column") return [];
    const data = endpointData(facts.table, endpoint);
    if (!data.ok) return [];
    const { time, reason } = data.value;
    return facts.table.columns.flatMap(({ name }) => {
      const column = isEntry(name) ? findColumn(facts.table, name) : undefined;
      if (column?.kind !== "number") return [];
      const { values } = column;
      const both = rowsWhere(facts, (row) => reason[row] === 0 && !Number.isNaN(values[row] ?? Number.NaN));
      const valueAt = (row: number) => values[row] ?? Number.NaN;
      const before = both.filter((row) => valueAt(row) >= 0 && valueAt(row) < (time[row] ?? Number.NaN));
      if (both.length < 5 || before.length < 0.95 * both.length || !both.some((row) => valueAt(row) > 0)) return [];
      return rowsFinding(
        "entry-suspected",
        before,
        (count) =>
          `“${name}” may be when patients came under observation: it lies before the end of ${endpoint.label} in ${counted(count, "patient")}.`,
        "If so, they must not count as at risk before it. Set it as delayed entry, or leave it if it is something else.",
        {
          columns: [name],
          remedies: [
            {
              label: `Count ${endpoint.label} from “${name}” on`,
              endpoint: endpoint.id,
              change: { entry: name, entryUnit: unitOf(name) },
            },
          ],
        },
      );
    });
  });
