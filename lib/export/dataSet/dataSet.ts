import type { Board, Panel, Variable } from "../../board/board";
import { panelForms } from "../../board/panelForms/registry";
import { countOf } from "../../cohort/counting";
import { unitOfEndpoint } from "../../cohort/endpoint";
import { isIdentifying } from "../../cohort/identifying";
import { nth } from "../../numeric/nth";
import { answerOf } from "../../panels/answerOf";
import type { PanelAnswer } from "../../panels/panelKind";
import type { Prepared } from "../../panels/prepared";
import { panelKinds } from "../../panels/registry";
import { csvRow, neutral } from "../csvRow";
import type { EndpointColumns, GroupColumn, PanelColumnInSet } from "./columnsInSet";
import { dictionaryOf } from "./dictionary";
import { type ResponseColumns, responseColumns } from "./responseColumns";
import { type ScoreInSet, scoreColumns } from "./scoreColumns";
import { inWholeMonths } from "./wholeMonths";

export type { EndpointColumns, GroupColumn, PanelColumnInSet } from "./columnsInSet";
export type { ResponseColumns } from "./responseColumns";

/**
 * The patients behind a board, without anything that identifies them: study numbers, derived endpoints, groups and
 * scores.
 */
export interface DataSet {
  csv: string;
  rows: number;
  /** How many patients the rows stand for: as many as there are, but for a count weight. */
  patients: number;
  /** The column of patients’ numbers where rows are their intervals; null where a row is a patient. */
  patientOfIntervals: string | null;
  endpoints: EndpointColumns[];
  groups: GroupColumn[];
  columns: PanelColumnInSet[];
  scores: ScoreInSet[];
  responses: ResponseColumns[];
  /** The panels computed from exactly these data, in the board's order. */
  panels: PanelAnswer[];
  notes: string[];
  /** What each column is, as a CSV file. */
  dictionary: string;
}

interface DataColumn {
  name: string;
  cell: (row: number) => string | number;
}

/** What a data set holds back: exact times, and the points of scores whose groups were merged. */
export interface DataSetChoices {
  wholeMonths: boolean;
  withoutPoints?: readonly string[];
}

/** The data set of the patients that the filters select, numbered in the order of the file. */
export function dataSetOf(exact: Prepared, { wholeMonths, withoutPoints = [] }: DataSetChoices): DataSet {
  const prepared = wholeMonths ? inWholeMonths(exact) : exact;
  const { board, patients, selection, table } = prepared;
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++)
    if (patients.represents[row] === 1 && selection.failed[row] === 0) rows.push(row);
  const named = names();
  const number = named("patient");
  const endpoints = endpointColumns(prepared, named);
  const identifying = (name: string) => identifies(prepared, { column: name });
  const scores = scoreColumns(prepared, named, withoutPoints, identifying);
  const { groups, columns, left } = groupColumns(prepared, named);
  const read = panelColumns(prepared, named, withoutPoints, wholeMonths);
  const all = [...endpoints.columns, ...scores.columns, ...columns, ...read.columns];
  const merged = board.scores.filter(({ id }) => withoutPoints.includes(id)).map(({ label }) => label);
  const whose = numbersOf(rows, patients.patient);
  const numberOf = new Map(rows.map((row, index) => [row, nth(whose, index)]));
  const responses = responseColumns(prepared, named, numberOf, wholeMonths);
  all.push(...responses.columns);
  const hidden = [...new Set([...left, ...read.left, ...responses.left])];
  const lines = rows.map((row, index) => csvRow([nth(whose, index), ...all.map(({ cell }) => blankless(cell(row)))]));
  return {
    csv: `${[csvRow([number, ...all.map(({ name }) => name)]), ...lines].join("\r\n")}\r\n`,
    rows: rows.length,
    patients: countOf(rows, patients),
    patientOfIntervals: patients.patient ? number : null,
    endpoints: endpoints.meta,
    groups,
    columns: read.meta,
    scores: scores.meta,
    responses: responses.meta,
    dictionary: dictionaryOf(
      prepared,
      {
        endpoints: endpoints.meta,
        groups,
        scores: scores.meta,
        columns: read.meta,
        responses: responses.meta,
        patientOfIntervals: patients.patient ? number : null,
      },
      wholeMonths,
    ),
    panels: board.panels.map((panel) => answerOf(prepared, panel, false)),
    notes: [
      ...(hidden.length > 0 ? [`Not in the data set, because they may identify patients: ${hidden.join(", ")}.`] : []),
      ...(merged.length > 0
        ? [`Not in the data set, because they would tell merged groups apart: points of ${merged.join(", ")}.`]
        : []),
    ],
  };
}

/** The number of the patient of each row; intervals of one have the same. */
function numbersOf(rows: readonly number[], patient: Int32Array | null): number[] {
  if (!patient) return rows.map((_, index) => index + 1);
  const numbers = new Map<number, number>();
  return rows.map((row) => {
    const own = nth(patient, row);
    const number = numbers.get(own) ?? numbers.size + 1;
    numbers.set(own, number);
    return number;
  });
}

