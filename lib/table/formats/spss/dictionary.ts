/** What a data file says of its variables. Source: B. Pfaff et al., PSPP Developers Manual, "System File Format". */
export interface Dictionary {
  variables: Variable[];
  encoding: string;
  compression: "none" | "codes" | "zlib";
  /** What is taken from a code to give its number. */
  bias: number;
  little: boolean;
  /** How many cases the file says it holds; below 0 where it does not say. */
  cases: number;
  /** Where the cases begin. */
  end: number;
}

export interface Variable {
  name: string;
  /** 0 for numbers, else bytes of text. */
  width: number;
  /** Pieces of eight bytes in a case. */
  pieces: number;
  shows: "day" | "moment" | "other";
  /** Labels by value: a number, or the text without blanks at its end. */
  labels: Map<number | string, string>;
  /** Whether the user of SPSS has declared a value as missing. */
  isMissing(value: number | string): boolean;
}

interface Raw extends Variable {
  short: string;
  /** Place among the pieces of a case, from 1. */
  index: number;
}

const dayFormats = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const momentFormats = new Set([22, 41]);

/** Null where the bytes are no dictionary. */
export function readDictionary(bytes: Uint8Array): Dictionary | null {
  try {
    return dictionary(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function dictionary(bytes: Uint8Array): Dictionary {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = data.getInt32(64, true) === 2 || data.getInt32(64, true) === 3;
  const int = (at: number) => data.getInt32(at, little);
  const count = (at: number) => atLeastZero(int(at));
  const compression = (["none", "codes", "zlib"] as const)[int(72)] ?? "none";
  const found: Dictionary = {
    variables: [],
    encoding: "windows-1252",
    compression,
    bias: data.getFloat64(84, little),
    little,
    cases: int(80),
    end: 0,
  };
  const raw: Raw[] = [];
  let labels: { key: Uint8Array; label: Uint8Array }[] = [];
  const labelled: { labels: typeof labels; indices: number[] }[] = [];
  const extensions = new Map<number, Uint8Array>();
  let index = 0;
  for (let at = 176; ; ) {
    const type = int(at);
    at += 4;
    if (type === 2) {
      index++;
      const variable = readVariable(bytes, data, little, at, index);
      if (int(at) >= 0) raw.push(variable.raw);
      at = variable.next;
    } else if (type === 3) {
      labels = [];
      const all = count(at);
      at += 4;
      for (let n = 0; n < all; n++) {
        if (at + 9 > bytes.length) throw new RangeError("labels cut off");
        const length = bytes[at + 8];
        labels.push({ key: bytes.subarray(at, at + 8), label: bytes.subarray(at + 9, at + 9 + length) });
        at += 8 + 8 * Math.ceil((length + 1) / 8);
      }
    } else if (type === 4) {
      const indices = Array.from({ length: count(at) }, (_, n) => int(at + 4 + 4 * n));
      labelled.push({ labels, indices });
      at += 4 + 4 * indices.length;
    } else if (type === 6) at += 4 + 80 * count(at);
    else if (type === 7) {
      const size = count(at + 4) * count(at + 8);
      extensions.set(int(at), bytes.subarray(at + 12, at + 12 + size));
      at += 12 + size;
    } else if (type === 999) {
      found.end = at + 4;
      break;
    } else throw new RangeError("no record type");
  }
  found.encoding = encodingOf(extensions, little);
  const decoder = new TextDecoder(found.encoding);
  for (const set of labelled)
    for (const place of set.indices)
      addLabels(
        raw.find((each) => each.index === place),
        set.labels,
        little,
        decoder,
      );
  found.variables = named(raw, decoder.decode(extensions.get(13) ?? new Uint8Array()), text(extensions.get(14)));
  return found;
}

/** A count that the file gives; a negative one would lead backwards. */
function atLeastZero(count: number): number {
  if (count < 0) throw new RangeError("negative count");
  return count;
}

const text = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? [])).trim();

const codePages = new Map([
  [65_001, "utf-8"],
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
]);

/** By the name of the encoding, or else its code page; Windows-1252 where neither is known. */
function encodingOf(extensions: ReadonlyMap<number, Uint8Array>, little: boolean): string {
  const name = text(extensions.get(20)).toLowerCase();
  const machine = extensions.get(3);
  const page =
    machine && machine.length >= 32 ? new DataView(machine.buffer, machine.byteOffset).getInt32(28, little) : 0;
  const label = name || (codePages.get(page) ?? `windows-${page}`);
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return "windows-1252";
  }
}

function readVariable(bytes: Uint8Array, data: DataView, little: boolean, start: number, index: number) {
  const int = (at: number) => data.getInt32(at, little);
  const [width, hasLabel, missing, format] = [
    int(start),
    int(start + 4),
    int(start + 8),
    (int(start + 12) >> 16) & 0xff,
  ];
  let at = start + 28;
  if (hasLabel === 1) at += 4 + 4 * Math.ceil(atLeastZero(int(at)) / 4);
  const values: (number | string)[] = [];
  if (Math.abs(missing) > 3) throw new RangeError("more missing values than there can be");
  for (let n = 0; n < Math.abs(missing); n++, at += 8)
    values.push(width > 0 ? text(bytes.subarray(at, at + 8)) : data.getFloat64(at, little));
  const [low, high] = missing < 0 ? values : [];
  const single = missing < 0 ? values.slice(2) : values;
  const raw: Raw = {
    short: text(bytes.subarray(start + 20, start + 28)),
    name: "",
    index,
    width: Math.max(0, width),
    pieces: Math.max(1, Math.ceil(width / 8)),
    shows:
      dayFormats.has(format) && width === 0 ? "day" : momentFormats.has(format) && width === 0 ? "moment" : "other",
    labels: new Map(),
    isMissing: (value) =>
      single.includes(value) ||
      (typeof value === "number" && low !== undefined && value >= Number(low) && value <= Number(high)),
  };
  return { raw, next: at };
}

function addLabels(
  variable: Raw | undefined,
  labels: { key: Uint8Array; label: Uint8Array }[],
  little: boolean,
  decoder: TextDecoder,
): void {
  for (const { key, label } of labels) {
    const value =
      variable?.width === 0
        ? new DataView(key.buffer, key.byteOffset, 8).getFloat64(0, little)
        : decoder.decode(key).trimEnd();
    variable?.labels.set(value, decoder.decode(label).trim());
  }
}

/** Long names in place of short ones; the parts of very long texts become one variable. */
function named(raw: Raw[], longNames: string, longTexts: string): Variable[] {
  const names = new Map(longNames.split("\t").map((pair) => pair.split("=") as [string, string]));
  const widths = new Map(
    longTexts
      .split(/\0?\t/)
      .map((pair) => pair.split("="))
      .map(([short, width]) => [short, Number.parseInt(width, 10)]),
  );
  const variables: Variable[] = [];
  for (let place = 0; place < raw.length; place++) {
    const variable = raw[place];
    const width = widths.get(variable.short) ?? 0;
    const parts = width > 255 ? raw.slice(place, place + Math.ceil(width / 252)) : [variable];
    const pieces = parts.reduce((sum, part) => sum + part.pieces, 0);
    variables.push({
      ...variable,
      name: names.get(variable.short) ?? variable.short,
      width: Math.max(variable.width, width || 0),
      pieces,
    });
    place += parts.length - 1;
  }
  return variables;
}
