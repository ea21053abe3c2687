import { useSyncExternalStore } from "react";
import type { BoardSession } from "../../lib/board/board";
import { comparisonKey } from "../../lib/board/comparison";
import { textFingerprint } from "../../lib/board/textFingerprint";
import type { PanelResult, ShownPanel } from "../../lib/panels/result";
import { shownKinds } from "../../lib/panels/shownKinds";
import type { Answer } from "../../lib/worker/clientState";
import { theClient } from "../analysis";
import { type Dataset, useStore } from "../store";
import { panelInFocus } from "./panelInFocus";

/**
 * Comparisons whose P was on the screen since the file was opened, and before with the settings that came with it: tests
 * by who is compared, as fingerprints, which name nobody.
 */
let seen = new Map<string, Set<string>>();
let count = 0;
let file: Dataset | null = null;
let resumed: BoardSession | null = null;

/** They go with the settings that are kept or saved. */
export const comparedSoFar = (): string[][] => {
  note();
  return [...seen].map(([groups, tests]) => [groups, ...tests]);
};

/** What is compared on a panel whose P is on the screen; null where none is. */
const comparisonOf = ({ board, snapshot }: Pick<Answer, "board" | "snapshot">, { panel, result }: ShownPanel) =>
  shownKinds[panel.kind].compared(result)
    ? fingerprints(comparisonKey(board, panel, snapshot.patients.fingerprint))
    : null;

const fingerprints = (key: { groups: string; test: string } | null) =>
  key && { groups: textFingerprint(key.groups), test: textFingerprint(key.test) };

/** Takes down the comparison in focus, once. */
function note(): void {
  const { dataset, view, board } = useStore.getState();
  const { answer } = theClient().getState();
  // The fingerprint of a file that is open comes later, and is no other file.
  if (nameOf(dataset) !== nameOf(file)) [seen, count, resumed] = [new Map(), 0, null];
  file = dataset;
  if (board.session && board.session !== resumed) resume(board.session);
  if (!answer || answer.preview || view.place !== "board") return;
  const shown = panelInFocus(answer.snapshot.panels, view.focus);
  const compared = shown?.state === "ready" && comparisonOf(answer, shown);
  if (!compared) return;
  const { groups, test } = compared;
  add(groups, test);
}

const nameOf = (of: Dataset | null) => (of?.state === "ready" ? `${of.file} ${of.size}` : of?.state);

function add(groups: string, test: string): void {
  const tests = seen.get(groups) ?? new Set();
  if (tests.has(test)) return;
  seen.set(groups, new Set([...tests, test]));
  count++;
}

function resume(session: BoardSession): void {
  resumed = session;
  for (const [groups, ...tests] of session.compared)
    if (groups !== undefined) for (const test of tests) add(groups, test);
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
