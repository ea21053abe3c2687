import type { Remote } from "comlink";
import type { Board } from "../board/board";
import { readingOptions } from "../board/readingOptions";
import { inspectedParts } from "../cohort/inspect";
import type { TableSummary } from "../cohort/tableSummary";
import { writeAs } from "../format";
import { failed, ok, type Problem, problem, type Result } from "../result";
import type { ReadingOptions, Source } from "../table";
import type { ClientState } from "./clientState";
import { type Handle, start } from "./handle";
import { type LatestOnly, latestOnly } from "./latestOnly";
import { analysisPatience } from "./patience";
import { notRead, type OnProgress, type OpenFile, readInto, whileReading } from "./reading";
import type { WorkerApi } from "./workerApi";
import { WorkerEnded } from "./workerEnded";
import type { WorkerTexts } from "./workerTexts";

/** A board to be answered; with `only`, quickly and for that panel alone. */
export interface Asked {
  board: Board;
  only?: string;
}

/** One opened cohort: its worker, its files as they are read now, and what the page is told of it. */
export interface Session {
  state(): ClientState;
  files(): readonly OpenFile[];
  /** Reads a file into the cohort and keeps it. */
  read(file: OpenFile, onProgress: OnProgress, signal?: AbortSignal): Promise<Result<TableSummary>>;
  request(asked: Asked): void;
  /** Work on the cohort as it is read now; rejects with `WorkerEnded` when there will be no answer. */
  call<T>(work: (api: Remote<WorkerApi>) => PromiseLike<T>): Promise<T>;
  /** SHA-256 of the first file, or of the second one of a join. */
  hash(join?: string): Promise<string>;
  /** Ends the calculation under way, which then says so; the next request begins anew. */
  stop(): void;
  /** Another takes its place: what it was asked rejects, and it says nothing any more. */
  end(): void;
}

export const nothingYet: ClientState = {
  answer: null,
  seconds: new Map(),
  inspection: null,
  problem: null,
  rereading: null,
};

