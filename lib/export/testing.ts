import { readFileSync } from "node:fs";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { analysis } from "../analysis/analyze";
import { type Board, boardSchema } from "../board/board";
import { panelForms } from "../board/panelForms/registry";
import { tableFrom } from "../cohort/testing";
import type { Table } from "../table";
import { dataSetOf } from "./dataSet/dataSet";
import { type ExportRequest, exportedPanels } from "./exportFormat";
import { paperOfWidth } from "./paper";
import { openPrivacy } from "./privacy";

/** For tests: the shipped example. */
export const exampleTable = () => tableFrom(readFileSync("public/example/synthetic-lms-cohort.csv", "utf8"));
export const example = boardSchema.parse(exampleBoard);

/** For tests: what a format is given for a board, its last panel of curves in focus. */
export function requestFor(table: Table, board: Board): ExportRequest {
  const answer = analysis(table);
  const { panels, patients, filtered } = answer(board);
  const exported = exportedPanels(panels);
  const bytes = (name: string) => new Uint8Array(readFileSync(`app/fonts/${name}`));
  return {
    shown: exported.findLast(({ panel }) => panelForms[panel.kind].opens) ?? exported[exported.length - 1],
    panels: exported,
    paper: paperOfWidth(183),
    privacy: openPrivacy,
    facts: {
      program: "Meierboard 1.2.3",
      filters: [...filtered],
      selected: patients.selected,
      total: patients.total,
      example: true,
    },
    board,
    dataSet: async () => dataSetOf(answer.prepare(board).prepared, { wholeMonths: false }),
    fonts: async () => ({ webFont: "AAAA", regular: bytes("Inter-400.ttf"), semibold: bytes("Inter-600.ttf") }),
    pictures: null,
  };
}

/** For tests: months to relapse, with death competing, of a table with "time" and "status". */
export const timeToRelapse = {
  id: "ttr",
  label: "Time to relapse",
  time: { from: "column", column: "time", unit: "months" },
  event: {
    column: "status",
    coding: [
      { value: "relapse", as: "event" },
      { value: "death", as: "competing", cause: "Death" },
      { value: "none", as: "censored" },
    ],
  },
};
