import type { PanelKindId } from "../../board/panelForms/registry";
import { boardFrom } from "../../cohort/testing";
import type { PanelResult, ResultOf } from "../../panels/result";
import type { Table } from "../../table";
import { analyze } from "../analyze";

/** The result of a board's only panel, computed as the page computes it. Throws where there is none. */
export function shownPanel<Kind extends PanelKindId>(
  kind: Kind,
  panel: object,
  table: Table,
  board: object = {},
  seconds: ReadonlyMap<string, Table> = new Map(),
): ResultOf<Kind> {
  const [view] = analyze(table, boardFrom({ ...board, panels: [{ id: "p", kind, ...panel }] }), seconds).panels;
  if (view?.state !== "ready" || !isOf(kind, view.result)) throw new Error(JSON.stringify(view));
  return view.result;
}

const isOf = <Kind extends PanelKindId>(kind: Kind, result: PanelResult): result is ResultOf<Kind> =>
  result.kind === kind;

/** An endpoint of two columns whose event is 1 and whose censoring is 0. */
export const timed = (id: string, label: string, column: string, unit: string, event: string) => ({
  id,
  label,
  origin: "start of therapy",
  time: { from: "column", column, unit },
  event: {
    column: event,
    coding: [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
    ],
  },
});
