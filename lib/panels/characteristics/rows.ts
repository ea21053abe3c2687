import type { PanelOf } from "../../board/panelForms/registry";
import { nth, numberAt } from "../../numeric/nth";
import { levelsTest, levelsTestOf, meansApart, numbersTest, numbersTestOf, sharesApart, type Tested } from "./compare";
import type { ReadRow } from "./read";
import type { CharacteristicRow, LevelsRow, NumbersRow } from "./result";
import { shownLevels } from "./shownLevels";
import { digitsIn, momentsOf, spreadOf, type Values } from "./spread";

type Panel = PanelOf<"characteristics">;
type Settings = Pick<Panel, "numbers" | "digits" | "percentOf">;

/** Who stands in which column: the cohort’s rows of each, all patients first, and what each row counts for. */
export interface InColumns {
  rows: number[][];
  weight: Float64Array | null;
  kind: "count" | "sampling" | null;
}

/** A row of the table: what its column holds in each column of patients, and how the groups compare. */
export function rowOf(read: ReadRow, columns: InColumns, settings: Settings, quick: boolean): CharacteristicRow {
  return read.kind === "numbers" ? numbersRow(read, columns, settings) : levelsRow(read, columns, settings, quick);
}

/** What holds of a row’s P whatever it is of; null where it is to be computed. */
function untestedFor({ choice }: ReadRow, { rows, kind }: InColumns): string | null {
  if (choice.test === "none" || rows.length < 2) return "not asked for";
  return kind === "sampling" ? "no test under sampling weights" : null;
}

const resultOf = (tested: Tested | string | null) =>
  tested === null || typeof tested === "string"
    ? { test: null, untested: tested }
    : "test" in tested
      ? { test: tested.test, untested: null }
      : { test: null, untested: tested.untested };

function numbersRow(read: ReadRow & { kind: "numbers" }, columns: InColumns, settings: Settings): NumbersRow {
  const { choice, label, unit, values, date } = read;
  const way = date ? "dates" : choice.as === null || choice.as === "levels" ? settings.numbers : choice.as;
  const known = columns.rows.map((rows) => rows.filter((row) => !Number.isNaN(numberAt(values, row))));
  const inColumns = known.map((rows) => valuesOf(values, rows, columns));
  const groups = inColumns.slice(1);
  const asked = untestedFor(read, columns) ?? (date && choice.test === null ? "dates are not compared" : null);
  return {
    kind: "numbers",
    of: choice.of,
    choice,
    label,
    unit,
    way,
    digits: choice.digits ?? (date ? 0 : (settings.digits ?? digitsIn(values))),
    spread: inColumns.map(spreadOf),
    missing: columns.rows.map((rows, place) => sizeOf(rows, columns) - sizeOf(nth(known, place), columns)),
    ...resultOf(
      asked ??
        numbersTest(
          groups.map((each) => each.values),
          numbersTestOf(choice.test, way),
        ),
    ),
    difference: meansApart(groups.map(momentsOf)),
    withheld: false,
  };
}

/** The values of some rows: each as often as it counts, or with its weight in a sample. */
function valuesOf(values: Float64Array, rows: readonly number[], { weight, kind }: InColumns): Values {
  if (weight && kind === "sampling")
    return {
      values: Float64Array.from(rows, (row) => numberAt(values, row)),
      weights: Float64Array.from(rows, (row) => numberAt(weight, row)),
    };
  if (!weight) return { values: Float64Array.from(rows, (row) => numberAt(values, row)), weights: null };
  const spread = new Float64Array(rows.reduce((sum, row) => sum + numberAt(weight, row), 0));
  let place = 0;
  for (const row of rows) {
    const count = numberAt(weight, row);
    spread.fill(numberAt(values, row), place, place + count);
    place += count;
  }
  return { values: spread, weights: null };
}

const sizeOf = (rows: readonly number[], { weight }: InColumns): number =>
  weight ? rows.reduce((sum, row) => sum + numberAt(weight, row), 0) : rows.length;

function levelsRow(
  read: ReadRow & { kind: "levels" },
  columns: InColumns,
  { percentOf }: Settings,
  quick: boolean,
): LevelsRow {
  const { choice, label, unit, codes, levels } = read;
  const counts = levels.map(() => columns.rows.map(() => 0));
  const missing = columns.rows.map(() => 0);
  columns.rows.forEach((rows, place) => {
    for (const row of rows) {
      const code = codes[row] ?? -1;
      const into = code < 0 ? missing : nth(counts, code);
      into[place] = nth(into, place) + (columns.weight ? numberAt(columns.weight, row) : 1);
    }
  });
  // Levels that nobody in the table has, under a filter, are no lines of it.
  const had = levels.flatMap((level, code) => (nth(nth(counts, code), 0) > 0 ? [{ level, code }] : []));
  const shown = new Set(shownLevels(levels, choice.levels));
  const byGroup = had.map(({ code }) => nth(counts, code).slice(1));
  return {
    kind: "levels",
    of: choice.of,
    choice,
    label,
    unit,
    digits: choice.digits ?? 0,
    levels: levels.flatMap(({ value, label: name }, code) => {
      const inAll = nth(nth(counts, code), 0);
      const isShown = shown.has(value);
      return inAll > 0 || (isShown && shown.size === 1)
        ? [{ value, label: name, shown: isShown, counts: nth(counts, code), place: code }]
        : [];
    }),
    of100: columns.rows.map((rows, place) =>
      percentOf === "all" ? sizeOf(rows, columns) : counts.reduce((sum, row) => sum + nth(row, place), 0),
    ),
    missing,
    ...resultOf(untestedFor(read, columns) ?? levelsTest(byGroup, levelsTestOf(choice.test), quick)),
    difference: sharesApart(byGroup),
    withheld: false,
  };
}
