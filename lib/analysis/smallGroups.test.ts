import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { numbers, statistics } from "../panels/kaplanMeier/statisticsTables";
import type { PanelResult } from "../panels/result";
import { analyze } from "./analyze";

type Patient = [arm: string, time: number, event: 0 | 1];
type KaplanMeier = Extract<PanelResult, { kind: "kaplanMeier" }>;

const times = (arm: string, of: [number, 0 | 1][]) => of.map(([time, event]): Patient => [arm, time, event]);
const eventFree = (arm: string) =>
  times(arm, [
    [4, 0],
    [5, 0],
    [6, 0],
    [7, 0],
    [8, 0],
    [9, 0],
  ]);

/** Months; groups A (the reference) and B. */
async function answer(patients: Patient[]): Promise<KaplanMeier> {
  const table = await tableFrom(["arm,time,event", ...patients.map((cells) => cells.join(","))].join("\n"));
  const endpoint = {
    ...{ id: "os", label: "Overall survival", origin: "enrolment" },
    time: { from: "column", column: "time", unit: "months" },
    event: {
      column: "event",
      coding: [
        { value: "1", as: "event" },
        { value: "0", as: "censored" },
      ],
    },
  };
  const panel = {
    ...{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" }, reference: "A", tau: 4 },
    figure: { milestones: [4] },
  };
  const [view] = analyze(table, boardFrom({ endpoints: [endpoint], panels: [panel] })).panels;
  if (view.state !== "ready" || view.result.kind !== "kaplanMeier") throw new Error(JSON.stringify(view));
  return view.result as KaplanMeier;
}

const row = (result: KaplanMeier, name: RegExp) => numbers(result).rows.find(([quantity]) => name.test(`${quantity}`));
const line = (result: KaplanMeier, name: RegExp) =>
  statistics(result).rows.find(([quantity]) => name.test(quantity))?.[3];

describe("a curve that stays at exactly 50%", () => {
  const flat = (result: KaplanMeier) =>
    result.notices.filter(({ code }) => code.startsWith("median-flat")).map(({ message }) => message);
  // A falls to 1/2 at 2 and further at 6; B falls to 1/2 at 3 and is followed to 9 without another event.
  const falls = times("A", [
    [1, 1],
    [2, 1],
    [6, 1],
    [8, 1],
  ]);
  const ends = times("B", [
    [1, 1],
    [3, 1],
    [7, 0],
    [9, 0],
  ]);

  it("says which time its median is, as R prints it", async () => {
    const result = await answer([...falls, ...ends]);
    // print(survfit(Surv(time, event) ~ arm)) of R: 4 and 3; quantile() of it: 4 and 6.
    expect(result.groups.map(({ median }) => median.kind === "reached" && median.time)).toEqual([4, 3]);
    expect(flat(result)).toEqual([
      "The curve of “A” stays at exactly 50% for a while: its median is the middle of that stretch.",
      "The curve of “B” ends at exactly 50%: its median is the time at which it got there.",
    ]);
  });

  it("and nothing of the kind where curves pass 50%", async () => {
    const odd = times("A", [
      [1, 1],
      [2, 1],
      [6, 1],
    ]);
    expect(flat(await answer([...odd, ...eventFree("B")]))).toEqual([]);
  });
});

describe("differences of small groups", () => {
  // A: Ŝ(4) = 4/5 of five; B: Ŝ(4) = 2/5 of five. Nobody is censored before 4.
  const a = times("A", [
    [2, 1],
    [5, 0],
    [6, 0],
    [7, 0],
    [8, 0],
  ]);
  const b = times("B", [
    [1, 1],
    [2, 1],
    [3, 1],
    [5, 0],
    [6, 0],
  ]);

  it("at a milestone have Klein's P and limits from those of each group", async () => {
    const result = await answer([...a, ...b]);
    const [reference, other] = result.atTimes[0].groups;
    if (!reference || !other) throw new Error("followed");
    const onLogLog = (share: number) => Math.log(-Math.log(share));
    // Without censoring Greenwood's variance of Ŝ is Ŝ(1 − Ŝ)/n, so that of log(−log Ŝ) is (1 − Ŝ) / (n Ŝ log² Ŝ).
    const variance = (share: number) => (1 - share) / (5 * share * Math.log(share) ** 2);
    const z = (onLogLog(0.8) - onLogLog(0.4)) / Math.sqrt(variance(0.8) + variance(0.4));
    expect(z).toBeCloseTo(-1.21057, 4);
    const [, , value, lower, upper, , p] = row(result, /^difference at/) as number[];
    expect(value).toBeCloseTo(-0.4, 12);
    expect(lower).toBeCloseTo(-0.4 - Math.hypot(0.4 - other.lower, reference.upper - 0.8), 12);
    expect(upper).toBeCloseTo(-0.4 + Math.hypot(other.upper - 0.4, 0.8 - reference.lower), 12);
    // Two-sided P of |z| by R: 2 * pnorm(-abs(z)).
    expect(p).toBeCloseTo(0.2260608, 6);
  });

  it("of restricted means have limits and P by the time lost", async () => {
    const result = await answer([...a, ...b]);
    // A loses 2 of 4 months in one of five; B 3, 2 and 1.
    const [, , value, lower, upper] = row(result, /^difference of restricted means/) as number[];
    const [first, second] = result.restrictedMeans?.groups ?? [];
    expect([first.estimate, second.estimate]).toEqual([expect.closeTo(3.6, 12), expect.closeTo(2.8, 12)]);
    expect(first.upper).toBeLessThan(4);
    expect(second.upper).toBeLessThan(4);
    expect(value).toBeCloseTo(-0.8, 12);
    expect(lower).toBeCloseTo(-0.8 - Math.hypot(2.8 - second.lower, first.upper - 3.6), 12);
    expect(upper).toBeCloseTo(-0.8 + Math.hypot(second.upper - 2.8, 3.6 - first.lower), 12);
  });

  it("of two groups without an event have no P", async () => {
    const result = await answer([...eventFree("A"), ...eventFree("B")]);
    expect(row(result, /^difference at/)?.[6]).toBeNaN();
    expect(row(result, /^difference of restricted means/)?.[6]).toBeNaN();
    for (const name of [/^Difference at/, /^Difference of restricted means/])
      expect(line(result, name)).toMatch(/^0\.0 \(−.*P not estimable$/);
  });
});
