import {
  between,
  counted,
  dateInWords,
  decimals,
  formatCount,
  formatP,
  formatPercent,
  inSentence,
  listed,
  numberInWords,
  pInWords,
} from "../../format";
import { nth } from "../../numeric/nth";
import { dayToIso } from "../../table";
import { filtersInText, filtersInTitle } from "../setting";
import type {
  CharacteristicRow,
  CharacteristicsResult,
  Difference,
  LevelsRow,
  NumbersRow,
  PatientColumn,
  RowTestId,
  Spread,
} from "./result";
import { noteworthy } from "./result";
import { saysYes, sexInWords } from "./shownLevels";

type Result = CharacteristicsResult;

/** Percentages of fewer patients than this have no decimals: they would say more than the patients do. */
const fewestForDecimals = 100;

/** "31 (41%)", "0 (0%)"; of nobody, and of a count that is held back (NaN), "–". */
export function shareInWords(count: number, of: number, digits: number): string {
  if (!(of > 0) || Number.isNaN(count)) return "–";
  const share = formatPercent(count / of, of < fewestForDecimals ? 0 : digits);
  return `${formatCount(count)} (${share})`;
}

/** "58 (51–65)"; "–" where nobody has a value. */
export function spreadInWords({ way, digits }: Pick<NumbersRow, "way" | "digits">, of: Spread): string {
  if (!(of.size > 0)) return "–";
  const number = (value: number, more = 0) => decimals(value, digits + more);
  const range = (from: number, to: number) => between(number(from), number(to));
  switch (way) {
    case "median":
      return `${number(of.median)} (${range(of.lower, of.upper)})`;
    case "range":
      return `${number(of.median)} (${range(of.min, of.max)})`;
    case "mean":
      return Number.isNaN(of.sd) ? `${number(of.mean, 1)} (–)` : `${number(of.mean, 1)} (${number(of.sd, 1)})`;
    case "dates":
      return `${dateInWords(dayToIso(of.min))} to ${dateInWords(dayToIso(of.max))}`;
  }
}

/** What the numbers of a row are: "years, median (IQR)", "n (%)". */
export function measureOf(row: CharacteristicRow): string {
  if (row.kind === "levels") return "n (%)";
  const what = { median: "median (IQR)", range: "median (range)", mean: "mean (SD)", dates: "first to last" }[row.way];
  return row.unit === "" ? what : `${row.unit}, ${what}`;
}

/** A line of the table, of a characteristic or under its name. */
export interface Line {
  row: CharacteristicRow;
  /** The place of the row among those of the table. */
  place: number;
  /** `head`: a name whose levels follow. `whole`: a characteristic on one line. */
  kind: "head" | "whole" | "level" | "missing";
  /** Of a level’s line, and of one that stands beside the name. */
  level: string | null;
  label: string;
  measure: string;
  /** By column. */
  cells: string[];
}

/** The lines of a row: its name with numbers, or above its levels, and what is missing. */
export function linesOf(
  row: CharacteristicRow,
  place: number,
  result: Pick<Result, "missing" | "percentOf" | "columns">,
): Line[] {
  const measure = measureOf(row);
  const line = (kind: Line["kind"], level: string | null, label: string, cells: string[]): Line => ({
    row,
    place,
    kind,
    level,
    label,
    cells,
    measure: kind === "head" ? "" : kind === "missing" ? (result.percentOf === "all" ? "n (%)" : "n") : measure,
  });
  return [
    ...(row.kind === "numbers"
      ? [
          line(
            "whole",
            null,
            row.label,
            row.spread.map((of) => spreadInWords(row, of)),
          ),
        ]
      : levelLines(row, line)),
    ...missingLines(row, result, line),
  ];
}

type MakeLine = (kind: Line["kind"], level: string | null, label: string, cells: string[]) => Line;

function levelLines(row: LevelsRow, line: MakeLine): Line[] {
  const shown = row.levels.filter((level) => level.shown);
  const cells = ({ counts }: LevelsRow["levels"][number]) =>
    counts.map((count, place) => shareInWords(count, nth(row.of100, place), row.digits));
  const [only] = shown;
  if (only && shown.length === 1 && row.levels.length > 1)
    return [line("whole", only.value, oneLevelInWords(row, only.label), cells(only))];
  return [
    line("head", null, row.label, []),
    ...shown.map((level) => line("level", level.value, level.label, cells(level))),
  ];
}

/** A characteristic by one of its levels: "Female", "Prior therapy", "TP53: mutated". */
function oneLevelInWords({ label, of, choice }: LevelsRow, level: string): string {
  if (choice.label !== null || saysYes(level)) return label;
  return ("column" in of ? sexInWords(of.column, level) : null) ?? `${label}: ${level}`;
}

