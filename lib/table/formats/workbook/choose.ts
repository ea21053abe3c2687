import { counted } from "../../../format";
import { failed, ok, type Problem, problem, type Result } from "../../../result";
import { notice, quoted } from "../../notices/notice";
import { refusal } from "../../refusal";
import type { Notice, ReadingOptions, Table } from "../../table";
import type { Sheet } from "./sheet";
import { sheetChoices } from "./sheetNotices";
import { otherSheet, sheetTable } from "./sheetTable";

interface Named {
  name: string;
  hidden: boolean;
}

/** The sheets among which one is chosen: that asked for, or else the visible ones, or else all. */
export function candidates<T extends Named>(sheets: readonly T[], wanted?: string): Result<T[]> {
  if (wanted !== undefined) {
    const asked = sheets.filter(({ name }) => name === wanted);
    return asked.length > 0 ? ok(asked) : failed(noSheet(sheets, wanted));
  }
  const shown = sheets.filter(({ hidden }) => !hidden);
  const among = shown.length > 0 ? shown : [...sheets];
  return among.length > 0 ? ok(among) : failed(noSheet(sheets));
}

/** The table of a workbook whose sheets have all been read: the sheet asked for, or the one with most cells. */
export function chosenTable(sheets: readonly (Named & { sheet: Sheet })[], options: ReadingOptions): Result<Table> {
  const among = candidates(sheets, options.sheet);
  if (!among.ok) return among;
  const cells = ({ sheet }: { sheet: Sheet }) => sheet.rows.reduce((sum, row) => sum + row.cells.length, 0);
  const best = among.value.reduce((most, each) => (cells(each) > cells(most) ? each : most));
  const names = sheets.map(({ name }) => name);
  const beside = sheets
    .filter(({ name }) => name !== best.name)
    .map(({ name, hidden, sheet }) => otherSheet(name, hidden, sheet));
  const table = sheetTable(best.sheet, best.name, names, options, beside);
  return table.ok ? ok(withNotices(table.value, hiddenSheets(sheets, best.name))) : table;
}

/** The table with what is said of its workbook before all else. */
export const withNotices = (table: Table, notices: readonly Notice[]): Table => ({
  ...table,
  notices: [...notices, ...table.notices],
});

/** Said of sheets that are hidden and not read. */
export function hiddenSheets(sheets: readonly Named[], read: string): Notice[] {
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet.name !== read).map(({ name }) => name);
  if (hidden.length === 0) return [];
  const message = `${counted(hidden.length, "hidden sheet")} not read: ${quoted(hidden)}.`;
  return [notice("hidden-sheets", hidden.length, message, "Choose it among the sheets if it holds your patients.")];
}

function noSheet(sheets: readonly Named[], wanted?: string): Problem {
  if (wanted === undefined)
    return problem("empty-file", "The workbook has no sheet with cells.", "Save the table as CSV and open that.");
  const names = sheets.map(({ name }) => name);
  return refusal(
    "sheet-absent",
    `The workbook has no sheet “${wanted}”, but ${quoted(names)}.`,
    "Choose one of its sheets.",
    sheetChoices(names),
  );
}
