import { beginsWith } from "../bytes";

/** What a data file says of its variables, and where their values are. */
export interface StataHeader {
  release: number;
  little: boolean;
  variables: StataVariable[];
  rows: number;
  /** Bytes of a row. */
  width: number;
  /** Where the rows begin. */
  data: number;
  /** Where long texts and labels begin; long texts are in releases from 117 on. */
  longTexts: number | null;
  labels: number;
}

export type StataType = "byte" | "int" | "long" | "float" | "double" | "text" | "longText";

export interface StataVariable {
  name: Uint8Array;
  type: StataType;
  /** Place of its first byte in a row, and how many it has. */
  at: number;
  length: number;
  /** How it is shown: "%td", "%9.0g" … */
  format: string;
  /** Name of its labels; empty where it has none. */
  labels: string;
}

const sizes = { byte: 1, int: 2, long: 4, float: 4, double: 8, longText: 8 };

/** Widths of the fields of names, formats and labels of variables, by release. */
const fields = (release: number) =>
  release >= 118 ? { name: 129, format: 57, label: 321 } : { name: 33, format: release === 113 ? 12 : 49, label: 81 };

/**
 * Reads the header of releases 113 to 115 (Stata 8 to 12) and 117 to 119 (13 and later). Source: Stata Corporation,
 * help dta, of each release. Throws a RangeError where the bytes are none, and says null of other releases.
 */
export function readHeader(bytes: Uint8Array): StataHeader | null {
  return beginsWith(bytes, "<stata_dta>") ? modern(bytes) : classic(bytes);
}

/** Bytes up to the first NUL. */
export function untilNul(bytes: Uint8Array, start: number, length: number): Uint8Array {
  if (start < 0 || start + length > bytes.length) throw new RangeError("beyond the file");
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}

export const latin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

function classic(bytes: Uint8Array): StataHeader | null {
  const release = bytes[0];
  if (release < 113 || release > 115) return null;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[1] === 2;
  const count = data.getUint16(4, little);
  const rows = data.getUint32(6, little);
  const { name, format, label } = fields(release);
  const types = 109;
  const names = types + count;
  const formats = names + count * name + 2 * (count + 1);
  const labels = formats + count * format;
  const { variables, width } = laidOut(count, (place) => ({
    name: untilNul(bytes, names + place * name, name),
    ...classicType(data.getUint8(types + place)),
    format: latin(untilNul(bytes, formats + place * format, format)),
    labels: latin(untilNul(bytes, labels + place * name, name)),
  }));
  let at = labels + count * (name + label);
  for (;;) {
    const [type, length] = [data.getUint8(at), data.getUint32(at + 1, little)];
    at += 5;
    if (type === 0 && length === 0) break;
    at += length;
  }
  return { release, little, variables, rows, width, data: at, longTexts: null, labels: at + rows * width };
}

function classicType(code: number): Pick<StataVariable, "type" | "length"> {
  if (code <= 244) return { type: "text", length: code };
  const type = (["byte", "int", "long", "float", "double"] as const)[code - 251];
  if (!type) throw new RangeError("no type");
  return { type, length: sizes[type] };
}

/** Sections in the order of the map that says where each begins. */
const sections = [
  "<stata_dta>",
  "<map>",
  "<variable_types>",
  "<varnames>",
  "<sortlist>",
  "<formats>",
  "<value_label_names>",
  "<variable_labels>",
  "<characteristics>",
  "<data>",
  "<strls>",
  "<value_labels>",
  "</stata_dta>",
];

function modern(bytes: Uint8Array): StataHeader | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = "<stata_dta><header>".length;
  const tag = (words: string) => {
    if (!beginsWith(bytes, words, at)) throw new RangeError(`no ${words}`);
    at += words.length;
  };
  tag("<release>");
  const release = Number(latin(bytes.subarray(at, at + 3)));
  if (release < 117 || release > 119) return null;
  at += 3;
  tag("</release><byteorder>");
  const little = latin(bytes.subarray(at, at + 3)) === "LSF";
  at += 3;
  const whole = (place: number) => Number(data.getBigUint64(place, little));
  tag("</byteorder><K>");
  const count = release === 119 ? data.getUint32(at, little) : data.getUint16(at, little);
  at += release === 119 ? 4 : 2;
  tag("</K><N>");
  const rows = release === 117 ? data.getUint32(at, little) : whole(at);
  at += release === 117 ? 4 : 8;
  tag("</N><label>");
  at += release === 117 ? 1 + data.getUint8(at) : 2 + data.getUint16(at, little);
  tag("</label><timestamp>");
  at += 1 + data.getUint8(at);
  tag("</timestamp></header><map>");
  const map = sections.map((words, place) => {
    const start = whole(at + 8 * place);
    if (!beginsWith(bytes, words, start)) throw new RangeError(`no ${words}`);
    return start + words.length;
  });
  const [, , types, names, , formats, labels, , , rowsAt, longTexts, labelsAt] = map;
  const { name, format } = fields(release);
  const { variables, width } = laidOut(count, (place) => ({
    name: untilNul(bytes, names + place * name, name),
    ...modernType(data.getUint16(types + 2 * place, little)),
    format: latin(untilNul(bytes, formats + place * format, format)),
    labels: latin(untilNul(bytes, labels + place * name, name)),
  }));
  if (rowsAt + rows * width > longTexts) throw new RangeError("more rows than data");
  return { release, little, variables, rows, width, data: rowsAt, longTexts, labels: labelsAt };
}

function modernType(code: number): Pick<StataVariable, "type" | "length"> {
  if (code >= 1 && code <= 2045) return { type: "text", length: code };
  if (code === 32_768) return { type: "longText", length: sizes.longText };
  const type = (["double", "float", "long", "int", "byte"] as const)[code - 65_526];
  if (!type) throw new RangeError("no type");
  return { type, length: sizes[type] };
}

function laidOut(count: number, read: (place: number) => Omit<StataVariable, "at">) {
  const variables: StataVariable[] = [];
  let width = 0;
  for (let place = 0; place < count; place++) {
    const variable = { ...read(place), at: width };
    variables.push(variable);
    width += variable.length;
  }
  return { variables, width };
}
