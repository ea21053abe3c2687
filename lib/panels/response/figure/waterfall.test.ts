import { describe, expect, it } from "vitest";
import type { SvgElement } from "../../../figure/svg";
import { inks } from "../../../figure/theme";
import { collisions, elements, parts, texts } from "../../../figure/treeReading";
import { metricsOf } from "../../sheet/sheet";
import { changeInWords, patientInWords } from "../patientInWords";
import type { ResponsePatient, ResponseResult } from "../result";
import { patient, responses } from "../testing";
import { waterfall } from "./waterfall";

const metrics = metricsOf({ width: 700, height: 400, theme: "light" });
const box = { left: 50, right: 650, top: 20, bottom: 320 };
// Bars are up to ±100%: 1.5 pixels to a percent, and zero in the middle.
const zero = 170;
const draw = (each: ResponsePatient[], given: Partial<ResponseResult> = {}, lines = true, within = box) =>
  waterfall(responses(each, given), { lines }, within, metrics, inks.light, "light");

const rectangles = (tree: SvgElement) =>
  elements(tree).flatMap(({ tag, attributes }) => {
    if (tag !== "rect") return [];
    const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(attributes[name]));
    const box = {
      left: left ?? 0,
      top: top ?? 0,
      right: (left ?? 0) + (width ?? 0),
      bottom: (top ?? 0) + (height ?? 0),
    };
    return [{ ...box, row: attributes["data-row"], fill: attributes.fill }];
  });
const bars = (tree: SvgElement) => rectangles(tree).filter(({ row }) => row !== undefined);
const changes = (...of: number[]) => of.map((change, at) => patient(at + 1, { change, category: 2 }));

