import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { analysis } from "../analysis/analyze";
import { type Board, boardSchema } from "../board/board";
import { settingsFingerprint } from "../board/fingerprint";
import { panelForms } from "../board/panelForms/registry";
import { tableFrom } from "../cohort/testing";
import type { Table } from "../table";
import { dataSetOf } from "./dataSet/dataSet";
import { type ExportRequest, exportedPanels } from "./exportFormat";
import { exportFormats } from "./index";
import { paperOfWidth } from "./paper";
import { pdfText } from "./pdf/pdfFile";
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
    without: [],
    paper: paperOfWidth(183),
    privacy: openPrivacy,
    facts: {
      program: "Meierboard 1.2.3",
      filters: [...filtered],
      selected: patients.selected,
      total: patients.total,
      example: true,
      date: "2026-11-29",
      settings: settingsFingerprint(board),
    },
    board,
    dataSet: async () => dataSetOf(answer.prepare(board).prepared, { wholeMonths: false }),
    fonts: async () => ({ webFont: "AAAA", regular: bytes("Inter-400.ttf"), semibold: bytes("Inter-600.ttf") }),
    pictures: null,
  };
}

/** For tests: the texts of the files that a format writes, unpacked. */
export async function textOf(id: string, from: ExportRequest): Promise<string> {
  const format = exportFormats.find((each) => each.id === id);
  if (!format) throw new Error(`no format ${id}`);
  const { files } = await format.write(from);
  const texts = files.map(async ({ content }) => {
    const bytes = new Uint8Array(await content.arrayBuffer());
    const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const parts = packed ? Object.values(unzipSync(bytes)) : [bytes];
    return parts.map((part) => strFromU8(part, part[0] === 0x25)).join("\n");
  });
  return (await Promise.all(texts)).join("\n");
}

/** For tests: whether the text of a file says a sentence, in letters or as PDF codes them. */
export const says = (text: string, sentence: string) =>
  text.includes(sentence) || text.includes(pdfText(sentence).slice(5, -1));

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
