import type { Board, DerivedColumn } from "../board/board";
import { counted, plainNumber } from "../format";
import { sampleQuantile } from "../numeric/sampleQuantile";
import { failed, ok, type Problem, problem, type Result } from "../result";
import type { CategoryColumn, Column, Table } from "../table";
import { calendarFromDay } from "../table/dates";
import { findColumn, requireColumn } from "./columns";
import { daysIn } from "./endpointTime";
import { numberColumn } from "./gatherColumn";
import { type GeneFiles, geneBits, geneSources, maskOf, symbolKey, TESTED } from "./genes";
import { collator, otherName } from "./levels";
import type { Link } from "./link";
import { withMergedLevels } from "./mergeLevels";
import { type Patients, standsForPatient } from "./patients";

/** The table with the board's derived columns after its own, and why one of them could not be made. */
export function withDerived(
  table: Table,
  patients: Patients,
  { derivedColumns, mergedLevels }: Pick<Board["edits"], "derivedColumns" | "mergedLevels">,
  links: ReadonlyMap<string, Link> = new Map(),
) {
  const problems: Problem[] = [];
  let columns = table.columns;
  for (const derived of derivedColumns) {
    const made =
      derived.from === "alteration"
        ? alterationColumn({ table, patients, links }, derived)
        : deriveColumn({ ...table, columns }, patients, derived, mergedLevels);
    if (!made.ok) problems.push(made.problem);
    else {
      columns = [...columns, made.value];
      problems.push(...dividedByZero({ ...table, columns }, derived));
    }
  }
  return { table: columns === table.columns ? table : { ...table, columns }, problems };
}

function deriveColumn(
  table: Table,
  patients: Patients,
  derived: Exclude<DerivedColumn, { from: "alteration" }>,
  merges: Board["edits"]["mergedLevels"],
): Result<Column> {
  if (findColumn(table, derived.name)) return failed(nameTaken(derived.name));
  switch (derived.from) {
    case "cut":
      return cutColumn(table, patients, derived);
    case "mostFrequent":
      return mostFrequentColumn(table, patients, derived, merges);
    case "year":
      return yearColumn(table, derived);
    case "dateDifference":
      return pairwise(
        table,
        derived,
        "date",
        [derived.start, derived.end],
        (start, end) => (end - start) / daysIn[derived.unit],
      );
    case "timeDifference":
      return pairwise(table, derived, "number", [derived.start, derived.end], (start, end) => end - start);
    case "ratio":
      return pairwise(table, derived, "number", [derived.over, derived.under], (over, under) =>
        under === 0 ? Number.NaN : over / under,
      );
  }
}

/** "wild type" or "altered" of every patient who was tested. */
function alterationColumn(
  files: GeneFiles,
  { name, gene, columns, counted }: Extract<DerivedColumn, { from: "alteration" }>,
): Result<Column> {
  if (findColumn(files.table, name)) return failed(nameTaken(name));
  const sources = geneSources(files, columns);
  const key = symbolKey(gene);
  const open = sources.find(({ question }) => question !== null)?.question;
  if (open) return failed(open);
  if (!sources.some(({ place }) => place.has(key))) return failed(noGene(name, gene));
  const mask = maskOf(counted);
  const codes = Int32Array.from(geneBits(sources, key, files.table.rows), (bits) =>
    (bits & mask) !== 0 ? 1 : (bits & TESTED) !== 0 ? 0 : -1,
  );
  return ok({ kind: "category", name, written: { codes, levels: ["wild type", "altered"] }, ordered: true });
}

function pairwise(
  table: Table,
  { name }: { name: string },
  kind: "number" | "date",
  names: [string, string],
  of: (a: number, b: number) => number,
): Result<Column> {
  const a = valuesOf(table, names[0], kind, name);
  if (!a.ok) return a;
  const b = valuesOf(table, names[1], kind, name);
  if (!b.ok) return b;
  return ok(
    numberColumn(
      name,
      a.value.map((value, row) => of(value, b.value[row] ?? Number.NaN)),
    ),
  );
}

function cutColumn(table: Table, patients: Patients, derived: Extract<DerivedColumn, { from: "cut" }>): Result<Column> {
  const values = valuesOf(table, derived.column, "number", derived.name);
  if (!values.ok) return values;
  const known = rowsWithValue(values.value, patients);
  const cuts = cutsOf(derived.by, values.value, known, patients.size);
  if (cuts.length === 0) return failed(noValues(derived.name, derived.column));
  const above = (value: number, cut: number) => (derived.below === "<" ? value >= cut : value > cut);
  const codes = Int32Array.from(values.value, (value) =>
    Number.isNaN(value) ? -1 : cuts.reduce((code, cut) => code + (above(value, cut) ? 1 : 0), 0),
  );
  const levels = cutLabels(cuts, derived.below).map((label, place) => derived.labels[place] || label);
  if (new Set(levels).size < levels.length) return failed(sameLabels(derived.name));
  const column: CategoryColumn = { kind: "category", name: derived.name, written: { codes, levels }, ordered: true };
  return ok(column);
}

/** One row of each patient with a value, by rising value; those that stand for nobody are none. */
export const rowsWithValue = (values: Float64Array, patients: Patients): Uint32Array =>
  Uint32Array.from(
    [...values.keys()].filter(
      (row) => standsForPatient(patients, row) && (patients.size[row] ?? 0) > 0 && !Number.isNaN(values[row]),
    ),
  ).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));

