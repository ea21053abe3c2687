import { formatCount } from "../../format";
import { failed, ok, problem, type Result } from "../../result";
import { notice, quoted } from "../notices/notice";
import { refusal } from "../refusal";
import { bytesSource, type Source } from "../source";
import type { Notice, ReadingOptions, Table } from "../table";
import type { Format, ReadFormat } from "./format";
import { workbookSign } from "./heavy";
import type { Workbook } from "./workbook/cellText";
import { candidates, hiddenSheets, withNotices } from "./workbook/choose";
import { readOpenDocument } from "./workbook/openDocument";
import { type Contents, partText, readContents, type SheetEntry } from "./workbook/parts";
import { sharedStrings } from "./workbook/sharedStrings";
import { readSheet } from "./workbook/sheet";
import { sheetChoices } from "./workbook/sheetNotices";
import { type OtherSheet, otherSheet, sheetTable } from "./workbook/sheetTable";
import { cellStyles } from "./workbook/styles";
import { damaged, openZip, type Zip } from "./workbook/zip";

/** `readInside` reads the table of a ZIP archive that is no workbook. */
export const workbook = (readInside: ReadFormat): Format => ({
  ...workbookSign,
  async read(source, options, onProgress) {
    const zip = await openZip(source);
    if (!zip.ok) return zip;
    const reader = workbookReader(zip.value);
    if (!reader) return readArchive(source, zip.value, options, onProgress, readInside);
    const table = await reader(source.name, zip.value, options);
    if (table.ok) onProgress({ bytes: source.size, size: source.size, rows: table.value.rows });
    return table;
  },
});

function workbookReader({ names }: Zip) {
  if (names.some((name) => /(^|\/)workbook\.xml$/.test(name))) return readWorkbook;
  return names.includes("content.xml") && names.includes("mimetype") ? readOpenDocument : null;
}

async function readWorkbook(file: string, zip: Zip, options: ReadingOptions): Promise<Result<Table>> {
  const contents = await readContents(zip, file);
  if (!contents.ok) return contents;
  const names = contents.value.sheets.map(({ name }) => name);
  const shared = await readShared(zip, contents.value, file);
  if (!shared.ok) return shared;
  const chosen = await chooseSheet(zip, contents.value.sheets, file, options.sheet);
  if (!chosen.ok) return chosen;
  const sheet = readSheet(chosen.value.xml, shared.value);
  if (!sheet) return failed(damaged(file));
  const beside = await explaining(zip, contents.value.sheets, chosen.value, shared.value, file);
  const table = sheetTable(sheet, chosen.value.name, names, options, beside);
  if (!table.ok) return table;
  const { sheets, system } = contents.value;
  return ok(withNotices(table.value, [...hiddenSheets(sheets, chosen.value.name), ...from1904(system, table.value)]));
}

/** The other sheets of a size that a code book may have, hidden ones too. */
async function explaining(
  zip: Zip,
  sheets: readonly SheetEntry[],
  { name: read, seen }: Chosen,
  shared: Workbook,
  file: string,
): Promise<OtherSheet[]> {
  const found: OtherSheet[] = [];
  for (const { name, path, hidden } of sheets.filter((sheet) => sheet.name !== read).slice(0, mostExplaining)) {
    const xml = seen.get(name) ?? (await partText(zip, path, file));
    const sheet = xml.ok && xml.value.length < longestExplaining ? readSheet(xml.value, shared) : null;
    if (sheet) found.push(otherSheet(name, hidden, sheet));
  }
  return found;
}

const mostExplaining = 30;
const longestExplaining = 1 << 20;

/** Said where dates are counted from 1904. */
function from1904(system: 1900 | 1904, { columns }: Table): Notice[] {
  const dates = columns.filter(({ kind }) => kind === "date").map(({ name }) => name);
  if (system === 1900 || dates.length === 0) return [];
  const message = `The workbook counts its days from 1904, as old Mac workbooks do; the dates in ${quoted(dates)} are read so.`;
  const hint = "Compare one date with what Excel shows.";
  return [notice("dates-from-1904", dates.length, message, hint, { columns: dates })];
}

