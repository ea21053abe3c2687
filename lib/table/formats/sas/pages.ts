/** The file as pages. Source: M. Shotwell, SAS7BDAT Database Binary Format (2013). */
export interface Pages {
  data: DataView;
  bytes: Uint8Array;
  little: boolean;
  /** Offsets and lengths have eight bytes. */
  wide: boolean;
  /** Number of the encoding. */
  encoding: number;
  /** Written by Stat/Transfer, which does not fill up to eight bytes. */
  unfilled: boolean;
  pages: Page[];
}

export interface Page {
  start: number;
  end: number;
  kind: "meta" | "data" | "mix" | "amended" | "skipped";
  /** Some of its rows are marked as deleted. */
  deleted: boolean;
  rows: number;
  pointers: Pointer[];
  /** Where what follows the pointers begins. */
  after: number;
}

/** Where a part of a page stands, and what it holds: 0 as it is, 1 nothing, 4 a packed row. */
export interface Pointer {
  at: number;
  length: number;
  packing: number;
  isRow: boolean;
}

const largest = 1 << 24;

/** Throws a RangeError where the bytes are cut off or no such file. */
export function readPages(bytes: Uint8Array): Pages {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = data.getUint8(32) === 0x33;
  const little = data.getUint8(37) === 1;
  const start = 196 + (data.getUint8(35) === 0x33 ? 4 : 0);
  const [header, size] = [data.getUint32(start, little), data.getUint32(start + 4, little)];
  const count = wordAt(data, start + 8, wide, little);
  if (header < 1024 || size < 1024 || header > largest || size > largest || header + count * size > bytes.length)
    throw new RangeError("cut off");
  const release = new TextDecoder("latin1").decode(bytes.subarray(start + (wide ? 24 : 20), start + (wide ? 32 : 28)));
  const found: Pages = {
    data,
    bytes,
    little,
    wide,
    encoding: data.getUint8(70),
    unfilled: /^[89]\.0000M0/.test(release),
    pages: [],
  };
  for (let page = 0; page < count; page++) found.pages.push(readPage(found, header + page * size, size));
  return found;
}

export const wordAt = (data: DataView, at: number, wide: boolean, little: boolean): number =>
  wide ? Number(data.getBigUint64(at, little)) : data.getUint32(at, little);

function readPage({ data, little, wide }: Pages, start: number, size: number): Page {
  const body = start + (wide ? 40 : 24);
  const type = data.getUint16(body - 8, little);
  const kind = kindOf(type);
  const page: Page = {
    start,
    end: start + size,
    kind,
    deleted: (type & 0x80) !== 0,
    rows: data.getUint16(body - 6, little),
    pointers: [],
    after: body,
  };
  if (kind === "data" || kind === "skipped") return page;
  const [count, width, word] = [data.getUint16(body - 4, little), wide ? 24 : 12, wide ? 8 : 4];
  page.after = body + count * width;
  if (page.after > page.end) throw new RangeError("more parts than a page holds");
  for (let at = body; at < page.after; at += width) {
    const [offset, length] = [wordAt(data, at, wide, little), wordAt(data, at + word, wide, little)];
    const [packing, isRow] = [data.getUint8(at + 2 * word), data.getUint8(at + 2 * word + 1) === 1];
    if (length === 0 || packing === 1) continue;
    if (offset + length > size || (packing !== 0 && packing !== 4)) throw new RangeError("beyond its page");
    page.pointers.push({ at: start + offset, length, packing, isRow });
  }
  return page;
}

function kindOf(type: number): Page["kind"] {
  if ((type & 0x0f00) === 0x0100) return "data";
  if ((type & 0x9000) !== 0) return "skipped";
  return (type & 0x0f00) === 0x0200 ? "mix" : (type & 0x0f00) === 0x0400 ? "amended" : "meta";
}
