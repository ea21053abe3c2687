import { counted } from "../../format";
import { isValue } from "../../table/codeBook/labelTexts";
import { findColumn } from "../columns";
import { legendOfLabels } from "../legend";
import { type Check, rowsFinding, rowsWhere } from "./check";

/** Values that count as the opposite of what a code book calls them, as where that came after they were read. */
export const codingAgainstLabels: Check = (facts) =>
  facts.board.endpoints.flatMap(({ id, label, event }) => {
    const book = facts.table.codeBook;
    const labels = book?.columns.find(({ name }) => name === event?.column)?.labels;
    const column = event && findColumn(facts.table, event.column);
    if (!event || !book || !labels || !column?.written) return [];
    const { entries } = legendOfLabels(event.column, labels);
    const meant = (value: string) => entries.find((each) => isValue(value, each.value) || each.word === value);
    const isAgainst = ({ value, as }: { value: string; as: string }) => {
      const said = meant(value)?.as ?? null;
      return said !== null && ["event", "censored"].includes(as) && as !== said;
    };
    const against = event.coding.filter(isAgainst);
    const values = new Set(against.map(({ value }) => value));
    const { levels, codes } = column.written;
    const words = against
      .map(({ value, as }) => `“${value}” is ${as} and is called “${meant(value)?.word}”`)
      .join(", ");
    const coding = event.coding.map((line) => ({
      ...line,
      as: isAgainst(line) ? (meant(line.value)?.as ?? line.as) : line.as,
    }));
    return rowsFinding(
      "coding-against-labels",
      rowsWhere(facts, (row) => values.has(levels[codes[row] ?? -1] ?? "")),
      (count) => `${label} reads “${event.column}” against ${book.from}: ${words} (${counted(count, "patient")}).`,
      "Read it as it is called there, unless the code book is of another file.",
      {
        columns: [event.column],
        remedies: [{ label: "Read it by the code book", endpoint: id, change: { event: { ...event, coding } } }],
      },
    );
  });
