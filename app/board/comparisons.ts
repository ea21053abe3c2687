import { useSyncExternalStore } from "react";
import { comparisonKey } from "../../lib/board/comparison";
import type { PanelResult, ShownPanel } from "../../lib/panels/result";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { theClient } from "../analysis";
import { type Dataset, useStore } from "../store";
import { panelInFocus } from "./panelInFocus";

/** Comparisons whose P was on the screen since the file was opened: tests by who is compared. Never saved. */
let seen = new Map<string, Set<string>>();
let count = 0;
let file: Dataset | null = null;

/** What is compared on a panel whose P is on the screen; null where none is. */
const comparisonOf = ({ board, snapshot }: Pick<Answer, "board" | "snapshot">, { panel, result }: ShownPanel) =>
  shownKinds[panel.kind].compared(result) ? comparisonKey(board, panel, snapshot.patients.fingerprint) : null;

/** Takes down the comparison in focus, once. */
function note(): void {
  const { dataset, view } = useStore.getState();
  const { answer } = theClient().getState();
  if (dataset !== file) {
    [seen, count, file] = [new Map(), 0, dataset];
  }
  if (!answer || answer.preview || view.place !== "board") return;
  const shown = panelInFocus(answer.snapshot.panels, view.focus);
  const compared = shown?.state === "ready" && comparisonOf(answer, shown);
  if (!compared) return;
  const { groups, test } = compared;
  const tests = seen.get(groups) ?? new Set();
  if (tests.has(test)) return;
  seen.set(groups, new Set([...tests, test]));
  count++;
}

function subscribe(listener: () => void): () => void {
  const onChange = () => {
    const before = count;
    note();
    if (count !== before) listener();
  };
  onChange();
  const leave = [theClient().subscribe(onChange), useStore.subscribe(onChange)];
  return () => {
    for (const each of leave) each();
  };
}

/** How many comparisons were looked at, of panels of every kind; counted wherever the board is shown. */
export const useComparisons = (): number =>
  useSyncExternalStore(
    subscribe,
    () => count,
    () => 0,
  );

/** How many tests were tried on the groups that a result compares. */
export function testsTried(result: PanelResult): number {
  const { answer } = theClient().getState();
  const shown = answer?.snapshot.panels.find((each) => each.state === "ready" && each.result === result);
  const compared = answer && shown?.state === "ready" && comparisonOf(answer, shown);
  return compared ? (seen.get(compared.groups)?.size ?? 1) : 1;
}
