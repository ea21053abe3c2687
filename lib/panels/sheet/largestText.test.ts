import { describe, expect, it } from "vitest";
import { element } from "../../figure/svg";
import type { DrawnFigure } from "./drawnFigure";
import { withLargestText } from "./largestText";

const sizes = [30, 20, 10];

/** A figure 100 wide whose texts take `text` of its height, and leave the rest to the plot. */
const figure = (text: number, of: Partial<DrawnFigure> = {}, plot = 100 - text): DrawnFigure => ({
  width: 100,
  height: 100,
  tree: element(
    "svg",
    {},
    element("g", { "data-part": "grid" }, element("path", { d: `M0,0H100M0,${plot}H100` })),
    element("text", { x: text, y: 0 }, "a"),
  ),
  problems: [],
  ...of,
});
const sizeOf = (draw: (text: number) => DrawnFigure) => {
  const sizes_ = new Map<DrawnFigure, number>();
  const drawn = withLargestText(
    (text) => {
      const made = draw(text);
      sizes_.set(made, text);
      return made;
    },
    sizes,
    100,
  );
  return sizes_.get(drawn);
};

describe("the texts of a slide’s figure", () => {
  it("are the largest where everything has room", () => {
    expect(sizeOf((text) => figure(text))).toBe(30);
  });

  it("are smaller where the figure would leave its slide, or need another page", () => {
    expect(sizeOf((text) => figure(text, { height: text > 20 ? 101 : 100 }))).toBe(20);
    expect(sizeOf((text) => figure(text, { pages: text > 10 ? 2 : 1 }))).toBe(10);
    expect(sizeOf((text) => figure(text, { pages: 2 }))).toBe(30);
  });

  it("are smaller where they would take the plot’s room, or the numbers of its axis", () => {
    expect(sizeOf((text) => figure(text, {}, text > 20 ? 41 : 43))).toBe(20);
    const ticks = (count: number) => Array.from({ length: count }, (_, time) => ({ time, x: time }));
    expect(sizeOf((text) => figure(text, { ticks: ticks(text > 20 ? 3 : 4) }))).toBe(20);
    expect(sizeOf((text) => figure(text, { ticks: ticks(2) }))).toBe(30);
  });

  it("are smaller where a name would be shortened that is whole otherwise", () => {
    const short = element("text", { x: 0, y: 0 }, element("title", {}, "a long name"), "a…");
    const cut = (text: number) => {
      const made = figure(text);
      return text > 10 ? { ...made, tree: { ...made.tree, children: [...made.tree.children, short] } } : made;
    };
    expect(sizeOf(cut)).toBe(10);
  });
});
