import { type CellObject, read, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import type { Format } from "./format";
import { legacyWorkbookSign } from "./heavy";
import { streamsOf } from "./legacyWorkbook/container";
import { recordsOfCells, wholeStream } from "./legacyWorkbook/records";
import { dayText } from "./workbook/cellText";
import { chosenTable } from "./workbook/choose";
import { addRow, emptySheet, type Sheet, type SheetCell } from "./workbook/sheet";
import { showsDay } from "./workbook/styles";

/**
 * Workbooks of Excel 97 to 2003 and older (.xls). SheetJS reads them; days are its numbers with their formats, since
 * its dates follow the time zone.
 */
export const legacyWorkbook: Format = {
  ...legacyWorkbookSign,
  async read(source, options, onProgress) {
    const bytes = await source.read(0, source.size);
    const sheets = sheetsIn(source.name, bytes);
    if (!sheets.ok) return sheets;
    const table = chosenTable(sheets.value, options);
    if (table.ok) onProgress({ bytes: source.size, size: source.size, rows: table.value.rows });
    return table;
  },
};

/** Whatever the reader stumbles over is damage. */
function sheetsIn(file: string, bytes: Uint8Array): Result<ReturnType<typeof sheetsOf>> {
  try {
    const streams = streamsOf(bytes);
    if (streams.has("EncryptedPackage")) return failed(locked(file));
    const stream = (streams.get("Workbook") ?? streams.get("Book"))?.();
    if (!stream) return failed(noWorkbook(file));
    const state = wholeStream(stream);
    if (state !== "whole") return failed(state === "locked" ? locked(file) : damaged(file));
    // The stream alone: the reader follows the chains of a damaged container in circles.
    return ok(
      sheetsOf(
        read(recordsOfCells(stream), {
          type: "array",
          cellNF: true,
          cellStyles: true,
          cellText: false,
          cellHTML: false,
          dense: true,
        }),
      ),
    );
  } catch (error) {
    return failed(/password/i.test(String(error)) ? locked(file) : damaged(file));
  }
}

function sheetsOf({ SheetNames, Sheets, Workbook }: WorkBook) {
  const system = Workbook?.WBProps?.date1904 ? 1904 : 1900;
  return SheetNames.map((name, place) => ({
    name,
    hidden: (Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0,
    sheet: sheetOf(Sheets[name], system),
  }));
}

function sheetOf(sheet: WorkSheet, system: 1900 | 1904): Sheet {
  const made = emptySheet("Excel");
  const rows: (CellObject | undefined)[][] = sheet["!data"] ?? [];
  for (const [row, cells] of rows.entries()) {
    const own = (cells ?? []).flatMap((cell, column) => cellOf(cell, column, system) ?? []);
    if (own.length > 0) addRow(made, { number: row + 1, hidden: sheet["!rows"]?.[row]?.hidden === true, cells: own });
  }
  for (const { s, e } of sheet["!merges"] ?? [])
    made.merged.push({ firstRow: s.r + 1, lastRow: e.r + 1, firstColumn: s.c, lastColumn: e.c });
  for (const [column, about] of (sheet["!cols"] ?? []).entries()) if (about?.hidden) made.hidden.push([column, column]);
  return made;
}

/** Source: Microsoft, [MS-XLS] 2.5.10, Bes. */
const errors = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

function cellOf(cell: CellObject | undefined, column: number, system: 1900 | 1904): SheetCell | null {
  if (!cell) return null;
  const { t: type, v: value, z: format = "General" } = cell;
  const formula = cell.f !== undefined;
  const day = type === "n" && showsDay(String(format));
  const text = day ? dayText(String(value), system) : textOf(type, value);
  if (text === "" && !formula) return null;
  const numeric = type === "n" && !day;
  return { column, text, formula, numeric, percent: numeric && String(format).includes("%") };
}

function textOf(type: CellObject["t"], value: CellObject["v"]): string {
  if (value === undefined || value === null || type === "z") return "";
  if (type === "b") return value ? "TRUE" : "FALSE";
  return type === "e" ? (errors.get(Number(value)) ?? "#N/A") : String(value);
}

const damaged = (file: string): Problem =>
  problem(
    "legacy-xls",
    `“${file}” is an old Excel workbook (.xls), or one with a password, that is damaged or incomplete.`,
    "Fetch it again, or save it in Excel as .xlsx or as CSV, without a password.",
  );

const locked = (file: string): Problem =>
  problem(
    "encrypted-workbook",
    `“${file}” is a password-protected workbook.`,
    "Remove the password in Excel and open the workbook again.",
  );

const noWorkbook = (file: string): Problem =>
  problem(
    "not-a-table",
    `“${file}” is an old Office document (Word, PowerPoint or another) without a workbook in it.`,
    "Save the table as an Excel workbook or as CSV.",
  );
