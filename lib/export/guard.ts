import type { Snapshot } from "../analysis/analyze";
import type { Board, Filter, Panel, Variable } from "../board/board";
import { panelForms } from "../board/panelForms/registry";
import type { LeftOut } from "../cohort/ledger";
import { formatCount } from "../format";
import { shownKinds } from "../panels/shownKinds";
import { type ExportedPanel, exportedPanels } from "./exportFormat";
import type { Privacy } from "./privacy";
import { smallGroups, withoutSmallGroups } from "./smallGroups";

/** What a file may hold. */
export interface Guarded {
  /** The board that every number of the file is of. */
  board: Board;
  /** Its answer; null where it is the one that is on the screen. */
  snapshot: Snapshot | null;
  panels: ExportedPanel[];
  /** Each panel that is not in the file by its title, with why. */
  without: string[];
}

/** Each step leaves out a group, merges groups or takes a panel away: so many are never needed. */
const mostSteps = 200;

/**
 * The panels of a file without small groups. Whom one panel must not show is in none: all of them are analyzed again, of
 * the same patients, until no group and no exclusion is small, so that none can be computed from another panel, a
 * header or a total. A panel where that cannot be had is left out, and named.
 */
export async function guardedFile(
  board: Board,
  wanted: readonly ExportedPanel[],
  privacy: Privacy,
  ask: (board: Board) => Promise<Snapshot>,
): Promise<Guarded> {
  const asShown = { board, snapshot: null, panels: withoutSmallExclusions(wanted, privacy), without: [] };
  if (privacy.smallGroups === "asIs") return asShown;
  const titles = new Map(wanted.map(({ panel, title }) => [panel.id, title]));
  const titleOf = ({ id }: Panel) => `“${titles.get(id) ?? id}”`;
  const without: string[] = [];
  let current: Board = { ...board, panels: wanted.map(({ panel }) => panel) };
  const drop = (panel: Panel, why: string) => {
    without.push(`Left out: ${titleOf(panel)}: ${why}.`);
    current = { ...current, panels: current.panels.filter(({ id }) => id !== panel.id) };
  };
  for (let step = 0; step < mostSteps && current.panels.length > 0; step++) {
    const snapshot = await ask(current);
    const panels = exportedPanels(snapshot.panels).map((each) => ({
      ...each,
      title: titles.get(each.panel.id) ?? each.title,
      ledger: null,
    }));
    const gone = current.panels.find(({ id }) => !panels.some(({ panel }) => panel.id === id));
    if (gone) {
      drop(gone, "too few patients are left");
      continue;
    }
    const next = nextStep(current, panels, privacy);
    // Nothing was small.
    if (next === null && step === 0) return asShown;
    if (next === null) return { board: current, snapshot, panels: withoutSmallExclusions(panels, privacy), without };
    if ("board" in next) current = next.board;
    else drop(next.panel, next.why);
  }
  return { board: current, snapshot: null, panels: [], without };
}

type Step = { board: Board } | { panel: Panel; why: string };

/** What is to be done about the first panel that shows something small; null where none does. */
function nextStep(board: Board, panels: readonly ExportedPanel[], privacy: Privacy): Step | null {
  const few = `fewer than ${formatCount(privacy.smallest)} patients`;
  for (const each of panels) {
    const groups = shownKinds[each.panel.kind].groups(each.result);
    if (smallGroups(groups, privacy.smallest).length > 0) {
      const made = withoutSmallGroups(board, each, groups, privacy);
      if (made !== null && made !== "cannot" && JSON.stringify(made) !== JSON.stringify(board)) return { board: made };
      return { panel: each.panel, why: `it has groups of ${few} that can be neither merged nor left out` };
    }
    const lacking = missingFew(board, each, privacy.smallest).filter(
      (of) => !board.filters.some((filter) => !filter.missing && same(filter.of, of)),
    );
    if (lacking.length > 0) return { board: { ...board, filters: lacking.reduce(withValueOnly, board.filters) } };
  }
  for (const [place, { panel, result }] of panels.entries())
    for (const before of panels.slice(0, place)) {
      const apart = Math.abs(result.patients - before.result.patients);
      if (apart > 0 && apart < privacy.smallest)
        return { panel, why: `with “${before.title}” it would tell of ${few}` };
    }
  return null;
}

/** The filters by which nobody without a value stays. */
const withValueOnly = (filters: Filter[], of: Variable): Filter[] =>
  filters.some((filter) => filter.kind === "values" && same(filter.of, of))
    ? filters.map((filter) =>
        filter.kind === "values" && same(filter.of, of) ? { ...filter, missing: false } : filter,
      )
    : [...filters, { kind: "values", of, values: null, missing: false }];

const same = (a: Variable, b: Variable) => JSON.stringify(a) === JSON.stringify(b);

/** Of what a panel is computed from, what only a few patients lack: beside a panel that has them they could be counted. */
function missingFew(board: Board, { panel, result }: ExportedPanel, smallest: number): Variable[] {
  const small = (count: number) => count > 0 && count < smallest;
  if (result.kind === "regression" && panel.kind === "regression") {
    const terms = result.terms.filter(({ missing }) => small(missing)).map(({ id }) => id);
    return panel.terms.filter(({ id }) => terms.includes(id)).map(({ of }) => of);
  }
  const parted =
    result.kind === "subgroups" ? result.variables.filter(({ missing }) => small(missing)).map(({ of }) => of) : [];
  const reasons = result.leftOut.filter(({ count }) => small(count)).map(({ reason }) => reason);
  return panelForms[panel.kind]
    .variables(panel)
    .map(({ of }) => of)
    .filter((of) => reasons.includes(`${labelOf(board, of)} missing`) || parted.some((each) => same(each, of)));
}

const labelOf = ({ columns, scores }: Board, of: Variable): string =>
  "column" in of
    ? (columns.find(({ name }) => name === of.column)?.label ?? of.column)
    : `${scores.find(({ id }) => id === of.score)?.label ?? of.score}${of.as ? ", points" : ""}`;

/**
 * Exclusions of a few patients without their number, where small counts are held back; then without the ledgers of all,
 * which would tell it.
 */
function withoutSmallExclusions(
  panels: readonly ExportedPanel[],
  { cut, smallGroups: groups, smallest }: Privacy,
): ExportedPanel[] {
  if (!cut && groups === "asIs") return [...panels];
  const small = (count: number) => count > 0 && count < smallest;
  const any = panels.some(
    ({ result: { leftOut, setting } }) =>
      leftOut.some(({ count }) => small(count)) || small(setting.landmark?.leftOut ?? 0),
  );
  if (!any) return [...panels];
  const held = (line: LeftOut): LeftOut => (small(line.count) ? { ...line, count: Number.NaN, under: smallest } : line);
  return panels.map((each) => {
    const { leftOut, setting } = each.result;
    const { landmark } = setting;
    const few = landmark !== null && small(landmark.leftOut);
    const result = {
      ...each.result,
      leftOut: leftOut.map(held),
      setting: few ? { ...setting, landmark: { ...landmark, leftOut: Number.NaN } } : setting,
    };
    return { ...each, result, ledger: null } as ExportedPanel;
  });
}

/** The scores whose groups a guarded file has merged: their points would tell the groups apart again. */
export const mergedScores = (before: Board, after: Board): string[] =>
  after.scores.flatMap(({ id, groups }) => {
    const asked = before.scores.find((score) => score.id === id);
    return asked && asked.groups.length !== groups.length ? [id] : [];
  });
