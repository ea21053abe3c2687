import { describe, expect, it } from "vitest";
import type { SvgElement } from "../../../figure/svg";
import { inks } from "../../../figure/theme";
import { collisions, elements, texts } from "../../../figure/treeReading";
import { metricsOf } from "../../sheet/sheet";
import type { ResponsePatient, ResponseResult } from "../result";
import { lane, patient, responses } from "../testing";
import { laneCount, laneKeys, laneRows, swimmer, timeTitle } from "./swimmer";

const metrics = metricsOf({ width: 700, height: 400, theme: "light" });
const ink = inks.light;
const place = { left: 60, right: 660, top: 30 };
const draw = (each: ResponsePatient[], given: Partial<ResponseResult> = {}) => {
  const result = responses(each, given);
  const rows = laneRows(result, { sort: "length" });
  return swimmer(result, { rows, pitch: 14 }, place, metrics, ink, "light");
};
const lanesOf = (tree: SvgElement) => elements(tree).filter(({ attributes }) => attributes["data-row"] !== undefined);
/** What is drawn of a lane but for the rectangle that is pointed at. */
const barsOf = (mark: SvgElement | undefined) =>
  (mark ? elements(mark) : []).flatMap(({ tag, attributes }) =>
    tag === "rect" && attributes.opacity === undefined
      ? [{ from: Number(attributes.x), to: Number(attributes.x) + Number(attributes.width), fill: attributes.fill }]
      : [],
  );
const titleOf = (mark: SvgElement | undefined) =>
  elements(mark as SvgElement).find(({ tag }) => tag === "title")?.children[0];

