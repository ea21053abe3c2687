import type { PanelOf } from "../../board/panelForms/registry";
import { requireColumn } from "../../cohort/columns";
import { identifyingReason, isIdentifying } from "../../cohort/identifying";
import { nth } from "../../numeric/nth";
import type { Prepared } from "../../panels/prepared";
import { unitOf } from "../../panels/response/analyze";
import { bestChanges } from "../../panels/response/bestChange";
import { timesOf } from "../../panels/response/measurements";
import { originDays } from "../../panels/response/secondFiles";
import { neutral } from "../csvRow";

/** Where the responses of a panel stand in the data set. */
export interface ResponseColumns {
  panel: string;
  /** The column of best response, words as in the file; null where the panel reads none. */
  response: string | null;
  /** The column of best change in percent; null where it has none. */
  change: string | null;
  /**
   * Rows of its file of measurements, by the patient's number in the data set, times in the unit of the panel; none
   * where exact times are held back.
   */
  measurements: { patient: number; time: number; value: number }[];
}

interface DataColumn {
  name: string;
  cell: (row: number) => string | number;
}

/** The columns that panels of responses need; a panel of which one may identify patients has none, and that is named. */
export function responseColumns(
  prepared: Prepared,
  named: (wish: string) => string,
  numberOf: ReadonlyMap<number, number>,
  wholeMonths: boolean,
): { meta: ResponseColumns[]; columns: DataColumn[]; left: string[] } {
  const { board, table, variables, patients } = prepared;
  const meta: ResponseColumns[] = [];
  const columns: DataColumn[] = [];
  const left: string[] = [];
  for (const panel of board.panels) {
    if (panel.kind !== "response") continue;
    const identifying = [panel.response, panel.change?.column ?? null].flatMap((name) => {
      const column = table.columns.find((each) => each.name === name);
      return column && isIdentifying(board, column, table.rows) ? [variables.label({ column: column.name })] : [];
    });
    const measured = measuredColumn(prepared, panel);
    if (measured?.identifies) identifying.push(measured.column.name);
    left.push(...identifying);
    if (identifying.length > 0) continue;
    let response: string | null = null;
    if (panel.response !== null) {
      const column = requireColumn(table, panel.response);
      if (!column.ok || !column.value.written) continue;
      const { codes, levels } = column.value.written;
      const texts = levels.map(neutral);
      response = named(`${panel.response}_response`);
      columns.push({ name: response, cell: (row) => texts[nth(codes, row)] ?? "" });
    }
    const changes = panel.change && bestChanges(table, panel.change, (row) => patients.represents[row] === 1);
    const change = changes?.ok ? named(`${panel.change?.column ?? ""}_percent`) : null;
    if (change !== null && changes?.ok) columns.push({ name: change, cell: (row) => nth(changes.value.values, row) });
    meta.push({
      panel: panel.id,
      response,
      change,
      measurements: wholeMonths ? [] : measuredRows(prepared, panel, numberOf),
    });
  }
  return { meta, columns, left };
}

type ResponsePanel = PanelOf<"response">;

/** The column of a second file that measurements are read from. */
function measuredColumn({ board, links }: Prepared, { measurements }: ResponsePanel) {
  const link = measurements && links.get(measurements.join);
  const column = link?.table.columns.find(({ name }) => name === measurements?.value);
  if (!link || !column) return null;
  const join = board.joins.find(({ id }) => id === measurements?.join);
  const said = join?.columns.find(({ name }) => name === column.name)?.identifying;
  return { column, identifies: said ?? identifyingReason(column, link.table.rows) !== null };
}

function measuredRows(
  prepared: Prepared,
  panel: ResponsePanel,
  numberOf: ReadonlyMap<number, number>,
): ResponseColumns["measurements"] {
  const { measurements } = panel;
  const link = measurements && prepared.links.get(measurements.join);
  const origin = originDays(prepared, panel.origin);
  if (!measurements || !link || !origin.ok) return [];
  const times = timesOf(
    link,
    { column: measurements.time, unit: measurements.unit },
    unitOf(prepared, panel),
    origin.value,
  );
  const value = link.table.columns.find(({ name }) => name === measurements.value);
  if (!times.ok || value?.kind !== "number") return [];
  return link.rows.flatMap((own, row) => {
    const patient = numberOf.get(row);
    return patient === undefined
      ? []
      : own.map((each) => ({ patient, time: nth(times.value, each), value: nth(value.values, each) }));
  });
}
