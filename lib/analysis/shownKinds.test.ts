import { describe, expect, it } from "vitest";
import { newPanel, openingPanel, type PanelKindId } from "../board/panelForms/registry";
import { boardFrom, tableFrom } from "../cohort/testing";
import { compareCuts } from "../panels/compareCuts";
import { shownKinds } from "../panels/shownKinds";
import { analysis, type PanelView } from "./analyze";

const coding = ["censored", "event", "competing"].map((as, value) => ({ value: String(value), as }));
const endpoint = {
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "months", unit: "months" },
  event: { column: "event", coding },
};
const rows = Array.from({ length: 40 }, (_, row) => `${1 + ((row * 7) % 23)},${row % 3},${row < 5 ? "A" : "B"}`);
const answer = analysis(await tableFrom(`months,event,arm\n${rows.join("\n")}\n`));

function shown(kind: PanelKindId, more: object = {}) {
  const [view] = answer(boardFrom({ endpoints: [endpoint], panels: [{ ...newPanel(kind, "os"), ...more }] })).panels;
  if (view?.state !== "ready") throw new Error(JSON.stringify(view));
  return view;
}
const byArm = { group: { column: "arm" } };
const saysOf = (view: ReturnType<typeof shown>) => shownKinds[view.panel.kind];
const compared = (view: ReturnType<typeof shown>) => saysOf(view).compared(view.result);

describe("a P of a comparison is on the screen", () => {
  it("where groups are compared by a test, of survival or of incidence", () => {
    expect(compared(shown("kaplanMeier", byArm))).toBe(true);
    expect(compared(shown("cumulativeIncidence", byArm))).toBe(true);
  });

  it("not with one group, and not of a model", () => {
    expect(compared(shown("kaplanMeier"))).toBe(false);
    expect(compared(shown("cumulativeIncidence"))).toBe(false);
    expect(
      compared(shown("regression", { terms: [{ id: "t", of: { column: "arm" }, coding: { kind: "levels" } }] })),
    ).toBe(false);
  });
});

describe("an earlier cut", () => {
  const lines = (view: PanelView) => compareCuts([view], [view]);

  it("is set beside this one for every group, with a median where the kind has one", () => {
    for (const [kind, median] of [
      ["kaplanMeier", true],
      ["cumulativeIncidence", false],
    ] as const) {
      const found = lines(shown(kind, byArm));
      // 5 of arm A and 35 of B; every third patient has the event: rows 1 and 4 of A.
      expect(found.map(({ level, after }) => [level, after?.n, after?.events])).toEqual([
        ["A", 5, 2],
        ["B", 35, 11],
      ]);
      expect(found.map(({ before }) => before?.median !== null)).toEqual([median, median]);
    }
  });

  it("has no line of a model or of a panel without an answer", () => {
    expect(lines(shown("regression"))).toEqual([]);
    const waiting: PanelView = { ...shown("kaplanMeier", byArm), state: "pending" };
    expect(lines(waiting)).toEqual([]);
  });
});

it("a slide warns of a small group of curves, and of nothing where no group is small", () => {
  const remarks = (view: ReturnType<typeof shown>) => saysOf(view).remarks(view.result);
  expect(remarks(shown("kaplanMeier", byArm)).map(({ id }) => id)).toEqual(["group-small"]);
  expect(remarks(shown("kaplanMeier"))).toEqual([]);
  expect(remarks(shown("cumulativeIncidence", byArm))).toEqual([]);
});

it("a board opens with its last panel of survival curves, else with its last", () => {
  const panel = (kind: PanelKindId, id: string) => newPanel(kind, "os", id);
  const [a, b, c] = [panel("kaplanMeier", "a"), panel("kaplanMeier", "b"), panel("regression", "c")];
  expect(openingPanel([a, b, c])?.id).toBe("b");
  expect(openingPanel([c, panel("cumulativeIncidence", "d")])?.id).toBe("d");
  expect(openingPanel([])).toBeUndefined();
});
