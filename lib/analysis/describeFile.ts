import type { Board, Endpoint } from "../board/board";
import { newPanel } from "../board/panelForms/registry";
import { readingOptions } from "../board/readingOptions";
import type { Change } from "../cohort/changes";
import { codingInWords } from "../cohort/eventMeaning";
import { inspect } from "../cohort/inspect";
import { type Recognized, recognize } from "../cohort/layouts";
import type { Ledger } from "../cohort/ledger";
import { plainBoard, proposedBoard } from "../cohort/propose";
import { readingLine } from "../cohort/readingLine";
import { type TableSummary, tableSummary } from "../cohort/tableSummary";
import { formatCount } from "../format";
import { nth } from "../numeric/nth";
import type { EndpointView } from "../panels/prepared";
import { ok, type Problem, type Result } from "../result";
import type { Quantile } from "../survival";
import type { Notice, Question, Reading, Source } from "../table";
import { readHeavyTable } from "../table/readHeavyTable";
import { analysis, type PanelView, type Snapshot } from "./analyze";

/** One curve of a proposed endpoint: of all patients or of one group. */
interface DescribedCurve {
  group: string | null;
  n: number;
  events: number;
  /** In the endpoint's unit, as R prints a survfit; null where it is not reached. */
  median: number | null;
}

interface DescribedEndpoint {
  endpoint: Endpoint;
  /** "event = 1:DECEASED (142), censored = 0:LIVING (201)". */
  coding: string | null;
  values: EndpointView["coding"];
  competing: EndpointView["competing"];
  ledger: Ledger | null;
  used: number | null;
  events: number | null;
  censored: number | null;
  competingEvents: number | null;
  /** Sum of all times of the used patients, in the endpoint's unit. */
  followUp: number | null;
  /** Why the curve waits. */
  waits: Problem | null;
  curve: DescribedCurve | null;
  group: string | null;
  byGroup: DescribedCurve[];
}

/** A sentence about the file, the layout or the cohort; `count` as the code says. */
type Said = Problem & Partial<Pick<Notice, "count" | "columns">>;

export interface Described extends Reading {
  file: string;
  rows: number;
  columns: TableSummary["columns"];
  firstRows: string[][];
  notices: Said[];
  questions: (Omit<Question, "choices"> & { choices: string[] })[];
  layout: Pick<Recognized, "id" | "label" | "evidence"> | null;
  /** How the file is read, in one line. */
  line: string;
  patients: Snapshot["patients"];
  endpoints: DescribedEndpoint[];
  /** Every cell that counts as something else than what stands in the file. */
  changes: Change[];
  /** What the layout proposes, or the board that was given. */
  board: Board;
}

/** Everything the Data place shows of a file on its own, with the board that its layout proposes. */
export async function describeFile(source: Source, given: Board | null = null): Promise<Result<Described>> {
  const first = await readHeavyTable(source, given ? readingOptions(given) : {});
  if (!first.ok) return first;
  const summary = tableSummary(first.value);
  const recognized = recognize(summary);
  const board =
    given ?? (recognized ? proposedBoard(source.name, summary, recognized.proposal) : plainBoard(source.name, summary));
  // A layout may say how cells are read, such as months with leading zeros; then the file is read again.
  const read = given || board.columns.length === 0 ? first : await readHeavyTable(source, readingOptions(board));
  if (!read.ok) return read;
  const described = tableSummary(read.value);
  const { columns, questions, notices, reading, rows, firstRows } = described;
  const group = recognized?.proposal.group ?? null;
  const answer = analysis(read.value);
  const snapshot = answer(withAllCurves(board, group));
  const { findings, changes } = inspect(answer.prepare(board).cohort, board, null);
  const endpoints = board.endpoints.map((endpoint, index) =>
    describedEndpoint(endpoint, nth(snapshot.endpoints, index), snapshot.panels, group),
  );
  return ok({
    file: source.name,
    ...reading,
    rows,
    columns,
    firstRows,
    notices: [...notices, ...layoutNotices(recognized, endpoints), ...snapshot.problems, ...findings.filter(isNew)],
    changes,
    questions: questions.map(({ choices, ...question }: Question) => ({
      ...question,
      choices: choices.map(({ label }) => label),
    })),
    layout: recognized && { id: recognized.id, label: recognized.label, evidence: recognized.evidence },
    line: readingLine({
      board,
      summary: described,
      patients: snapshot.patients,
      endpoints: snapshot.endpoints,
      layout: recognized,
    }),
    patients: snapshot.patients,
    endpoints,
    board,
  });
}

