import { readColumns, type SasHeader, signatureAt } from "./columns";
import { unpackPieces, unpackRuns } from "./compression";
import { type Page, type Pages, readPages } from "./pages";

export interface SasData extends SasHeader {
  encoding: number;
  little: boolean;
  /** The rows one behind the other. */
  bytes: Uint8Array;
}

/** Most that the rows of a file may take, and how many times its size once that is beyond 10 MB. */
const mostBytes = 1 << 30;
const mostRatio = 400;
const alwaysAllowed = 10 << 20;

/** Rows marked as deleted cannot be told from others here. */
export class DeletedRows extends Error {}
export class TooLarge extends Error {}

/** Throws a RangeError where the file is damaged, cut off, or has more or fewer rows than it says. */
export function readData(file: Uint8Array): SasData {
  const pages = readPages(file);
  const header = readColumns(pages);
  const { rowLength, rows } = header;
  const total = rowLength * rows;
  if (rowLength === 0 || rows === 0 || header.columns.length === 0)
    return { ...header, rows: 0, encoding: pages.encoding, little: pages.little, bytes: new Uint8Array(0) };
  if (total > mostBytes || (total > alwaysAllowed && total > mostRatio * file.length)) throw new TooLarge();
  const bytes = new Uint8Array(total);
  const unpack = header.packing === "pieces" ? unpackPieces : unpackRuns;
  let row = 0;
  const next = () => {
    if (row >= rows) throw new RangeError("more rows than announced");
    return bytes.subarray(row * rowLength, ++row * rowLength);
  };
  const plain = (start: number, end: number, count: number) => {
    if (start + count * rowLength > end) throw new RangeError("rows beyond their page");
    for (let place = 0; place < count; place++)
      next().set(file.subarray(start + place * rowLength, start + (place + 1) * rowLength));
  };
  for (const page of pages.pages) {
    if (page.deleted && (page.kind === "data" || page.kind === "mix")) throw new DeletedRows();
    if (page.kind === "data") plain(page.after, page.end, Math.min(page.rows, rows - row));
    for (const pointer of page.pointers) {
      const { at, length, packing } = pointer;
      if (packing === 4) {
        if (!unpack(file.subarray(at, at + length), next())) throw new RangeError("no row");
      } else if (signatureAt(pages, pointer) === null) {
        if (length !== rowLength) throw new RangeError("no row");
        plain(at, at + length, 1);
      }
    }
    if (page.kind === "mix") plain(mixedStart(pages, page), page.end, Math.min(header.mixedRows, rows - row));
  }
  if (row < rows) throw new RangeError("fewer rows than announced");
  return { ...header, encoding: pages.encoding, little: pages.little, bytes };
}

/** Rows begin at a multiple of eight bytes, save in some files of Stat/Transfer. */
function mixedStart({ data, unfilled }: Pages, { start, after }: Page): number {
  if ((after - start) % 8 !== 4) return after;
  const between = data.getUint32(after);
  return between === 0 || between === 0x20202020 || !unfilled ? after + 4 : after;
}
