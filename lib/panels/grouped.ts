import type { Board, Endpoint, Variable } from "../board/board";
import type { EndpointData } from "../cohort/endpoint";
import { type Ledger, withGroupMissing } from "../cohort/ledger";
import type { Level } from "../cohort/levels";
import type { Variables } from "../cohort/variables";
import { failed, ok, type Problem, problem, type Result } from "../result";
import { type Blocked, blocked } from "./panelKind";
import type { Prepared } from "./prepared";

/** The most curves a figure takes. */
const mostGroups = 24;

/** The rows of an endpoint, each with its group: what a panel of curves is computed from. */
export interface Grouped {
  endpoint: Endpoint;
  data: EndpointData;
  /** Per row the index into `levels`, −1 where the row is not in the figure (filtered, left out, merged, group missing). */
  group: Int16Array;
  /** One entry without a value when the curve is of all patients. */
  levels: Level[];
  ordered: boolean;
  groupLabel: string | null;
  ledger: Ledger;
}

type Asked = { endpoint: string; group: Variable | null };

/** "Overall survival by arm". */
export function titleByGroup(
  { endpoint, group }: Asked,
  { board, variables }: { board: Board; variables: Variables },
): string {
  const label = board.endpoints.find(({ id }) => id === endpoint)?.label ?? "Endpoint";
  return group === null ? label : `${label} by ${variables.label(group)}`;
}

/** The rows a panel asks for by endpoint and group, or why there are none. */
export function groupedRows(prepared: Prepared, asked: Asked): Grouped | Blocked {
  const { board, variables, endpoints } = prepared;
  const index = board.endpoints.findIndex(({ id }) => id === asked.endpoint);
  if (index < 0)
    return blocked(
      problem("endpoint-absent", "This panel has no endpoint yet.", "Choose an endpoint, or set one up in Data."),
      null,
    );
  const { view, data } = endpoints[index];
  if (!data || !view.ledger) return blocked(view.problem as Problem, view.ledger);
  const groups = groupsOf(variables, asked.group);
  if (!groups.ok) return blocked(groups.problem, view.ledger);
  const { codes, levels, ordered } = groups.value;
  const { group, missing } = rowsInGroups(prepared, data, codes);
  const label = asked.group === null ? null : variables.label(asked.group);
  const ledger = withGroupMissing(view.ledger, label ?? "", missing);
  return { endpoint: board.endpoints[index], data, group, levels, ordered, groupLabel: label, ledger };
}

/** Why nobody is left to draw. */
export function nobodyLeft(ledger: Ledger, selected: number): Problem {
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
