import type { Board } from "../../board/board";
import type { Comparison, Factor } from "../../board/score";
import { underName } from "../../format";
import { choiceFor } from "../columns";
import type { MatchColumn } from "./match";
import { meaningOf } from "./measures";
import { unitFrom } from "./units";

export interface PastedFactors {
  factors: Factor[];
  /** Lines in which no name and number were found. */
  skipped: string[];
}

const number = String.raw`[-+−–]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const withCut = new RegExp(
  String.raw`^(.+?)\s*(<=|>=|≤|≥|<|>|=)\s*(${number}|[^\s,;:]+)\s*([^\d\s,;:=][^,;:\t]*?)?[\s,;:=]+(${number})(?:\s.*)?$`,
);
const plain = new RegExp(String.raw`^(.*?[^\s,;:=])[\s,;:=]+(${number})(?:[\s,;].*)?$`);

/** Longer lines are none of a table of coefficients; the time of the patterns above grows with the square of a line. */
const longestLine = 1000;

/**
 * A score from pasted coefficients, one factor a line: "hemoglobin < 10 g/dL  1.15", "sexMale 0.53", "age 0.017". The
 * first number after the name (and cut) is the coefficient. Without a cut it counts per unit of a number, or for 1 of a
 * column of 0 and 1, or for the level that a name as R writes it ends in. `ratios`: the numbers are hazard ratios, the
 * points their logarithms.
 */
export function pastedFactors(
  text: string,
  columns: readonly MatchColumn[],
  board: Board,
  ratios = false,
): PastedFactors {
  const factors: Factor[] = [];
  const skipped: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const factor = line.length > longestLine ? null : factorOf(line, columns, board, ratios);
    if (factor) factors.push({ ...factor, id: `f${factors.length + 1}` });
    else skipped.push(line);
  }
  return { factors, skipped };
}

function factorOf(line: string, columns: readonly MatchColumn[], board: Board, ratios: boolean): Factor | null {
  const cut = withCut.exec(line);
  const [name, coefficient] = cut ? [cut[1], cut[5]] : (plain.exec(line)?.slice(1) ?? []);
  if (name === undefined || coefficient === undefined) return null;
  const value = numberOf(coefficient);
  const points = ratios ? Math.log(value) : value;
  if (!Number.isFinite(points)) return null;
  const base = { id: "f", label: name.trim(), unit: "", convert: null, formula: null, points };
  const column = columnOf(name.trim(), columns, board);
  if (cut) {
    const unit = cut[4]?.trim() ?? "";
    return {
      ...base,
      column: column?.name ?? null,
      unit: unitFrom(unit) ?? unit,
      when: comparisonOf(cut[2] ?? "", cut[3] ?? ""),
    };
  }
  if (column) return { ...base, column: column.name, when: uncutComparison(column) };
  const leveled = levelOf(name.trim(), columns);
  if (leveled)
    return {
      ...base,
      label: underName(leveled.column, [leveled.level]),
      column: leveled.column,
      when: { op: "in", values: [leveled.level] },
    };
  return { ...base, column: null, when: { op: "per unit" } };
}

const numberOf = (text: string) => Number(text.replace(/[−–]/, "-"));

function comparisonOf(sign: string, text: string): Comparison {
  const value = numberOf(text);
  if (Number.isNaN(value)) return { op: "in", values: [text] };
  const op = sign === "≤" ? "<=" : sign === "≥" ? ">=" : (sign as "<" | "<=" | ">" | ">=" | "=");
  return { op, value, times: 1, limit: null };
}

function uncutComparison({ kind, distinct, min, max }: MatchColumn): Comparison {
  if (kind !== "number") return { op: "in", values: [] };
  if (distinct !== null && distinct <= 2 && min === 0 && max === 1) return { op: "=", value: 1, times: 1, limit: null };
  return { op: "per unit" };
}

/** By its name or label, else the only column that speaks of the same measure. */
function columnOf(name: string, columns: readonly MatchColumn[], board: Board): MatchColumn | undefined {
  const same = (text: string | undefined) => text?.trim().toLowerCase() === name.toLowerCase();
  const exact = columns.find((column) => same(column.name) || same(choiceFor(board, column.name).label));
  if (exact) return exact;
  const [measure] = meaningOf(name).measures;
  if (!measure) return undefined;
  const speaking = columns.filter((column) => {
    const { measures, limit, flag } = meaningOf(column.name);
    return measures[0] === measure && limit === null && !flag;
  });
  return speaking.length === 1 ? speaking[0] : undefined;
}

/** R's name of a level: the column followed by the level, "sexMale". */
function levelOf(name: string, columns: readonly MatchColumn[]): { column: string; level: string } | null {
  for (const column of columns) {
    if (!name.startsWith(column.name) || name.length === column.name.length) continue;
    const level = column.levels?.find(({ value }) => value === name.slice(column.name.length));
    if (level) return { column: column.name, level: level.value };
  }
  return null;
}

/** Whole points proportional to the given ones: each by the smallest that is not 0, rounded. */
export function wholePoints(points: readonly number[]): number[] {
  const sizes = points.map(Math.abs).filter((size) => size > 0);
  const unit = Math.min(...sizes);
  return points.map((value) => (sizes.length === 0 ? 0 : Math.round(value / unit) + 0));
}
