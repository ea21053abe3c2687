import type { Board } from "../../../lib/board/board";
import { readBoard } from "../../../lib/board/boardFile";
import { calledFile } from "../../../lib/board/calledFile";
import { openingPanel } from "../../../lib/board/panelForms/registry";
import { misfits } from "../../../lib/cohort/boardMisfits";
import { type Problem, problem } from "../../../lib/result";
import { theClient } from "../../analysis";
import { setView, useStore } from "../../store";

/** A board opened before the file it belongs to: used for the next file. */
let waiting: Board | null = null;
export const boardInWaiting = (): Board | null => waiting;
export const letWait = (board: Board | null): void => {
  waiting = board;
};

/** How many board files were put over an open cohort so far. */
let applied = 0;
export const boardsApplied = (): number => applied;

/** The panel that a board opens with: the one that was in focus when it was kept. */
export const firstFocus = ({ panels, session }: Board): string | null =>
  panels.find(({ id }) => id === session?.focus)?.id ?? openingPanel(panels)?.id ?? null;

/** Puts a board file over the open cohort, or lets it wait for its own. */
export function applyBoardFile(name: string, text: string): void {
  const board = readBoard(text);
  const { dataset } = useStore.getState();
  const summary = theClient().getState().answer?.summary;
  if (!board.ok) {
    useStore.setState({ reading: { state: "failed", file: name, problem: board.problem, again: null } });
    return;
  }
  const same =
    dataset.state === "ready" &&
    (dataset.sha256 !== null ? dataset.sha256 === board.value.source.sha256 : dataset.file === board.value.source.file);
  if (!same && (!summary || misfits(board.value, summary).length > 0)) {
    waiting = board.value;
    const file = calledFile(board.value.source.file, "its cohort file");
    setView({
      message: problem(
        "board-waits",
        `These settings belong to “${file}”, which is not open.`,
        "Open or drop that file now; the settings will be used for it.",
      ),
    });
    return;
  }
  applied += 1;
  useStore.setState({ board: board.value });
  setView({
    place: "board",
    focus: firstFocus(board.value),
    message: fitMessage(board.value, dataset.state === "ready" ? dataset.sha256 : null),
  });
}

/** That settings kept in this browser are lost, and why. */
export const notRestored = ({ message }: Problem): Problem =>
  problem(
    "board-not-restored",
    "Your settings for this file were kept by another version and cannot be used any more; you start afresh.",
    `${message.replace("The board file", "What was kept")} A board file that you saved may still open.`,
  );

/** What is to be said of a board over the file that is open; null where it fits. */
export function fitMessage(board: Board, sha256: string | null): Problem | null {
  const { dataset } = useStore.getState();
  const summary = theClient().getState().answer?.summary;
  if (dataset.state !== "ready" || !summary) return null;
  const absent = misfits(board, summary);
  if (absent.length > 0)
    return problem(
      "board-misfit",
      `Some settings do not fit this file: ${absent.join("; ")}.`,
      "Everything else was applied. Choose other columns in Data, or undo to start afresh with this file.",
    );
  // The board that came with counts is of no file until it is saved.
  const isOfCounts = board.source.counted !== undefined && board.source.sha256 === null;
  if (board.source.sha256 === sha256 || isOfCounts || dataset.example) return null;
  return problem(
    "board-other-file",
    "These settings were saved with another file; all of them fit this one.",
    "Check the event coding in Data.",
  );
}
