import type { Board, Panel, Variable } from "../board/board";
import type { CodingLine, EndpointData } from "../cohort/endpoint";
import type { Selection } from "../cohort/filters";
import { type Ledger, withGroupMissing } from "../cohort/ledger";
import type { Level } from "../cohort/levels";
import type { Patients } from "../cohort/patients";
import type { Variables } from "../cohort/variables";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { survivalTests } from "../survival";
import type { Table } from "../table";
import { analyzeKaplanMeier } from "./kaplanMeier/analyze";
import type { KaplanMeierResult } from "./kaplanMeier/result";

export interface EndpointView {
  id: string;
  label: string;
  ledger: Ledger | null;
  /** Every value of the event column with its count and meaning, and the number of blank cells. */
  coding: { lines: CodingLine[]; blank: number } | null;
  problem: Problem | null;
}

export interface PreparedEndpoint {
  view: EndpointView;
  data: EndpointData | null;
}

/** What every panel of one board is computed from. */
export interface Prepared {
  table: Table;
  board: Board;
  patients: Patients;
  variables: Variables;
  selection: Selection;
  endpoints: PreparedEndpoint[];
}

/** The most curves a figure takes. */
const mostGroups = 24;

/** "Overall survival by arm". */
export function generatedTitle(panel: Panel, board: Board, variables: Variables): string {
  const endpoint = board.endpoints.find(({ id }) => id === panel.endpoint)?.label ?? "Endpoint";
  return panel.group === null ? endpoint : `${endpoint} by ${variables.label(panel.group)}`;
}

export type PanelOutcome =
  | { state: "ready"; result: KaplanMeierResult; ledger: Ledger }
  | { state: "blocked"; problem: Problem; ledger: Ledger | null };

/** The result of a panel with its ledger, or the sentence why there is none. */
export function panelView(prepared: Prepared, panel: Panel, quick = false): PanelOutcome {
  const { board, variables, endpoints, selection } = prepared;
  const index = board.endpoints.findIndex(({ id }) => id === panel.endpoint);
  if (index < 0)
    return blocked(
      problem("endpoint-absent", "This panel has no endpoint yet.", "Choose an endpoint, or set one up in Data."),
      null,
    );
  const { view, data } = endpoints[index];
  if (!data || !view.ledger) return blocked(view.problem as Problem, view.ledger);
  const groups = groupsOf(variables, panel.group);
  if (!groups.ok) return blocked(groups.problem, view.ledger);
  const { group, missing } = rowsInGroups(prepared, data, groups.value.codes);
  const label = panel.group === null ? "" : variables.label(panel.group);
  const ledger = withGroupMissing(view.ledger, label, missing);
  const result = analyzeKaplanMeier({
    endpoint: board.endpoints[index],
    data,
    group,
    levels: groups.value.levels,
    groupLabel: panel.group === null ? null : label,
    ordered: groups.value.ordered,
    test: survivalTests.find(({ id }) => id === panel.test) ?? survivalTests[0],
    quick,
    confidence: { type: panel.figure.confidenceType, level: panel.figure.confidenceLevel },
  });
  if (result.patients === 0) return blocked(nobodyLeft(ledger, selection.selected), ledger);
  return { state: "ready", result, ledger };
}

const blocked = (reason: Problem, ledger: Ledger | null): PanelOutcome => ({
  state: "blocked",
  problem: reason,
  ledger,
});

function nobodyLeft(ledger: Ledger, selected: number): Problem {
  if (ledger.used === 0)
    return problem("nobody-usable", "No patient can be used for this endpoint.", "The ledger says why, row by row.");
  if (selected === 0) return problem("nobody-selected", "The filters leave no patient.", "Loosen or clear a filter.");
  return problem(
    "nobody-left",
    "None of the selected patients can be used in this figure.",
    "Loosen a filter, or look into the ledger.",
  );
}

interface Groups {
  codes: Int32Array | null;
  levels: Level[];
  ordered: boolean;
}

function groupsOf(variables: Variables, variable: Variable | null): Result<Groups> {
  if (variable === null)
    return ok({ codes: null, levels: [{ value: "", label: "All patients", color: null }], ordered: false });
  const found = variables.levels(variable);
  if (!found.ok) return found;
  const { codes, levels, ordered } = found.value;
  if (levels.length <= mostGroups) return ok({ codes, levels, ordered });
  return failed(
    problem(
      "groups-many",
      `“${variables.label(variable)}” has ${levels.length} different values; a figure takes at most ${mostGroups} curves.`,
      "Group by a column with fewer values.",
    ),
  );
}

/** The group of every row in the figure, and the rows that lack one (of those otherwise usable, before filtering). */
function rowsInGroups({ table, patients, selection }: Prepared, data: EndpointData, codes: Int32Array | null) {
  const group = new Int16Array(table.rows);
  const missing: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const usable = patients.represents[row] === 1 && data.reason[row] === 0;
    const code = codes === null ? 0 : codes[row];
    group[row] = usable && selection.failed[row] === 0 ? code : -1;
    if (usable && code < 0) missing.push(row);
  }
  return { group, missing };
}
