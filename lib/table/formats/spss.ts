import { counted, rowsInWords } from "../../format";
import { failed, ok, problem, type Result } from "../../result";
import { dayToIso } from "../dates";
import { builtTable, finishTable, withoutLines } from "../finishTable";
import { notice } from "../notices/notice";
import type { Source } from "../source";
import type { Notice, ReadingOptions, Table } from "../table";
import { addRecord, type TableBuilder, tableBuilder } from "../tableBuilder";
import { beginsWith } from "./bytes";
import type { Format, ReadProgress } from "./format";
import { caseBytes } from "./spss/cases";
import { type Dictionary, readDictionary, type Variable } from "./spss/dictionary";
import { labelNotice, labelTexts } from "./valueLabels";

/** Data files of SPSS (.sav and .zsav). Values with labels are read as their labels, as SPSS shows them. */
export const spss: Format = {
  id: "spss",
  label: "an SPSS data file",
  endings: ["sav", "zsav"],
  matches: (head) => beginsWith(head, "$FL2") || beginsWith(head, "$FL3"),
  read: readSpss,
};

async function readSpss(
  source: Source,
  options: ReadingOptions,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<Table>> {
  const bytes = await source.read(0, source.size);
  const dictionary = readDictionary(bytes);
  const cases = dictionary && (await caseBytes(bytes, dictionary));
  if (!dictionary || !cases)
    return failed(
      problem(
        "spss-damaged",
        `“${source.name}” is an SPSS data file that is damaged or incomplete.`,
        "Save it anew in SPSS, or as CSV.",
      ),
    );
  const width = 8 * dictionary.variables.reduce((sum, { pieces }) => sum + pieces, 0);
  const rows = width === 0 ? 0 : Math.floor(cases.length / width);
  if (rows === 0)
    return failed(
      problem("no-data-rows", `“${source.name}” has variables but no cases.`, "Save it anew with its cases."),
    );
  const table = await builtTable((asTexts) => {
    const builder = tableBuilder(
      dictionary.variables.map(({ name }) => name),
      { ...options, decimal: "." },
      asTexts,
    );
    const declared = fill(builder, dictionary, cases, rows);
    onProgress({ bytes: source.size, size: source.size, rows });
    const said = [...cutOff(dictionary.cases, cases.length / width), ...notices(dictionary, declared)];
    return finishTable(builder, { ...facts, encoding: dictionary.encoding }, said, ".");
  });
  return ok(table);
}

/** Said where the last case is incomplete, or the file holds fewer cases than it says. */
function cutOff(announced: number, found: number): Notice[] {
  if (Number.isInteger(found) && found >= announced) return [];
  const lacking = Math.max(1, announced - Math.floor(found));
  const message = `The file ends early: ${counted(lacking, "case is", "cases are")} missing or incomplete, and ${counted(Math.floor(found), "case is", "cases are")} read.`;
  return [notice("file-cut-off", lacking, message, "Fetch the file again.")];
}

const facts = { ...withoutLines, format: "spss" } as const;

/** Rows (from 1) in which a variable has a value that SPSS was told to take for missing, by its place. */
type Declared = Map<number, number[]>;

function fill(
  table: TableBuilder,
  { variables, encoding, little }: Dictionary,
  cases: Uint8Array,
  rows: number,
): Declared {
  const decoder = new TextDecoder(encoding);
  const data = new DataView(cases.buffer, cases.byteOffset, cases.byteLength);
  const declared: Declared = new Map();
  const shown = variables.map(({ labels, isMissing }) => labelTexts(labels, isMissing));
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const record = variables.map((variable, place) => {
      const start = at;
      at += 8 * variable.pieces;
      const value = variable.width > 0 ? textOf(cases, start, variable, decoder) : data.getFloat64(start, little);
      if (value === "" || value === -Number.MAX_VALUE || Number.isNaN(value)) return "";
      if (variable.isMissing(value)) {
        const cells = declared.get(place) ?? [];
        if (cells.length === 0) declared.set(place, cells);
        cells.push(row + 1);
        return "";
      }
      return shown[place].get(value) ?? (typeof value === "string" ? value : numberText(value, variable.shows));
    });
    addRecord(table, record, row + 1);
  }
  return declared;
}

/** Very long texts lie in parts of 255 bytes, each filled up to 256. */
function textOf(cases: Uint8Array, start: number, { width, pieces }: Variable, decoder: TextDecoder): string {
  if (width <= 255) return decoder.decode(cases.subarray(start, start + width)).trimEnd();
  let whole = "";
  for (let part = 0; part * 256 < 8 * pieces; part++)
    whole += decoder.decode(cases.subarray(start + 256 * part, Math.min(start + 256 * part + 255, start + 8 * pieces)));
  return whole.trimEnd();
}

/** Days from 1582-10-14 to 1970-01-01. */
const to1970 = 141_428;

function numberText(value: number, shows: Variable["shows"]): string {
  if (shows === "other") return String(value);
  const day = Math.floor(value / 86_400);
  const seconds = Math.round(value - 86_400 * day);
  const written = dayToIso(day - to1970);
  if (shows === "day" || seconds === 0) return written;
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${written} ${clock.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

function notices({ variables }: Dictionary, declared: Declared): Notice[] {
  const labelled = variables.filter(({ labels, isMissing }) => labelTexts(labels, isMissing).size > 0);
  const made = labelNotice(labelled.map(({ name }) => name));
  for (const [place, rows] of declared) {
    const { name } = variables[place];
    const message = `${counted(rows.length, "cell")} of “${name}” with a value that SPSS takes for missing, read as missing (${rowsInWords(rows)}).`;
    made.push(
      notice("declared-missing", rows.length, message, "Change it in SPSS if the value means something.", {
        columns: [name],
        rows,
      }),
    );
  }
  return made;
}
