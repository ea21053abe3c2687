/** How a data set is written: for machines of 64 bits or 32, of either byte order, rows packed or not. */
export interface Writing {
  wide: boolean;
  little: boolean;
  packing: "none" | "runs" | "pieces" | "mixed";
}

interface Column {
  name: string;
  format: string;
  /** Bytes of a text; 0 for a number. */
  width: number;
}

const magic = [
  0xc2, 0xea, 0x81, 0x60, 0xb3, 0x14, 0x11, 0xcf, 0xbd, 0x92, 8, 0, 9, 0xc7, 0x31, 0x8c, 0x18, 0x1f, 0x10, 0x11,
];
const pageSize = 4096;

/**
 * A data set of one page, as SAS lays it out, with one packing of rows or another. haven 2.5.1 under R 4.2.2 reads from
 * each what is asked for here.
 */
export function madeDataSet(
  { wide, little, packing }: Writing,
  columns: Column[],
  rows: (number | string)[][],
): Uint8Array {
  const headerSize = wide ? 8192 : 1024;
  const bytes = new Uint8Array(headerSize + pageSize);
  const data = new DataView(bytes.buffer);
  const [word, body] = [wide ? 8 : 4, headerSize + (wide ? 40 : 24)];
  const setWord = (at: number, value: number) =>
    wide ? data.setBigUint64(at, BigInt(value), little) : data.setUint32(at, value, little);
  const setText = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);

  bytes.set(magic, 12);
  bytes[32] = wide ? 0x33 : 0x22;
  bytes[35] = 0x33;
  bytes[37] = little ? 1 : 0;
  bytes[39] = 0x31;
  bytes[70] = 20;
  setText(84, "SAS FILE");
  data.setUint32(200, headerSize, little);
  data.setUint32(204, pageSize, little);
  setWord(208, 1);
  setText(wide ? 224 : 220, "9.0401M6");

  // The text part: compression, then names and formats, each from a multiple of four bytes on.
  const packed = packing !== "none" && packing !== "mixed";
  let texts = packing === "pieces" ? "SASYZCR2" : packing === "runs" ? "SASYZCRL" : "        ";
  const refer = (text: string) => {
    const offset = texts.length;
    texts += text.padEnd(Math.ceil(text.length / 4) * 4);
    return { offset: offset + 4 + word, length: text.length };
  };
  const named = columns.map(({ name, format }) => ({ name: refer(name), format: refer(format) }));
  const parts: { at: number; length: number; packing: number; isRow: boolean }[] = [];
  let end = headerSize + pageSize;
  const part = (length: number, more = { packing: 0, isRow: false }) => {
    end -= length;
    end -= (end - headerSize) % 8;
    parts.push({ at: end, length, ...more });
    return end;
  };
  const signed = (length: number, signature: number) => {
    const at = part(length);
    data.setUint32(at, signature, little);
    if (wide) data.setUint32(at + 4, signature > 0xffffff00 ? 0xffffffff : 0, little);
    if (wide && !little && signature > 0xffffff00) {
      data.setUint32(at, 0xffffffff, little);
      data.setUint32(at + 4, signature, little);
    }
    return at;
  };
  const setReference = (at: number, { offset, length }: { offset: number; length: number }) => {
    data.setUint16(at, 0, little);
    data.setUint16(at + 2, offset, little);
    data.setUint16(at + 4, length, little);
  };
  const rowLength = columns.reduce((sum, { width }) => sum + (width || 8), 0);
  const remainder = (at: number, length: number) => data.setUint16(at + word, length - 4 - 2 * word, little);

  const rowPart = wide ? 808 : 480;
  const sizes = signed(rowPart, 0xf7f7f7f7);
  setWord(sizes + 5 * word, rowLength);
  setWord(sizes + 6 * word, rows.length);
  setWord(sizes + 15 * word, packing === "mixed" ? rows.length : 0);
  if (packed) setReference(sizes + rowPart - 118, { offset: 4 + word, length: 8 });
  setWord(signed(3 * word, 0xf6f6f6f6) + word, columns.length);
  const textPart = word + 4 + word + texts.length;
  const text = signed(textPart, 0xfffffffd);
  remainder(text, textPart);
  setText(text + 4 + 2 * word, texts);
  const list = (signature: number, each: number, fill: (at: number, place: number) => void) => {
    const length = 12 + 2 * word + each * columns.length;
    const at = signed(length, signature);
    remainder(at, length);
    for (let place = 0; place < columns.length; place++) fill(at + word + 8 + each * place, place);
  };
  list(0xffffffff, 8, (at, place) => setReference(at, named[place].name));
  let start = 0;
  list(0xfffffffc, word + 8, (at, place) => {
    const { width } = columns[place];
    setWord(at, start);
    data.setUint32(at + word, width || 8, little);
    data.setUint8(at + word + 6, width === 0 ? 1 : 2);
    start += width || 8;
  });
  for (const { format } of named) setReference(signed(wide ? 64 : 52, 0xfffffbfe) + (wide ? 46 : 34), format);

  const written = rows.map((row) => rowBytes(row, columns, rowLength, little));
  if (packing !== "mixed")
    for (const row of written) {
      const own = packing === "runs" ? asRuns(row) : packing === "pieces" ? asPieces(row) : row;
      bytes.set(own, part(own.length, { packing: packed ? 4 : 0, isRow: true }));
    }

  data.setUint16(body - 8, packing === "mixed" ? 0x200 : 0, little);
  data.setUint16(body - 6, parts.length + (packing === "mixed" ? rows.length : 0), little);
  data.setUint16(body - 4, parts.length, little);
  let at = body;
  for (const { at: place, length, packing: how, isRow } of parts) {
    setWord(at, place - headerSize);
    setWord(at + word, length);
    data.setUint8(at + 2 * word, how);
    data.setUint8(at + 2 * word + 1, isRow ? 1 : 0);
    at += wide ? 24 : 12;
  }
  if (packing === "mixed") {
    at += (at - headerSize) % 8;
    for (const [place, row] of written.entries()) bytes.set(row, at + place * rowLength);
  }
  return bytes;
}

