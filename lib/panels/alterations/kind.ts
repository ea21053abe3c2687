import type { PanelOf } from "../../board/panelForms/registry";
import type { PanelKind } from "../panelKind";
import { analyzeAlterations, dataOf, rowsOfGene } from "./analyze";
import type { AlterationsResult } from "./result";

const states = ["altered", "wild type", "not tested", "tested"] as const;

/** What tumors carry. A part of it is a gene, a state of it, and a level of the group. */
export const alterationsKind: PanelKind<PanelOf<"alterations">, AlterationsResult> = {
  title: ({ group }, { variables }) =>
    group === null ? "Gene aberrations" : `Gene aberrations by ${variables.label(group)}`,
  analyze: analyzeAlterations,
  rows: () => null,
  part(prepared, panel, [gene = null, asked = null, level = null]) {
    const state = states.find((each) => each === asked);
    if (gene === null) return null;
    const columns = panel.group !== null && "column" in panel.group ? [panel.group.column] : [];
    if (asked?.startsWith("row ")) return { rows: [Number(asked.slice(4))], columns };
    const rows = state ? rowsOfGene(prepared, panel, gene, state, level) : null;
    return rows && { rows, columns };
  },
  data: dataOf,
  columns: () => [],
};
