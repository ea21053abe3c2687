import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { transfer } from "comlink";
import { type Analysis, analysis, type Snapshot } from "../analysis/analyze";
import { type RowsAsked, type RowsShown, rowsBehind } from "../analysis/rowsBehind";
import type { Board } from "../board/board";
import { cohortTable } from "../cohort/cohortTable";
import { type ColumnDetails, columnDetails } from "../cohort/columnDetails";
import { type CutRecord, cutRecord } from "../cohort/dataCut";
import { type FileCell, fileCell } from "../cohort/fileCell";
import { withoutIdentifyingValues } from "../cohort/identifying";
import { type Inspection, inspectInSteps } from "../cohort/inspect";
import { type TableSummary, tableSummary } from "../cohort/tableSummary";
import { type DataSet, type DataSetChoices, dataSetOf } from "../export/dataSet/dataSet";
import { panelKinds } from "../panels/registry";
import { ok, type Result } from "../result";
import { inTurns } from "../steps";
import { type ReadingOptions, type ReadProgress, readTable, type Source, type Table } from "../table";

/** The page reads the slices of a file for the worker, because in some browsers a worker on file:// cannot. */
export type ReadSlice = Source["read"];
export type FileFacts = Pick<Source, "name" | "size">;

/** What the worker does for the page. The table lives here from reading on; it never goes back. */
export interface WorkerApi {
  read(
    file: FileFacts,
    slice: ReadSlice,
    options: ReadingOptions,
    onProgress: (progress: ReadProgress) => void,
    join?: string,
  ): Promise<Result<TableSummary>>;
  /** Takes over a table that a reader worker has made: the first file, or with `join` the second file of that join. */
  adopt(table: Table, join?: string): TableSummary;
  /** The snapshot, which table it is about, and that table's summary where it is another than the one `known`. */
  analyze(board: Board, only: string | undefined, known: number | null): Analyzed;
  /** The snapshot of a board beside the one on the screen. */
  ask(board: Board): Snapshot;
  /**
   * What may be wrong with the cohort of a board, and which cells were changed; `today` as days since 1970-01-01. Lets
   * other calls go first; null when another inspection is asked for meanwhile.
   */
  inspect(board: Board, today: number | null): Promise<Inspection | null>;
  /** One column closely; null where the cohort has no such column. */
  column(board: Board, name: string): ColumnDetails | null;
  /** A stretch of the rows behind a number; null where there are none to show. */
  rowsBehind(board: Board, asked: RowsAsked, stretch: { from: number; to: number; width: number }): RowsShown | null;
  /** The patients behind a board, to be exported without what identifies them. */
  dataSet(board: Board, choices: DataSetChoices): DataSet;
  /** The board as it may be saved, without levels, filters and corrections of columns that identify. */
  savable(board: Board): Board;
  /** What the cohort, as the board reads it, can be compared by with another cut. */
  cutRecord(board: Board): CutRecord | null;
  /** A cell of the first file, to be corrected; `row` from 1. Null of a column that the file does not have. */
  cell(board: Board, row: number, column: string): FileCell | null;
  /** SHA-256 of the whole file, read in slices. */
  hash(file: FileFacts, slice: ReadSlice): Promise<string>;
}

/** `table` is the number of the table that the snapshot is about. */
export interface Analyzed {
  snapshot: Snapshot;
  table: number;
  summary: TableSummary | null;
}

const sliceSize = 4 << 20;

export function createWorkerApi(): WorkerApi {
  let file: Table | null = null;
  const seconds = new Map<string, Table>();
  let answer: Analysis | null = null;
  let inspections = 0;
  const described = new WeakMap<Table, { number: number; summary: TableSummary }>();
  let tables = 0;

  const describe = (table: Table) => {
    const known = described.get(table) ?? { number: ++tables, summary: tableSummary(table) };
    described.set(table, known);
    return known;
  };

  const adopt = (made: Table, join?: string): TableSummary => {
    if (join === undefined) file = made;
    else seconds.set(join, made);
    if (file) answer = analysis(file, seconds);
    return describe(made).summary;
  };

  return {
    adopt,
    async read(facts, slice, options, onProgress, join) {
      const read = await readTable({ ...facts, read: slice }, options, onProgress);
      return read.ok ? ok(adopt(read.value, join)) : read;
    },
    analyze(board, only, known) {
      if (!answer) throw new Error("analyze before a table was read");
      const snapshot = answer(board, only);
      const { number, summary } = describe(answer.table());
      const told = { snapshot, table: number, summary: number === known ? null : summary };
      return transfer(told, curveBuffers(snapshot));
    },
    ask(board) {
      if (!answer) throw new Error("ask before a table was read");
      const snapshot = answer(board);
      return transfer(snapshot, curveBuffers(snapshot));
    },
    inspect(board, today) {
      if (!answer || !file) throw new Error("inspect before a table was read");
      const mine = ++inspections;
      const { cohort } = answer.prepare(board);
      return inTurns(inspectInSteps(cohort, board, today), async () => {
        await messagesFirst();
        return mine === inspections;
      });
    },
    column(board, name) {
      if (!answer) throw new Error("column before a table was read");
      const { table, patients } = answer.prepare(board).prepared;
      return columnDetails(table, patients, board, name);
    },
    rowsBehind(board, asked, stretch) {
      if (!answer || !file) throw new Error("rowsBehind before a table was read");
      const { cohort, prepared } = answer.prepare(board);
      const asksSecond = asked.of === "rows" && asked.join !== undefined;
      const table = asksSecond ? seconds.get(asked.join ?? "") : file;
      return table ? rowsBehind(table, cohort, prepared, asked, stretch) : null;
    },
    cell(board, row, column) {
      if (!answer) throw new Error("cell before a table was read");
      return fileCell(answer.prepare(board).cohort, board, row, column);
    },
    dataSet(board, choices) {
      if (!answer) throw new Error("dataSet before a table was read");
      return dataSetOf(answer.prepare(board).prepared, choices);
    },
    savable(board) {
      if (!answer) throw new Error("savable before a table was read");
      const { table, variables } = answer.prepare(board).prepared;
      return withoutIdentifyingValues(board, table, variables);
    },
    cutRecord(board) {
      if (!file) throw new Error("cutRecord before a table was read");
      const { table, patients } = cohortTable(file, seconds, board);
      return cutRecord(table, patients, board);
    },
    async hash({ size }, slice) {
      const digest = sha256.create();
      for (let start = 0; start < size; start += sliceSize)
        digest.update(await slice(start, Math.min(size, start + sliceSize)));
      return bytesToHex(digest.digest());
    },
  };
}

/** Comes back once the messages that wait have been answered. */
function messagesFirst(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Shorter columns are as quickly copied. */
const fewBytes = 1 << 16;

/** The columns of the curves, handed over to the page rather than copied: nothing here reads them again. */
function curveBuffers({ panels }: Snapshot): ArrayBuffer[] {
  const columns = panels.flatMap((view) =>
    view.state === "ready" ? panelKinds[view.panel.kind].columns(view.result).flatMap(Object.values) : [],
  );
  const buffers = columns.flatMap((column) =>
    column instanceof Float64Array && column.byteLength > fewBytes ? [column.buffer as ArrayBuffer] : [],
  );
  return [...new Set(buffers)];
}