export function createSession(texts: WorkerTexts, tell: () => void): Session {
  let state = nothingYet;
  let files: OpenFile[] = [];
  let summary: TableSummary | null = null;
  /** The worker's number of the table that `summary` is of. */
  let table: number | null = null;
  let inspected = "";
  let handle = start<WorkerApi>(texts.analysis);
  let over = false;
  let readying: Promise<unknown> = Promise.resolve();

  const set = (next: Partial<ClientState>) => {
    if (over) return;
    state = { ...state, ...next };
    tell();
  };

  function keep(file: OpenFile, read: TableSummary): void {
    files = [...files.filter(({ join }) => join !== file.join), file];
    if (file.join === undefined) summary = read;
    else set({ seconds: new Map(state.seconds).set(file.join, read) });
  }

  /**
   * The worker with the files as the board wants them read: started anew after its end, read anew after another choice.
   * One such work at a time.
   */
  function ready(board?: Board): Promise<Result<Handle<WorkerApi>>> {
    const mine = readying.then(() => makeReady(board));
    readying = mine.catch(() => {});
    return mine;
  }

  async function makeReady(board?: Board): Promise<Result<Handle<WorkerApi>>> {
    const lives = await handle.alive();
    if (over) throw new WorkerEnded("replaced");
    if (!lives) {
      handle = start<WorkerApi>(texts.analysis);
      table = null;
    }
    for (const file of files) {
      const options = (board && optionsFor(board, file.join)) ?? file.options;
      if (lives && sameOptions(options, file.options)) continue;
      const again = await readAgain({ ...file, options });
      if (!again.ok && !lives) handle.end("crashed");
      if (!again.ok) return again;
      keep({ ...file, options }, again.value);
    }
    return ok(handle);
  }

  /** Reads an open file in another way, until a later request wants it otherwise. */
  async function readAgain(file: OpenFile): Promise<Result<TableSummary>> {
    const superseded = () => {
      const next = requests.next();
      return next !== null && !sameOptions(optionsFor(next.board, file.join), file.options);
    };
    const read: Source["read"] = (from, to) =>
      superseded() ? Promise.reject(new Error("superseded")) : file.source.read(from, to);
    try {
      const source = { ...file.source, read };
      return await readInto(handle, { ...file, source }, (rereading) => set({ rereading }), texts.reader);
    } catch (error) {
      if (superseded()) return failed(notRead(file.source.name));
      throw error;
    }
  }

  const patience = (board = state.answer?.board) => analysisPatience(summary?.rows ?? 0, board?.panels.length ?? 1);

  async function call<T>(work: (api: Remote<WorkerApi>) => PromiseLike<T>, board?: Board): Promise<Result<T>> {
    const current = await ready(board);
    return current.ok ? ok(await current.value.call(patience(board), work)) : current;
  }

  const requests: LatestOnly<Asked> = latestOnly(async ({ board, only }) => {
    try {
      const made = await call((api) => api.analyze(board, only, table), board);
      if (!made.ok) {
        const hint = `${made.problem.hint} What was read before is still shown.`;
        return requests.next() ? undefined : set({ problem: { ...made.problem, hint }, rereading: null });
      }
      const { snapshot } = made.value;
      summary = made.value.summary ?? summary;
      table = made.value.table;
      if (summary) writeAs(board.writing);
      if (summary)
        set({ answer: { board, snapshot, summary, preview: only !== undefined }, problem: null, rereading: null });
      if (only === undefined) inspections.push(board);
    } catch (error) {
      handle.end("crashed");
      set({ problem: stopped(error, state.answer !== null), rereading: null });
    }
  });

  /**
   * Only where the board says something else about the columns or the cohort than the last time; the worker lets
   * requests go first.
   */
  const inspections: LatestOnly<Board> = latestOnly(async (board) => {
    const parts = JSON.stringify([files.map(({ options }) => options), inspectedParts(board)]);
    if (over || (state.inspection && parts === inspected)) return;
    try {
      const made = await call((api) => api.inspect(board, texts.today()));
      if (!made.ok || !made.value) return;
      inspected = parts;
      set({ inspection: made.value });
    } catch {
      // A request under way says itself that the worker has ended, and its answer asks for the inspection again.
      if (!requests.busy()) set({ problem: notInspected });
    }
  });

  return {
    state: () => state,
    files: () => files,
    async read(file, onProgress, signal) {
      const current = await ready();
      if (!current.ok) return current;
      const read = await readInto(current.value, file, onProgress, texts.reader, signal);
      signal?.throwIfAborted();
      if (read.ok) keep(file, read.value);
      return read;
    },
    request: requests.push,
    async call(work) {
      const made = await call(work);
      if (!made.ok) throw new Error(made.problem.message);
      return made.value;
    },
    async hash(join) {
      const file = files.find((each) => each.join === join);
      const current = await ready();
      if (!file || !current.ok) throw new Error("hash of a file that is not open");
      const { name, size } = file.source;
      return whileReading(
        current.value,
        file.source,
        () => {},
        (slice) => current.value.call(patience(), (api) => api.hash({ name, size }, slice)),
      );
    },
    stop: () => handle.end("stopped"),
    end() {
      over = true;
      handle.end("replaced");
    },
  };
}

/** How a board wants a file read; undefined for a second file whose join is gone. */
export function optionsFor(board: Board, join: string | undefined): ReadingOptions | undefined {
  if (join === undefined) return readingOptions(board);
  const found = board.joins.find(({ id }) => id === join);
  return found && readingOptions(found);
}

const sameOptions = (one: ReadingOptions | undefined, other: ReadingOptions) =>
  JSON.stringify(one) === JSON.stringify(other);

function stopped(error: unknown, shown: boolean): Problem {
  const what = ends[error instanceof WorkerEnded ? error.reason : "crashed"];
  const rest = shown ? "The last result is still shown." : "There is no result yet.";
  return problem("worker-failed", `${what} ${rest}`, "Undo the last change, or open the file again.");
}

const ends: Record<WorkerEnded["reason"], string> = {
  crashed: "The calculation stopped unexpectedly.",
  silent: "The calculation gave no sign of life and was ended.",
  stopped: "You stopped the calculation.",
  replaced: "The calculation made room for another file.",
};

const notInspected = problem(
  "inspection-failed",
  "The check for implausible data stopped unexpectedly; the curves are not concerned.",
  "Any change, or opening the file again, starts it anew.",
);
