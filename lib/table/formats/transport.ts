import { formatCount } from "../../format";
import { failed, ok, problem, type Result } from "../../result";
import { dayToIso } from "../dates";
import { builtTable, finishTable, withoutLines } from "../finishTable";
import { notice } from "../notices/notice";
import { refusal } from "../refusal";
import type { Source } from "../source";
import type { Notice, ReadingOptions, Table } from "../table";
import { addRecord, type TableBuilder, tableBuilder } from "../tableBuilder";
import { beginsWith, decodes, joined } from "./bytes";
import { legacyEncoding } from "./delimited/legacyEncoding";
import { days1960 } from "./epoch";
import type { Format, ReadProgress } from "./format";
import { ibmDouble } from "./ibmDouble";
import { shownAs } from "./sasFormats";

/**
 * SAS transport files, versions 5 and 8, as regulators exchange them. Source: SAS Institute, "Record layout of a SAS
 * version 5 or 6 (8 or 9) data set in SAS transport format", TS-140.
 */
export const transport: Format = {
  id: "transport",
  label: "a SAS transport file",
  endings: ["xpt"],
  matches: (head) => beginsWith(head, "HEADER RECORD*******LIB"),
  read: readTransport,
};

interface Variable {
  name: string;
  numeric: boolean;
  length: number;
  /** Place of its first byte in an observation. */
  at: number;
  shows: "day" | "moment" | "other";
}

interface Member {
  name: string;
  variables: Variable[];
  /** Where its observations begin and end in the file. */
  start: number;
  end: number;
}

const line = 80;

