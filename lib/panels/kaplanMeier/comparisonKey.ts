import type { Board } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";

/** What makes a comparison another one: who is compared, from when, by what. Two with the same key have the same P. */
export function comparisonKey({ filters }: Board, panel: PanelOf<"kaplanMeier">): { groups: string; test: string } {
  const { endpoint, group, test, landmark, censorAt, strata, split } = panel;
  return { groups: JSON.stringify([endpoint, group, filters, landmark, censorAt, strata, split]), test };
}