/** An empty cell where there is nothing, so that a level called NA stays one. */
const blankless = (cell: string | number) => (typeof cell === "number" && Number.isNaN(cell) ? "" : cell);

/** Gives each column a short name that R and spreadsheets take, unlike all given before. */
function names(): (wish: string) => string {
  const taken = new Set<string>();
  return (wish) => {
    const plain = wish
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_|_$/g, "")
      .toLowerCase()
      .slice(0, 40);
    const stem = /^[a-z]/.test(plain) ? plain : `x_${plain}`.replace(/_$/, "");
    let name = stem;
    for (let index = 2; taken.has(name); index++) name = `${stem}_${index}`;
    taken.add(name);
    return name;
  };
}

function endpointColumns({ board, endpoints }: Prepared, named: (wish: string) => string) {
  const meta: EndpointColumns[] = [];
  const columns: DataColumn[] = [];
  board.endpoints.forEach((endpoint, index) => {
    const { id, label } = endpoint;
    const data = endpoints[index]?.data;
    if (!data) return;
    const { time, cause, entry, weight, weightKind, reason } = data;
    const add = (wish: string, values: ArrayLike<number>) => {
      const name = named(wish);
      columns.push({ name, cell: (row) => (reason[row] === 0 ? (values[row] ?? Number.NaN) : Number.NaN) });
      return name;
    };
    meta.push({
      id,
      label,
      unit: unitOfEndpoint(endpoint),
      time: add(`${id}_time`, time),
      event: add(`${id}_event`, cause),
      entry: entry ? add(`${id}_entry`, entry) : null,
      weight: weight ? add(`${id}_weight`, weight) : null,
      weightKind: weight ? (weightKind ?? "count") : null,
    });
  });
  return { meta, columns };
}

const ofLevels = ["group", "strata", "small figures", "subgroups"];

/** What panels group, stratify or are split by. */
const groupings = (panel: Panel): Variable[] =>
  panelForms[panel.kind].variables(panel).flatMap(({ of, role }) => (ofLevels.includes(role) ? [of] : []));

export const sameVariable = (a: Variable, b: Variable) => JSON.stringify(a) === JSON.stringify(b);

function wanted({ panels, scores }: Board): Variable[] {
  const all = [...panels.flatMap(groupings), ...scores.map(({ id }) => ({ score: id }))];
  return all.filter((variable, index) => all.findIndex((other) => sameVariable(other, variable)) === index);
}

function identifies({ table, board }: Prepared, of: Variable): boolean {
  const column = "column" in of ? table.columns.find(({ name }) => name === of.column) : undefined;
  return column !== undefined && isIdentifying(board, column, table.rows);
}

function groupColumns(prepared: Prepared, named: (wish: string) => string) {
  const { board, variables } = prepared;
  const groups: GroupColumn[] = [];
  const columns: DataColumn[] = [];
  const left: string[] = [];
  for (const of of wanted(board)) {
    const found = variables.levels(of);
    if (!found.ok) continue;
    if (identifies(prepared, of)) {
      left.push(variables.label(of));
      continue;
    }
    const { codes, levels } = found.value;
    const labels = levels.map(({ label }) => label);
    const unlike = new Set(labels).size === labels.length && !labels.includes("");
    const texts = levels.map(({ value, label }) => ({ level: value, text: neutral(unlike ? label : value) }));
    const name = named("score" in of ? `${of.score}_group` : of.column);
    groups.push({ of, name, levels: texts });
    columns.push({ name, cell: (row) => texts[codes[row] ?? -1]?.text ?? "" });
  }
  return { groups, columns, left };
}

function panelColumns(
  prepared: Prepared,
  named: (wish: string) => string,
  withoutPoints: readonly string[],
  wholeMonths: boolean,
) {
  const meta: PanelColumnInSet[] = [];
  const columns: DataColumn[] = [];
  const left: string[] = [];
  for (const panel of prepared.board.panels) {
    for (const { id, name: wish, title, of, values, exactTime } of panelKinds[panel.kind].data(prepared, panel)) {
      if (exactTime && wholeMonths) continue;
      if (of !== null && identifies(prepared, of)) {
        left.push(title);
        continue;
      }
      if (of !== null && "score" in of && withoutPoints.includes(of.score)) continue;
      const name = named(wish);
      const levels = "codes" in values ? values.levels.map(neutral) : null;
      columns.push({
        name,
        cell: (row) =>
          "codes" in values ? (levels?.[values.codes[row] ?? -1] ?? "") : (values.numbers[row] ?? Number.NaN),
      });
      const reference = "codes" in values ? (levels?.[values.reference] ?? "") : "";
      meta.push({ panel: panel.id, id, of, name, levels, reference });
    }
  }
  return { meta, columns, left };
}