/** The table speaks of spelling variants already, with the blanks that were cut. */
const isNew = ({ code }: Notice) => code !== "label-variants";

const ofAll = (endpoint: string) => `${endpoint}-all`;
const byGroup = (endpoint: string) => `${endpoint}-group`;

/**
 * Two panels for each endpoint, of all patients and by group. A unit that is not said yet holds up the page, not the
 * counts.
 */
function withAllCurves(board: Board, group: string | null): Board {
  return {
    ...board,
    filters: [],
    endpoints: board.endpoints.map((endpoint) => ({
      ...endpoint,
      time: { ...endpoint.time, unit: endpoint.time.unit ?? "days" },
    })),
    panels: board.endpoints.flatMap(({ id }) => [
      newPanel("kaplanMeier", id, ofAll(id)),
      {
        ...newPanel("kaplanMeier", id, byGroup(id)),
        group: group === null ? null : { column: group },
      },
    ]),
  };
}

function describedEndpoint(
  endpoint: Endpoint,
  view: EndpointView,
  panels: PanelView[],
  group: string | null,
): DescribedEndpoint {
  const curve = curvesOf(panels, ofAll(endpoint.id))[0] ?? null;
  const used = view.ledger?.used ?? null;
  return {
    endpoint,
    coding: view.coding && codingInWords(view.coding.lines),
    values: view.coding,
    competing: view.competing,
    ledger: view.ledger,
    used,
    events: view.outcomes?.event ?? null,
    censored: view.outcomes?.censored ?? null,
    competingEvents: view.outcomes?.competing ?? null,
    followUp: view.outcomes?.followUp ?? null,
    waits: view.problem,
    curve: curve && { ...curve, group: null },
    group,
    byGroup: group === null ? [] : curvesOf(panels, byGroup(endpoint.id)),
  };
}

function curvesOf(panels: PanelView[], id: string): DescribedCurve[] {
  const panel = panels.find((each) => each.id === id);
  if (panel?.state !== "ready" || panel.result.kind !== "kaplanMeier") return [];
  return panel.result.groups.map(({ level, curve, events, median }) => ({
    group: level,
    n: curve.n,
    events,
    median: timeOf(median),
  }));
}

const timeOf = (median: Quantile) => (median.kind === "reached" ? median.time : null);

/** What the layout took for granted, and blank events, in the form of the file's own notices. */
function layoutNotices(recognized: Recognized | null, endpoints: DescribedEndpoint[]): Said[] {
  const blank = endpoints.flatMap(({ endpoint, values, ledger }) => {
    const line = ledger?.leftOut.find(({ reason }) => reason === "event missing");
    if (!values || values.blank === 0 || !endpoint.event) return [];
    const read = values.blankAs === null || values.blankAs === "exclude" ? "left out, never censored" : values.blankAs;
    const message = `${formatCount(values.blank)} of “${endpoint.event.column}” are blank: ${read}.`;
    return [
      {
        code: "event-blank",
        count: values.blank,
        message,
        hint: "Complete them in the file.",
        rows: line?.rows,
        columns: [endpoint.event.column],
      },
    ];
  });
  return [...(recognized?.proposal.notes ?? []), ...blank];
}
