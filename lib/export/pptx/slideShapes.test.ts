import { describe, expect, it } from "vitest";
import type { Paint, Shape } from "../../figure/drawing";
import type { Outline } from "../../figure/outline";
import { textWidth } from "../../figure/text";
import { addShape } from "./slideShapes";
import type { Slide } from "./slideText";

interface Added {
  what: unknown;
  look: Record<string, unknown>;
}

/** What a slide is told to hold, with the figure's corner an inch from its left and two from its top; an inch is 96 pixels. */
function added(shape: object): Added[] {
  const all: Added[] = [];
  const add = (what: unknown, look: Record<string, unknown>) => all.push({ what, look });
  const slide = { addShape: add, addText: add } as unknown as Slide;
  addShape(slide, shape as Shape, { x: 1, y: 2 }, (text) => text.toUpperCase(), "Curve, A");
  return all;
}

const black: Paint = {
  ...{ fill: null, fillOpacity: 1, stroke: "#0f172a", strokeOpacity: 0.5, strokeWidth: 2, dash: [] },
};
const path = (...steps: ["M" | "L" | "C" | "Z", ...[number, number][]][]): Outline =>
  steps.map(([command, ...to]) => ({ command, to })) as Outline;
const outline = (of: Outline, paint: Partial<Paint> = {}) =>
  added({ kind: "outline", outline: of, paint: { ...black, ...paint } });

describe("an outline on a slide", () => {
  it("is a line where it is straight up or along, in points of which 72 are an inch", () => {
    const line = { color: "0F172A", width: 1.5, transparency: 50, dashType: "solid" };
    expect(outline(path(["M", [96, 48]], ["L", [288, 48]]))).toEqual([
      { what: "line", look: { x: 2, y: 2.5, w: 2, h: 0, line, objectName: "Curve, A" } },
    ]);
    expect(outline(path(["M", [96, 144]], ["L", [96, 48]]))).toMatchObject([
      { what: "line", look: { x: 2, y: 2.5, w: 0, h: 1 } },
    ]);
  });

  it("is a shape with its points from its corner where it is not, as wide as it is and never without width", () => {
    expect(outline(path(["M", [96, 48]], ["L", [192, 96]]))).toMatchObject([
      {
        what: "custGeom",
        look: {
          ...{ x: 2, y: 2.5, w: 1, h: 0.5 },
          points: [
            { x: 0, y: 0, moveTo: true },
            { x: 1, y: 0.5, moveTo: false },
          ],
        },
      },
    ]);
    expect(outline(path(["M", [96, 0]], ["L", [96, 96]], ["L", [96, 192]]))).toMatchObject([
      { what: "custGeom", look: { w: 0.001, h: 2 } },
    ]);
    expect(outline(path(["M", [0, 96]], ["L", [96, 96]], ["L", [192, 96]]))).toMatchObject([
      { what: "custGeom", look: { w: 2, h: 0.001 } },
    ]);
  });

  it("keeps curves and closed parts, and is one shape a piece unless it is closed", () => {
    const bent = path(["M", [0, 0]], ["C", [96, 0], [96, 96], [0, 96]], ["Z"], ["M", [24, 24]], ["L", [48, 48]]);
    const [whole, ...more] = outline(bent, { fill: "#ffffff", fillOpacity: 0.75, stroke: null });
    expect(more).toEqual([]);
    expect(whole?.look).toMatchObject({ fill: { color: "FFFFFF", transparency: 25 } });
    expect(whole?.look.line).toBeUndefined();
    expect(whole?.look.points).toEqual([
      { x: 0, y: 0, moveTo: true },
      { x: 0, y: 1, curve: { type: "cubic", x1: 1, y1: 0, x2: 1, y2: 1 } },
      { close: true },
      { x: 0.25, y: 0.25, moveTo: true },
      { x: 0.5, y: 0.5, moveTo: false },
    ]);
    const open = path(["M", [0, 0]], ["L", [9, 0]], ["M", [5, 5]], ["M", [20, 0]], ["L", [20, 9]]);
    expect(outline(open)).toHaveLength(2);
    expect([outline([]), outline(path(["M", [0, 0]], ["L", [9, 0]]), { stroke: null })]).toEqual([[], []]);
  });

  it.each([
    [[], "solid"],
    [[10], "lgDash"],
    [[9.9, 4], "dash"],
    [[6, 4], "dash"],
    [[5.9, 4], "sysDash"],
    [[8, 2, 1, 2], "lgDashDot"],
    [[8, 2, 1, 2, 1, 2], "lgDashDotDot"],
  ])("has of the dash %j, two pixels wide, the nearest that has a name: %s", (dash, name) => {
    expect(outline(path(["M", [0, 0]], ["L", [9, 0]]), { dash })[0]?.look.line).toMatchObject({ dashType: name });
  });
});

describe("a text on a slide", () => {
  const runs = [
    { text: "Arm", size: 20, weight: 600, fill: "#111111" },
    { text: "n", size: 10, weight: 400, fill: "#222222" },
  ];
  // A little wider than in the figure's font, 1.2 lines high, its baseline 0.905 below the top.
  const width = (textWidth("Arm", 20, 600) + textWidth("n", 10, 400)) * 1.12 + 4;
  const text = (parts: object) =>
    added({ kind: "text", x: 96, y: 96, angle: 0, anchor: "start", runs, ...parts })[0] as Added;

  it.each([
    ["start", 96, "left"],
    ["middle", 96 - width / 2, "center"],
    ["end", 96 - width, "right"],
  ])("anchored at its %s stands where it stood, on its baseline", (anchor, left, align) => {
    const { what, look } = text({ anchor });
    expect(look).toMatchObject({ align, valign: "top", rotate: 0, wrap: false });
    expect([look.x, look.y, look.w, look.h].map((each) => Number(each) * 96)).toEqual(
      [96 + left, 192 + 96 - 0.905 * 20, width, 24].map((each) => expect.closeTo(each, 9)),
    );
    expect(what).toEqual([
      { text: "ARM", options: { fontSize: 15, bold: true, color: "111111" } },
      { text: "N", options: { fontSize: 7.5, bold: false, color: "222222" } },
    ]);
  });

  it("turned by −90° is turned about its middle, which is on its place", () => {
    const { look } = text({ angle: -90, anchor: "middle" });
    expect(look).toMatchObject({ rotate: 270, valign: "middle" });
    const [x, y, w, h] = [look.x, look.y, look.w, look.h].map((each) => Number(each) * 96);
    // Capitals are 0.72 em high; turned, half of that is left of the baseline.
    expect([(x ?? 0) + (w ?? 0) / 2, (y ?? 0) + (h ?? 0) / 2]).toEqual([
      expect.closeTo(96 + 96 - 0.36 * 20, 9),
      expect.closeTo(192 + 96, 9),
    ]);
  });
});
