import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";

async function verdictOf(groups: number) {
  const rows = Array.from(
    { length: 24 * groups },
    (_, row) => `${1 + ((row * 7) % 41)},${row % 3 && 1},g${row % groups}`,
  );
  const table = await tableFrom(`months,died,group\n${rows.join("\n")}\n`);
  const coding = [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ];
  const time = { from: "column", column: "months", unit: "months" };
  const endpoints = [{ id: "os", label: "Overall survival", time, event: { column: "died", coding } }];
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "group" } }];
  const [view] = analyze(table, boardFrom({ endpoints, panels })).panels;
  if (view?.state !== "ready") throw new Error("no curves");
  return shownKinds[view.panel.kind].verdict?.(view.result).map(([name]) => name.replace(/ \(95% CI\)/, ""));
}

it("a slide gives the test, and every hazard ratio or none: the first of many would be nobody's choice", async () => {
  expect(await verdictOf(2)).toEqual(["Log-rank test", "Hazard ratio, g1 v g0"]);
  expect(await verdictOf(4)).toEqual(["Log-rank test", ...[1, 2, 3].map((at) => `Hazard ratio, g${at} v g0`)]);
  expect(await verdictOf(5)).toEqual(["Log-rank test"]);
});
