import { proxy, type Remote, releaseProxy, wrap } from "comlink";
import type { Snapshot } from "../analyze";
import type { Board } from "../board/board";
import { readingOptions } from "../board/readingOptions";
import type { ColumnDetails } from "../cohort/columnDetails";
import type { CutRecord } from "../cohort/dataCut";
import { type Inspection, inspectedParts } from "../cohort/inspect";
import type { TableSummary } from "../cohort/tableSummary";
import type { DataSet } from "../export/dataSet/dataSet";
import { failed, ok, type Problem, problem, type Result } from "../result";
import type { RowsAsked, RowsShown } from "../rowsBehind";
import type { ReadingOptions, ReadProgress, Source, Table } from "../table";
import { isHeavy } from "../table/formats/heavy";
import { fileSource } from "../table/source";
import type { ReaderApi } from "./readerApi";
import type { FileFacts, ReadSlice, WorkerApi } from "./workerApi";

/** The last answer and the board it answers; what is drawn is always one of these, whole. */
export interface Answer {
  board: Board;
  summary: TableSummary;
  snapshot: Snapshot;
  /** A quick answer while something is dragged: only the focused panel is in it. */
  preview: boolean;
}

export interface ClientState {
  answer: Answer | null;
  /** What each second file says, by the id of its join. */
  seconds: ReadonlyMap<string, TableSummary>;
  /** What is said about the cohort beside its curves; it follows the answer as soon as nothing more urgent is asked. */
  inspection: Inspection | null;
  /** Set when the calculation failed, or the file cannot be read as asked; the last answer stays. */
  problem: Problem | null;
  /** How far the reading of an open file in another way has come. */
  rereading: ReadProgress | null;
}

type OnProgress = (progress: ReadProgress) => void;

export interface Client {
  /** Reads a file; the table before it stays until this one is read, and second files stay whose joins the board has. Null when cancelled. */
  open(file: File, board: Board, onProgress: OnProgress): Promise<Result<TableSummary> | null>;
  /** Reads a second file under the id of its join, beside the first. Resolves to null when cancelled. */
  openSecond(file: File, join: string, board: Board, onProgress: OnProgress): Promise<Result<TableSummary> | null>;
  cancel(): void;
  /** Asks for a snapshot. Of several requests made while one runs, only the last is answered. */
  request(board: Board, only?: string): void;
  /** The snapshot of a board beside the one on the screen, which stays. */
  ask(board: Board): Promise<Snapshot>;
  dataSet(board: Board, choices: { wholeMonths: boolean }): Promise<DataSet>;
  savable(board: Board): Promise<Board>;
  /** What the open cohort can be compared by with another cut; null without patient ids. */
  cutRecord(board: Board): Promise<CutRecord | null>;
  /** A stretch of the rows behind a number of the last answer; null where there are none to show. */
  rowsBehind(asked: RowsAsked, stretch: { from: number; to: number; width: number }): Promise<RowsShown | null>;
  /** One column of the last answer closely; null where there is none of this name. */
  column(name: string): Promise<ColumnDetails | null>;
  /** SHA-256 of the first file, or of the second one of a join. */
  hash(join?: string): Promise<string>;
  subscribe(listener: () => void): () => void;
  getState(): ClientState;
}

/** A file the page has open: the first, or the second one of a join. */
interface OpenFile {
  join?: string;
  source: Source;
  options: ReadingOptions;
}

interface WorkerTexts {
  analysis: string;
  /** Loaded when a file needs a heavy reader. */
  reader: () => Promise<string>;
  /** Today as days since 1970-01-01. */
  today: () => number;
}

interface Running<Api> {
  worker: Worker;
  api: Remote<Api>;
  /** Settles as the work does, or rejects when the worker dies, which would answer nothing. */
  orCrash<T>(work: PromiseLike<T>): Promise<T>;
}

