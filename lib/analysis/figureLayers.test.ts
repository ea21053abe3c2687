import { describe, expect, it } from "vitest";
import { defaultFigureOptions, type FigureOptions, figureOptionsSchema } from "../board/figureOptions";
import { boardFrom, tableFrom } from "../cohort/testing";
import { drawingOf } from "../figure/drawing";
import { collisions, outside, parts } from "../figure/treeReading";
import { multiplesFigure } from "../panels/curves/multiples";
import { survivalCurves } from "../panels/kaplanMeier/drawn";
import { kaplanMeierFigure } from "../panels/kaplanMeier/figure";
import type { KaplanMeierResult } from "../panels/kaplanMeier/result";
import { bothEndpoints } from "../panels/kaplanMeier/secondEndpoint";
import { shownKinds } from "../panels/shownKinds";
import { analysis } from "./analyze";

// 60 patients: progression at 1 to 20 months, death 5 months later, arms alternating, sex unknown for every tenth.
const rows = Array.from({ length: 60 }, (_, row) => {
  const time = 1 + ((row * 7) % 20);
  const sex = row % 10 === 9 ? "" : row % 3 === 0 ? "female" : "male";
  return `${time},${row % 4 === 0 ? 0 : 1},${(time + 5) * 30.4375},${row % 5 === 0 ? 0 : 1},${row % 2 ? "B" : "A"},${sex}`;
});
const table = await tableFrom(`pfs,progressed,osDays,died,arm,sex\n${rows.join("\n")}\n`);
const endpoint = (id: string, label: string, column: string, unit: string, event: string, origin = "start") => ({
  ...{ id, label, origin },
  time: { from: "column", column, unit },
  event: {
    column: event,
    coding: [
      { value: "0", as: "censored" },
      { value: "1", as: "event" },
    ],
  },
});
const answer = analysis(table);
const panelOf = (panel: object, origin = "start") => {
  const endpoints = [
    endpoint("pfs", "Progression-free survival", "pfs", "months", "progressed"),
    endpoint("os", "Overall survival", "osDays", "days", "died", origin),
  ];
  const whole = { id: "one", kind: "kaplanMeier", endpoint: "pfs", group: { column: "arm" }, ...panel };
  return answer(boardFrom({ endpoints, panels: [whole] })).panels[0];
};
const resultOf = (panel: object): KaplanMeierResult => {
  const shown = panelOf(panel);
  if (shown.state !== "ready" || shown.result.kind !== "kaplanMeier") throw new Error("no result");
  return shown.result;
};
const sheet = { width: 1000, height: 640, theme: "light" } as const;

