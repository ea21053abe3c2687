import { expect, it } from "vitest";
import { inks } from "../../../figure/theme";
import { elements, parts } from "../../../figure/treeReading";
import { metricsOf } from "../../sheet/sheet";
import type { ResponsePatient } from "../result";
import { patient, responses } from "../testing";
import { spider } from "./spider";

const metrics = metricsOf({ width: 700, height: 400, theme: "light" });
const box = { left: 50, right: 650, top: 20, bottom: 320 };
const of = (number: number, ...series: [time: number, change: number][]) =>
  patient(number, { category: 2, series: series.map(([time, change]) => ({ time, change })) });
const draw = (each: ResponsePatient[], lines = true) =>
  spider(responses(each), { lines }, box, metrics, inks.light, "light");
/** The corners of a path that is a move and lines, "M1,2L3,4". */
const cornersOf = (d: string | number | undefined) =>
  String(d)
    .slice(1)
    .split("L")
    .map((each) => each.split(",").map(Number));
const linesOf = (each: ResponsePatient[]) => {
  const { mark, ticks } = draw(each);
  const groups = elements(mark).filter(({ attributes }) => attributes["data-row"] !== undefined);
  return {
    ticks,
    lines: groups.map((group) => ({
      row: group.attributes["data-row"],
      points: cornersOf(elements(group).find(({ tag }) => tag === "path")?.attributes.d),
      dots: elements(group).filter(({ tag }) => tag === "circle").length,
    })),
  };
};

it("lines over time are of patients with two measurements or more, and end in a dot", () => {
  const { lines } = linesOf([of(1, [0, 0]), of(2, [0, 0], [2, -20]), of(3), of(4, [0, 0], [2, 10], [4, 20])]);
  expect(lines.map(({ row, points, dots }) => [row, points.length, dots])).toEqual([
    [2, 2, 1],
    [4, 3, 1],
  ]);
});

it("a line begins at 0% and time zero, and its points stand at their time and change", () => {
  const { lines, ticks } = linesOf([of(1, [0, 0], [2, -50], [4, 50])]);
  const [start, down, up] = lines[0]?.points ?? [];
  const [zero, one] = ticks;
  const perMonth = ((one?.x ?? 0) - (zero?.x ?? 0)) / (one?.time ?? 1);
  expect(start?.[0]).toBe(box.left);
  expect(down?.[0]).toBeCloseTo(box.left + 2 * perMonth, 1);
  expect(up?.[0]).toBeCloseTo(box.left + 4 * perMonth, 1);
  // As far under 0% as over it, and +50% is the top of a figure in which nobody grew by more.
  expect((down?.[1] ?? 0) - (start?.[1] ?? 0)).toBeCloseTo((start?.[1] ?? 0) - (up?.[1] ?? 0), 1);
  expect(up?.[1]).toBe(box.top);
});

it("a line that leaves the plot is cut where it crosses +200%, and an arrow says so", () => {
  const { lines, ticks } = linesOf([of(1, [0, 0], [2, 100], [4, 300], [6, 50])]);
  const [line] = lines;
  const [zero, one] = ticks;
  const perMonth = ((one?.x ?? 0) - (zero?.x ?? 0)) / (one?.time ?? 1);
  // From 100% at 2 to 300% at 4 months: 200% at 3.
  expect(line?.points).toHaveLength(3);
  expect(line?.points[2]).toEqual([expect.closeTo(box.left + 3 * perMonth, 1), box.top]);
  expect(line?.dots).toBe(0);
});

it("the dot stands at the last measurement, and the arrow at the end of a cut line, upward", () => {
  const { mark } = draw([of(1, [0, 0], [2, 10], [4, 20]), of(2, [0, 0], [2, 100], [4, 300])]);
  const lines = elements(mark).filter(({ attributes }) => attributes["data-row"] !== undefined);
  const endOf = (line = 0) => {
    const [path, arrow] = elements(lines[line] ?? mark).filter(({ tag }) => tag === "path");
    return { end: cornersOf(path?.attributes.d).at(-1) ?? [], arrow: String(arrow?.attributes.d) };
  };
  const dot = elements(mark).find(({ tag }) => tag === "circle")?.attributes;
  expect([dot?.cx, dot?.cy]).toEqual(endOf(0).end);
  const { end, arrow } = endOf(1);
  const [left = 0, level, width = 0, back = 0, rise = 0] = arrow.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  expect(left + width / 2).toBeCloseTo(end[0] ?? 0, 1);
  expect([level, back]).toEqual([end[1], expect.closeTo(-width / 2, 1)]);
  expect([width > 0, rise < 0]).toEqual([true, true]);
});

it("a line that ends at the top itself is whole: a dot, no arrow", () => {
  const { lines } = linesOf([of(1, [0, 0], [2, 200])]);
  expect(lines.map(({ points, dots }) => [points.at(-1)?.[1], dots])).toEqual([[box.top, 1]]);
});

it("lines of progression and response are drawn where asked for", () => {
  const each = [of(1, [0, 0], [2, -20])];
  expect(parts(draw(each).mark, "thresholds")).toHaveLength(2);
  expect(parts(draw(each, false).mark, "thresholds")).toHaveLength(0);
});
