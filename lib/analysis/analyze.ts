import type { Board, CellEdit, Panel } from "../board/board";
import { type CohortTable, cohortParts, cohortTable } from "../cohort/cohortTable";
import type { FilledCells } from "../cohort/collapse";
import { countedByWeight, patientsIn, weightsDiffer } from "../cohort/countWeight";
import { codingCounts, codingOf, endpointData } from "../cohort/endpoint";
import { type FilterView, fingerprintOf, keptFilterViews, selections } from "../cohort/filters";
import { filtersInWords } from "../cohort/filterWords";
import { asIntervals, intervalEvidence } from "../cohort/intervals";
import { ledgerOf, outcomesOf } from "../cohort/ledger";
import type { JoinView } from "../cohort/link";
import { openQuestion } from "../cohort/openQuestion";
import { type Patients, type RepeatedIds, repeatedIds } from "../cohort/patients";
import { type ScoreView, scoreTally } from "../cohort/scores/scoreTally";
import { variablesOf } from "../cohort/variables";
import { plainWriting, writeAs } from "../format";
import { answerOf } from "../panels/answerOf";
import type { PanelAnswer } from "../panels/panelKind";
import type { EndpointView, Prepared, PreparedEndpoint } from "../panels/prepared";
import { panelKinds } from "../panels/registry";
import { type ScoreStudy, scoreStudy } from "../panels/scoreStudy/scoreStudy";
import { type Problem, problem } from "../result";
import type { Table } from "../table";

/** Everything the page shows of one board: computed together, so that no two numbers on it can disagree. */
export interface Snapshot {
  /**
   * `fingerprint` says whom the filters keep, however they are written. `weighted`: a count weight says how many
   * patients a row stands for.
   */
  patients: {
    rows: number;
    weighted: boolean;
    merged: number;
    repeated: RepeatedIds;
    total: number;
    selected: number;
    fingerprint: string;
  };
  filters: FilterView[];
  /** The filters that apply, in words that name no column that may identify patients. */
  filtered: readonly string[];
  endpoints: EndpointView[];
  scores: ScoreView[];
  /** How each score does, filters aside. */
  studies: ScoreStudy[];
  panels: PanelView[];
  joins: JoinView[];
  filled: FilledCells[];
  /** Corrections of cells that fit none of this file. */
  unfit: CellEdit[];
  /** What concerns the whole cohort, such as repeated patient ids. */
  problems: Problem[];
}

/**
 * A panel with its result, so that no two can be mixed up. `title` is its short name, `heading` that of its figure.
 * `pending`: not asked for in a quick preview.
 */
export type PanelView = { id: string; title: string; heading: string } & (
  | PanelAnswer
  | { panel: Panel; state: "pending" }
);

/** Answers boards about one file; with `only`, just that panel and all counts. */
export interface Analysis {
  (board: Board, only?: string): Snapshot;
  /**
   * The table the last answer was about: that of the file, or one the board has reshaped; the same object while that
   * does not change.
   */
  table(): Table;
  /** What the answer to this board is computed from. */
  prepare(board: Board): { cohort: CohortTable; prepared: Prepared };
}

const noSeconds: ReadonlyMap<string, Table> = new Map();

/**
 * The whole analysis as one pure function: what the worker, the tests and the command line run. `seconds`: second files
 * by id of the join.
 */
export function analyze(file: Table, board: Board, seconds = noSeconds): Snapshot {
  return analysis(file, seconds)(board);
}

/**
 * The same for a run of boards over one table: what depends only on unchanged parts of the board (columns, endpoints,
 * scores, patients) is kept from one call to the next. With `only`, the other panels are left pending.
 */
