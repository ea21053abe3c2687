import { describe, expect, it } from "vitest";
import { dimmed } from "./dimmed";
import { between, levelAtPixel, levelsOf } from "./morph";
import { element, group } from "./svg";

describe("a curve on its way to another", () => {
  const from = levelsOf(["M0,0H10V5H20"]);
  const to = levelsOf(["M0,0H5V10H15", "M15,10H30"]);

  it("is read from the path that is drawn, in several pieces too", () => {
    expect(from).toEqual({ xs: [0, 10], ys: [0, 5], end: 20 });
    expect([0, 4.9, 5, 29].map((x) => levelAtPixel(to, x))).toEqual([0, 0, 10, 10]);
    expect(to.end).toBe(30);
  });

  it("begins at the one and ends at the other", () => {
    expect(levelsOf([between(from, to, 0)]).end).toBe(20);
    expect(levelAtPixel(levelsOf([between(from, to, 0)]), 12)).toBe(5);
    expect(levelsOf([between(from, to, 1)]).end).toBe(30);
    expect(levelAtPixel(levelsOf([between(from, to, 1)]), 12)).toBe(10);
  });

  it("has every jump of either between", () => {
    expect(between(from, to, 0.5)).toBe("M0,0H5V5H10V7.5H15V7.5H25");
  });

  it("is nothing where one of them is nothing", () => {
    expect(between(levelsOf([]), to, 0.5)).toBe("");
  });
});

describe("a group in focus", () => {
  it("keeps its looks while those of others fade, and nothing else changes", () => {
    const tree = element(
      "svg",
      {},
      element("path", { "data-part": "axes" }),
      group({ "data-group": 0 }),
      group({ "data-group": 1 }),
    );
    const [axes, first, second] = dimmed(tree, 1).children;
    expect(axes).toBe(tree.children[0]);
    expect(first).toMatchObject({ attributes: { opacity: 0.16 } });
    expect(second).toBe(tree.children[2]);
  });
});
