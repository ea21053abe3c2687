import { notice, quoted } from "../../notices/notice";
import type { Source } from "../../source";
import type { Notice } from "../../table";

/** A text whose columns stand at the same places of every line, as text with tabs between them. */
export interface FixedWidth {
  text: string;
  notices: Notice[];
}

/** Larger files come from programs, and these write separators. */
const largest = 8 << 20;
const fewestColumns = 3;
/** Titles above the header. */
const mostTitles = 5;

/**
 * The same text with tabs, where its columns are plain: places that are blank in every line from the header on part at
 * least three columns, whose names stand over them. Null for every other text.
 */
export async function fixedWidth(source: Source): Promise<FixedWidth | null> {
  if (source.size > largest || source.size === 0) return null;
  const head = linesOf(decoded(await source.read(0, Math.min(source.size, 1 << 14)), true)).slice(0, -1);
  if (!mayBe(head)) return null;
  const lines = linesOf(decoded(await source.read(0, source.size), false));
  if (lines.some((line) => /[\t\0]/.test(line))) return null;
  const filled = lines.flatMap((line, at) => (line.trim() === "" ? [] : [at]));
  for (const first of filled.slice(0, mostTitles + 1)) {
    const places = columnsOf(lines.filter((line, at) => at >= first && line.trim() !== ""));
    if (places) return withTabs(lines, first, places);
  }
  return null;
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

function decoded(bytes: Uint8Array, cutOff: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cutOff });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Runs of blanks inside nearly every line, and no separator that as many lines have. */
function mayBe(head: readonly string[]): boolean {
  const lines = head.filter((line) => line.trim() !== "").slice(0, 50);
  const share = (test: (line: string) => boolean) => lines.filter(test).length / lines.length;
  return (
    lines.length >= 4 &&
    share((line) => /\S {2,}\S/.test(line)) >= 0.8 &&
    share((line) => /[\t,;|"]/.test(line)) < 0.2 &&
    share((line) => line.startsWith("#")) === 0
  );
}

interface Place {
  from: number;
  to: number;
  name: string;
}

function columnsOf(lines: readonly string[]): Place[] | null {
  const [header = "", ...body] = lines;
  if (body.length < 3) return null;
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isGap = (at: number) => lines.every((line) => at >= line.length || line[at] === " ");
  const pieces: Place[] = [];
  for (let at = 0; at < width; at++) {
    if (isGap(at)) continue;
    const from = at;
    while (at < width && !isGap(at)) at++;
    pieces.push({ from, to: at, name: header.slice(from, at).trim() });
  }
  const joined: Place[] = [];
  for (const piece of pieces) {
    const before = joined[joined.length - 1];
    // A text with a blank at the same place in every row is one column, and so is a name of two words.
    const goesOn = before && (piece.name === "" ? before.name !== "" : isEmpty(before, body));
    if (!goesOn) joined.push(piece);
    else joined.splice(-1, 1, { ...before, to: piece.to, name: header.slice(before.from, piece.to).trim() });
  }
  const named = joined.filter(({ name }) => name !== "");
  const apart = (text: string) => /\S {2,}\S/.test(text);
  const plain = joined.every(
    ({ from, to, name }) =>
      !apart(name) && !body.every((line) => / \S/.test(line.slice(from, to).trim()) && name.includes(" ")),
  );
  const isRowNames = joined.length === named.length + 1 && joined[0]?.name === "";
  // Below a title that is none, the first row would be taken for the names.
  const holdsNumbers = named.some(({ name }) => /^[-+]?[\d.,]+$/.test(name));
  return plain && !holdsNumbers && named.length >= fewestColumns && (joined.length === named.length || isRowNames)
    ? joined
    : null;
}

const isEmpty = ({ from, to }: Place, body: readonly string[]) =>
  body.every((line) => line.slice(from, to).trim() === "");

function withTabs(lines: readonly string[], first: number, places: readonly Place[]): FixedWidth {
  const cut = (line: string) =>
    places.map(({ to }, column) => line.slice(column === 0 ? 0 : places[column - 1].to, to).trim()).join("\t");
  const text = lines.map((line, at) => (at < first || line.trim() === "" ? line : cut(line))).join("\n");
  const names = places.map(({ name }) => name).filter((name) => name !== "");
  const message = `Columns stand at the same places of every line, and nothing separates them but blanks: ${quoted(names, 8)}.`;
  return { text, notices: [notice("fixed-width", names.length, message, "Compare the first rows with the file.")] };
}
