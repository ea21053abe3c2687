import { type CharacteristicChoice, characteristicOf } from "../../board/panelForms/characteristics";
import type { PanelOf } from "../../board/panelForms/registry";
import { formatCount } from "../../format";
import { nth, numberAt } from "../../numeric/nth";
import { problem } from "../../result";
import { blocked } from "../blocked";
import { type CohortRows, cohortRows } from "../cohortRows";
import type { PanelOutcome } from "../panelKind";
import type { Prepared } from "../prepared";
import { plainSetting } from "../setting";
import { unusableInWords, warningOf } from "./notices";
import { proposedRows } from "./proposal";
import { readRow } from "./read";
import type { CharacteristicRow, CharacteristicsResult, PatientColumn } from "./result";
import { noteworthy } from "./result";
import { type InColumns, rowOf } from "./rows";

type Panel = PanelOf<"characteristics">;

/** The rows of the table as they are asked for, or as the file proposes. */
export const choicesOf = (prepared: Prepared, { rows, group }: Pick<Panel, "rows" | "group">): CharacteristicChoice[] =>
  rows ?? proposedRows(prepared, group).map(characteristicOf);

/** The characteristics of the patients, by group. `quick`: without P values that take long. */
export function analyzeCharacteristics(
  prepared: Prepared,
  panel: Panel,
  quick: boolean,
): PanelOutcome<CharacteristicsResult> {
  const choices = choicesOf(prepared, panel);
  const cohort = cohortRows(prepared, { group: panel.group, others: choices.map(({ of }) => of) });
  if ("state" in cohort) return cohort;
  const places = placesOf(cohort, panel.group !== null);
  const columns = columnsOf(cohort, places);
  if (nth(columns, 0).patients > mostPatients) return blocked(tooMany(nth(columns, 0).patients), cohort.ledger);
  const read = choices.map((choice) => readRow(prepared, choice));
  const rows = read.flatMap((each) => (each.ok ? [rowOf(each.value, places, panel, quick)] : []));
  const grouped = panel.group !== null;
  const own = factorsOf(prepared, panel.group);
  const apart = (grouped && panel.differences ? rowsApart(rows) : []).filter((place) => !own(nth(rows, place)));
  return {
    state: "ready",
    ledger: cohort.ledger,
    result: {
      kind: "characteristics",
      endpoint: null,
      setting: { ...plainSetting, ...cohort.rows },
      patients: nth(columns, 0).patients,
      leftOut: cohort.leftOut,
      groupLabel: cohort.groupLabel,
      groupsOrdered: cohort.ordered,
      columns,
      all: panel.all || !grouped,
      rows,
      percentOf: panel.percentOf,
      missing: panel.missing,
      p: grouped && panel.p && !panel.randomized,
      randomized: panel.randomized,
      differences: grouped && panel.differences,
      apart,
      notices: unusableInWords(read.flatMap((each) => (each.ok ? [] : [each.problem]))),
      warning: warningOf(
        apart.map((place) => nth(rows, place)),
        panel.randomized,
      ),
    },
  };
}

/** The cohort’s rows in each column, all patients first; groups that nobody is in have none. */
function placesOf({ group, levels, weight, rows: { weights } }: CohortRows, grouped: boolean): InColumns {
  const all: number[] = [];
  const byGroup = levels.map((): number[] => []);
  group.forEach((place, row) => {
    if (place < 0) return;
    all.push(row);
    nth(byGroup, place).push(row);
  });
  return { rows: grouped ? [all, ...byGroup] : [all], weight: weight ?? null, kind: weights };
}

function columnsOf({ levels }: CohortRows, { rows, weight, kind }: InColumns): PatientColumn[] {
  const sizeOf = (of: readonly number[]) =>
    weight ? of.reduce((sum, row) => sum + numberAt(weight, row), 0) : of.length;
  return rows.map((of, place) => {
    const level = place === 0 ? null : nth(levels, place - 1);
    const size = sizeOf(of);
    return {
      level: level?.value ?? null,
      label: level?.label ?? (rows.length === 1 ? "All patients" : "All"),
      color: level?.color ?? null,
      patients: kind === "count" ? size : of.length,
      size,
    };
  });
}

/** Which rows are columns that the score of the groups is made of: by these its groups differ on purpose. */
function factorsOf({ board }: Prepared, group: Panel["group"]): (row: CharacteristicRow) => boolean {
  const score = group && "score" in group ? board.scores.find(({ id }) => id === group.score) : undefined;
  const columns = new Set(score?.factors.map(({ column }) => column));
  return ({ of }) => "column" in of && columns.has(of.column);
}

/** Places of the rows whose groups are further apart than is noteworthy, the largest difference first. */
function rowsApart(rows: readonly CharacteristicRow[]): number[] {
  const sizes = rows.map(({ difference }) => difference?.value ?? 0);
  const places = [...rows.keys()].filter((place) => nth(sizes, place) > noteworthy);
  return places.sort((a, b) => nth(sizes, b) - nth(sizes, a) || a - b);
}

/** Rows that stand for more patients than this are not counted one by one for quartiles and tests. */
const mostPatients = 5_000_000;

const tooMany = (patients: number) =>
  problem(
    "characteristics-many",
    `The rows stand for ${formatCount(patients)} patients; the table takes at most ${formatCount(mostPatients)}.`,
    "Filter the patients, or take the weight away in Data.",
  );
