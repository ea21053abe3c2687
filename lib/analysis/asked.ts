import type { Board, Endpoint, EventReading } from "../board/board";
import { type CodingCounts, type CodingLine, codedLines } from "../cohort/endpoint";
import { blankValue } from "../cohort/eventCodes";
import { deathOnly } from "../cohort/layouts/endpointParts";
import type { Problem } from "../result";
import type { Snapshot } from "./analyze";

/** An event column with values that nobody has decided on: asked once for all endpoints that its answer reaches. */
export interface AskedColumn {
  /** The first of the endpoints, whose coding the answer is written into. */
  endpoint: Endpoint;
  reads: Pick<EventReading, "column" | "coding">;
  /** It is the column that tells of competing events. */
  second: boolean;
  lines: CodingLine[];
  open: CodingLine[];
  endpoints: Endpoint[];
  /** The curve of one of them waits for it; else only patients have the values who are left out anyway. */
  awaited: boolean;
}

/** What only the user can decide about a cohort, as the board is now: what has been answered since is asked no more. */
export interface Asked {
  columns: AskedColumn[];
  /** Columns that name only those with the event, with what is to be said of the blank cells. */
  blanks: { endpoint: Endpoint; endpoints: Endpoint[]; problem: Problem }[];
  /** The endpoints whose time has no unit. */
  units: Endpoint[];
  /** Problems that are not answered by a value or a unit, each once. */
  others: Problem[];
}

const answeredHere = new Set(["event-undecided", "event-blank-undecided", "time-unit-undecided"]);

/** `answered` is the board that the snapshot is of. */
export function askedOf(board: Board, answered: Board, { endpoints: views, problems }: Snapshot): Asked {
  const found: Asked = { columns: [], blanks: [], units: [], others: [] };
  const columns = new Map<string, AskedColumn>();
  const blanks = new Map<string, Asked["blanks"][number]>();
  for (const endpoint of board.endpoints) {
    const view = views.find(({ id }) => id === endpoint.id);
    const before = answered.endpoints.find(({ id }) => id === endpoint.id);
    if (endpoint.time.unit === null) found.units.push(endpoint);
    const { event } = endpoint;
    if (!view || !event || before?.event?.column !== event.column) continue;
    // An answer counts in every endpoint that reads the column for the same kind of event.
    const key = JSON.stringify([event.column, deathOnly(endpoint)]);
    // Another question may stand before it: which row counts, or the unit of the time.
    const isOpen = view.ledger?.leftOut.some(({ reason }) => reason === "event value not decided") ?? false;
    const awaited = isOpen || view.problem?.code === "event-undecided";
    add(columns, key, columnOf(endpoint, event, view.coding, awaited));
    if (event.competing && before.event.competing?.column === event.competing.column)
      add(columns, JSON.stringify([key, endpoint.id]), {
        ...columnOf(endpoint, event.competing, view.competing, awaited),
        second: true,
      });
    if (view.problem?.code === "event-blank-undecided" && !event.coding.some(({ value }) => value === blankValue)) {
      const known = blanks.get(key);
      if (known) known.endpoints.push(endpoint);
      else blanks.set(key, { endpoint, endpoints: [endpoint], problem: view.problem });
    }
  }
  const all = [...problems, ...views.flatMap(({ problem }) => problem ?? [])];
  const others = all.filter(({ code }) => !answeredHere.has(code));
  return {
    ...found,
    columns: [...columns.values()].sort((a, b) => Number(b.awaited) - Number(a.awaited)),
    blanks: [...blanks.values()],
    others: [...new Map(others.map((each) => [each.code + each.message, each])).values()],
  };
}

function columnOf(
  endpoint: Endpoint,
  reads: Pick<EventReading, "column" | "coding">,
  counts: CodingCounts | null,
  waits: boolean,
): AskedColumn {
  const lines = codedLines(counts, reads.coding);
  const open = lines.filter(({ as }) => as === null);
  return { endpoint, reads, second: false, lines, open, endpoints: [endpoint], awaited: waits && open.length > 0 };
}

function add(columns: Map<string, AskedColumn>, key: string, column: AskedColumn): void {
  if (column.open.length === 0) return;
  const known = columns.get(key);
  if (!known) columns.set(key, column);
  else
    columns.set(key, {
      ...known,
      endpoints: [...known.endpoints, column.endpoint],
      awaited: known.awaited || column.awaited,
    });
}