async function readTransport(
  source: Source,
  options: ReadingOptions,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<Table>> {
  const bytes = await source.read(0, source.size);
  const members = findMembers(bytes);
  const names = members.map(({ name }) => name);
  const member = options.sheet === undefined ? members[0] : members.find(({ name }) => name === options.sheet);
  const choices = names.map((sheet) => ({ label: sheet, options: { sheet } }));
  if (!member)
    return failed(
      refusal(
        "transport-damaged",
        `“${source.name}” is a SAS transport file without such a data set.`,
        "Write it anew.",
        choices,
      ),
    );
  const width = member.variables.reduce((most, { at, length }) => Math.max(most, at + length), 0);
  const data = bytes.subarray(member.start, member.end);
  const rows = width === 0 ? 0 : countRows(data, width);
  if (rows === 0)
    return failed(
      problem("no-data-rows", `The data set “${member.name}” has columns but no rows.`, "Write it anew with its rows."),
    );
  const texts = textBytes(member.variables, data, rows, width);
  const encoding = options.encoding ?? (decodes(texts, "utf-8") ? "utf-8" : legacyEncoding(texts));
  const facts = {
    ...withoutLines,
    format: "transport" as const,
    encoding,
    sheet: names.length > 1 ? member.name : null,
    sheets: names.length > 1 ? names : [],
  };
  const table = await builtTable((asTexts) => {
    const builder = tableBuilder(
      member.variables.map(({ name }) => name),
      { ...options, decimal: "." },
      asTexts,
    );
    fill(builder, member.variables, data, { rows, width, encoding });
    onProgress({ bytes: source.size, size: source.size, rows: builder.rows });
    return finishTable(builder, facts, cutOff(bytes, data, width), ".");
  });
  if (names.length === 1 || options.sheet !== undefined) return ok(table);
  const several = {
    code: "several-sheets",
    message: `The file has ${formatCount(names.length)} data sets; “${member.name}” is read.`,
    hint: "Choose the one with your patients.",
    count: names.length,
    choices,
  };
  return ok({ ...table, questions: [several, ...table.questions] });
}

/** Every data set of the library; headers stand at the beginning of lines of 80 bytes. */
function findMembers(bytes: Uint8Array): Member[] {
  const headers: { kind: string; at: number }[] = [];
  for (let at = 0; at + line <= bytes.length; at += line) {
    if (!beginsWith(bytes, "HEADER RECORD*******", at)) continue;
    headers.push({ kind: latin(bytes, at + 20, at + 28).trim(), at });
  }
  return headers.flatMap(({ kind, at }, place) => {
    if (!/^(MEMBER|MEMBV8)$/.test(kind)) return [];
    const within = headers.slice(place + 1);
    const next = within.find((each) => /^(MEMBER|MEMBV8)$/.test(each.kind))?.at ?? bytes.length;
    const find = (wanted: RegExp) => within.find((each) => each.at < next && wanted.test(each.kind));
    const [descriptor, described, observed] = [find(/^DS?C/), find(/^NAME?ST/), find(/^OBS/)];
    if (!descriptor || !described || !observed) return [];
    const end = find(/^LABEL/)?.at ?? observed.at;
    const size = Number(latin(bytes, at + 74, at + 78)) || 140;
    const variables = readVariables(bytes, described.at + line, end, size, kind === "MEMBV8");
    const name = latin(bytes, descriptor.at + line + 8, descriptor.at + line + (kind === "MEMBV8" ? 40 : 16)).trim();
    return [{ name, variables, start: observed.at + line, end: next }];
  });
}

function readVariables(bytes: Uint8Array, start: number, end: number, size: number, long: boolean): Variable[] {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const variables: Variable[] = [];
  for (let at = start; at + size <= end; at += size) {
    const type = data.getUint16(at);
    if (type !== 1 && type !== 2) break;
    const name = long ? latin(bytes, at + 88, at + 120).trim() : latin(bytes, at + 8, at + 16).trim();
    variables.push({
      name: name || latin(bytes, at + 8, at + 16).trim(),
      numeric: type === 1,
      length: data.getUint16(at + 4),
      at: data.getUint32(at + 84),
      shows: shownAs(latin(bytes, at + 56, at + 64).trim()),
    });
  }
  return variables;
}

/** Observations, without those of blanks alone that fill up the last line. */
function countRows(data: Uint8Array, width: number): number {
  let rows = Math.floor(data.length / width);
  const isFilling = (row: number) =>
    data.length - row * width <= line && data.subarray(row * width, (row + 1) * width).every((byte) => byte === 0x20);
  while (rows > 0 && isFilling(rows - 1)) rows--;
  return rows;
}

/** Said where the last line is not full, or an observation is begun and not ended. */
function cutOff(bytes: Uint8Array, data: Uint8Array, width: number): Notice[] {
  const rest = data.subarray(width * Math.floor(data.length / width));
  if (bytes.length % line === 0 && rest.every((byte) => byte === 0x20)) return [];
  const message = "The file ends in the middle of a row, which is left out: it may have been cut off.";
  return [notice("file-cut-off", 1, message, "Fetch the file again.")];
}

function fill(
  table: TableBuilder,
  variables: readonly Variable[],
  data: Uint8Array,
  { rows, width, encoding }: { rows: number; width: number; encoding: string },
): void {
  const decoder = new TextDecoder(encoding, { fatal: false });
  for (let row = 0; row < rows; row++) {
    const start = row * width;
    const record = variables.map(({ numeric, at, length, shows }) => {
      const cell = data.subarray(start + at, start + at + length);
      return numeric
        ? numberText(cell, shows)
        : decoder
            .decode(cell)
            .replace(/(?<! ) +$/, "")
            .replaceAll("\0", "");
    });
    addRecord(table, record, row + 1);
  }
}

/** The bytes of all text cells, one behind the other. */
function textBytes(variables: readonly Variable[], data: Uint8Array, rows: number, width: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const { numeric, at, length } of variables)
    if (!numeric)
      for (let row = 0; row < rows; row++) pieces.push(data.subarray(row * width + at, row * width + at + length));
  return joined(pieces);
}

/**
 * A number, a day or a moment as text; missing is empty, and the special missing values are .A to .Z and ._, as SAS
 * writes them.
 */
function numberText(cell: Uint8Array, shows: Variable["shows"]): string {
  const first = cell[0];
  if (cell.subarray(1).every((byte) => byte === 0)) {
    if (first === 0x2e) return "";
    if (first === 0x5f || (first >= 0x41 && first <= 0x5a)) return `.${String.fromCharCode(first)}`;
  }
  const value = ibmDouble(cell);
  if (shows === "day") return dayToIso(Math.floor(value) - days1960) || String(value);
  if (shows === "other") return String(value);
  const seconds = Math.round(value) - 86_400 * Math.floor(value / 86_400);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${dayToIso(Math.floor(value / 86_400) - days1960)} ${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

const latin = (bytes: Uint8Array, start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
