import { describe, expect, it } from "vitest";
import { cautionsOf } from "./cautions";

type Given = Parameters<typeof cautionsOf>[0];

const group = (label: string, n: number, ...events: number[]) => ({
  label,
  curves: { n, causes: events.map((count, place) => ({ cause: place + 1, events: count })) },
});
const comparison = (cause: number, proportionalHazards = 0.5, fitted = true) => ({
  cause,
  ...{ gray: null, subdistribution: null, causeSpecific: fitted ? [] : null, proportionalHazards },
});
const causes = [
  { cause: 1, label: "Relapse" },
  { cause: 2, label: "Death" },
];
const said = (groups: object[], comparisons: object[]) =>
  cautionsOf({ groups, causes, comparisons } as unknown as Given).map(({ code, message }) => [code, message]);

describe("cautions of cumulative incidence", () => {
  it("name groups below 10 patients or 5 events, and none from there on", () => {
    expect(said([group("A", 9, 5, 1), group("B", 10, 4, 9), group("C", 10, 5, 0)], [])).toEqual([
      ["group-small", "Few patients or events in “A” (9 patients, 5 events), “B” (10 patients, 4 events)."],
    ]);
    expect(said([group("A", 10, 5, 0)], [])).toEqual([]);
  });

  it("count the events of each cause for its hazard ratios, where there are any", () => {
    const groups = [group("A", 40, 5, 20), group("B", 40, 14, 20), group("C", 40, 0, 20)];
    const few = (comparisons: object[]) =>
      said(groups, comparisons).filter(([code]) => code === "few-events-per-group");
    expect(few([comparison(1), comparison(2)])).toEqual([
      ["few-events-per-group", "19 events of “Relapse” for 2 hazard ratios: fewer than 10 each."],
    ]);
    expect(few([comparison(1, 0.5, false)])).toEqual([]);
    expect(few([])).toEqual([]);
  });

  it("say that a cause-specific ratio changes with time, at a level shared by the causes shown", () => {
    const groups = [group("A", 40, 20, 20), group("B", 40, 20, 20)];
    expect(said(groups, [comparison(1, 0.029)])).toEqual([
      [
        "hazards-not-proportional",
        "The cause-specific hazard ratio of “Relapse” changes with time: the proportional-hazards test gives P = .029.",
      ],
    ]);
    expect(said(groups, [comparison(1, 0.015), comparison(2, 0.014)]).map(([, message]) => message)).toEqual([
      expect.stringContaining("“Death”"),
    ]);
    expect(said(groups, [comparison(1, 0.03)])).toEqual([]);
    expect(said(groups, [comparison(1, Number.NaN)])).toEqual([]);
  });
});
