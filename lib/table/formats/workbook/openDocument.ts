import { failed, type Problem, problem, type Result } from "../../../result";
import type { ReadingOptions, Table } from "../../table";
import { chosenTable } from "./choose";
import { type SheetInDocument, sheetsOf } from "./openDocumentSheets";
import { partText } from "./parts";
import { damaged, type Zip } from "./zip";

/**
 * Workbooks of LibreOffice and others (.ods). Source: OASIS, OpenDocument Format 1.3, part 3. Read by ourselves: days
 * and shares are written out in it, which a general reader turns into moments of a time zone.
 */
export async function readOpenDocument(file: string, zip: Zip, options: ReadingOptions): Promise<Result<Table>> {
  const manifest = zip.names.includes("META-INF/manifest.xml")
    ? await partText(zip, "META-INF/manifest.xml", file)
    : null;
  if (manifest?.ok && /<(\w+:)?encryption-data[\s/>]/.test(manifest.value)) return failed(locked(file));
  const xml = await partText(zip, "content.xml", file);
  if (!xml.ok) return xml;
  if (!/<(\w+:)?spreadsheet[\s>]/.test(xml.value)) return failed(noWorkbook(file));
  const sheets = sheetsOf(xml.value);
  if (sheets === null) return failed(damaged(file));
  return sheets === "too large" ? failed(tooLarge(file)) : chosenTable(sheets satisfies SheetInDocument[], options);
}

const locked = (file: string): Problem =>
  problem("encrypted-workbook", `“${file}” is protected by a password.`, "Save it without one and open it again.");

const noWorkbook = (file: string): Problem =>
  problem(
    "not-a-table",
    `“${file}” is an OpenDocument file without sheets, which cannot be read.`,
    "Save the table as a workbook or as CSV.",
  );

const tooLarge = (file: string): Problem =>
  problem(
    "zip-bomb",
    `“${file}” says that it has more cells than a table can have, and is not opened.`,
    "Save the table as CSV and open that.",
  );
