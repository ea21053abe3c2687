import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { kaplanMeierReport } from "../panels/kaplanMeier/report";
import { analyze } from "./analyze";

/** Four patients with events, or none, after 1, 2, 5 and 6 months. */
async function told(events: [number, number, number, number]) {
  const table = await tableFrom(
    `months,died\n${[1, 2, 5, 6].map((time, row) => `${time},${events[row]}`).join("\n")}\n`,
  );
  const coding = [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ];
  const time = { from: "column", column: "months", unit: "months" };
  const endpoints = [{ id: "os", label: "OS", time, event: { column: "died", coding } }];
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os" }];
  const [view] = analyze(table, boardFrom({ endpoints, panels })).panels;
  if (view?.state !== "ready" || view.result.kind !== "kaplanMeier") throw new Error("not ready");
  const { median } = view.result.groups[0] ?? {};
  const { results, reasons } = kaplanMeierReport;
  const flat = reasons(view.result).filter((each) => each.startsWith("Flat at 50%, a median:"));
  for (const each of flat) expect(results(view.result)).toContain(each);
  return [
    median?.kind === "reached" ? median.time : null,
    view.result.notices.find(({ code }) => /^median-flat/.test(code)),
    flat.map((each) => each.replace(/^.*, and /, "")),
  ];
}

it("a curve at exactly 50% has the median of R, and says which of the times that is", async () => {
  // print(survfit(Surv(c(1, 2, 5, 6), c(1, 1, 1, 0)) ~ 1)), survival 3.5-3: 3.5; with c(1, 1, 0, 0): 2.
  const falls = { message: expect.stringContaining("stays at exactly 50% for a while: its median is the middle") };
  const ends = {
    message: expect.stringContaining("ends at exactly 50%: its median is the time at which it got there"),
  };
  expect(await told([1, 1, 1, 0])).toEqual([
    3.5,
    expect.objectContaining(falls),
    ["the middle of that stretch is given."],
  ]);
  expect(await told([1, 1, 0, 0])).toEqual([
    2,
    expect.objectContaining(ends),
    ["the time at which it got there is given."],
  ]);
  expect(await told([1, 0, 1, 1])).toEqual([5, undefined, []]);
});
