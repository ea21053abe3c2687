import type { Board } from "../board/board";
import { comparisonKey } from "./kaplanMeier/comparisonKey";
import type { ShownPanel } from "./result";

export function comparisonOf(board: Board, { panel, result }: ShownPanel) {
  return panel.kind === "kaplanMeier" && result.kind === "kaplanMeier" && result.test?.kind === "tested"
    ? comparisonKey(board, panel)
    : null;
}
