import type { Board, Panel, Variable } from "../../lib/board/board";
import { choiceFor } from "../../lib/cohort/columns";
import { type Answers, askedColumns, placePatient } from "../../lib/cohort/scores/onePatient";
import type { ColumnSummary } from "../../lib/cohort/tableSummary";
import { counted, formatCount } from "../../lib/format";
import type { ShownPanel } from "../../lib/panels/result";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";

/** Where one patient falls on a slide. */
export type Placement =
  | { state: "placed"; level: string; headline: string; estimate: string }
  | { state: "not"; why: string };

/** One field of the form. */
export interface Field {
  /** Key of its answer: a column's name, or that of a grouping column behind "group ". */
  key: string;
  label: string;
  unit: string;
  kind: "number" | "date" | "choice";
  choices: { value: string; label: string }[];
}

const groupOf = (panel: Panel): Variable | null => ("group" in panel ? panel.group : null);
const groupKey = (column: string) => `group ${column}`;

/** Everything the slides ask of a patient: the columns of their scores, and the group on slides by a column. */
export function fieldsOf({ board, summary, snapshot }: Answer): Field[] {
  const fields = new Map<string, Field>();
  for (const shown of snapshot.panels) {
    const group = groupOf(shown.panel);
    if (group === null) continue;
    if ("score" in group) {
      const score = board.scores.find(({ id }) => id === group.score);
      for (const name of score ? askedColumns(score) : []) fields.set(name, columnField(name, board, summary.columns));
      continue;
    }
    if (shown.state !== "ready" || fields.has(groupKey(group.column))) continue;
    const choices = shownKinds[shown.panel.kind]
      .groups(shown.result)
      .map(({ level, label }) => ({ value: level, label }));
    const label = capitalized(choiceFor(board, group.column).label ?? group.column);
    fields.set(groupKey(group.column), { key: groupKey(group.column), label, unit: "", kind: "choice", choices });
  }
  return [...fields.values()];
}

function columnField(name: string, board: Board, columns: readonly ColumnSummary[]): Field {
  const { label, unit } = choiceFor(board, name);
  const summary = columns.find((column) => column.name === name);
  const common = { key: name, label: capitalized(label ?? name), unit: unit ?? "" };
  if (summary?.kind !== "category") return { ...common, kind: summary?.kind ?? "number", choices: [] };
  return { ...common, kind: "choice", choices: (summary.levels ?? []).map(({ value }) => ({ value, label: value })) };
}

/** Where the patient falls on the slide of a panel; null while nothing is entered. */
export function placementOn(shown: ShownPanel, answers: Answers, answer: Answer): Placement | null {
  const { panel, result } = shown;
  if (![...answers.values()].some((text) => text.trim() !== "")) return null;
  if (!("group" in panel)) return null;
  const { board, summary } = answer;
  const group = groupOf(panel);
  if (group === null) {
    if (shownKinds[panel.kind].highlights(result).length === 1) return placed(shown, "", "This patient");
    return { state: "not", why: "Cannot be placed: the groups of this figure are those of no column and no score." };
  }
  if ("column" in group) {
    const level = answers.get(groupKey(group.column)) ?? "";
    if (level === "")
      return {
        state: "not",
        why: `Cannot be placed: ${choiceFor(board, group.column).label ?? group.column} is missing.`,
      };
    return placed(shown, level, "This patient");
  }
  const score = board.scores.find(({ id }) => id === group.score);
  if (!score) return { state: "not", why: "Cannot be placed: the score is gone." };
  const found = placePatient(score, answers, board, summary.columns);
  if (!found.ok) return { state: "not", why: found.problem.message };
  const { points } = found.value;
  const said = Number.isNaN(points) ? "" : `: ${counted(points, "point")}`;
  return placed(shown, found.value.group, `This patient${said}`);
}

function placed({ panel, result }: ShownPanel, level: string, who: string): Placement {
  const groups = shownKinds[panel.kind].highlights(result);
  const found = groups.find((each) => each.level === level);
  if (!found) return { state: "not", why: `Cannot be placed: nobody in this figure is in “${level}”.` };
  const { label, patients, value, interval } = found;
  return {
    state: "placed",
    level,
    headline: `${who} → “${label}”`,
    estimate: `n = ${formatCount(patients)}, ${value} (${interval})`,
  };
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