describe("lanes", () => {
  it("are the patients whose follow-up is known, the longest first, or by group or response", () => {
    const each = [
      patient(1, { lane: lane(5), group: 1, category: 0 }),
      patient(2, { lane: null }),
      patient(3, { lane: lane(9), group: 0, category: 3 }),
      patient(4, { lane: lane(5), group: 0, category: 1 }),
    ];
    const groups = ["A", "B"].map((label) => ({ ...(responses([]).groups[0] as never as object), label }));
    const result = responses(each, { groups: groups as ResponseResult["groups"] });
    const said = (sort: "length" | "group" | "response", of = result) =>
      laneRows(of, { sort }).map((row) => ("heading" in row ? row.heading : row.number));
    expect(laneCount(result)).toBe(3);
    expect(said("length")).toEqual([3, 1, 4]);
    expect(said("response")).toEqual([1, 4, 3]);
    expect(said("group")).toEqual(["A", 3, 4, "B", 1]);
    expect(said("group", { ...result, groups: result.groups.slice(0, 1) })).toEqual([3, 4, 1]);
  });

  it("are as long as their time on the axis, in the color of the response up to progression and pale from there", () => {
    const each = [
      patient(1, { category: 1, lane: lane(20) }),
      patient(2, { category: 1, lane: lane(10, { progression: 4 }) }),
      patient(3, { category: 1, lane: lane(2, { progression: 5 }) }),
    ];
    const { mark, ticks } = draw(each);
    const x = (time: number) => {
      const [zero, one] = ticks;
      return place.left + ((one?.x ?? 0) - (zero?.x ?? 0)) * (time / (one?.time ?? 1));
    };
    expect(ticks[0]).toEqual({ time: 0, x: place.left });
    const [first, second, third] = lanesOf(mark).map(barsOf);
    const response = first?.[1]?.fill;
    expect(first?.map(({ from, to }) => [from, to].map(Math.round))).toEqual([
      [60, Math.round(x(20))],
      [60, Math.round(x(20))],
    ]);
    expect(first?.[0]?.fill).toBe(ink.grid);
    expect(second?.[0]?.to).toBeCloseTo(x(10), 1);
    expect(second?.[1]?.to).toBeCloseTo(x(4), 1);
    expect(second?.[1]?.fill).toBe(response);
    // A progression after the end of follow-up makes no lane longer.
    expect(third?.[1]?.to).toBeCloseTo(x(2), 1);
    expect(x(20)).toBeLessThan(place.right);
  });

  it("with treatments are these on pale ground, and the response is a square before them", () => {
    const courses = [
      { from: 0, to: 3, state: 0 },
      { from: 5, to: 8, state: 1 },
      { from: 9, to: 9, state: 1 },
    ];
    const { mark } = draw([patient(1, { category: 1, lane: lane(10, { courses }) })], { courseStates: ["A", "B"] });
    const [ground, first, second, square, ...more] = barsOf(lanesOf(mark)[0]);
    expect(more).toEqual([]);
    const pitch = ((ground?.to ?? 0) - (ground?.from ?? 0)) / 10;
    expect([first?.from, first?.to, second?.from, second?.to].map((x) => Math.round(((x ?? 0) - 60) / pitch))).toEqual([
      ...[0, 3, 5, 8],
    ]);
    expect(first?.fill).not.toBe(second?.fill);
    expect(square?.from).toBe(60);
    expect(square?.to).toBeLessThan(70);
  });

  it("end in a cross where the patient died, else in an arrow to the right, and say so when pointed at", () => {
    const each = [
      patient(1, { category: 1, lane: lane(10, { dead: true }) }),
      patient(2, { category: 3, change: 25, lane: lane(7.25) }),
      patient(3, { category: 3, lane: lane(1) }),
    ];
    const lanes = lanesOf(draw(each).mark);
    expect(lanes.map(titleOf)).toEqual([
      "No. 1 · Partial response · no measurement · died at 10 months",
      "No. 2 · Progression · +25% · followed to 7.3 months",
      "No. 3 · Progression · no measurement · followed to 1 month",
    ]);
    const ends = lanes.map((mark) => elements(mark).filter(({ tag }) => tag === "path"));
    expect(ends.map((each) => each.length)).toEqual([1, 1, 1]);
    const end = barsOf(lanes[0])[0]?.to ?? 0;
    // The strokes of the cross pass through the end; the arrow begins there and goes on.
    const numbers = (mark: SvgElement | undefined) => (String(mark?.attributes.d).match(/-?[\d.]+/g) ?? []).map(Number);
    const cross = numbers(ends[0]?.[0]).filter((_, at) => at % 2 === 0);
    expect(cross.reduce((sum, x) => sum + x, 0) / cross.length).toBeCloseTo(end, 1);
    const [from = 0, , length = 0, back = 0, up = 0, forth = 0, down = 0, last = 0, under = 0] = numbers(ends[1]?.[0]);
    expect(from).toBeCloseTo(barsOf(lanes[1])[0]?.to ?? 0, 1);
    expect(length).toBeGreaterThan(5);
    // Its head: back and up, to the tip, and as far back and down.
    expect([back < 0, up < 0, forth, down, last, under]).toEqual([true, true, -back, -up, back, -up]);
  });

  it("have the number of their patient before them, and headings where groups have names", () => {
    const { mark } = draw([patient(12, { lane: lane(3) }), patient(7, { lane: lane(2) })]);
    expect(lanesOf(mark).map((each) => texts(each)[0]?.text)).toEqual(["12", "7"]);
    for (const each of lanesOf(mark)) expect(texts(each)[0]?.box.right).toBeLessThan(place.left);
  });

  it("are equally high and one under the other, all over the axis, which stands above too where there are many", () => {
    for (const count of [1, 25, 26, 80]) {
      const each = Array.from({ length: count }, (_, at) => patient(at + 1, { lane: lane(30 - at * 0.3) }));
      const { mark, bottom, ticks } = draw(each);
      const hit = lanesOf(mark).map(
        (each) => elements(each).find(({ attributes }) => attributes.opacity === 0)?.attributes,
      );
      hit.forEach((box, at) => {
        expect(Number(box?.height)).toBe(14);
        if (at > 0) expect(Number(box?.y)).toBeCloseTo(Number(hit[at - 1]?.y) + 14, 2);
      });
      expect(Number(hit[0]?.y)).toBeGreaterThanOrEqual(place.top);
      expect(Number(hit.at(-1)?.y) + 14).toBeLessThan(bottom);
      const numbers = texts(mark).filter(({ text, box }) => text === "0" && box.left > place.left - 5);
      expect(numbers).toHaveLength(count > 25 ? 2 : 1);
      expect(collisions(mark)).toEqual([]);
      for (const { box } of texts(mark)) expect(box.bottom).toBeLessThanOrEqual(bottom);
      expect(ticks.every(({ x }) => x >= place.left && x <= place.right)).toBe(true);
    }
  });

  it("fit on the axis with all their treatments and marks", () => {
    const far = [
      lane(5, { courses: [{ from: 1, to: 40, state: 0 }] }),
      lane(5, { markers: [{ at: 40, state: 0 }] }),
      lane(40),
    ];
    for (const one of far) {
      const { ticks } = draw([patient(1, { lane: one })], { courseStates: [""], markerStates: [""] });
      expect(ticks.at(-1)?.time).toBeGreaterThanOrEqual(36);
      expect(ticks.at(-1)?.time).toBeLessThan(60);
    }
  });
});

