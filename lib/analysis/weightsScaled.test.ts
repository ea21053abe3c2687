import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";

/** The lines on restricted means of two groups of 20, whose rows have weights of a sample times `factor`. */
async function meansOf(factor: number) {
  const rows = Array.from({ length: 40 }, (_, row) => {
    const weight = (0.5 + (row % 5) / 4) * factor;
    return `${1 + ((row * 17) % 40)},${row % 3 > 0 ? 1 : 0},${row % 2 ? "A" : "B"},${weight}`;
  });
  const coding = ["censored", "event"].map((as, value) => ({ value: String(value), as }));
  const time = { from: "column", column: "time", unit: "months" };
  const weight = { column: "w", kind: "sampling" };
  const endpoints = [{ id: "os", label: "Overall survival", time, event: { column: "event", coding }, weight }];
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" }, tau: 36 }];
  const table = await tableFrom(`time,event,arm,w\n${rows.join("\n")}`);
  const [view] = analyze(table, boardFrom({ endpoints, panels })).panels;
  if (view?.state !== "ready") throw new Error("not ready");
  return shownKinds[view.panel.kind].statistics(view.result).rows.filter(([name]) => /estricted/.test(name ?? ""));
}

it("how few are at risk at the end of a restricted mean are patients, whatever their weights add up to", async () => {
  const means = await meansOf(1);
  // At 36 months and later two or three of each group.
  expect(means.flat().filter((cell) => /; [23] at risk then/.test(cell)).length).toBeGreaterThan(0);
  expect(means.flat().filter((cell) => /\d\.\d at risk/.test(cell))).toEqual([]);
  expect(await meansOf(10)).toEqual(means);
});