describe("a waterfall", () => {
  it("has the largest growth on the left and the deepest shrinkage on the right; equal ones as in the file", () => {
    const found = bars(draw(changes(-40, 60, 0, -40, 20)));
    expect(found.map(({ row }) => row)).toEqual([2, 5, 3, 1, 4]);
    for (const [at, { left }] of found.entries()) expect(left).toBeGreaterThan(found[at - 1]?.right ?? box.left - 1);
    expect(found.at(-1)?.right).toBeLessThan(box.right);
  });

  it("draws growth up from zero and shrinkage down, a pixel and a half a percent, and a change of none as a line", () => {
    const [up, none, down] = bars(draw(changes(60, 0, -40)));
    expect([up?.top, up?.bottom]).toEqual([zero - 90, zero]);
    expect([down?.top, down?.bottom]).toEqual([zero, zero + 60]);
    expect(none?.top).toBeLessThan(zero);
    expect(none?.bottom).toBeGreaterThan(zero);
    expect((none?.bottom ?? 0) - (none?.top ?? 0)).toBeLessThan(3);
  });

  it("cuts a bar at 100% and says how long it would be, and one of just 100% is whole", () => {
    const tree = draw(changes(240, 100, -100));
    expect(bars(tree).map(({ top, bottom }) => [top, bottom])).toEqual([
      [box.top, zero],
      [box.top, zero],
      [zero, box.bottom],
    ]);
    expect(parts(tree, "cut")).toHaveLength(1);
    expect(texts(tree).map(({ text }) => text)).toContain("+240%");
    // Every cut bar has its mark; their numbers stand where they do not touch.
    const many = draw(Array.from({ length: 60 }, (_, at) => patient(at + 1, { change: at < 20 ? 150 + at : -10 })));
    expect(parts(many, "cut")).toHaveLength(20);
    expect(collisions(many)).toEqual([]);
    expect(texts(many).filter(({ text }) => /^\+1[5-6]\d%$/.test(text)).length).toBeGreaterThan(2);
  });

  it("has those without a measurement apart on the right, by category, and says how many they are", () => {
    const without = [patient(8, { category: 4 }), patient(9, { category: 3 }), patient(7, { category: 3, size: 2 })];
    const tree = draw([...changes(20, -20), ...without]);
    const found = bars(tree);
    expect(found.map(({ row }) => row)).toEqual([1, 2, 7, 9, 8]);
    const gaps = found.slice(1).map(({ left }, at) => left - (found[at]?.right ?? 0));
    expect(gaps[1]).toBeGreaterThan(4 * (gaps[0] ?? 0));
    expect(gaps[2]).toBeCloseTo(gaps[0] ?? 0, 1);
    expect(texts(tree).map(({ text }) => text)).toContain("4 not measured");
    // In two lines where one slot is narrower than the words.
    const one = texts(draw([...changes(20, -20), patient(3)])).map(({ text }) => text);
    expect(one).toEqual(expect.arrayContaining(["1 not", "measured"]));
    expect(texts(draw(changes(20, -20))).some(({ text }) => text.includes("not"))).toBe(false);
    // With nobody measured they begin where bars would.
    expect(bars(draw(without))[0]?.left).toBeLessThan(box.left + 3);
    expect(texts(draw(Array.from({ length: 20 }, (_, at) => patient(at + 1)))).map(({ text }) => text)).toContain(
      "20 not measured",
    );
  });

  it("says how many are not measured beside no bar, whichever way the last one points", () => {
    const none = Array.from({ length: 4 }, (_, at) => patient(at + 40, {}));
    for (const last of [-90, 90]) {
      const measured = changes(...Array.from({ length: 34 }, (_, at) => (last < 0 ? 60 - at * 4.5 : last)));
      const tree = draw([...measured, ...none], {}, false, { ...box, right: 320 });
      const [word] = texts(tree).filter(({ text }) => text === "measured");
      const over = bars(tree).filter(
        ({ left, right, top, bottom }) =>
          word && word.box.left < right && word.box.right > left && word.box.top < bottom && word.box.bottom > top,
      );
      expect([word !== undefined, over]).toEqual([true, []]);
    }
  });

  it("keeps its words in the box and apart from each other however many patients there are", () => {
    for (const measured of [1, 5, 40, 300])
      for (const unmeasured of [0, 1, 30]) {
        const each = Array.from({ length: measured }, (_, at) => patient(at + 1, { change: 130 - at * 3 }));
        const tree = draw([...each, ...Array.from({ length: unmeasured }, (_, at) => patient(1000 + at))]);
        expect(collisions(tree)).toEqual([]);
        for (const { text, box: of } of texts(tree)) expect(of.right, text).toBeLessThan(box.right + 1);
        for (const bar of bars(tree)) expect(bar.right).toBeLessThanOrEqual(box.right + 0.02);
      }
  });

  it("draws more than 600 bars as one path of each color, each where its bar would be", () => {
    const each = Array.from({ length: 601 }, (_, at) => patient(at + 1, { change: 90 - at * 0.25, category: at % 2 }));
    const few = bars(draw(each.slice(0, 600)));
    expect(few).toHaveLength(600);
    const found = elements(draw(each)).filter(({ tag, attributes }) => tag === "path" && attributes.fill !== "none");
    expect(found).toHaveLength(2);
    const pieces = found.flatMap(({ attributes }) =>
      [...String(attributes.d).matchAll(/M([\d.]+),([\d.]+)V([\d.]+)H([\d.]+)V([\d.]+)z/g)].map((each) =>
        each.slice(1).map(Number),
      ),
    );
    expect(pieces).toHaveLength(601);
    // 600 pixels: each has its own, and they follow each other without a hole.
    const sorted = pieces.sort(([a = 0], [b = 0]) => a - b);
    for (const [at, [x = 0, from, to, end = 0, back]] of sorted.entries()) {
      expect(x).toBeCloseTo(box.left + (at * 600) / 601, 1);
      expect(end - x).toBeCloseTo(600 / 601, 1);
      expect([from, back]).toEqual([zero, zero]);
      expect(to).toBeCloseTo(zero - 1.5 * (90 - at * 0.25), 1);
    }
  });

  it("marks a patient with a dot on the other side of zero, in the middle of the bar", () => {
    const marked = [1, 2].map((row) => ({ row, number: row, category: 1, change: 0 }));
    const tree = draw(changes(10, -10, -50), { marked });
    const [up, down, ...more] = parts(tree, "marked").map(({ attributes }) => attributes);
    const [first, second] = bars(tree);
    expect(more).toEqual([]);
    expect(Number(up?.cy)).toBeGreaterThan(zero);
    expect(Number(down?.cy)).toBeLessThan(zero);
    for (const [dot, bar] of [
      [up, first],
      [down, second],
    ] as const)
      expect(Number(dot?.cx)).toBeCloseTo(((bar?.left ?? 0) + (bar?.right ?? 0)) / 2, 1);
  });

  it("has lines of progression at +20% and response at −30%, named where there is room, and none unless asked for", () => {
    const wide = Array.from({ length: 40 }, (_, at) => patient(at + 1, { change: 50 - at * 2 }));
    const lines = (tree: SvgElement) =>
      parts(tree, "thresholds").flatMap((mark) => elements(mark).filter(({ tag }) => tag === "line"));
    expect(lines(draw(wide)).map(({ attributes }) => attributes.y1)).toEqual([zero - 30, zero + 45]);
    const said = (each: ResponsePatient[]) => texts(draw(each)).map(({ text }) => text);
    expect(said(wide)).toEqual(expect.arrayContaining(["+20% progression", "−30% response"]));
    expect(said(changes(10, -10))).not.toContain("+20% progression");
    expect(parts(draw(wide, {}, false), "thresholds")).toEqual([]);
  });

  it("has under each bar the square of its patient's value in the strip", () => {
    const levels = ["A", "B"].map((value, at) => ({ value, label: value, color: ["#111111", "#222222"][at] ?? null }));
    const each = [
      patient(1, { change: -20, strip: 1 }),
      patient(2, { change: 30, strip: 0 }),
      patient(3, { strip: 1 }),
    ];
    const tree = draw(each, { strip: { label: "Arm", levels, ordered: false } });
    const squares = parts(tree, "strip").flatMap(rectangles);
    expect(squares.map(({ fill }) => fill)).toEqual(["#111111", "#222222", "#222222"]);
    expect(squares.map(({ left, right }) => [left, right])).toEqual(bars(tree).map(({ left, right }) => [left, right]));
    for (const { top, bottom } of squares) {
      expect(bottom).toBeCloseTo(box.bottom, 1);
      for (const bar of bars(tree)) expect(bar.bottom).toBeLessThan(top);
    }
    expect(parts(draw(each), "strip")).toEqual([]);
    // Of more patients than pixels every so many-th, which still fill the width.
    const many = Array.from({ length: 1500 }, (_, at) => patient(at + 1, { change: 50 - at * 0.05, strip: 0 }));
    const found = parts(draw(many, { strip: { label: "Arm", levels, ordered: false } }), "strip").flatMap(rectangles);
    expect(found).toHaveLength(500);
    expect(found.at(-1)?.right).toBeCloseTo(box.right, 0);
  });
});

it("a change is said with its sign, whole where it is whole", () => {
  expect([12, -34, 0, 12.34].map(changeInWords)).toEqual(["+12%", "−34%", "0%", "+12.3%"]);
  expect(patientInWords(patient(7, { category: 1, change: -41 }))).toBe("No. 7 · Partial response · −41%");
  expect(patientInWords(patient(7))).toBe("No. 7 · Not evaluable · no measurement");
});
