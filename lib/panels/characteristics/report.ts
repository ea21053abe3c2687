import type { PanelOf } from "../../board/panelForms/registry";
import { listed } from "../../format";
import { nth } from "../../numeric/nth";
import type { NumberTable, PanelReport, TextTable } from "../report";
import { filterRows, filtersInText } from "../setting";
import { caption } from "./caption";
import { headline } from "./headline";
import { withoutFew } from "./heldBack";
import { methods } from "./methods";
import type { CharacteristicRow, CharacteristicsResult } from "./result";
import {
  allLines,
  differenceInWords,
  type Line,
  results,
  rowP,
  shownColumns,
  sizeInWords,
  subtitle,
  testNames,
  titleOf,
} from "./words";

type Result = CharacteristicsResult;

export const characteristicsReport: PanelReport<PanelOf<"characteristics">, Result> = {
  methods,
  headline,
  results,
  legend: (result, { figure }) =>
    `${subtitle(result)}.${figure.caption === null ? "" : filtersInText(result)} ${figure.caption ?? caption(result)}`,
  reasons,
  statistics: (result, fewest = null) => statistics(withoutFew(result, fewest)),
  asTable: (result, fewest) => withoutTests(statistics(withoutFew(result, fewest)), result.p),
  tableOnSlides: () => false,
  numbers,
  steps: numbers,
  atRisk: () => null,
  figureHoldsBack: true,
  heldBack: (result, { fewest }) => withoutFew(result, fewest),
  at: () => null,
  remarks: ({ warning }) => (warning ? [{ id: warning.code, message: warning.message, hint: warning.hint }] : []),
  inCuts: () => [],
  compared: () => false,
  highlights: () => [],
  groups: ({ columns }) =>
    columns.slice(1).map(({ level, label, patients }) => ({ level: level ?? "", label, patients })),
};

/** Why rows have no P, each reason once with its rows. */
function reasons({ p, rows }: Result): string[] {
  const why = new Map<string, string[]>();
  for (const { label, untested } of p ? rows : [])
    if (untested !== null) why.set(untested, [...(why.get(untested) ?? []), label]);
  return [...why].map(([because, labels]) => `No P, ${listed(labels)}: ${because}.`);
}

/** The table as it stands: names, measures, a column for all and each group, standardized difference, P and its test. */
export function statistics(result: Result): TextTable {
  const columns = shownColumns(result);
  const { differences, p } = result;
  const own = ({ kind }: Line) => kind === "head" || kind === "whole";
  const indent = ({ kind, label }: Line) => (kind === "level" || kind === "missing" ? `\u2003${label}` : label);
  const rows = allLines(result).map((line) => [
    indent(line),
    line.measure,
    ...columns.map((place) => line.cells[place] ?? ""),
    ...(differences ? [own(line) && line.row.difference ? differenceInWords(line.row.difference, result) : ""] : []),
    ...(p ? (own(line) ? [rowP(line.row), line.row.test ? testNames[line.row.test.id] : ""] : ["", ""]) : []),
  ]);
  return {
    caption: `${titleOf(result)}. ${caption(result)}`,
    header: [
      "Characteristic",
      "",
      ...columns.map((place) => `${nth(result.columns, place).label} (${sizeInWords(nth(result.columns, place))})`),
      ...(differences ? ["Standardized difference"] : []),
      ...(p ? ["P", "Test"] : []),
    ],
    rows,
  };
}

/** Without the column that names the test of each P: the caption names them all. */
const withoutTests = (table: TextTable, p: boolean): TextTable =>
  p ? { ...table, header: table.header.slice(0, -1), rows: table.rows.map((cells) => cells.slice(0, -1)) } : table;

const none = Number.NaN;

/** Every number at full precision: a line for each characteristic, level and column, and one for its comparison. */
export function numbers(result: Result): NumberTable {
  const columns = shownColumns(result);
  const header = [
    ...["characteristic", "level", "group", "n", "of", "median", "lower quartile", "upper quartile"],
    ...["min", "max", "mean", "sd", "standardized difference", "p", "test"],
  ];
  const line = (name: string, level: string, group: string, cells: (string | number)[]) => [
    ...[name, level, group],
    ...cells,
    ...Array.from({ length: header.length - 3 - cells.length }, (_, at) =>
      3 + cells.length + at === header.length - 1 ? "" : none,
    ),
  ];
  const group = (place: number) => nth(result.columns, place).label;
  const counted = (row: CharacteristicRow): (string | number)[][] =>
    row.kind === "numbers"
      ? columns.map((place) => {
          const { size, median, lower, upper, min, max, mean, sd } = nth(row.spread, place);
          return line(row.label, "", group(place), [size, none, median, lower, upper, min, max, mean, sd]);
        })
      : row.levels.flatMap(({ label, counts }) =>
          columns.map((place) => line(row.label, label, group(place), [nth(counts, place), nth(row.of100, place)])),
        );
  const rows = result.rows.flatMap((row) => [
    ...counted(row),
    ...columns.map((place) => line(row.label, "missing", group(place), [nth(row.missing, place)])),
    ...comparisonRow(row, result, header.length),
  ]);
  const sizes = columns.map((place) => line("patients", "", group(place), [nth(result.columns, place).patients]));
  return { header, rows: [...sizes, ...rows, ...filterRows(result, header.length)] };
}

function comparisonRow(row: CharacteristicRow, { differences, p, columns }: Result, width: number) {
  const difference = differences ? row.difference : null;
  const test = p ? row.test : null;
  if (!difference && !test) return [];
  const between = difference?.between.map((place) => nth(columns, place).label).join(" v ") ?? "";
  const blank = Array.from({ length: width - 6 }, () => none);
  return [
    [row.label, "", between, ...blank, difference?.value ?? none, test?.p ?? none, test ? testNames[test.id] : ""],
  ];
}