function rowBytes(row: (number | string)[], columns: Column[], length: number, little: boolean): Uint8Array {
  const bytes = new Uint8Array(length);
  const data = new DataView(bytes.buffer);
  let at = 0;
  for (const [place, { width }] of columns.entries()) {
    const value = row[place];
    if (width > 0) bytes.fill(0x20, at, at + width).set(new TextEncoder().encode(String(value)), at);
    else if (typeof value === "number") data.setFloat64(at, value, little);
    else setMissing(data, at, value, little);
    at += width || 8;
  }
  return bytes;
}

/** "." or ".A": a number that is none, with the letter turned over in its third byte. */
function setMissing(data: DataView, at: number, kind: string, little: boolean): void {
  const letter = kind === "." ? 0x2e : kind.charCodeAt(1);
  data.setBigUint64(at, 0xffff000000000000n | (BigInt(255 - letter) << 40n), little);
}

/** Runs of three and more of a byte, blanks and zeros by their own codes, other bytes sixteen at a time. */
function asRuns(row: Uint8Array): Uint8Array {
  const made: number[] = [];
  for (let at = 0; at < row.length; ) {
    let run = 1;
    while (at + run < row.length && row[at + run] === row[at] && run < 18) run++;
    if (run >= 3 && row[at] === 0) made.push(0xf0 + Math.min(run, 17) - 2);
    else if (run >= 3 && row[at] === 0x20) made.push(0xe0 + Math.min(run, 17) - 2);
    else if (run >= 3) made.push(0xc0 + run - 3, row[at]);
    else {
      made.push(0x80, row[at]);
      run = 1;
    }
    at += row[at] === 0 || row[at] === 0x20 ? Math.min(run, 17) : run;
  }
  return Uint8Array.from(made);
}

/** Runs of three and more, and whole pieces of eight bytes that stood eight bytes before. */
function asPieces(row: Uint8Array): Uint8Array {
  const tokens: { packed: boolean; bytes: number[] }[] = [];
  for (let at = 0; at < row.length; ) {
    let run = 1;
    while (at + run < row.length && row[at + run] === row[at] && run < 18) run++;
    const again =
      at >= 8 && at + 8 <= row.length && row.subarray(at, at + 8).every((byte, place) => byte === row[at - 8 + place]);
    if (run >= 3) tokens.push({ packed: true, bytes: [run - 3, row[at]] });
    else if (again) tokens.push({ packed: true, bytes: [0x80 | 5, 0] });
    else tokens.push({ packed: false, bytes: [row[at]] });
    at += run >= 3 ? run : again ? 8 : 1;
  }
  const made: number[] = [];
  for (let start = 0; start < tokens.length; start += 16) {
    const group = tokens.slice(start, start + 16);
    const prefix = group.reduce((sum, { packed }, place) => sum | (packed ? 1 << (15 - place) : 0), 0);
    made.push(prefix >> 8, prefix & 0xff, ...group.flatMap(({ bytes }) => bytes));
  }
  return Uint8Array.from(made);
}
