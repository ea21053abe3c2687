import type { Endpoint } from "../../board/board";
import { counted, formatCount } from "../../format";
import { findColumn } from "../columns";
import { endpointData } from "../endpoint";
import { columnsOfTime } from "../endpointTime";
import { unitOf, wordsOf } from "../layouts/columnWords";
import { type Check, type Facts, type Finding, rowsFinding, rowsWhere } from "./check";

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
export const possibleEntry: Check = (facts) => [
  ...facts.board.endpoints.flatMap((endpoint) => observedLater(facts, endpoint)),
  ...entryTimes(facts),
];

const observedWords = new Set(
  "enrolment enrollment enrolled inclusion included registration registered consent sequencing sequenced report einschluss".split(
    " ",
  ),
);
/** Days after time zero from which on it matters that nobody could die unobserved before. */
const matters = 30;

/**
 * Time zero is a date, and another date says when observation began: a month later and more in half of the patients.
 * Who died before it was never in the file.
 */
function observedLater(facts: Facts, endpoint: Endpoint): Finding[] {
  const { time } = endpoint;
  if (endpoint.entry !== null || !("start" in time)) return [];
  const data = endpointData(facts.table, endpoint);
  const start = findColumn(facts.table, time.start);
  if (!data.ok || start?.kind !== "date") return [];
  const used = columnsOfTime(time);
  return facts.table.columns.flatMap((column) => {
    const isObserved = wordsOf(column.name).some((word) => observedWords.has(word));
    if (column.kind !== "date" || !isObserved || used.includes(column.name)) return [];
    const after = (row: number) => (column.days[row] ?? Number.NaN) - (start.days[row] ?? Number.NaN);
    const both = rowsWhere(facts, (row) => data.value.reason[row] === 0 && !Number.isNaN(after(row)));
    const later = both.filter((row) => after(row) >= matters);
    const early = both.filter((row) => after(row) < 0);
    if (both.length < 5 || later.length < both.length / 2 || early.length > 0.05 * both.length) return [];
    return rowsFinding(
      "entry-suspected",
      later,
      (count) =>
        `“${column.name}” is a month and more after “${time.start}”, where ${endpoint.label} begins, in ${counted(count, "patient")} of ${formatCount(both.length)}.`,
      "Who died before it may not be in the file. If observation began then, set it as delayed entry, or let time begin there.",
      {
        columns: [column.name, time.start],
        remedies: [
          {
            label: `Count ${endpoint.label} from “${column.name}” on`,
            endpoint: endpoint.id,
            change: { entry: column.name, entryUnit: null },
          },
        ],
      },
    );
  });
}

const entryTimes: (facts: Facts) => Finding[] = (facts) =>
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
