import { type Page, type Pages, type Pointer, wordAt } from "./pages";

/** What a data set says of its rows and columns. */
export interface SasHeader {
  columns: SasColumn[];
  rowLength: number;
  rows: number;
  /** Rows of the page that holds both columns and rows. */
  mixedRows: number;
  packing: "runs" | "pieces";
}

export interface SasColumn {
  name: Uint8Array;
  numeric: boolean;
  /** Place of its first byte in a row, and how many it has. */
  at: number;
  length: number;
  /** Name of the format it is shown by: "DATE", "DATETIME" … */
  format: string;
}

/** A stretch of one of the text parts. */
interface Reference {
  part: number;
  offset: number;
  length: number;
}

const rowSize = 0xf7f7f7f7;
const columnCount = 0xf6f6f6f6;
const attributes = 0xfffffffc;
const texts = 0xfffffffd;
const names = 0xffffffff;
const formats = 0xfffffbfe;
const counts = 0xfffffc00;

/** What a part of a page is about, or null where it is a row. */
export function signatureAt({ data, little, wide }: Pages, { at, isRow }: Pointer): number | null {
  let signature = data.getUint32(at, little);
  if (wide && !little && signature === 0xffffffff) signature = data.getUint32(at + 4, little);
  const known = [rowSize, columnCount, formats, counts].includes(signature) || signature >>> 3 === 0x1fffffff;
  return isRow && !known ? null : signature;
}

/** Reads all parts but rows. Throws a RangeError where they contradict one another. */
export function readColumns(file: Pages): SasHeader {
  const { data, bytes, little, wide } = file;
  const word = wide ? 8 : 4;
  const parts = textParts(file);
  const found = { rowLength: 0, rows: 0, mixedRows: 0, count: 0, packing: "runs" as SasHeader["packing"] };
  const nameRefs: Reference[] = [];
  const formatRefs: Reference[] = [];
  const places: Omit<SasColumn, "name" | "format">[] = [];
  const reference = (at: number): Reference => ({
    part: data.getUint16(at, little),
    offset: data.getUint16(at + 2, little),
    length: data.getUint16(at + 4, little),
  });
  const textOf = ({ part, offset, length }: Reference): Uint8Array => {
    if (length === 0) return new Uint8Array(0);
    const whole = parts[part];
    if (!whole || offset + length > whole.length) throw new RangeError("no such text");
    return whole.subarray(offset, offset + length);
  };

  for (const page of file.pages)
    for (const pointer of page.pointers) {
      if (pointer.packing !== 0) continue;
      const { at, length } = pointer;
      const end = at + length;
      const signature = signatureAt(file, pointer);
      if (signature === rowSize) {
        if (length < (wide ? 250 : 190)) throw new RangeError("too short a part");
        found.rowLength = wordAt(data, at + 5 * word, wide, little);
        found.rows = wordAt(data, at + 6 * word, wide, little);
        found.mixedRows = wordAt(data, at + 15 * word, wide, little);
        const packing = latin(textOf(reference(end - 118)));
        found.packing = packing.startsWith("SASYZCR2") ? "pieces" : "runs";
      } else if (signature === columnCount) found.count = wordAt(data, at + word, wide, little);
      else if (signature === names) for (const place of entries(pointer, 8)) nameRefs.push(reference(place));
      else if (signature === attributes)
        for (const place of entries(pointer, word + 8))
          places.push({
            at: wordAt(data, place, wide, little),
            length: data.getUint32(place + word, little),
            numeric: data.getUint8(place + word + 6) === 1,
          });
      else if (signature === formats && length >= (wide ? 58 : 46)) formatRefs.push(reference(at + (wide ? 46 : 34)));
    }

  const { count, rowLength } = found;
  if (count > mostColumns || nameRefs.length < count || places.length < count) throw new RangeError("columns lacking");
  const columns = places.slice(0, count).map((place, column): SasColumn => {
    const fits = place.at + place.length <= rowLength && place.length > 0;
    if (!fits || (place.numeric && (place.length < 3 || place.length > 8))) throw new RangeError("beyond the row");
    const format = formatRefs[column];
    return {
      ...place,
      name: textOf(nameRefs[column]),
      format: format ? latin(textOf(format)).trim().toUpperCase() : "",
    };
  });
  return { ...found, columns };

  /** Where the entries of a list of columns begin, each of so many bytes. */
  function entries({ at, length }: Pointer, bytesEach: number): number[] {
    const many = Math.max(0, Math.floor((length - 12 - 2 * word) / bytesEach));
    return Array.from({ length: many }, (_, place) => at + word + 8 + bytesEach * place);
  }

  function textParts({ pages }: Pages): Uint8Array[] {
    const own = (page: Page) =>
      page.pointers
        .filter((pointer) => pointer.packing === 0 && signatureAt(file, pointer) === texts)
        .map(({ at, length }) => bytes.subarray(at + word, at + length));
    // Those of amended pages, at the end, are counted from the last page on.
    const firstData = pages.findIndex(({ kind }) => kind === "data");
    const before = firstData < 0 ? pages : pages.slice(0, firstData);
    const behind = firstData < 0 ? [] : pages.slice(firstData).filter(({ kind }) => kind !== "data");
    return [...before, ...behind.reverse()].flatMap(own);
  }
}

const mostColumns = 100_000;
const latin = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
