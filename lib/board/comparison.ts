import { type Board, type Endpoint, isActive, type Panel } from "./board";
import type { Compares } from "./panelForms/panelForm";
import { panelForms } from "./panelForms/registry";

/**
 * What makes the comparison of a panel's groups another one: who is compared, from when, by what. Two with the same key
 * have the same P; null where its kind compares none. `selected` says whom the filters keep, however that is written; without it they are compared
 * as they stand.
 */
export function comparisonKey(
  board: Board,
  panel: Panel,
  selected: string | null = null,
): { groups: string; test: string } | null {
  const { compares } = panelForms[panel.kind];
  if (compares === null) return null;
  if (selected !== null) {
    const known = comparisonKey({ ...board, filters: [] }, panel);
    return known && { ...known, groups: `${known.groups} ${selected}` };
  }
  const of = (wanted: Compares) => Object.entries(panel).filter(([field]) => Reflect.get(compares, field) === wanted);
  const parts = Object.entries(boardParts).map(([, part]) => part(board, panel));
  return { groups: JSON.stringify([...of("groups"), ...parts]), test: JSON.stringify(of("test")) };
}

/**
 * What of each part of the board says who is compared: nothing that is only named, colored or put in order, and no part
 * the panel has no use for.
 */
const boardParts: { [Part in keyof Board]: (board: Board, panel: Panel) => unknown } = {
  meierboard: () => null,
  writing: () => null,
  source: ({ source }) => source.reading,
  joins: ({ joins }) => joins.map(({ columns, ...join }) => ({ ...join, columns: columns.flatMap(read) })),
  edits: ({ edits }) => edits,
  columns: ({ columns }) => columns.flatMap(read),
  patientId: ({ patientId }) => patientId,
  endpoints({ endpoints }, panel) {
    const shown = panelForms[panel.kind].endpoints(panel);
    return endpoints.filter(({ id }) => shown.includes(id)).map(unnamed);
  },
  scores({ scores, filters }, panel) {
    const used = [...panelForms[panel.kind].variables(panel), ...filters.filter(isActive)].map(({ of }) => of);
    return scores
      .filter(({ id }) => used.some((of) => "score" in of && of.score === id))
      .map(({ id, factors, rules, missing, groups }) => ({
        id,
        rules,
        missing,
        factors: factors.map(({ label: _, ...factor }) => factor),
        groups: groups.map(({ min, max }) => [min, max]),
      }));
  },
  filters: ({ filters }) => filters.filter(isActive),
  panels: () => null,
  session: () => null,
};

const unnamed = ({ label: _, origin: _origin, ...endpoint }: Endpoint) => endpoint;

/** How the cells of a column are read; nothing where that is as the file suggests. */
function read({
  label: _,
  unit: _unit,
  levels: _levels,
  ordered: _ordered,
  identifying: _i,
  ...column
}: Board["columns"][number]) {
  return Object.keys(column).length > 1 ? [column] : [];
}
