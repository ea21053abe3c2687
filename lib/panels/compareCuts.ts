import type { Quantile } from "../survival";
import type { PanelOutcome } from "./panelKind";

interface GroupNumbers {
  n: number;
  events: number;
  median: Quantile;
}

type PanelView = { id: string; title: string } & (PanelOutcome | { state: "pending" });

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

function groupsOf(panel: PanelView | undefined) {
  return panel?.state === "ready" && panel.result.kind === "kaplanMeier" ? panel.result.groups : [];
}

function numbersOf(groups: ReturnType<typeof groupsOf>, level: string): GroupNumbers | null {
  const group = groups.find((each) => each.level === level);
  return group ? { n: group.curve.n, events: group.curve.events, median: group.median } : null;
}
