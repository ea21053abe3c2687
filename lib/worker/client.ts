import { proxy, type Remote, releaseProxy, wrap } from "comlink";
import type { Snapshot } from "../analyze";
import type { Board } from "../board/board";
import { readingOptions } from "../board/readingOptions";
import type { TableSummary } from "../cohort/tableSummary";
import { failed, ok, type Problem, problem, type Result } from "../result";
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
  /** Set when the calculation failed; the last answer stays. */
  problem: Problem | null;
}

export interface Client {
  /** Reads a file; the table before it stays until this one is read. Resolves to null when cancelled. */
  open(file: File, board: Board, onProgress: (progress: ReadProgress) => void): Promise<Result<TableSummary> | null>;
  cancel(): void;
  /** Asks for a snapshot. Of several requests made while one runs, only the last is answered. */
  request(board: Board, only?: string): void;
  savable(board: Board): Promise<Board>;
  hash(): Promise<string>;
  subscribe(listener: () => void): () => void;
  getState(): ClientState;
}

interface WorkerTexts {
  analysis: string;
  /** Loaded when a file needs a heavy reader. */
  reader: () => Promise<string>;
}

interface Running<Api> {
  worker: Worker;
  api: Remote<Api>;
  /** Settles as the work does, or rejects when the worker dies, which would answer nothing. */
  orCrash<T>(work: PromiseLike<T>): Promise<T>;
}

export function createClient(texts: WorkerTexts): Client {
  let running: Running<WorkerApi> | null = null;
  let opened: { source: Source; options: ReadingOptions; summary: TableSummary } | null = null;
  let state: ClientState = { answer: null, problem: null };
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

  /** A worker that holds the table as the board wants it read: started again after a crash, read again after another choice of reading. */
  async function ready(board?: Board): Promise<Running<WorkerApi>> {
    const options = board ? readingOptions(board) : opened?.options;
    const current = running ?? start<WorkerApi>(texts.analysis);
    if (opened && options && (!running || JSON.stringify(options) !== JSON.stringify(opened.options))) {
      const read = await readInto(current, opened.source, options, () => {});
      if (!read.ok) throw new Error(read.problem.message);
      opened = { ...opened, options, summary: read.value };
    }
    running = current;
    return current;
  }

  /** Reads into the worker; a heavy format is read by a worker of its own, and its table handed over. */
  async function readInto(
    { api, orCrash }: Running<WorkerApi>,
    source: Source,
    options: ReadingOptions,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<Result<TableSummary>> {
    const file: FileFacts = { name: source.name, size: source.size };
    const slice: ReadSlice = proxy(source.read);
    if (!(await isHeavy(source)))
      return orCrash<Result<TableSummary>>(api.read(file, slice, options, proxy(onProgress)));
    const reader = start<ReaderApi>(await texts.reader());
    try {
      const table = await reader.orCrash<Result<Table>>(reader.api.read(file, slice, options, proxy(onProgress)));
      return table.ok ? ok(await api.adopt(table.value)) : table;
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
        const { api, orCrash } = await ready(board);
        const snapshot = await orCrash(api.analyze(board, only));
        if (opened)
          set({ answer: { board, snapshot, summary: opened.summary, preview: only !== undefined }, problem: null });
      } catch {
        set({ problem: crashed() });
      }
    }
    busy = false;
  }

  return {
    async open(file, board, onProgress) {
      const options = readingOptions(board);
      let cancelled = false;
      cancelReading = () => {
        cancelled = true;
      };
      const bytes = fileSource(file);
      const source: Source = {
        ...bytes,
        read: (start, end) => (cancelled ? Promise.reject(new Error("cancelled")) : bytes.read(start, end)),
      };
      // A table is read in a fresh worker, so that the one before it stays whole until this one is there.
      const fresh = start<WorkerApi>(texts.analysis);
      try {
        const summary = await readInto(fresh, source, options, onProgress);
        if (cancelled || !summary.ok) {
          fresh.worker.terminate();
          return cancelled ? null : summary;
        }
        running?.worker.terminate();
        running = fresh;
        opened = { source: bytes, options, summary: summary.value };
        set({ answer: null, problem: null });
        return summary;
      } catch {
        fresh.worker.terminate();
        if (cancelled) return null;
        return failed(
          problem(
            "reading-failed",
            `“${file.name}” could not be read to its end.`,
            "Check that the file still exists and open it again.",
          ),
        );
      }
    },
    cancel: () => cancelReading(),
    request(board, only) {
      waiting = { board, only };
      void answerAll();
    },
    savable: async (board) => (await ready()).api.savable(board),
    async hash() {
      if (!opened) throw new Error("hash before a file was opened");
      const { name, size, read } = opened.source;
      return (await ready()).api.hash({ name, size }, proxy(read));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
  };
}

/** A worker from a Blob inherits the page's policy; one from a network address would not. */
function start<Api>(text: string): Running<Api> {
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
  });
  died.catch(() => {});
  return { worker, api: wrap<Api>(worker), orCrash: (work) => Promise.race([work, died]) };
}
