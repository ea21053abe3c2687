import { temporal } from "zundo";
import { create } from "zustand";
import type { Snapshot } from "../lib/analysis/analyze";
import type { RowsAsked } from "../lib/analysis/rowsBehind";
import { type Board, emptyBoard } from "../lib/board/board";
import { unsavable } from "../lib/board/boardFile";
import type { HashSettings } from "../lib/board/hash";
import type { CutChanges } from "../lib/cohort/dataCut";
import type { Recognized } from "../lib/cohort/layouts";
import type { StudyRole } from "../lib/cohort/study/studyFiles";
import type { PanelResult } from "../lib/panels/result";
import type { Problem } from "../lib/result";

export type Place = "data" | "scores" | "board" | "methods";
export type Theme = "light" | "dark";

/** What is read: the file itself stays with the worker's client. */
export type Dataset =
  | { state: "none" }
  /** Settings wait for the file they were made for: one this browser had open, or, without a name, that of a link. */
  | { state: "awaited"; file: string | null; settings: HashSettings }
  | {
      state: "ready";
      file: string;
      /** In bytes. */
      size: number;
      example: boolean;
      sha256: string | null;
      /** What the file was taken for when it was opened. */
      layout: Recognized | null;
      /** What each of several files given at once is to the cohort; null where it was one. */
      study: StudyLine[] | null;
    };

/** Tables given at once, with their paths where they came in a folder or an archive, and what came with them. */
export interface GivenTables {
  files: { path: string; file: File }[];
  notRead: StudyLine[];
}

/** A file of several: the patients, one that is joined (what it gives follows from the board), or one not used and why. */
export type StudyLine =
  | { file: string; as: "patients" }
  | { file: string; as: "codeBook"; columns: number }
  | { file: string; as: "joined"; join: string; role: StudyRole }
  | { file: string; as: "unused"; why: string };

/** The cut of this cohort that was open before: its file and snapshot, and what became of its patients. */
export interface EarlierCut {
  file: string;
  snapshot: Snapshot;
  /** The settings both cuts were read with when the later one was opened. */
  board: Board;
  changes: CutChanges | null;
}

/** A reading under way, or one that failed; the dataset before it stays. */
export type Reading =
  | { state: "idle" }
  | { state: "reading"; file: string; bytes: number; size: number; rows: number }
  /** `again` is the file itself where it can be read in another way. */
  | { state: "failed"; file: string; problem: Problem; again: File | null };

export interface View {
  place: Place;
  /** Id of the panel in focus. */
  focus: string | null;
  /** The filters opened in the rail, by what they are of (JSON); active ones are open anyway. */
  openFilters: readonly string[];
  /** What stands beside the figure. */
  side: "result" | "analysis" | "figure";
  /** Id of the score looked at. */
  score: string | null;
  theme: Theme;
  /** Files that came while a cohort is open: the user says what they are. */
  incoming: GivenTables | null;
  /** Column whose settings are open. */
  column: string | null;
  /** Rows looked at, and what they are. */
  rows: { title: string; asked: RowsAsked } | null;
  /** The cell that is corrected, by its row from 1 and its column. */
  cell: { row: number; column: string } | null;
  /** One passing message: what was restored, what no longer fits. */
  message: Problem | null;
  /** Whether the board still says how the file just opened is read. */
  saysReading: boolean;
  /** Id of the format whose export is open. */
  exporting: string | null;
  /** Whether the help is open. */
  help: boolean;
  /** Number of the slide while presenting, else null. */
  slide: number | null;
  /** Curves of a panel kept while the filters change, of the file that was open then. */
  frozen: { panel: string; result: PanelResult; dataset: Dataset } | null;
}

export interface State {
  /** Everything the user chose, plain JSON. The only part that undo and redo know. */
  board: Board;
  dataset: Dataset;
  reading: Reading;
  earlierCut: EarlierCut | null;
  view: View;
}

export const useStore = create<State>()(
  temporal(
    (): State => ({
      board: emptyBoard,
      dataset: { state: "none" },
      reading: { state: "idle" },
      earlierCut: null,
      view: {
        place: "board",
        focus: null,
        openFilters: [],
        side: "result",
        score: null,
        theme: "light",
        incoming: null,
        message: null,
        saysReading: false,
        help: false,
        slide: null,
        column: null,
        rows: null,
        cell: null,
        exporting: null,
        frozen: null,
      },
    }),
    { partialize: ({ board }) => ({ board }), equality: (a, b) => a.board === b.board, limit: 200 },
  ),
);

/** Nothing stays open over a place that is left, to come up again by itself later. */
export const nothingOver = { column: null, rows: null, cell: null, exporting: null, help: false };

export const setView = (view: Partial<View>) =>
  useStore.setState(({ view: before }) => ({
    view: { ...before, ...(view.place && view.place !== before.place && nothingOver), ...view },
  }));

/** Changes the board as one undo step; a change that gives back the same board is none, and one that no board file could hold is refused. */
export function changeBoard(change: (board: Board) => Board): void {
  if (steps) {
    steps.push(change);
    return;
  }
  const { board } = useStore.getState();
  const next = change(board);
  if (next === board) return;
  const refused = unsavable(next);
  if (refused && !unsavable(board)) setView({ message: refused });
  else useStore.setState({ board: next });
}

/** What is changed meanwhile, together as one undo step. */
export function asOneStep(changes: () => void): void {
  const together: NonNullable<typeof steps> = [];
  steps = together;
  try {
    changes();
  } finally {
    steps = null;
  }
  changeBoard((board) => together.reduce((before, change) => change(before), board));
}

let steps: ((board: Board) => Board)[] | null = null;

/** The name of the file of the user's own that is open; null for the example and while there is none. */
export const ownFile = ({ dataset }: Pick<State, "dataset">): string | null =>
  dataset.state === "ready" && !dataset.example ? dataset.file : null;

export const undo = () => useStore.temporal.getState().undo();
export const redo = () => useStore.temporal.getState().redo();
