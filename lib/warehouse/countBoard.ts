import type { Board, ColumnChoice, Endpoint } from "../board/board";
import { asText } from "../board/fields";
import { endpointDefinition } from "../cohort/endpointDefinition";
import { endpointWords } from "../cohort/endpointWords";
import { cutoffOf } from "../panels/shownEndpoint";
import { causesOf } from "./endpointInSql";

/** What the columns of an endpoint are called among the cells. */
export interface CellNames {
  time: string;
  event: string;
  leftOut: string;
  entry: string | null;
}

/** What the cells call the outcomes: cause 0, 1, 2 …. */
export const eventWords = (endpoint: Endpoint): string[] => [
  "censored",
  "event",
  ...causesOf(endpoint).map((cause) => `competing: ${cause}`),
];

/**
 * The board of the cells: endpoints read from their times and outcomes, each row as many patients as it says; filters,
 * panels, scores and made columns as they were.
 */
export function countBoard(
  board: Board,
  cells: readonly { endpoint: Endpoint; names: CellNames }[],
  patients: string,
  counted: NonNullable<Board["source"]["counted"]>,
): Board {
  const own: ColumnChoice[] = cells.flatMap(({ names: { time, event, leftOut, entry } }): ColumnChoice[] => [
    { name: time, kind: "number" },
    { name: event, kind: "category" },
    { name: leftOut, kind: "category" },
    ...(entry === null ? [] : [{ name: entry, kind: "number" as const }]),
  ]);
  return {
    ...board,
    source: { file: null, rows: null, sha256: null, reading: {}, counted },
    patientId: null,
    columns: [...board.columns, ...own, { name: patients, kind: "number", identifying: false }],
    endpoints: cells.map(({ endpoint, names }) => ofCells(board, endpoint, names, patients)),
    session: null,
  };
}

function ofCells(
  board: Board,
  endpoint: Endpoint,
  { time, event, leftOut, entry }: CellNames,
  patients: string,
): Endpoint {
  const causes = causesOf(endpoint);
  const coding = eventWords(endpoint).map((value, cause) => {
    if (cause < 2) return { value, as: cause === 0 ? ("censored" as const) : ("event" as const) };
    return { value, as: "competing" as const, cause: causes[cause - 2] ?? value };
  });
  return {
    ...endpoint,
    time: { from: "column", column: time, unit: endpoint.time.unit },
    event: { column: event, coding, competing: null },
    entry,
    entryUnit: null,
    counted: {
      leftOut,
      rule: endpoint.time.from === "rule" ? endpoint.time.rule : null,
      definition: asText(endpointDefinition(board, endpoint, endpointWords(endpoint, causes).event)),
      cutoff: cutoffOf(endpoint),
    },
    weight: { column: patients, kind: "count" },
  };
}
