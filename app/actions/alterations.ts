import type { Board, DerivedColumn, Variable } from "../../lib/board/board";
import { newPanel, type PanelOf } from "../../lib/board/panelForms/registry";
import type { GeneLine } from "../../lib/panels/alterations/result";
import { problem } from "../../lib/result";
import { theClient } from "../analysis";
import { changeBoard, setView, useStore } from "../store";

type Panel = PanelOf<"alterations">;

/** The column that says of each patient whether a gene is altered, as this panel counts it: there already, or a new one. */
function geneColumn(
  board: Board,
  panel: Panel,
  { gene, column }: GeneLine,
): { name: string; made: DerivedColumn | null } {
  if (column !== null) return { name: column, made: null };
  const { columns, counted } = panel;
  const same = board.edits.derivedColumns.find(
    (each) =>
      each.from === "alteration" &&
      each.gene === gene &&
      JSON.stringify([each.columns, each.counted]) === JSON.stringify([columns, counted]),
  );
  if (same) return { name: same.name, made: null };
  const taken = new Set(
    theClient()
      .getState()
      .answer?.summary.columns.map(({ name }) => name),
  );
  for (const each of board.edits.derivedColumns) taken.add(each.name);
  let name = gene;
  for (let n = 1; taken.has(name); n++) name = n === 1 ? `${gene} altered` : `${gene} altered ${n}`;
  return { name, made: { from: "alteration", name, gene, columns, counted } };
}

const withColumn = (board: Board, made: DerivedColumn | null): Board =>
  made === null
    ? board
    : { ...board, edits: { ...board.edits, derivedColumns: [...board.edits.derivedColumns, made] } };

/** The survival curves of altered and wild type: the panel that shows them already, or a new one after this. */
export function openGene(panel: Panel, line: GeneLine): void {
  const { board } = useStore.getState();
  const endpoint = panel.endpoint ?? board.endpoints[0]?.id;
  if (endpoint === undefined) {
    const hint = "Say in Data which columns hold the time and the event.";
    setView({ message: problem("endpoint-absent", "Curves by gene need an endpoint.", hint) });
    return;
  }
  const { name, made } = geneColumn(board, panel, line);
  const group: Variable = { column: name };
  const there = board.panels.find(
    (each) =>
      each.kind === "kaplanMeier" &&
      each.endpoint === endpoint &&
      JSON.stringify(each.group) === JSON.stringify(group) &&
      each.changes === null &&
      each.cut === null,
  );
  if (there && made === null) {
    setView({ focus: there.id });
    return;
  }
  const ids = new Set(board.panels.map(({ id }) => id));
  let id = "panel1";
  for (let n = 2; ids.has(id); n++) id = `panel${n}`;
  const place = board.panels.findIndex((each) => each.id === panel.id) + 1;
  changeBoard((before) => ({
    ...withColumn(before, made),
    panels: [
      ...before.panels.slice(0, place),
      { ...newPanel("kaplanMeier", endpoint, id), group },
      ...before.panels.slice(place),
    ],
  }));
  setView({ focus: id });
}

/** A filter of a gene, which keeps everybody until levels are chosen. */
export function filterByGene(panel: Panel, line: GeneLine): void {
  changeBoard((before) => {
    const { name, made } = geneColumn(before, panel, line);
    const of = { column: name };
    if (before.filters.some((filter) => JSON.stringify(filter.of) === JSON.stringify(of))) return before;
    return {
      ...withColumn(before, made),
      filters: [...before.filters, { kind: "values", of, values: null, missing: true }],
    };
  });
}
