import type { Board, Variable } from "../board/board";
import { panelForms } from "../board/panelForms/registry";
import { spreadName } from "./collapse";
import { columnsOfTime } from "./endpointTime";
import type { TableSummary } from "./tableSummary";

/** What of a board does not fit a table, one sentence each; empty when all fits. */
export function misfits(board: Board, summary: TableSummary): string[] {
  const columns = new Map(summary.columns.map((column) => [column.name, column]));
  const made = madeColumns(board, summary);
  const found = new Set<string>();
  const need = (name: string | null, role: string) => {
    if (name !== null && !columns.has(name) && !made.has(name)) found.add(`no column “${name}” (${role})`);
  };
  const needVariable = (variable: Variable, role: string) => "column" in variable && need(variable.column, role);
  need(board.patientId, "patient id");
  for (const { label, time, event, entry, weight } of board.endpoints) {
    for (const name of columnsOfTime(time)) need(name, `time of ${label}`);
    need(event?.column ?? null, `event of ${label}`);
    need(event?.competing?.column ?? null, `competing event of ${label}`);
    need(entry, `entry of ${label}`);
    need(weight?.column ?? null, `weight of ${label}`);
    for (const coded of event ? [event, event.competing] : []) {
      if (coded === null) continue;
      const absent = absentValues(
        columns.get(coded.column),
        coded.coding.map(({ value }) => value),
      );
      if (absent.length > 0)
        found.add(`“${coded.column}” has no value ${absent.map((value) => `“${value}”`).join(", ")}`);
    }
  }
  for (const score of board.scores) {
    for (const { column, formula, when } of score.factors) {
      need(column, `factor of ${score.label}`);
      need(formula?.column ?? null, `factor of ${score.label}`);
      if ("column" in when) need(when.column, `factor of ${score.label}`);
    }
  }
  for (const { of } of board.filters) needVariable(of, "filter");
  for (const panel of board.panels) {
    for (const { of, role } of panelForms[panel.kind].variables(panel)) needVariable(of, role);
  }
  return [...found];
}

/** The columns that the board itself makes: spread, joined and derived ones. */
function madeColumns({ edits, joins }: Board, { columns }: TableSummary): Set<string> {
  const { pivot, derivedColumns } = edits;
  const parameters = pivot ? (columns.find(({ name }) => name === pivot.parameter)?.levels ?? []) : [];
  const spread = parameters.flatMap(({ value: level }) => (pivot?.values ?? []).map((name) => spreadName(name, level)));
  const taken = joins.flatMap(({ take }) => take.map(({ name }) => name));
  return new Set([...spread, ...taken, ...derivedColumns.map(({ name }) => name)]);
}

function absentValues(column: TableSummary["columns"][number] | undefined, values: string[]): string[] {
  if (!column?.levels || (column.distinct ?? 0) > column.levels.length) return [];
  const present = new Set(column.levels.map(({ value }) => value));
  return values.filter((value) => !present.has(value));
}
