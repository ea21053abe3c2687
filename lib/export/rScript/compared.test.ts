import { describe, expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { dataSetOf } from "../dataSet/dataSet";
import { rScript } from "./rScript";
import { endpoint, facts } from "./testing";

// What a script asks of R, without R: a number that is not asked about is never found wrong.
const scriptOf = async (text: string, panel: object, coding?: [string, string][]) => {
  const board = boardFrom({
    endpoints: [endpoint("time", "event", {}, coding)],
    panels: [{ id: "p", endpoint: "os", group: { column: "arm" }, ...panel }],
  });
  const set = dataSetOf(analysis(await tableFrom(text)).prepare(board).prepared, { wholeMonths: false });
  return rScript(set, facts, "data.csv", { wholeMonths: false, counted: true }).text;
};
/** The numbers that an answer of R is compared with, as they stand in the script. */
const askedOf = (script: string, answer: string): string[] | null => {
  const at = script.indexOf(`(${answer}, `);
  if (at < 0) return null;
  const rest = script.slice(at + answer.length + 3);
  return (/^c\(([^)]*)\)/.exec(rest)?.[1] ?? /^[^,)]*/.exec(rest)?.[0] ?? "").split(", ");
};

describe("the difference at a time that R is asked for", () => {
  const rows = (b: string[]) =>
    ["time,event,arm", "2,1,A", "4,1,A", "6,1,A", "8,0,A", ...b.map((row) => `${row},B`)].join("\n");
  const panel = { kind: "kaplanMeier", figure: { milestones: [5] } };

  it("has limits and P where survival of both groups is between 0 and 1", async () => {
    const script = await scriptOf(rows(["1,1", "3,1", "9,1", "10,0"]), panel);
    for (const column of ["difference", "lower", "upper", "p"])
      expect(
        askedOf(script, `at_1$${column}`)?.filter((value) => value !== "NA"),
        column,
      ).toHaveLength(1);
  });

  it.each([
    ["nobody of a group has died", ["6,1", "7,1", "9,1", "10,0"]],
    ["all of a group have died", ["1,1", "2,1", "3,1", "4,1"]],
  ])("is the difference alone where %s: R has no such limits", async (_, b) => {
    const script = await scriptOf(rows(b), panel);
    expect(askedOf(script, "at_1$difference")?.filter((value) => value !== "NA")).toHaveLength(1);
    for (const column of ["lower", "upper", "p"])
      expect(askedOf(script, `at_1$${column}`)?.filter((value) => value !== "NA") ?? [], column).toEqual([]);
  });
});

describe("a Fine–Gray model that R is asked for", () => {
  const coding: [string, string][] = [
    ["1", "event"],
    ["2", "competing"],
    ["0", "censored"],
  ];
  const rows = (arms: string, events: string) =>
    ["time,event,arm", ...[...arms].map((arm, at) => `${at + 1},${events[at]},${arm}`)].join("\n");
  const ratios = (script: string) => askedOf(script, "exp(crr_1$coef)");

  it("is that of every group against the reference, of one as of several", async () => {
    const panel = { kind: "cumulativeIncidence" };
    expect(ratios(await scriptOf(rows("ABABABABABAB", "112011201021"), panel, coding))).toHaveLength(1);
    expect(ratios(await scriptOf(rows("ABCABCABCABCABC", "112011201021110"), panel, coding))).toHaveLength(2);
  });

  it("is none where the ratio of a group has no estimate: the model of R would have another column", async () => {
    // Nobody of C has the event.
    const panel = { kind: "cumulativeIncidence" };
    expect(ratios(await scriptOf(rows("ABCABCABCABCABC", "110112110012110"), panel, coding))).toBeNull();
    expect(ratios(await scriptOf(rows("AAAAAA", "112010"), panel, coding))).toBeNull();
  });
});
