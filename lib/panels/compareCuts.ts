import type { Panel } from "../board/board";
import type { PanelAnswer } from "./panelKind";
import type { GroupInCut } from "./report";
import { shownKinds } from "./shownKinds";

type GroupNumbers = Pick<GroupInCut, "n" | "events" | "median" | "confidence">;

type PanelView = { id: string; title: string } & (PanelAnswer | { panel: Panel; state: "pending" });

/** One group of one panel in an earlier and a later cut of the same cohort; null where it is not in that cut. */
export interface CutLine {
  panel: string;
  title: string;
  level: string;
  label: string;
  before: GroupNumbers | null;
  after: GroupNumbers | null;
}

/** Old and new numbers side by side, for the panels and groups of either cut; keyed by panel id and level. */
export function compareCuts(before: readonly PanelView[], after: readonly PanelView[]): CutLine[] {
  return after.flatMap((panel) => {
    const old = groupsOf(before.find(({ id }) => id === panel.id));
    const now = groupsOf(panel);
    const levels = new Map([...old, ...now].map(({ level, label }) => [level, label]));
    return [...levels].map(([level, label]) => ({
      panel: panel.id,
      title: panel.title,
      level,
      label,
      before: numbersOf(old, level),
      after: numbersOf(now, level),
    }));
  });
}

const groupsOf = (view: PanelView | undefined): GroupInCut[] =>
  view?.state === "ready" ? shownKinds[view.panel.kind].inCuts(view.result) : [];

const numbersOf = (groups: readonly GroupInCut[], level: string): GroupNumbers | null =>
  groups.find((each) => each.level === level) ?? null;
