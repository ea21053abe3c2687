import { counted, rowsInWords } from "../../format";
import { failed, ok, type Problem, problem, type Result } from "../../result";
import { notice, quoted } from "../notices/notice";
import type { Notice, ReadingOptions, Table } from "../table";
import { decodes, joined } from "./bytes";
import { type Cells, tableOf } from "./cells";
import { legacyEncoding } from "./delimited/legacyEncoding";
import type { Format } from "./format";
import { stataSign } from "./heavy";
import { ownMissing } from "./ownMissing";
import { calendarOf, type LongTexts, longTextAt, numberAt, readLongTexts } from "./stata/cells";
import { readHeader, type StataHeader, type StataVariable, untilNul } from "./stata/header";
import { readLabels } from "./stata/labels";
import { labelNotice, labelTexts } from "./valueLabels";

/** Data files of Stata (.dta). Values with labels are read as their labels, as Stata shows them. */
export const stata: Format = {
  ...stataSign,
  async read(source, options, onProgress) {
    const table = await readStata(source.name, await source.read(0, source.size), options);
    if (table.ok) onProgress({ bytes: source.size, size: source.size, rows: table.value.rows });
    return table;
  },
};

interface Read {
  header: StataHeader;
  labels: Map<string, Map<number, Uint8Array>>;
  longTexts: LongTexts;
}

async function readStata(file: string, bytes: Uint8Array, options: ReadingOptions): Promise<Result<Table>> {
  const read = partsOf(bytes);
  if (read === "other release") return failed(otherRelease(file));
  if (read === null) return failed(damaged(file));
  if (read.header.rows === 0 || read.header.variables.length === 0)
    return failed(problem("no-data-rows", `“${file}” has variables but no rows.`, "Save it anew with its rows."));
  const texts = textsIn(bytes, read);
  const encoding = decodes(texts, "utf-8")
    ? "utf-8"
    : read.header.release >= 118
      ? "windows-1252"
      : legacyEncoding(texts);
  return ok(await tableOf(cellsOf(bytes, read, encoding), options));
}

function partsOf(bytes: Uint8Array): Read | "other release" | null {
  try {
    const header = readHeader(bytes);
    if (!header) return "other release";
    if (header.data + header.rows * header.width > bytes.length) return null;
    return { header, labels: readLabels(bytes, header), longTexts: readLongTexts(bytes, header) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function cellsOf(bytes: Uint8Array, { header, labels, longTexts }: Read, encoding: string): Cells {
  const { variables, rows, width, little } = header;
  const decoder = new TextDecoder(encoding);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const named = variables.map(({ name }) => decoder.decode(name));
  const shown = variables.map(({ labels: set }) => {
    const own = [...(labels.get(set) ?? [])].map(([value, text]) => [value, decoder.decode(text).trim()] as const);
    return labelTexts(new Map(own));
  });
  const calendars = variables.map(({ format, type }) => (isText(type) ? null : calendarOf(format)));
  const start = (row: number, { at }: StataVariable) => header.data + row * width + at;

  function text(row: number, place: number): string {
    const variable = variables[place];
    const at = start(row, variable);
    if (variable.type === "text") return decoder.decode(untilNul(bytes, at, variable.length));
    if (variable.type === "longText") return decoder.decode(longTexts.get(longTextAt(data, at, header)) ?? none);
    const value = numberAt(data, at, variable.type, little);
    if (typeof value === "string") return "";
    return shown[place].get(value) ?? calendars[place]?.(value) ?? String(value);
  }

  return {
    format: "stata",
    encoding,
    columns: named,
    numeric: new Set(variables.flatMap(({ type }, place) => (isText(type) ? [] : [place]))),
    rows,
    text,
    notices: [
      ...labelNotice(named.filter((_, place) => shown[place].size > 0)),
      ...lackingLabels(
        named.filter((_, place) => variables[place].labels !== "" && !labels.has(variables[place].labels)),
      ),
      ...variables.flatMap((variable, place) =>
        isText(variable.type)
          ? []
          : ownMissing(
              named[place],
              rows,
              (row) => numberAt(data, start(row, variable), variable.type, little),
              "Stata",
            ),
      ),
      ...notText(named, variables, rows, (row, variable) =>
        longTexts.get(longTextAt(data, start(row, variable), header)),
      ),
    ],
    sheet: null,
    sheets: [],
  };
}

const none = new Uint8Array(0);
const isText = (type: StataVariable["type"]) => type === "text" || type === "longText";

function lackingLabels(columns: string[]): Notice[] {
  if (columns.length === 0) return [];
  const message = `${counted(columns.length, "column")} with labels for values that the file lacks: ${quoted(columns)}. The values are read as they are.`;
  return [notice("labels-absent", columns.length, message, "Save it anew in Stata with its labels.", { columns })];
}

/** Cells that hold bytes instead of a text are missing, and named. */
function notText(
  named: string[],
  variables: readonly StataVariable[],
  rows: number,
  longText: (row: number, variable: StataVariable) => Uint8Array | null | undefined,
): Notice[] {
  return variables.flatMap((variable, place) => {
    if (variable.type !== "longText") return [];
    const found: number[] = [];
    for (let row = 0; row < rows; row++) if (longText(row, variable) === null) found.push(row + 1);
    if (found.length === 0) return [];
    const columns = [named[place]];
    const message = `${counted(found.length, "cell")} of ${quoted(columns)} with bytes that are no text (strL), read as missing (${rowsInWords(found)}).`;
    return [notice("binary-cells", found.length, message, "Nothing to do.", { columns, rows: found })];
  });
}

/** The bytes of all texts, one behind the other. */
function textsIn(bytes: Uint8Array, { header, labels, longTexts }: Read): Uint8Array {
  const { variables, rows, width } = header;
  const pieces = [...variables.map(({ name }) => name)];
  for (const set of labels.values()) pieces.push(...set.values());
  for (const text of longTexts.values()) if (text) pieces.push(text);
  for (const { type, at, length } of variables)
    if (type === "text")
      for (let row = 0; row < rows; row++) pieces.push(untilNul(bytes, header.data + row * width + at, length));
  return joined(pieces);
}

const damaged = (file: string): Problem =>
  problem(
    "stata-damaged",
    `“${file}” is a Stata data file that is damaged or incomplete.`,
    "Fetch it again, or save it anew in Stata, or as CSV (export delimited).",
  );

const otherRelease = (file: string): Problem =>
  problem(
    "not-a-table",
    `“${file}” is a Stata data file of a release that is not read (113 to 115 and 117 to 119 are).`,
    "In Stata, save it anew, or use export delimited.",
  );