function missingLines(
  row: CharacteristicRow,
  { missing, percentOf, columns }: Pick<Result, "missing" | "percentOf" | "columns">,
  line: MakeLine,
): Line[] {
  if (missing === "whereAny" && nth(row.missing, 0) === 0) return [];
  const cells = row.missing.map((count, place) =>
    percentOf === "all"
      ? shareInWords(count, nth(columns, place).size, row.kind === "levels" ? row.digits : 0)
      : Number.isNaN(count)
        ? "–"
        : formatCount(count),
  );
  return [line("missing", null, "missing", cells)];
}

/** Every line of the table, in its order. */
export const allLines = (result: Result): Line[] => result.rows.flatMap((row, place) => linesOf(row, place, result));

/** Places of the columns that are shown. */
export const shownColumns = ({ columns, all }: Pick<Result, "columns" | "all">): number[] =>
  columns.flatMap((_, place) => (place === 0 && !all ? [] : [place]));

/** "n = 75"; under sampling weights "n = 75, Σw 81.3". */
export const sizeInWords = ({ patients, size }: PatientColumn): string =>
  `n = ${formatCount(patients)}${size === patients ? "" : `, Σw ${formatCount(size)}`}`;

/** "0.12"; "∞" of groups that share no value. */
export const differenceNumber = ({ value }: Difference): string => (Number.isFinite(value) ? decimals(value, 2) : "∞");

/** "0.31", and of more than two groups "0.31, A v C". */
export function differenceInWords(difference: Difference, { columns }: Pick<Result, "columns">): string {
  const [a, b] = difference.between.map((place) => nth(columns, place).label);
  return columns.length > 3 ? `${differenceNumber(difference)}, ${a} v ${b}` : differenceNumber(difference);
}

/** ".41"; "–" where there is none. */
export const rowP = ({ test }: CharacteristicRow): string =>
  test ? `${test.drawn ? "≈ " : ""}${formatP(test.p)}` : "–";

export const testNames: Record<RowTestId, string> = {
  rankSum: "Wilcoxon rank sum test",
  kruskalWallis: "Kruskal–Wallis test",
  welch: "Welch’s t test",
  welchOneWay: "Welch’s one-way test",
  chiSquare: "χ² test",
  fisher: "Fisher’s exact test",
  cochranArmitage: "Cochran–Armitage trend test",
  jonckheere: "Jonckheere–Terpstra trend test",
  spearman: "Spearman’s rank correlation",
};

/** "75 patients". */
export const subtitle = (result: Result): string => `${counted(result.patients, "patient")}${filtersInTitle(result)}`;

/** "Patients by arm": a column is written as it is in the file, in every title. */
export const titleOf = ({ groupLabel }: Pick<Result, "groupLabel">): string =>
  groupLabel === null ? "Patients" : `Patients by ${groupLabel}`;

/** The table in words, for those who do not see it. */
export function sentence(result: Result): string {
  const columns = shownColumns(result);
  const head = `${titleOf(result)}, ${subtitle(result)} (${columns.map((place) => `${nth(result.columns, place).label}: ${sizeInWords(nth(result.columns, place))}`).join("; ")}).`;
  const rows = allLines(result)
    .filter(({ kind }) => kind !== "head")
    .map(({ row, kind, label, measure, cells }) => {
      const name = kind === "level" || kind === "missing" ? `${row.label}, ${label}` : label;
      return `${name} (${measure}): ${columns.map((place) => nth(cells, place)).join("; ")}.`;
    });
  return [head, ...rows].join(" ");
}

/** What was found, as in a results section. */
export function results(result: Result): string {
  const { columns, groupLabel } = result;
  const groups = columns.slice(1).map(({ label, patients }) => `${label}, n = ${formatCount(patients)}`);
  const by = groupLabel === null ? "" : ` by ${groupLabel} (${groups.join("; ")})`;
  return [
    `The table describes ${counted(result.patients, "patient")}${by}.`,
    differencesFound(result),
    filtersInText(result).trim(),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** "Groups differed by a standardized difference above 0.2 in LDH (0.31, P = .17) and albumin (0.22, P = .29)." */
function differencesFound(result: Result): string {
  const { apart, rows, differences, p } = result;
  if (!differences || !rows.some(({ difference }) => difference)) return "";
  if (apart.length === 0)
    return rows.some(({ difference }) => difference && difference.value > noteworthy)
      ? ""
      : `No standardized difference was above ${numberInWords(noteworthy)}.`;
  const found = apart.map((place) => {
    const { label, difference, test } = nth(rows, place);
    const words = [difference ? differenceInWords(difference, result) : "", p && test ? pInWords(test.p) : ""];
    return `${inSentence(label)} (${words.filter((part) => part !== "").join(", ")})`;
  });
  return `Groups differed by a standardized difference above ${numberInWords(noteworthy)} in ${listed(found)}.`;
}
