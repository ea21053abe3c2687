import { type Agreement, agree } from "../../agreement/agreement";
import type { ReferenceCheck } from "../../agreement/verify";
import { tableFrom } from "../../cohort/testing";
import type { CharacteristicRow, CharacteristicsResult, RowTest } from "../../panels/characteristics/result";
import type { Table } from "../../table";
import { shownPanel, timed } from "./shownPanel";

interface Spread {
  size: number;
  median: number;
  lower: number;
  upper: number;
  min: number;
  max: number;
  mean: number;
  sd: number;
}
interface Difference {
  value: number;
  between: number[];
}
interface Numbers {
  spread: Spread[];
  missing: number[];
  ranks: number;
  means: number;
  trend: number;
  difference: Difference;
}
interface Categories {
  levels: (string | number)[];
  counts: number[][];
  missing: number[];
  sparse: boolean;
  chiSquare: number;
  fisher: number;
  trend: number;
  difference: Difference;
}

/** What `panels/characteristics/reference/tables.R` writes. */
export interface CharacteristicsReference {
  tables: {
    data: string;
    group: string;
    groups: (string | number)[];
    n: number[];
    numbers: Record<string, Numbers>;
    categories: Record<string, Categories>;
  }[];
  sampled: {
    age: { spread: Spread[]; difference: number };
    ecog: { levels: string[]; counts: number[][]; difference: number };
  };
  counted: { wt_loss: Numbers; ecog: Categories };
}

/** R writes 17 digits. */
const DIGITS = 1e-10;

/** Tables of patients, in full and weighted. `data`: the texts of the data sets by name. */
export async function characteristicsChecks(
  of: CharacteristicsReference,
  data: Readonly<Record<string, string>>,
): Promise<ReferenceCheck[]> {
  const tables = of.tables.map(async (one) => {
    const table = await tableFrom(data[one.data] ?? "");
    const call = "quantile(type = 7); wilcox.test(), kruskal.test() …; chisq.test(), fisher.test(); tables.R";
    return { id: `patients/${one.data} by ${one.group}`, call, compare: () => wholeTable(one, table) };
  });
  const lung = await weightedLung(data.lung ?? "");
  const weights = [
    { id: "patients/lung, counts as weights", call: "d[rep(rows, n), ]", compare: () => counted(of, lung) },
    { id: "patients/lung, sampling weights", call: "Austin and Stuart 2015", compare: () => sampled(of, lung) },
  ];
  return [...(await Promise.all(tables)), ...weights];
}

const column = (name: string) => ({ of: { column: name } });

function rowOf(result: CharacteristicsResult, name: string): CharacteristicRow {
  const row = result.rows.find(({ of }) => "column" in of && of.column === name);
  if (!row) throw new Error(`no row ${name}`);
  return row;
}

const measures = ["size", "median", "lower", "upper", "min", "max", "mean", "sd"] as const;

function* spreadOf(row: CharacteristicRow, wanted: readonly Spread[]): Generator<Agreement> {
  if (row.kind !== "numbers") throw new Error(`${row.label} is not numbers`);
  for (const [place, known] of wanted.entries()) {
    const ours = row.spread[place];
    for (const measure of measures) yield agree(measure, [ours?.[measure] ?? Number.NaN], [known[measure]], DIGITS);
  }
}

function* countsOf(row: CharacteristicRow, { levels, counts }: Pick<Categories, "levels" | "counts">) {
  if (row.kind !== "levels") throw new Error(`${row.label} is not levels`);
  const names = row.levels.map(({ value }) => value);
  yield agree("levels", names, levels.map(String), 0);
  for (const [place, known] of counts.entries()) yield agree("counts", row.levels[place]?.counts ?? [], known, 1e-12);
}

function* missingOf(row: CharacteristicRow, wanted: readonly number[]): Generator<Agreement> {
  yield agree("missing", row.missing, wanted, 0);
}

/** P as R has it; one that is drawn, within four of its standard errors. */
function* testOf(quantity: string, test: RowTest | null, wanted: number): Generator<Agreement> {
  const { p = Number.NaN, drawn } = test ?? {};
  if (drawn) yield agree(`${quantity}, drawn`, [p], [wanted], (4 * drawn.stdErr) / wanted);
  else yield agree(quantity, [p], [wanted], DIGITS);
}

function* differenceOf(row: CharacteristicRow, { value, between }: Difference): Generator<Agreement> {
  yield agree("standardized difference", [row.difference?.value ?? null], [value], DIGITS);
  yield agree("between which groups", row.difference?.between ?? [], between, 0);
}

type Known = CharacteristicsReference["tables"][number];

