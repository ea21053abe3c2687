import type { Board, ColumnChoice, Endpoint } from "../board/board";
import { panelForms } from "../board/panelForms/registry";
import { columnsOfTime } from "../cohort/endpointTime";
import { counted, listed } from "../format";
import { type Problem, problem } from "../result";

const cannot = (message: string, hint: string): Problem => problem("counts-cannot", message, hint);

/** The columns an endpoint is read from. */
export const columnsOfEndpoint = ({ time, event, entry }: Endpoint): string[] =>
  [...columnsOfTime(time), event?.column, event?.competing?.column, entry].filter((name) => typeof name === "string");

/** Ways of reading a cell that the page has and a query does not follow. */
const ownReadings = "suffix serial limits footnotes dayOfMonth duration labels centuryFrom".split(
  " ",
) as (keyof ColumnChoice)[];

/** Whether a panel can be computed from cells: not what shows single patients, or follows them from group to group. */
const isOfCells = (panel: Board["panels"][number]): boolean =>
  panel.kind !== "alterations" &&
  panel.kind !== "response" &&
  !(panel.kind === "kaplanMeier" && panel.changes !== null);

/** The board with the panels that cells can answer, and the others in sentences. */
export function withPanelsOfCells(board: Board): { board: Board; without: string[] } {
  const without = board.panels
    .filter((panel) => !isOfCells(panel))
    .map((panel) => {
      const name = `“${panel.title ?? panelForms[panel.kind].label}”`;
      return panel.kind === "kaplanMeier"
        ? `Without the panel ${name}: its group changes with time, which cells do not tell.`
        : `Without the panel ${name}: it shows single patients, whom cells do not tell apart.`;
    });
  return { board: { ...board, panels: board.panels.filter(isOfCells) }, without };
}

/** Why counts of cells cannot answer a board: what of it needs single patients, or is made on the page. */
export function unanswerable(board: Board): Problem[] {
  const { edits, endpoints, joins } = board;
  const found: Problem[] = [];
  if (joins.length > 0)
    found.push(
      cannot(
        `${counted(joins.length, "second file")} of this board ${joins.length === 1 ? "is" : "are"} joined on the page; a query counts one table.`,
        "Join them there as a view, and take the board of that.",
      ),
    );
  if (edits.severalRows !== null || edits.pivot !== null || edits.ofRows.length > 0)
    found.push(
      cannot(
        "Patients of this board have several rows, of which one is chosen on the page; a query counts each row once.",
        "Make a view with one row for each patient.",
      ),
    );
  if (edits.changedCells.length > 0)
    found.push(
      cannot(
        `${counted(edits.changedCells.length, "cell")} of this board ${edits.changedCells.length === 1 ? "was" : "were"} corrected by hand; a query reads what the table says.`,
        "Correct them there, and take the corrections back here.",
      ),
    );
  const touched = new Set([
    ...edits.conversions.map(({ column }) => column),
    ...edits.mergedLevels.map(({ column }) => column),
    ...edits.derivedColumns.map(({ name }) => name),
    ...board.columns.filter((choice) => ownReadings.some((field) => isSet(choice[field]))).map(({ name }) => name),
  ]);
  for (const endpoint of endpoints) {
    const made = [...new Set(columnsOfEndpoint(endpoint))].filter((name) => touched.has(name));
    if (made.length > 0)
      found.push(
        cannot(
          `${endpoint.label} reads ${listed(made.map((name) => `“${name}”`))}, which ${made.length === 1 ? "is" : "are"} converted, merged, made or read in a way of this page; a query reads the table as it is.`,
          "Prepare the column there as a view.",
        ),
      );
    if (endpoint.weight !== null)
      found.push(
        cannot(
          `${endpoint.label} is weighted by “${endpoint.weight.column}”; a query counts rows.`,
          "Take the weight away, or count rows that stand for one patient each.",
        ),
      );
    if (endpoint.time.unit === null)
      found.push(cannot(`The unit of ${endpoint.label} is not said yet.`, "Say it in Data."));
  }
  return found;
}

const isSet = (value: unknown) => value !== undefined && (!Array.isArray(value) || value.length > 0);