describe("small figures", () => {
  const result = resultOf({ split: { column: "sex" } });
  const facets = result.multiples?.facets ?? [];
  const small = (options: FigureOptions) => {
    const drawn = survivalCurves(result, options);
    return multiplesFigure(drawn, drawn.facets ?? [], options, sheet);
  };

  it("are one per level, and hold together exactly the patients of the figure; those without a level are in the ledger", () => {
    expect(facets.map(({ label, result: { patients } }) => [label, patients])).toEqual([
      ["female", 18],
      ["male", 36],
    ]);
    expect(result.patients).toBe(54);
    expect(result.leftOut).toEqual([{ reason: "sex missing", count: 6 }]);
  });

  it("have the numbers and the P of a filter to the same patients", () => {
    const filtered = { kind: "values", of: { column: "sex" }, values: ["male"], missing: false };
    const board = boardFrom({
      endpoints: [endpoint("pfs", "PFS", "pfs", "months", "progressed")],
      filters: [filtered],
      panels: [{ id: "one", kind: "kaplanMeier", endpoint: "pfs", group: { column: "arm" } }],
    });
    const [alone] = answer(board).panels;
    if (alone.state !== "ready" || alone.result.kind !== "kaplanMeier") throw new Error("no result");
    expect(facets[1].result.test).toEqual(alone.result.test);
    expect(facets[1].result.groups.map(({ median }) => median)).toEqual(
      alone.result.groups.map(({ median }) => median),
    );
  });

  it("share their axes, each with its own table, and no text touches another", () => {
    for (const scale of ["survival", "cumulativeHazard"] as const) {
      const figure = small({ ...defaultFigureOptions, scale });
      const [first, second] = figure.cells.map((cell) => cell.figure);
      expect(first.time.domain).toEqual(second.time.domain);
      expect(first.value.domain).toEqual(second.value.domain);
      for (const { figure: cell } of figure.cells) {
        expect(parts(cell.tree, "table")).toHaveLength(1);
        expect(collisions(cell.tree)).toEqual([]);
        expect(outside(cell.tree, cell.width, cell.height)).toEqual([]);
      }
    }
  });

  it("stand beside each other in files too, where nothing of them leaves the page", () => {
    const figure = small(defaultFigureOptions);
    const texts = drawingOf(figure.tree).flatMap((shape) => (shape.kind === "text" ? [shape] : []));
    const female = texts.find(({ runs }) => runs[0].text === "female");
    const male = texts.find(({ runs }) => runs[0].text === "male");
    expect(male?.x).toBeCloseTo((female?.x ?? 0) + sheet.width / 2, 6);
    expect(Math.max(...texts.map(({ x }) => x))).toBeLessThan(sheet.width);
  });

  it("warn of a group that is small in any of them", () => {
    const sizes = shownKinds.kaplanMeier.groups(result).map(({ patients }) => patients);
    const shown = facets.map((facet) => facet.result.groups.map(({ curve }) => curve.n));
    expect(sizes).toEqual([0, 1].map((group) => Math.min(...shown.map((each) => each[group]))));
  });

  it("are named in the title, the caption and the sentence", () => {
    expect(panelOf({ split: { column: "sex" } }).heading).toBe("Progression-free survival by arm, for each sex");
    const figure = small(defaultFigureOptions);
    expect(figure.tree.attributes["aria-label"]).toMatch(
      /^2 figures on shared axes, Progression-free survival by sex\. female: Kaplan–Meier curves/,
    );
  });
});

describe("two endpoints in one figure", () => {
  const result = resultOf({ also: "os" });

  it("are drawn with each group twice, the second in the unit of the first", () => {
    const { groups } = bothEndpoints(result);
    expect(groups.map(({ label }) => label)).toEqual(["PFS, A", "PFS, B", "OS, A", "OS, B"]);
    const alone = resultOf({ endpoint: "os" });
    const median = alone.groups[0].median;
    const drawn = groups[2].median;
    if (median.kind !== "reached" || drawn.kind !== "reached") throw new Error("no median");
    expect(drawn.time).toBeCloseTo(median.time / 30.4375, 10);
    expect(groups[2].curve.survival).toEqual(alone.groups[0].curve.survival);
  });

  it("have one color per group and one dash per endpoint, and no test between them", () => {
    const { tree, lineColors } = kaplanMeierFigure(result, figureOptionsSchema.parse({ fadeBelow: 0 }), sheet);
    expect(lineColors[0]).toBe(lineColors[2]);
    const dashes = parts(tree, "curve").map(({ attributes }) => attributes["stroke-dasharray"]);
    expect(dashes).toEqual([undefined, undefined, "4.8 2.4", "4.8 2.4"]);
    expect(result.test).toEqual(resultOf({}).test);
  });

  it("have the same landmark and end of follow-up, whatever their units", () => {
    // Deaths are at 6 to 25 months: a landmark at 8.5 leaves out those at 6, 7 and 8, three of each twenty patients.
    const { second } = resultOf({ also: "os", landmark: 8.5, censorAt: 20 });
    expect(second?.endpoint.unit).toBe("months");
    expect(second?.patients).toBe(60 - 9);
    const last = Math.max(...(second?.groups ?? []).map(({ curve }) => curve.time.at(-1) ?? 0));
    expect(last).toBeCloseTo(20 - 8.5, 8);
    const alone = resultOf({ endpoint: "os", landmark: 8.5 * 30.4375, censorAt: 20 * 30.4375 });
    expect(second?.groups.map(({ curve }) => curve.survival)).toEqual(alone.groups.map(({ curve }) => curve.survival));
  });

  it("are refused where time zero is not the same", () => {
    expect(panelOf({ also: "os" }, "diagnosis")).toMatchObject({
      state: "blocked",
      problem: { code: "origins-differ" },
    });
  });
});
