import { failed, ok, type Problem, problem, type Result } from "../../../result";
import { quoted } from "../../notices/notice";
import { refusal } from "../../refusal";
import type { ReadingOptions, Table } from "../../table";
import type { Sheet } from "./sheet";
import { sheetChoices } from "./sheetNotices";
import { sheetTable } from "./sheetTable";

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
  return sheetTable(best.sheet, best.name, names, options);
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
