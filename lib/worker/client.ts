import type { Snapshot } from "../analysis/analyze";
import type { RowsAsked, RowsShown } from "../analysis/rowsBehind";
import type { Board } from "../board/board";
import { readingOptions } from "../board/readingOptions";
import type { ColumnDetails } from "../cohort/columnDetails";
import type { CutRecord } from "../cohort/dataCut";
import type { FileCell } from "../cohort/fileCell";
import type { TableSummary } from "../cohort/tableSummary";
import type { DataSet, DataSetChoices } from "../export/dataSet/dataSet";
import type { Result } from "../result";
import { beginningOf } from "./beginningOfFile";
import type { ClientState } from "./clientState";
import { type OnProgress, type Reading, startReading } from "./reading";
import { createSession, nothingYet, optionsFor, type Session } from "./session";
import type { WorkerTexts } from "./workerTexts";

export interface Client {
  /**
   * Reads a file; the cohort before it stays until this one is read, and second files stay whose joins the board has.
   * Of several readings only the latest counts; null for one that was cancelled or overtaken.
   */
  open(file: File, board: Board, onProgress: OnProgress): Promise<Result<TableSummary> | null>;
  /** Reads a second file under the id of its join, beside the first. Resolves to null when cancelled. */
  openSecond(file: File, join: string, board: Board, onProgress: OnProgress): Promise<Result<TableSummary> | null>;
  /** The names of a file's columns and its first rows, without opening it; null where it is no table. */
  beginning(file: File): Promise<string[][] | null>;
  /** Ends the reading under way. */
  cancel(): void;
  /** Ends the calculation under way, which then says so. */
  stop(): void;
  /** Asks for a snapshot. Of several requests made while one runs, only the last is answered. */
  request(board: Board, only?: string): void;
  /** The snapshot of a board beside the one on the screen, which stays. */
  ask(board: Board): Promise<Snapshot>;
  dataSet(board: Board, choices: DataSetChoices): Promise<DataSet>;
  savable(board: Board): Promise<Board>;
  /** What the open cohort can be compared by with another cut; null without patient ids. */
  cutRecord(board: Board): Promise<CutRecord | null>;
  /** A stretch of the rows behind a number of the last answer; null where there are none to show. */
  rowsBehind(asked: RowsAsked, stretch: { from: number; to: number; width: number }): Promise<RowsShown | null>;
  /** One column of the last answer closely; null where there is none of this name. */
  column(name: string): Promise<ColumnDetails | null>;
  /** A cell of the first file, to be corrected; `row` from 1. Null of a column that is not of this file. */
  cell(row: number, column: string): Promise<FileCell | null>;
  /** Calls from `ask` to `hash` reject with `WorkerEnded` when there will be no answer.
   * SHA-256 of the first file, or of the second one of a join. */
  hash(join?: string): Promise<string>;
  subscribe(listener: () => void): () => void;
  getState(): ClientState;
}

export function createClient(texts: WorkerTexts): Client {
  let session: Session | null = null;
  let reading: Reading<TableSummary> | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const opened = (): Session => {
    if (!session) throw new Error("asked before a file was opened");
    return session;
  };
  /** The latest reading ends the one under way. */
  const read = async (file: File, work: Parameters<typeof startReading<TableSummary>>[1]) => {
    reading?.cancel();
    const mine = startReading(file, work);
    reading = mine;
    try {
      return await mine.done;
    } finally {
      if (reading === mine) reading = null;
    }
  };
  const ofAnswer = async <T>(ask: (session: Session, board: Board) => Promise<T>): Promise<T | null> => {
    const answer = session?.state().answer;
    return session && answer ? ask(session, answer.board) : null;
  };

  return {
    async open(file, board, onProgress) {
      // A fresh worker, so that the cohort before stays whole until this one is there.
      const fresh = createSession(texts, () => fresh === session && tell());
      let made: Result<TableSummary> | null = null;
      try {
        made = await read(file, async (source, signal) => {
          signal.addEventListener("abort", fresh.end);
          const first = await fresh.read({ source, options: readingOptions(board) }, onProgress, signal);
          for (const second of first.ok ? (session?.files() ?? []) : [])
            if (second.join !== undefined && optionsFor(board, second.join))
              await fresh.read(second, () => {}, signal).catch(() => signal.throwIfAborted());
          return first;
        });
      } finally {
        if (!made?.ok) fresh.end();
      }
      if (!made?.ok) return made;
      session?.end();
      session = fresh;
      tell();
      return made;
    },
    openSecond: (file, join, board, onProgress) =>
      read(file, (source, signal) =>
        opened().read({ join, source, options: optionsFor(board, join) ?? {} }, onProgress, signal),
      ),
    beginning: (file) => beginningOf(file, texts.reader),
    cancel: () => reading?.cancel(),
    stop: () => session?.stop(),
    request: (board, only) => session?.request({ board, only }),
    ask: async (board) => opened().call((api) => api.ask(board)),
    dataSet: async (board, choices) => opened().call((api) => api.dataSet(board, choices)),
    savable: async (board) => opened().call((api) => api.savable(board)),
    cutRecord: async (board) => opened().call((api) => api.cutRecord(board)),
    rowsBehind: (asked, stretch) =>
      ofAnswer((mine, board) => mine.call((api) => api.rowsBehind(board, asked, stretch))),
    cell: (row, column) => ofAnswer((mine, board) => mine.call((api) => api.cell(board, row, column))),
    column: (name) => ofAnswer((mine, board) => mine.call((api) => api.column(board, name))),
    hash: async (join) => opened().hash(join),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => session?.state() ?? nothingYet,
  };
}