/** The cuts in rising order, each once; quantiles are R's type 7 over the patients with a value. */
function cutsOf(
  by: Extract<DerivedColumn, { from: "cut" }>["by"],
  values: Float64Array,
  known: Uint32Array,
  size: Patients["size"],
): number[] {
  const sorted = Float64Array.from(known, (row) => values[row] ?? Number.NaN);
  const counts = Float64Array.from(known, (row) => size[row] ?? 0);
  const given =
    "at" in by
      ? by.at
      : sorted.length === 0
        ? []
        : Array.from({ length: by.parts - 1 }, (_, place) => sampleQuantile(sorted, (place + 1) / by.parts, counts));
  return [...new Set(given)].sort((a, b) => a - b);
}

/** "< 10", "10 to < 20", "≥ 20"; or "≤ 10", "> 10 to 20", "> 20". */
export function cutLabels(cuts: number[], below: "<" | "<="): string[] {
  const shown = cuts.map(plainNumber);
  const last = shown.length - 1;
  const between = shown
    .slice(1)
    .map((cut, place) => (below === "<" ? `${shown[place]} to < ${cut}` : `> ${shown[place]} to ${cut}`));
  return below === "<"
    ? [`< ${shown[0]}`, ...between, `≥ ${shown[last]}`]
    : [`≤ ${shown[0]}`, ...between, `> ${shown[last]}`];
}

/** The groups of a text column with many levels; spellings that the user merged are one. */
function mostFrequentColumn(
  table: Table,
  patients: Patients,
  { name, column: source, keep }: Extract<DerivedColumn, { from: "mostFrequent" }>,
  merges: Board["edits"]["mergedLevels"],
): Result<Column> {
  const found = requireColumn(table, source);
  if (!found.ok) return found;
  if (found.value.kind !== "category") return failed(wrongKind(name, source, "text", found.value.kind));
  const one = { ...table, columns: [found.value] };
  const { written } = withMergedLevels(one, merges).table.columns[0] as CategoryColumn;
  const counts = new Float64Array(written.levels.length);
  written.codes.forEach((code, row) => {
    if (code >= 0 && standsForPatient(patients, row)) counts[code]! += patients.size[row] ?? 0;
  });
  const natural = written.levels
    .map((level, code) => ({ level, code, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => collator.compare(a.level, b.level));
  if (natural.length === 0) return failed(noValues(name, source));
  const many = natural.length > keep + 1;
  const frequent = new Set(many ? [...natural].sort((a, b) => b.count - a.count).slice(0, keep) : natural);
  const kept = natural.filter((each) => frequent.has(each));
  const levels = [...kept.map(({ level }) => level), ...(many ? [otherName(written.levels)] : [])];
  const codeOf = new Map(kept.map(({ code }, place) => [code, place]));
  const other = many ? kept.length : -1;
  const codes = written.codes.map((code) => (code < 0 ? -1 : (codeOf.get(code) ?? other)));
  return ok({ kind: "category", name, written: { codes, levels }, ordered: "shown" });
}

function yearColumn(table: Table, { name, column }: Extract<DerivedColumn, { from: "year" }>): Result<Column> {
  const days = valuesOf(table, column, "date", name);
  if (!days.ok) return days;
  const years = Array.from(days.value, (day) => (Number.isNaN(day) ? Number.NaN : calendarFromDay(day).year));
  const present = [...new Set(years.filter((year) => !Number.isNaN(year)))].sort((a, b) => a - b);
  if (present.length === 0) return failed(noValues(name, column));
  const codeOf = new Map(present.map((year, code) => [year, code]));
  const codes = Int32Array.from(years, (year) => codeOf.get(year) ?? -1);
  return ok({ kind: "category", name, written: { codes, levels: present.map(String) }, ordered: true });
}

function valuesOf(table: Table, name: string, kind: "number" | "date", derived: string): Result<Float64Array> {
  const column = requireColumn(table, name);
  if (!column.ok) return column;
  if (column.value.kind === "number" && kind === "number") return ok(column.value.values);
  if (column.value.kind === "date" && kind === "date") return ok(column.value.days);
  return failed(wrongKind(derived, name, `${kind}s`, column.value.kind));
}

const wrongKind = (derived: string, name: string, wanted: string, kind: Column["kind"]) =>
  problem(
    "derived-kind",
    `“${derived}” needs “${name}” as a column of ${wanted}; it is one of ${kind === "category" ? "text" : `${kind}s`}.`,
    "Choose another column, or change its kind in Data.",
  );

function dividedByZero(table: Table, derived: DerivedColumn): Problem[] {
  if (derived.from !== "ratio") return [];
  const [over, under] = [findColumn(table, derived.over), findColumn(table, derived.under)];
  if (over?.kind !== "number" || under?.kind !== "number") return [];
  const rows = [...over.values.keys()].filter((row) => under.values[row] === 0 && !Number.isNaN(over.values[row]));
  if (rows.length === 0) return [];
  const message = `“${derived.name}” has no value in ${counted(rows.length, "row")} where “${derived.under}” is 0.`;
  return [
    problem(
      "ratio-by-zero",
      message,
      "Check these values in the file.",
      rows.map((row) => row + 1),
    ),
  ];
}

const nameTaken = (name: string) =>
  problem(
    "derived-name-taken",
    `There are two columns called “${name}”; the new one is not made.`,
    "Give the new column another name.",
  );
const noGene = (name: string, gene: string) =>
  problem(
    "derived-gene",
    `“${name}” cannot be made: no file and no column of the cohort says anything of ${gene}.`,
    "Open the file of alterations in Data, or delete the column.",
  );
const noValues = (name: string, column: string) =>
  problem("derived-empty", `“${name}” cannot be made: “${column}” has no value.`, "Choose another column.");
const sameLabels = (name: string) =>
  problem("derived-labels", `Two groups of “${name}” have the same name.`, "Give each group a name of its own.");
