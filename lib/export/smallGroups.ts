import type { Board, Filter, Variable } from "../board/board";
import type { Score } from "../board/score";
import { counted } from "../format";
import type { ExportedPanel } from "./exportFormat";
import type { Privacy } from "./privacy";

interface Group {
  level: string;
  label: string;
  patients: number;
  part?: true;
}

/** Groups with fewer patients than a file should name. */
export const smallGroups = (groups: Group[], smallest: number): Group[] =>
  groups.filter(({ patients }) => patients < smallest);

/**
 * The board in which the small groups of one panel are left out or merged as the user chose; null where nothing is to
 * be done, "cannot" where its groups are not those of a column or a score, so that they can be neither. Analyzed again,
 * every number of the file is of the patients that remain in it. Single points of a score are not merged but left out.
 */
export function withoutSmallGroups(
  board: Board,
  { panel }: Pick<ExportedPanel, "panel">,
  groups: Group[],
  { smallest, smallGroups: choice }: Privacy,
): Board | "cannot" | null {
  const group = "group" in panel ? (panel.group as Variable | null) : null;
  if (choice === "asIs" || smallGroups(groups, smallest).length === 0) return null;
  if (group === null || smallGroups(groups, smallest).some(({ part }) => part)) return "cannot";
  if (choice === "suppress" || ("score" in group && group.as === "points"))
    return suppressed(board, group, groups, smallest);
  return "score" in group
    ? mergedScore(board, group.score, groups, smallest)
    : mergedLevels(board, group, groups, smallest);
}

function suppressed(board: Board, of: Variable, groups: Group[], smallest: number): Board {
  const values = groups.filter(({ patients }) => patients >= smallest).map(({ level }) => level);
  // Filters that this one says again, as of a round before, are not said twice.
  const said = (filter: Filter) =>
    filter.kind === "values" &&
    filter.missing &&
    filter.values !== null &&
    JSON.stringify(filter.of) === JSON.stringify(of) &&
    values.every((value) => filter.values?.includes(value));
  return {
    ...board,
    filters: [...board.filters.filter((filter) => !said(filter)), { kind: "values", of, values, missing: true }],
  };
}

/** The smallest levels as one, until it is large enough. */
function mergedLevels(board: Board, { column }: { column: string }, groups: Group[], smallest: number): Board {
  const rising = [...groups].sort((a, b) => a.patients - b.patients);
  let count = smallGroups(groups, smallest).length;
  const sum = () => rising.slice(0, count).reduce((total, { patients }) => total + patients, 0);
  while (count < rising.length && sum() < smallest) count++;
  const merged = groups.filter((group) => rising.slice(0, count).includes(group));
  const before = board.edits.mergedLevels;
  const from = merged.flatMap(({ level }) => [
    level,
    ...before.filter((each) => each.column === column && each.to === level).flatMap((each) => each.from),
  ]);
  const kept = before.filter((each) => each.column !== column || !from.includes(each.to));
  const edit = { column, from: [...new Set(from)], to: joined(merged.map(({ label }) => label)) };
  return { ...board, edits: { ...board.edits, mergedLevels: [...kept, edit] } };
}

/** Neighboring groups of a score as one, until each is large enough. */
function mergedScore(board: Board, id: string, groups: Group[], smallest: number): Board {
  const size = new Map(groups.map(({ level, patients }) => [level, patients]));
  const change = (score: Score): Score => {
    let parts = score.groups.map((group) => ({ group, labels: [group.label], patients: size.get(group.label) ?? 0 }));
    for (;;) {
      const at = parts.findIndex(({ patients }) => patients > 0 && patients < smallest);
      if (at < 0) break;
      const [below, above] = [parts[at - 1], parts[at + 1]];
      const other = below && (!above || below.patients <= above.patients) ? at - 1 : at + 1;
      const [low, high] = parts.slice(Math.min(at, other));
      if (!low || !high) break;
      const labels = [...low.labels, ...high.labels];
      const one = {
        group: { label: joined(labels), min: low.group.min, max: high.group.max },
        labels,
        patients: low.patients + high.patients,
      };
      parts = parts.flatMap((part) => (part === low ? [one] : part === high ? [] : [part]));
    }
    return { ...score, groups: parts.map(({ group }) => group) };
  };
  return { ...board, scores: board.scores.map((score) => (score.id === id ? change(score) : score)) };
}

const joined = (labels: string[]) =>
  labels.length <= 3 ? labels.join(" or ") : `${labels[0]} and ${counted(labels.length - 1, "other")}`;
