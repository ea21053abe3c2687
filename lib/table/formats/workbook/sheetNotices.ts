import { counted, formatCount, rowsInWords } from "../../../format";
import { notice, quoted } from "../../notices/notice";
import { parseNumber } from "../../numbers";
import type { Notice, Question, ReadingChoice, ReadingOptions } from "../../table";
import type { TableBuilder } from "../../tableBuilder";
import { type OneScale, percentNotices } from "./percents";
import type { Place, Sheet, SheetRow } from "./sheet";

/** Asked where a workbook has several sheets. */
export function whichSheet(
  name: string,
  sheets: string[],
  alike: readonly string[],
  { sheet }: ReadingOptions,
): Question[] {
  if (sheets.length < 2 || sheet !== undefined) return [];
  if (alike.length > 0) {
    const stacked = sheets.filter((each) => each === name || alike.includes(each));
    const message = `${quoted(stacked)} have the same columns; “${name}” alone is read.`;
    const together = { label: `Put the ${formatCount(stacked.length)} sheets together`, options: { stacked } };
    const asked = notice("sheets-alike", stacked.length, message, "Choose whether the others hold more patients.");
    return [{ ...asked, choices: [together, ...sheetChoices(sheets)] }];
  }
  const message = `The workbook has ${counted(sheets.length, "sheet")}; “${name}” is read, which has most cells.`;
  const asked = notice("several-sheets", sheets.length, message, "Choose the sheet with your patients.");
  return [{ ...asked, choices: sheetChoices(sheets) }];
}

export const sheetChoices = (sheets: readonly string[]): ReadingChoice[] =>
  sheets.slice(0, 50).map((sheet) => ({ label: sheet, options: { sheet } }));

/** What is noticed about the sheet as a whole. */
export function sheetNotices(
  sheet: Sheet,
  { first, hasHeader, groups, names }: Place & { groups: boolean; names: readonly string[] },
): Notice[] {
  const made: Notice[] = [];
  const skipped = sheet.rows[first].number - (groups ? 2 : 1);
  const titles = sheet.rows.slice(0, groups ? first - 1 : first).flatMap(({ cells }) => cells.map(({ text }) => text));
  if (titles.length > 0) {
    const message = `${counted(skipped, "sheet row")} before ${hasHeader ? "the header" : "the first row"} skipped: ${quoted(titles, 5)}.`;
    made.push(notice("preamble-skipped", skipped, message, "Say which row is the header if this is wrong."));
  }
  if (!hasHeader)
    made.push(
      notice(
        "no-header",
        1,
        "No row with column names found; columns are called by place.",
        "Say which row is the header if there is one.",
      ),
    );
  const hidden = hiddenColumns(sheet, names);
  if (hidden.length > 0) {
    const message = `${counted(hidden.length, "hidden column")} included: ${quoted(hidden)}.`;
    made.push(
      notice("hidden-columns", hidden.length, message, `Delete them in ${sheet.program} if they are not meant.`),
    );
  }
  return made;
}

/** The names of the table's columns that are hidden. */
const hiddenColumns = ({ hidden, firstColumn }: Sheet, names: readonly string[]): string[] =>
  names.filter((_, place) =>
    hidden.some(([first, last]) => first <= place + firstColumn && last >= place + firstColumn),
  );

/** Rows hidden, formulas, and numbers kept as texts, by data row. */
export function cellNotices(table: TableBuilder, sheet: Sheet, { rows: body, columns: percents }: OneScale): Notice[] {
  const { program, firstColumn } = sheet;
  const rowOf = dataRows(table);
  const kept = body.filter(({ number }) => rowOf.has(number));
  const rowsOf = (rows: SheetRow[]) => rows.map(({ number }) => rowOf.get(number) ?? 0);
  const made: Notice[] = [];
  const hidden = rowsOf(kept.filter(({ hidden: isHidden }) => isHidden));
  if (hidden.length > 0) {
    const message = `${counted(hidden.length, "hidden row")} included (${rowsInWords(hidden)}).`;
    made.push(
      notice("hidden-rows", hidden.length, message, `Delete them in ${program} if they are not meant.`, {
        rows: hidden,
      }),
    );
  }
  made.push(...percentNotices(kept, percents, { names: table.names, firstColumn, program }));
  made.push(...numbersAsText(table, kept, rowOf, sheet));
  const formulas = kept.flatMap(({ cells, number }) =>
    cells.filter(({ formula }) => formula).map((cell) => ({ ...cell, row: rowOf.get(number) ?? 0 })),
  );
  const namesOf = (cells: { column: number }[]) => [
    ...new Set(cells.map(({ column }) => table.names[column - firstColumn])),
  ];
  if (formulas.length > 0) {
    const columns = namesOf(formulas);
    const message = `${counted(formulas.length, "cell")} with a formula, in ${quoted(columns)}; the values are those that ${program} saved.`;
    made.push(
      notice(
        "formula-cells",
        formulas.length,
        message,
        `Open and save the workbook in ${program} if it was changed elsewhere.`,
        { columns },
      ),
    );
  }
  const unsaved = formulas.filter(({ text }) => text === "");
  if (unsaved.length > 0) {
    const rows = unsaved.map(({ row }) => row);
    const message = `${counted(unsaved.length, "formula")} without a saved value, missing (${rowsInWords(rows)}).`;
    made.push(
      notice("formula-without-value", unsaved.length, message, `Open and save the workbook in ${program}.`, {
        columns: namesOf(unsaved),
        rows,
      }),
    );
  }
  return made;
}

/** Numbers that Excel keeps as texts in columns of numbers; they are read as the numbers they say. */
function numbersAsText(
  table: TableBuilder,
  kept: SheetRow[],
  rowOf: ReadonlyMap<number, number>,
  { firstColumn, program }: Sheet,
): Notice[] {
  const numbers = new Map<number, number>();
  const others = new Map<number, number>();
  for (const { cells } of kept)
    for (const { column, numeric, text } of cells) {
      if (numeric) numbers.set(column, (numbers.get(column) ?? 0) + 1);
      else if (Number.isNaN(parseNumber(text.trim(), "."))) others.set(column, (others.get(column) ?? 0) + 1);
    }
  const isNumeric = (column: number) => (numbers.get(column) ?? 0) > (others.get(column) ?? 0);
  const found = kept.flatMap(({ cells, number }) =>
    cells.flatMap(({ column, text, numeric: isNumber }) =>
      !isNumber && isNumeric(column) && !Number.isNaN(parseNumber(text.trim(), "."))
        ? [{ column, row: rowOf.get(number) ?? 0 }]
        : [],
    ),
  );
  if (found.length === 0) return [];
  const columns = [...new Set(found.map(({ column }) => table.names[column - firstColumn]))];
  const rows = [...new Set(found.map(({ row }) => row))];
  const message = `${counted(found.length, "number")} kept as text in ${program}, read as numbers like the others in ${quoted(columns)} (${rowsInWords(rows)}).`;
  return [notice("numbers-as-text", found.length, message, "Nothing to do.", { columns, rows })];
}

/** Data rows, from 1, by row of the sheet. */
export const dataRows = (table: TableBuilder): ReadonlyMap<number, number> =>
  new Map(rowNumbers(table).map((number, row) => [number, row + 1]));

/** The sheet row of every data row. */
function rowNumbers({ lines, rows }: TableBuilder): number[] {
  const numbers: number[] = [];
  let stretch = 0;
  for (let row = 0; row < rows; row++) {
    if (stretch + 1 < lines.length && lines[stretch + 1].row <= row) stretch++;
    numbers.push(lines[stretch].line + row - lines[stretch].row);
  }
  return numbers;
}