export function analysis(file: Table, seconds = noSeconds): Analysis {
  const select = selections(file.rows);
  const viewFilters = keptFilterViews();
  const kept = new Map<string, { key: string; value: unknown }>();
  let writing = plainWriting;
  const keep = <T>(slot: string, key: unknown, make: () => T): T => {
    const text = JSON.stringify([writing, key]);
    const known = kept.get(slot);
    if (known?.key === text) return known.value as T;
    const value = make();
    kept.set(slot, { key: text, value });
    return value;
  };

  let current: Table = file;
  const prepare = (board: Board) => {
    writing = board.writing;
    writeAs(writing);
    const { columns, edits, scores } = board;
    const parts = cohortParts(board);
    const cohort: CohortTable = keep("cohort", parts, () => cohortTable(file, seconds, board));
    const { table, links, corrected } = cohort;
    current = table;
    const weights = board.endpoints.map(({ weight }) => weight);
    // What is asked about several rows of a patient depends on all endpoints.
    const asked = cohort.patients.blocked && board.endpoints;
    const patients = keep("patients", { parts, weights, asked }, () => {
      const counted = countedByWeight(table, cohort.patients, board);
      return counted.blocked ? { ...counted, blocked: likeIntervals(table, board, counted.blocked) } : counted;
    });
    const variables = keep("variables", { columns, edits, scores, parts, weights }, () =>
      variablesOf(table, board, patients.size),
    );
    const endpoints = board.endpoints.map((endpoint) =>
      keep(`endpoint ${endpoint.id}`, { endpoint, parts, weights, asked }, () =>
        prepareEndpoint(table, endpoint, patients),
      ),
    );
    const selection = select(board, variables, patients);
    const filters = keep("filters", { filters: board.filters, columns, edits, scores, parts, weights }, () =>
      filtersInWords(board, table, variables),
    );
    const prepared: Prepared = { table, board, patients, variables, selection, filters, endpoints, corrected, links };
    return { cohort, prepared };
  };
  const answer = (board: Board, only?: string): Snapshot => {
    const { columns, edits, scores } = board;
    const { cohort, prepared } = prepare(board);
    const weights = board.endpoints.map(({ weight }) => weight);
    const { table, patients, variables, selection, endpoints } = prepared;
    return {
      patients: {
        rows: table.rows,
        weighted: patients.weighted,
        merged: patients.merged.length,
        repeated: keep("repeated", { parts: cohortParts(board) }, () => repeatedIds(table, patients, board.patientId)),
        total: patients.count,
        selected: selection.selected,
        fingerprint: fingerprintOf(selection, patients),
      },
      filtered: prepared.filters,
      filters: viewFilters(board, variables, patients, selection),
      endpoints: endpoints.map(({ view }) => view),
      scores: keep("scores", { columns, edits, scores, parts: cohortParts(board), weights }, () =>
        scores.map((score) => scoreTally(score, patients, variables)),
      ),
      studies: keep("studies", { columns, edits, scores, parts: cohortParts(board), endpoints: board.endpoints }, () =>
        scores.map((score) => scoreStudy(prepared, score)),
      ),
      panels: board.panels.map((panel) => {
        const generated = panelKinds[panel.kind].title(panel, prepared);
        const named = { id: panel.id, title: panel.title ?? generated, heading: panel.figure.title ?? generated };
        if (only !== undefined && panel.id !== only) return { ...named, panel, state: "pending" };
        return { ...named, ...answerOf(prepared, panel, only !== undefined) };
      }),
      joins: cohort.joins,
      filled: cohort.filled,
      unfit: cohort.unfit,
      problems: [
        ...(patients.blocked ? [patients.blocked] : []),
        ...patients.notices,
        ...cohort.problems,
        ...weightsDiffer(board),
      ],
    };
  };
  return Object.assign(answer, { table: () => current, prepare });
}

/** The question about several rows of a patient, where they look like intervals of time. */
function likeIntervals(table: Table, board: Board, question: Problem): Problem {
  const found = question.code === "id-several-rows" ? intervalEvidence(table, board) : null;
  if (!found) return question;
  return problem(
    "id-intervals",
    `The rows of one “${board.patientId}” look like intervals of time: from “${found.start}” to “${found.end}” they never overlap, and most begin where the one before ends.`,
    "Say so under Several rows in Data. The curves wait for your answer.",
    question.rows,
  );
}

function prepareEndpoint(table: Table, endpoint: Board["endpoints"][number], cohort: Patients): PreparedEndpoint {
  const { id, label } = endpoint;
  const data = endpointData(table, endpoint);
  const patients = data.ok ? patientsIn(cohort, data.value) : cohort;
  const coding = codingOf(table, endpoint, patients);
  const second = endpoint.event?.competing ?? null;
  const competing = second && codingCounts(table, second, patients);
  if (!data.ok)
    return {
      data: null,
      view: { id, label, coding, competing, outcomes: null, ledger: null, problem: data.problem, notices: [] },
    };
  const read = asIntervals(data.value, patients, endpoint);
  const ledger = ledgerOf(table, patients, read.data);
  const open = patients.blocked ?? openQuestion(table, endpoint, patients, read.data) ?? read.problem;
  return {
    data: open ? null : read.data,
    view: {
      id,
      label,
      coding,
      competing,
      outcomes: outcomesOf(patients, read.data),
      ledger,
      problem: open,
      notices: read.notices,
    },
  };
}
