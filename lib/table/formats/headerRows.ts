import { choicesIn } from "../codeBook/choicesIn";
import { isValue } from "../codeBook/labelTexts";
import { isSecondHeader } from "./header";

/** The rows of a header: one for most files. */
export interface HeaderRows {
  /** Of the columns, put together where two rows hold them. */
  names: string[];
  /** The row above names groups of columns, and is a part of the names. */
  above: boolean;
  /** So many rows below the first belong to the header. */
  below: number;
  /** The first of them holds names; all others hold units or labels. */
  joined: boolean;
}

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === "";

/** Rows of units, labels and identifiers of questions below the names are no more than these. */
const mostBelow = 3;

/**
 * The header that begins with `first`, or with the row of groups right above it ("PFS" over "months" and "event"); the
 * rows below follow. Groups stand over their own columns and those to the right without one, unless they are `spread`
 * over theirs already, as merged cells are.
 */
export function headerRows(
  above: readonly string[] | null,
  first: readonly string[],
  body: readonly string[][],
  spread = false,
): HeaderRows {
  const below = linesBelow(body);
  const rest = body[0] ?? [];
  const joined = below > 0 && rest.some((cell, column) => !isBlank(cell) && isBlank(first[column]));
  if (joined) return { names: joinedNames(first, rest, spread), above: false, below, joined };
  const names = above && areGroups(above, first) ? joinedNames(above, first, spread) : first;
  return { names: [...names], above: names.some((name, column) => name !== first[column]), below, joined };
}

function linesBelow(body: readonly string[][]): number {
  const identifiers = body.slice(0, mostBelow).findLastIndex(holdsIdentifiers);
  if (identifiers >= 0) return identifiers + 1;
  let lines = 0;
  const isPart = (line: number) => isSecondHeader(body[line], body.slice(line + 1)) || explainsCodes(body, line);
  while (lines < mostBelow && body.length > lines + 2 && isPart(lines)) lines++;
  return lines;
}

/** "0=alive 1=dead" in a cell of one of the lines, where no cell below says such a thing: a line of codes. */
function explainsCodes(body: readonly string[][], line: number): boolean {
  const explained = body[line].map((cell) => choicesIn(cell));
  // A row with values of its own is a patient's, whatever stands in its remarks.
  if (body[line].some((cell) => /^\s*[-+]?\d[\d.,/-]*\s*$/.test(cell))) return false;
  return explained.some(
    (labels, column) =>
      labels.length > 1 &&
      body.slice(line + 1).every((record) => choicesIn(record[column] ?? "").length === 0) &&
      body.slice(line + 1).some((record) => labels.some(({ value }) => isValue((record[column] ?? "").trim(), value))),
  );
}

/** "CDE_ID:2003301" or {"ImportId":"QID1"} in most cells: the line that names the questions behind the columns. */
function holdsIdentifiers(record: readonly string[]): boolean {
  const filled = record.filter((cell) => !isBlank(cell));
  const found = filled.filter((cell) => /^\s*(CDE_ID:|\{"ImportId":)/.test(cell)).length;
  return found > 1 && found >= 0.5 * filled.length;
}

const longestGroup = 60;

/** Short texts, fewer than the names below; one in the first cell alone is a title. */
function areGroups(above: readonly string[], names: readonly string[]): boolean {
  const filled = above.filter((cell) => !isBlank(cell));
  const different = new Set(filled);
  return (
    above.some((cell, column) => column > 0 && !isBlank(cell) && cell !== above[0]) &&
    filled.every((cell) => cell.length <= longestGroup && !/^\s*[-+]?\d/.test(cell)) &&
    different.size < names.filter((cell) => !isBlank(cell)).length
  );
}

/** What says nothing without the group above it. */
const general = new Set(
  (
    "n no nr yes time times month months mo mos day days week weeks year years date dates status event events censored " +
    "censor censoring value values result unit start end first last zeit monat monate tag tage jahr jahre datum ereignis " +
    "ereignisse zensiert beginn ende wert temps mois jours ans debut fin evenement statut fecha meses dias in of the"
  ).split(" "),
);

const isGeneral = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .every((word) => general.has(word));

/** The lower name, with its group where it comes again or says nothing alone; the upper where there is no lower. */
export function joinedNames(upper: readonly string[], lower: readonly string[], spread: boolean): string[] {
  const times = new Map<string, number>();
  for (const cell of lower) times.set(cell.trim(), (times.get(cell.trim()) ?? 0) + 1);
  let group = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [over, name] = [(upper[column] ?? "").trim(), (lower[column] ?? "").trim()];
    if (over !== "" || spread) group = over;
    if (name === "") {
      const own = over;
      if (!spread) group = "";
      return own;
    }
    const alone = (times.get(name) ?? 0) < 2 && !isGeneral(name);
    return alone || group === "" || name.toLowerCase().includes(group.toLowerCase()) ? name : `${group} ${name}`;
  });
}