export function createClient(texts: WorkerTexts): Client {
  let running: Running<WorkerApi> | null = null;
  let files: OpenFile[] = [];
  let summary: TableSummary | null = null;
  let state: ClientState = { answer: null, seconds: new Map(), inspection: null, problem: null, rereading: null };
  let inspected = "";
  let waiting: { board: Board; only?: string } | null = null;
  let busy = false;
  let cancelReading = () => {};
  const listeners = new Set<() => void>();

  const set = (next: Partial<ClientState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  /** A crash ends the worker; the next request starts another and reads the file again. */
  const crashed = (): Problem => {
    running?.worker.terminate();
    running = null;
    return problem(
      "worker-failed",
      "The calculation stopped unexpectedly. The last result is still shown.",
      "Undo the last change, or open the file again.",
    );
  };

  /** A worker that holds the tables as the board wants them read: started again after a crash, read again after another choice of reading. */
  async function ready(board?: Board): Promise<Result<Running<WorkerApi>>> {
    const current = running ?? start<WorkerApi>(texts.analysis);
    for (const file of files) {
      const options = (board && optionsFor(board, file.join)) ?? file.options;
      if (running && JSON.stringify(options) === JSON.stringify(file.options)) continue;
      const read = await readAgain(current, { ...file, options });
      if (!read.ok) {
        if (!running) current.worker.terminate();
        return read;
      }
      keep({ ...file, options }, read.value);
    }
    running = current;
    return ok(current);
  }

  /** Reads an open file in another way, until a later request wants it otherwise. */
  async function readAgain(current: Running<WorkerApi>, file: OpenFile): Promise<Result<TableSummary>> {
    const wanted = JSON.stringify(file.options);
    const superseded = () => waiting !== null && JSON.stringify(optionsFor(waiting.board, file.join)) !== wanted;
    const read: Source["read"] = (start, end) =>
      superseded() ? Promise.reject(new Error("superseded")) : file.source.read(start, end);
    try {
      return await readInto(current, { ...file, source: { ...file.source, read } }, (rereading) => set({ rereading }));
    } catch (error) {
      if (superseded()) return failed(notRead(file.source.name));
      throw error;
    }
  }

  function keep(file: OpenFile, read: TableSummary): void {
    files = [...files.filter(({ join }) => join !== file.join), file];
    if (file.join === undefined) summary = read;
    else set({ seconds: new Map(state.seconds).set(file.join, read) });
  }

  /** Reads into the worker; a heavy format is read by a worker of its own, and its table handed over. */
  async function readInto(
    { api, orCrash }: Running<WorkerApi>,
    { source, options, join }: OpenFile,
    onProgress: OnProgress,
  ): Promise<Result<TableSummary>> {
    const file: FileFacts = { name: source.name, size: source.size };
    const slice: ReadSlice = proxy(source.read);
    if (!(await isHeavy(source)))
      return orCrash<Result<TableSummary>>(api.read(file, slice, options, proxy(onProgress), join));
    const reader = start<ReaderApi>(await texts.reader());
    try {
      const table = await reader.orCrash<Result<Table>>(reader.api.read(file, slice, options, proxy(onProgress)));
      return table.ok ? ok(await api.adopt(table.value, join)) : table;
    } finally {
      reader.api[releaseProxy]();
      reader.worker.terminate();
    }
  }

  async function answerAll(): Promise<void> {
    if (busy) return;
    busy = true;
    while (waiting) {
      const { board, only } = waiting;
      waiting = null;
      try {
        const current = await ready(board);
        if (!current.ok && waiting) continue;
        if (!current.ok) {
          const { problem: why } = current;
          set({ problem: { ...why, hint: `${why.hint} What was read before is still shown.` }, rereading: null });
          continue;
        }
        const { api, orCrash } = current.value;
        const answered = await orCrash(api.analyze(board, only));
        summary = answered.summary ?? summary;
        const { snapshot } = answered;
        if (summary)
          set({ answer: { board, snapshot, summary, preview: only !== undefined }, problem: null, rereading: null });
        if (!waiting && only === undefined) await inspectAgain(current.value, board);
      } catch {
        set({ problem: crashed(), rereading: null });
      }
    }
    busy = false;
  }

  /** Only where the board says something else about the columns or the cohort than the last time. */
  async function inspectAgain({ api, orCrash }: Running<WorkerApi>, board: Board): Promise<void> {
    const parts = JSON.stringify([files.map(({ options }) => options), inspectedParts(board)]);
    if (state.inspection && parts === inspected) return;
    const inspection = await orCrash<Inspection>(api.inspect(board, texts.today()));
    inspected = parts;
    set({ inspection });
  }

  /** Reads slices of the file until it is read or cancelled (null); a file that vanishes on the way is a problem. */
  async function readFile<T>(file: File, read: (source: Source) => Promise<Result<T>>): Promise<Result<T> | null> {
    let cancelled = false;
    cancelReading = () => {
      cancelled = true;
    };
    const bytes = fileSource(file);
    const slices: Source["read"] = (start, end) =>
      cancelled ? Promise.reject(new Error("cancelled")) : bytes.read(start, end);
    try {
      const result = await read({ ...bytes, read: slices });
      return cancelled ? null : result;
    } catch {
      return cancelled ? null : failed(notRead(file.name));
    }
  }

  async function started(): Promise<Running<WorkerApi>> {
    const current = await ready();
    if (!current.ok) throw new Error(current.problem.message);
    return current.value;
  }

  return {
    async open(file, board, onProgress) {
      // A table is read in a fresh worker, so that the one before it stays whole until this one is there.
      const fresh = start<WorkerApi>(texts.analysis);
      const options = readingOptions(board);
      const read = await readFile(file, (source) => readInto(fresh, { source, options }, onProgress));
      if (!read?.ok) {
        fresh.worker.terminate();
        return read;
      }
      running?.worker.terminate();
      running = fresh;
      const kept = files.filter(({ join }) => board.joins.some(({ id }) => id === join));
      files = [];
      set({ answer: null, seconds: new Map(), inspection: null, problem: null });
      keep({ source: fileSource(file), options }, read.value);
      for (const second of kept) {
        const again = await readInto(fresh, second, () => {});
        if (again.ok) keep(second, again.value);
      }
      return read;
    },
    async openSecond(file, join, board, onProgress) {
      const current = await ready();
      if (!current.ok) return current;
      const options = optionsFor(board, join) ?? {};
      const read = await readFile(file, (source) => readInto(current.value, { source, options, join }, onProgress));
      if (read?.ok) keep({ source: fileSource(file), options, join }, read.value);
      return read;
    },
    cancel: () => cancelReading(),
    request(board, only) {
      waiting = { board, only };
      void answerAll();
    },
    async ask(board) {
      const { api, orCrash } = await started();
      return (await orCrash(api.analyze(board))).snapshot;
    },
    async dataSet(board, choices) {
      const { api, orCrash } = await started();
      return orCrash(api.dataSet(board, choices));
    },
    savable: async (board) => (await started()).api.savable(board),
    cutRecord: async (board) => (await started()).api.cutRecord(board),
    async rowsBehind(asked, stretch) {
      const { answer } = state;
      return answer ? (await started()).api.rowsBehind(answer.board, asked, stretch) : null;
    },
    async column(name) {
      const { answer } = state;
      return answer ? (await started()).api.column(answer.board, name) : null;
    },
    async hash(join) {
      const file = files.find((each) => each.join === join);
      if (!file) throw new Error("hash before a file was opened");
      const { name, size, read } = file.source;
      return (await started()).api.hash({ name, size }, proxy(read));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
  };
}

/** How a board wants a file read; undefined for a second file whose join is gone. */
function optionsFor(board: Board, join: string | undefined): ReadingOptions | undefined {
  if (join === undefined) return readingOptions(board);
  const found = board.joins.find(({ id }) => id === join);
  return found && readingOptions(found);
}

const notRead = (name: string) =>
  problem(
    "reading-failed",
    `“${name}” could not be read to its end.`,
    "Check that the file still exists and open it again.",
  );

/** A worker from a Blob inherits the page's policy; one from a network address would not. */
function start<Api>(text: string): Running<Api> {
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
  });
  died.catch(() => {});
  return { worker, api: wrap<Api>(worker), orCrash: (work) => Promise.race([work, died]) };
}
