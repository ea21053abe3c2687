import { failed, type Result } from "../../result";
import type { ReadingOptions, Table } from "../table";
import type { Format } from "./format";
import { htmlSign } from "./heavy";
import { tablesOf } from "./html/tables";
import { notATable } from "./notTables";
import { chosenTable } from "./workbook/choose";
import type { Sheet } from "./workbook/sheet";

/** Tables of web pages, which many programs hand out under the name of a workbook. */
export const html: Format = {
  ...htmlSign,
  async read(source, options, onProgress) {
    const table = readHtml(source.name, pageOf(await source.read(0, source.size)), options);
    if (table.ok) onProgress({ bytes: source.size, size: source.size, rows: table.value.rows });
    return table;
  },
};

function readHtml(file: string, page: string, options: ReadingOptions): Result<Table> {
  const sheets = (tablesOf(page) ?? [])
    .filter(({ sheet, form }) => !form && isTable(sheet))
    .map(({ sheet }, place) => ({ name: `Table ${place + 1}`, hidden: false, sheet }));
  if (sheets.length === 0)
    return failed(notATable(file, "a web page, perhaps of an error or a login", "Fetch the file itself again."));
  return chosenTable(sheets, options);
}

/** Two rows and columns at least, and mostly rows as wide as the widest: not what a page is laid out with. */
function isTable({ rows, firstColumn, lastColumn }: Sheet): boolean {
  const width = lastColumn - firstColumn + 1;
  const full = rows.filter(({ cells }) => cells.length >= 0.5 * width).length;
  return rows.length >= 2 && width >= 2 && full >= 0.5 * rows.length;
}

/** By the mark at its beginning or what it says of itself; or else UTF-8 where it is, and Windows-1252. */
function pageOf(bytes: Uint8Array): string {
  const said = /charset\s*=\s*["']?([\w-]+)/i.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 4096)))?.[1];
  for (const label of [said ?? "utf-8", "utf-8"])
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {}
  return new TextDecoder("windows-1252").decode(bytes);
}
