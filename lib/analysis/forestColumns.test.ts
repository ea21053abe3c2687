import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { boardSchema } from "../board/board";
import { tableFrom } from "../cohort/testing";
import type { SvgElement } from "../figure/svg";
import { forestFigure } from "../panels/regression/forest/forest";
import { analyze } from "./analyze";

const board = boardSchema.parse(exampleBoard);
const table = await tableFrom(
  readFileSync(new URL("../../public/example/synthetic-lms-cohort.csv", import.meta.url), "utf8"),
);
const view = analyze(table, board).panels.find(({ id }) => id === "os-forest");
const panel = board.panels.find(({ id }) => id === "os-forest");
if (view?.state !== "ready" || view.result.kind !== "regression" || panel?.kind !== "regression")
  throw new Error("no forest");
const { result } = view;
const { figure } = panel;

interface Text {
  words: string;
  x: number;
  y: number;
}
/** Every text of the figure with its place. */
function textsOf(element: SvgElement): Text[] {
  const own = element.children.filter((child): child is string => typeof child === "string").join("");
  const { x, y } = element.attributes;
  return [
    ...(own.trim() === "" ? [] : [{ words: own, x: Number(x), y: Number(y) }]),
    ...element.children.flatMap((child) => (typeof child === "string" || child === null ? [] : textsOf(child))),
  ];
}
const drawn = (width: number, options: Partial<typeof figure> = {}) =>
  textsOf(forestFigure(result, { ...figure, ...options }, { width, height: 300, theme: "light" }).tree);
const at = (texts: Text[], words: string) => texts.find((each) => each.words === words);

describe("the columns of a forest plot", () => {
  // R: coxph of the four factors has P .0008, .0036, .0032 and .0047 (fixtures/regressionPanels.R).
  const values = ["< .001", ".004", ".003", ".005"];

  it("hold P beside the ratios, the P of each row on its line and under the heading", () => {
    const texts = drawn(600);
    const heading = at(texts, "P");
    expect(heading).toBeDefined();
    const shown = texts.filter(({ words }) => /^[<.]/.test(words.trim()) && words !== "P");
    expect(shown.map(({ words }) => words)).toEqual(values);
    const ratios = texts.filter(({ words }) => /^\d+\.\d+ \(\d/.test(words));
    expect(ratios).toHaveLength(4);
    for (const [place, { x, y }] of shown.entries()) {
      expect(x).toBe(heading?.x);
      expect(y).toBe(ratios[place]?.y);
      expect(x).toBeGreaterThan(ratios[place]?.x ?? Number.POSITIVE_INFINITY);
      expect(x).toBeLessThan(600);
    }
  });

  it("give up P below a width of 420, and events and patients below 520", () => {
    expect(at(drawn(420), "P")).toBeDefined();
    expect(at(drawn(419), "P")).toBeUndefined();
    expect(drawn(419).filter(({ words }) => values.includes(words))).toEqual([]);
    expect(at(drawn(520, { counts: true }), "Events/n")).toBeDefined();
    expect(at(drawn(519, { counts: true }), "Events/n")).toBeUndefined();
    expect(at(drawn(520, { counts: false }), "Events/n")).toBeUndefined();
  });
});

describe("a forest plot of more lines than a page holds", () => {
  const page = (number: number, tallest = 150) =>
    forestFigure(result, figure, { width: 600, height: 100, theme: "light", page: { tallest, number } });

  it("goes on under its header on the next page, on the same axis, each ratio once and no page too tall", () => {
    const { pages = 1 } = page(0);
    expect(pages).toBe(2);
    const drawn = [page(0), page(1)].map(({ tree, height }) => {
      expect(height).toBeLessThanOrEqual(150);
      return textsOf(tree);
    });
    const ratios = drawn.map((texts) =>
      texts.filter(({ words }) => /^\d+\.\d+ \(\d/.test(words)).map((each) => each.words),
    );
    const whole = textsOf(page(0, 1000).tree).filter(({ words }) => /^\d+\.\d+ \(\d/.test(words));
    expect(ratios.flat()).toEqual(whole.map(({ words }) => words));
    expect(ratios.every((each) => each.length > 0)).toBe(true);
    const axes = drawn.map((texts) =>
      texts
        .filter(({ words }) => /^[\d.]+$/.test(words) && Number(words) >= 0.5)
        .map(({ words, x }) => `${words} at ${x}`),
    );
    expect(axes[0]?.filter((each) => /^(0\.5|1|2) /.test(each))).toEqual(
      axes[1]?.filter((each) => /^(0\.5|1|2) /.test(each)),
    );
    for (const texts of drawn) expect(at(texts, "P")).toBeDefined();
  });

  it("has one page where all fit, and where no page is asked for", () => {
    expect(page(0, 1000).pages).toBeUndefined();
    expect(forestFigure(result, figure, { width: 600, height: 100, theme: "light" }).pages).toBeUndefined();
  });
});