async function readShared(
  zip: Zip,
  { stringsPath, stylesPath, system }: Contents,
  file: string,
): Promise<Result<Workbook>> {
  const strings = stringsPath === null ? ok("") : await partText(zip, stringsPath, file);
  if (!strings.ok) return strings;
  const styles = stylesPath === null ? ok("") : await partText(zip, stylesPath, file);
  if (!styles.ok) return styles;
  return ok({ strings: sharedStrings(strings.value), styles: cellStyles(styles.value), system });
}

interface Chosen {
  name: string;
  xml: string;
  /** The sheets that were looked at, empty where they are too long to explain another. */
  seen: Map<string, Result<string>>;
}

/** The sheet asked for, or else the visible one with most cells; all are looked at, so that none is left out unseen. */
async function chooseSheet(zip: Zip, sheets: SheetEntry[], file: string, wanted?: string): Promise<Result<Chosen>> {
  const among = candidates(sheets, wanted);
  if (!among.ok) return among;
  let best = { name: "", xml: "", cells: -1 };
  const seen: Chosen["seen"] = new Map();
  for (const { name, path } of among.value) {
    const xml = await partText(zip, path, file);
    if (!xml.ok) return xml;
    seen.set(name, xml.value.length < longestExplaining ? xml : ok(""));
    const cells = xml.value.match(/<(\w+:)?v>/g)?.length ?? 0;
    if (cells > best.cells) best = { name, xml: xml.value, cells };
  }
  return ok({ ...best, seen });
}

const otherArchives: readonly (readonly [member: RegExp, what: string])[] = [
  [/^xl\/workbook\.bin$/, "a binary Excel workbook (.xlsb)"],
  [/^word\//, "a Word document"],
  [/^ppt\//, "a PowerPoint presentation"],
];

const isTable =
  /\.(csv|tsv|txt|tab|dat|xlsx|xlsm|xls|ods|parquet|json|ndjson|jsonl|xpt|sav|zsav|dta|sas7bdat|rds|rda|rdata)$/i;

/**
 * An archive with one table is unpacked, and of several the one that is chosen as if they were sheets; every other gets
 * its sentence.
 */
async function readArchive(
  source: Source,
  zip: Zip,
  options: ReadingOptions,
  onProgress: Parameters<ReadFormat>[2],
  readInside: ReadFormat,
): Promise<Result<Table>> {
  const other = otherArchives.find(([member]) => zip.names.some((name) => member.test(name)));
  if (other)
    return failed(
      problem(
        "not-a-table",
        `“${source.name}” is ${other[1]}, which cannot be read.`,
        "Save the table as .xlsx or as CSV.",
      ),
    );
  const tables = zip.names.filter((name) => isTable.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name));
  const chosen = tables.length === 1 ? tables[0] : tables.find((name) => name === options.sheet);
  if (chosen === undefined) {
    const what = tables.length === 0 ? "without a table in it" : `with ${formatCount(tables.length)} tables in it`;
    const hint = tables.length === 0 ? "Unpack it and open the table." : "Choose one of them.";
    return failed(refusal("not-a-table", `“${source.name}” is a ZIP archive ${what}.`, hint, sheetChoices(tables)));
  }
  const bytes = await zip.unpack(chosen);
  if (!bytes.ok) return bytes;
  const { sheet, ...others } = options;
  const inside = tables.length === 1 ? options : others;
  const table = await readInside(bytesSource(chosen, bytes.value), inside, onProgress);
  if (!table.ok) return table;
  const { reading } = table.value;
  const listed = tables.length === 1 ? reading : { ...reading, sheet: chosen, sheets: tables };
  return ok({ ...table.value, reading: { ...listed, packed: "zip" } });
}