function* wholeTable({ group, groups, n, numbers, categories }: Known, table: Table): Generator<Agreement> {
  const shown = (test: string | null, as: string | null = null) =>
    shownPanel(
      "characteristics",
      {
        group: { column: group },
        rows: [
          ...Object.keys(numbers).map((name) => ({ ...column(name), as, test: ofCategories.has(test) ? null : test })),
          ...Object.keys(categories).map((name) => ({
            ...column(name),
            as: "levels",
            test: ofNumbers.has(test) ? null : test,
          })),
        ],
      },
      table,
    );
  const plain = shown(null);
  const labels = plain.columns.map(({ label }) => label);
  yield agree("groups", labels, ["All", ...groups.map(String)], 0);
  const patients = plain.columns.map((each) => each.patients);
  yield agree("patients", patients, [n.reduce((sum, each) => sum + each, 0), ...n], 0);
  const by = Object.fromEntries(
    ["ranks", "means", "trend", "chiSquare", "fisher"].map((test) => [test, shown(test)] as const),
  );
  const tested = (test: string, name: string) => {
    const result = by[test];
    return result ? rowOf(result, name).test : null;
  };
  const mean = shown(null, "mean");
  for (const [name, known] of Object.entries(numbers)) {
    const row = rowOf(plain, name);
    yield* spreadOf(row, known.spread);
    yield* missingOf(row, known.missing);
    yield* differenceOf(row, known.difference);
    yield* testOf("P of a median", row.test, known.ranks);
    yield* testOf("P of a mean", rowOf(mean, name).test, known.means);
    for (const test of ["ranks", "means", "trend"] as const)
      yield* testOf(`${testWords[test]}, P`, tested(test, name), known[test]);
  }
  for (const [name, known] of Object.entries(categories)) {
    const row = rowOf(plain, name);
    yield* countsOf(row, known);
    yield* missingOf(row, known.missing);
    yield* differenceOf(row, known.difference);
    yield agree("chi-square or Fisher", [row.test?.id ?? ""], [known.sparse ? "fisher" : "chiSquare"], 0);
    yield* testOf("P of levels", row.test, known.sparse ? known.fisher : known.chiSquare);
    yield* testOf("chi-square test, P", tested("chiSquare", name), known.chiSquare);
    yield* testOf("Fisher’s exact test, P", tested("fisher", name), known.fisher);
    yield* testOf("trend of levels, P", tested("trend", name), known.trend);
  }
}

const ofNumbers: ReadonlySet<string | null> = new Set(["ranks", "means"]);
const ofCategories: ReadonlySet<string | null> = new Set(["chiSquare", "fisher"]);
const testWords = { ranks: "ranks", means: "means", trend: "trend over groups" };

/** The cohort with the two weights that `tables.R` gives it. */
function weightedLung(text: string): Promise<Table> {
  const [header = "", ...rows] = text.trim().split("\n");
  const place = header.split(",").indexOf("age");
  const weighted = rows.map((row) => {
    const age = Number(row.split(",")[place]);
    return `${row},${1 + (age % 3)},${0.5 + (age % 5) / 8}`;
  });
  return tableFrom([`${header},count,sampling`, ...weighted].join("\n"));
}

const weighted = (table: Table, kind: "count" | "sampling") =>
  shownPanel("characteristics", { group: { column: "sex" }, rows: ["age", "wt_loss", "ecog_f"].map(column) }, table, {
    endpoints: [{ ...timed("os", "Overall survival", "time", "days", "event"), weight: { column: kind, kind } }],
  });

function* counted(of: CharacteristicsReference, table: Table): Generator<Agreement> {
  const result = weighted(table, "count");
  const { wt_loss, ecog } = of.counted;
  const [loss, levels] = [rowOf(result, "wt_loss"), rowOf(result, "ecog_f")];
  yield* spreadOf(loss, wt_loss.spread);
  yield* missingOf(loss, wt_loss.missing);
  yield* testOf("P of a median", loss.test, wt_loss.ranks);
  yield* differenceOf(loss, wt_loss.difference);
  yield* countsOf(levels, ecog);
  yield* missingOf(levels, ecog.missing);
  yield* testOf("P of levels", levels.test, ecog.sparse ? ecog.fisher : ecog.chiSquare);
  yield* differenceOf(levels, ecog.difference);
}

function* sampled(of: CharacteristicsReference, table: Table): Generator<Agreement> {
  const result = weighted(table, "sampling");
  const { age, ecog } = of.sampled;
  const [years, levels] = [rowOf(result, "age"), rowOf(result, "ecog_f")];
  yield* spreadOf(years, age.spread);
  yield agree("standardized difference", [years.difference?.value ?? null], [age.difference], DIGITS);
  yield* countsOf(levels, ecog);
  yield agree("standardized difference", [levels.difference?.value ?? null], [ecog.difference], DIGITS);
}