describe("the keys of lanes", () => {
  const names = (each: ResponsePatient[], given: Partial<ResponseResult> = {}) =>
    laneKeys(responses(each, given), metrics, ink, "light").map(({ name }) => name);

  it("are of what some lane has, and of nothing else", () => {
    expect(names([patient(1, { lane: lane(3) })])).toEqual(["still followed"]);
    expect(names([patient(1, { lane: lane(3, { dead: true }) })])).toEqual(["death"]);
    expect(names([patient(1)])).toEqual([]);
    const one = lane(3, {
      response: 1,
      progression: 2,
      markers: [{ at: 1, state: 1 }],
      courses: [{ from: 0, to: 1, state: 0 }],
    });
    const states = { courseStates: ["", "never"], markerStates: ["never", "biopsy"] };
    expect(names([patient(1, { lane: one }), patient(2)], states)).toEqual([
      ...["treatment", "first response", "event of progression", "biopsy", "still followed"],
    ]);
    const died = { endpoint: { label: "Overall survival" } as never, progression: { id: "p", label: "PFS" } };
    expect(names([patient(1, { lane: one })], { ...states, ...died })).toEqual([
      ...["treatment", "first response", "progression", "biopsy", "alive at last contact"],
    ]);
    expect(names([patient(1, { lane: one })], { ...states, progression: died.progression })).toContain("event of PFS");
  });

  it("have a shape of their own each, and a treatment the color of its stretches", () => {
    const marks = Array.from({ length: 6 }, (_, state) => ({ at: 1, state }));
    const one = lane(3, { dead: true, markers: marks, courses: [{ from: 0, to: 1, state: 0 }] });
    const result = responses([patient(1, { lane: one })], { courseStates: ["A"], markerStates: [..."abcdef"] });
    const keys = laneKeys(result, metrics, ink, "light");
    const drawn = keys.map(({ mark }) => JSON.stringify(mark(0, 0)));
    expect(new Set(drawn).size).toBe(keys.length);
    // Each is drawn around its middle, as far to the left as to the right.
    for (const { name, mark } of keys) {
      const [shape] = [mark(0, 0)].flat();
      const numbers = (String(shape?.attributes.d ?? "").match(/-?[\d.]+,/g) ?? []).map((each) =>
        Number(each.slice(0, -1)),
      );
      if (numbers.length > 0) expect(Math.min(...numbers), name).toBeCloseTo(-Math.max(...numbers), 6);
    }
    const [treatment] = [keys[0]?.mark(0, 0)].flat();
    // A square around its middle, in hundredths of a pixel.
    const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
      Number(treatment?.attributes[name]),
    );
    for (const off of [x + width / 2, y + height / 2, width - height]) expect(Math.abs(off)).toBeLessThan(0.01);
    expect(width).toBeGreaterThan(0);
    expect(treatment?.attributes.fill).toBe(barsOf(lanesOf(draw(result.each, result).mark)[0])[1]?.fill);
  });
});

it("the axis of lanes is named after its unit and its beginning", () => {
  expect(timeTitle({ unit: "months", origin: "start of therapy" })).toBe("Months since start of therapy");
  expect(timeTitle({ unit: "days", origin: " " })).toBe("Days since time zero");
});
