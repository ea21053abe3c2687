import { describe, expect, it } from "vitest";
import { defaultFigureOptions, type FigureOptions } from "../../board/figureOptions";
import type { Box } from "../../figure/box";
import { serialize } from "../../figure/svg";
import { collisions, outside, parts, pathPoints, paths, texts } from "../../figure/treeReading";
import { curveColors } from "../curves/looks";
import type { Sheet } from "../sheet/sheet";
import { ownCurves } from "./drawn";
import { kaplanMeierFigure } from "./figure";
import { aml, fixture, simulated } from "./fixture";
import type { KaplanMeierResult } from "./result";

const sheet: Sheet = { width: 760, height: 560, theme: "light" };
const draw = (result: KaplanMeierResult, options: Partial<FigureOptions> = {}, changed: Partial<Sheet> = {}) =>
  kaplanMeierFigure(result, { ...defaultFigureOptions, ...options }, { ...sheet, ...changed });

// Deaths at 2 and 4, censored at 3 and 6: survival 1, 3/4, 3/8.
const hand = fixture([{ label: "All patients", time: [2, 3, 4, 6], event: [1, 0, 1, 0] }]);

const colors = (result: KaplanMeierResult, theme: "light" | "dark" = "light") =>
  curveColors(ownCurves(result, defaultFigureOptions), theme);

describe("the curve", () => {
  const { tree, time, value } = draw(hand, { fadeBelow: 0 });
  const x = (t: number) => time.range[0] + (t / time.domain[1]) * (time.range[1] - time.range[0]);
  const y = (survival: number) => value.range[0] + survival * (value.range[1] - value.range[0]);

  it("steps down exactly at the events and is drawn only while somebody is at risk", () => {
    const [path] = paths(tree, "curve");
    const wanted = [
      [0, 1],
      [2, 1],
      [2, 0.75],
      [4, 0.75],
      [4, 0.375],
      [6, 0.375],
    ].map(([t, s]) => [x(t), y(s)]);
    const drawn = pathPoints(path.d);
    expect(drawn).toHaveLength(wanted.length);
    drawn.forEach((point, index) => {
      expect(point[0]).toBeCloseTo(wanted[index][0], 1);
      expect(point[1]).toBeCloseTo(wanted[index][1], 1);
    });
  });

  it("has a tick at the level of the curve for each time of censoring", () => {
    const ticks = String(parts(tree, "censor")[0].attributes.d).split("M").slice(1);
    const places = ticks.map((tick) => tick.split(/[,v]/).map(Number));
    expect(places.map(([left, top, height]) => [left, top + height / 2])).toEqual([
      [expect.closeTo(x(3), 1), expect.closeTo(y(0.75), 1)],
      [expect.closeTo(x(6), 1), expect.closeTo(y(0.375), 1)],
    ]);
  });

  it("falls to 0 at the last time where the last patient dies, and no band is drawn at 0", () => {
    const dead = draw(fixture([{ label: "A", time: [1, 2], event: [1, 1] }]));
    const { bottom } = dead.plot;
    const curve = paths(dead.tree, "curve");
    const last = pathPoints(curve[curve.length - 1].d).pop();
    expect(last?.[1]).toBeCloseTo(bottom, 1);
    const bands = paths(dead.tree, "band");
    const right = Math.max(...bands.flatMap(({ d }) => pathPoints(d).map((point) => point[0])));
    expect(right).toBeCloseTo(last?.[0] as number, 1);
  });

  it("pales the band from where fewer than so many are at risk, and the curve nowhere", () => {
    // At risk 12 up to time 1, 11 up to 2, … so fewer than 10 after time 3.
    const twelve = fixture([
      { label: "A", time: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], event: new Array(12).fill(1) },
    ]);
    const figure = draw(twelve, { fadeBelow: 10 });
    const pieces = paths(figure.tree, "band");
    expect(pieces.map((piece) => piece["fill-opacity"])).toEqual([0.13, 0.06]);
    const begin = pathPoints(pieces[1].d)[0][0];
    const pixelsPerMonth = (figure.time.range[1] - figure.time.range[0]) / figure.time.domain[1];
    expect((begin - figure.time.range[0]) / pixelsPerMonth).toBeCloseTo(3, 1);
    expect(paths(draw(twelve, { fadeBelow: 0 }).tree, "band")).toHaveLength(1);
    expect(paths(figure.tree, "curve").map((piece) => piece["stroke-opacity"])).toEqual([undefined]);
  });

  it("stays at 100% for a group without events, and stands for a single patient", () => {
    const figure = draw(
      fixture([
        { label: "A", time: [3, 5], event: [0, 0] },
        { label: "B", time: [4], event: [1] },
      ]),
    );
    const [flat] = paths(figure.tree, "curve");
    expect(new Set(pathPoints(flat.d).map((point) => point[1]))).toEqual(new Set([figure.plot.top]));
    expect(texts(figure.tree).map(({ text }) => text)).toContain("median NR");
  });
});

describe("extreme curves", () => {
  it("have bands that pale at both ends where entry is delayed, by the number at risk", () => {
    // At risk in (0, 1], (1, 2], … : 5, 12, 12, 4.
    const base = fixture([{ label: "A", time: [1, 2, 3, 4], event: [1, 1, 1, 1] }]);
    const [each] = base.groups;
    const delayed = { ...base, groups: [{ ...each, curve: { ...each.curve, nRisk: Float64Array.of(5, 12, 12, 4) } }] };
    const figure = draw(delayed, { fadeBelow: 10 });
    const perMonth = (figure.time.range[1] - figure.time.range[0]) / figure.time.domain[1];
    const begins = paths(figure.tree, "band").map(({ d }) => (pathPoints(d)[0][0] - figure.time.range[0]) / perMonth);
    // Before the first event there are no limits: of the beginning only its jump is there.
    expect(begins).toEqual([1, 1, 3].map((month) => expect.closeTo(month, 1)));
    expect(paths(figure.tree, "band").map((piece) => piece["fill-opacity"])).toEqual([0.06, 0.13, 0.06]);
  });

  it("are a jump at the axis where everybody ends at time zero", () => {
    const [path] = paths(
      draw(fixture([{ label: "A", time: new Array(20).fill(0), event: new Array(20).fill(1) }])).tree,
      "curve",
    );
    expect(pathPoints(path.d)).toHaveLength(2);
  });
});

describe("a curve of many patients", () => {
  const many = fixture([simulated("A", 100_000, 20, 60, 3)]);
  const figure = draw(many, { fadeBelow: 0 });
  const [curve] = paths(figure.tree, "curve");

  it("has no more vertices than pixels can show", () => {
    expect(pathPoints(curve.d).length).toBeLessThan(8 * (figure.plot.right - figure.plot.left));
  });

  it("is within a pixel of the whole curve everywhere", () => {
    const points = pathPoints(curve.d);
    const { time, survival } = many.groups[0].curve;
    const { range, domain } = figure.time;
    const level = (x: number) => points[points.findLastIndex((point) => point[0] <= x)][1];
    for (let index = 0; index < time.length; index += 97) {
      const x = range[0] + (time[index] / domain[1]) * (range[1] - range[0]);
      const y = figure.value.range[0] + survival[index] * (figure.value.range[1] - figure.value.range[0]);
      expect(Math.min(Math.abs(level(x) - y), Math.abs(level(x + 0.5) - y))).toBeLessThan(0.6);
    }
  });

  it("leaves out censoring ticks that would be one thick line, and says so", () => {
    expect(parts(figure.tree, "censor")).toHaveLength(0);
    expect(figure.problems.map(({ code }) => code)).toContain("censor-ticks-dense");
    expect(draw(many, { censorTicks: false }).problems).toEqual([]);
  });
});

describe("the table", () => {
  it("stands under the ticks of the axis and holds R's numbers", () => {
    // summary(survfit(Surv(time, status) ~ x, aml), times = c(0, 30, 60, 90, 120, 150, 180), extend = TRUE), survival
    // 3.5-3, R 4.2.2.
    const figure = draw(aml, { tableLayout: "rows", step: 30, end: 180 });
    const [maintained] = parts(figure.tree, "table-group");
    const cells = texts(maintained).map(({ text }) => text);
    expect(cells.slice(1)).toEqual([
      "At risk",
      "11",
      "5",
      "1",
      "1",
      "1",
      "1",
      "0",
      "Censored",
      "0",
      "2",
      "3",
      "3",
      "3",
      "3",
      "4",
      "Events",
      "0",
      "4",
      "7",
      "7",
      "7",
      "7",
      "7",
    ]);
  });

  it("has its numbers centered on the ticks", () => {
    const figure = draw(aml, { table: ["atRisk"] });
    const ticks = texts(parts(figure.tree, "time-ticks")[0]);
    const cells = texts(parts(figure.tree, "table-group")[1]).slice(1);
    expect(cells).toHaveLength(ticks.length);
    const middle = ({ box }: { box: Box }) => (box.left + box.right) / 2;
    const apart = cells.map((cell, index) => Math.abs(middle(cell) - middle(ticks[index])));
    expect(Math.max(...apart)).toBeLessThan(8);
  });

  it("puts censored before events, as KMunicate does, whatever order is asked for", () => {
    const header = texts(parts(draw(aml, { table: ["events", "atRisk", "censored"] }).tree, "table")[0]).slice(0, 2);
    expect(header.map(({ text }) => text)).toEqual(["At risk", "(censored, events so far)"]);
  });

  it("can be left away", () => {
    expect(parts(draw(aml, { table: [] }).tree, "table")).toHaveLength(0);
  });
});

describe("texts", () => {
  const long = [
    "Trabectedin after anthracycline-based first-line chemotherapy",
    "Best supportive care with palliative radiotherapy",
    "Pazopanib",
    "Gemcitabine–docetaxel",
  ];
  const named = (count: number, name: (index: number) => string) =>
    fixture(
      Array.from({ length: count }, (_, index) =>
        simulated(name(index), 30 + 11 * index, 5 + 7 * index, 60, index + 1),
      ),
    );
  const sheets = [
    { width: 760, height: 560 },
    { width: 1300, height: 820, text: 22 },
    { width: 336, height: 300, text: 8, titleInside: true },
    { width: 358, height: 380 },
  ];

  it("never touch each other or leave the figure: 2 to 12 groups, short and long names, four sizes", () => {
    for (const count of [1, 2, 3, 5, 8, 12])
      for (const name of [(index: number) => `Group ${index}`, (index: number) => `${long[index % 4]} ${index}`])
        for (const size of sheets) {
          const { tree, width, height } = draw(named(count, name), {}, size);
          expect(collisions(tree), `${count} × ${name(0)} at ${size.width}`).toEqual([]);
          expect(outside(tree, width, height), `${count} × ${name(0)} at ${size.width}`).toEqual([]);
        }
  });

  it("never touch each other with every option on", () => {
    const options: Partial<FigureOptions>[] = [
      { tableLayout: "rows" },
      { scale: "failure", labels: "legend" },
      { scale: "cumulativeHazard" },
      { scale: "logLog" },
      { unit: "days", step: 10 },
      { unit: "years", end: 2, yRange: [0.3, 0.9] },
      { table: ["events"], band: false },
    ];
    for (const each of options) {
      const { tree, width, height } = draw(
        named(3, (index) => `Arm ${index}`),
        each,
      );
      expect(collisions(tree), JSON.stringify(each)).toEqual([]);
      expect(outside(tree, width, height), JSON.stringify(each)).toEqual([]);
    }
  });

  it("never touch each other for times from minutes to decades", () => {
    for (const most of [0.001, 0.3, 5, 90, 4000, 1e6])
      for (const unit of ["days", "weeks", "months", "years"] as const) {
        const { tree } = draw(
          fixture([simulated("A", 40, most / 3, most), simulated("B", 40, most / 2, most, 2)], { unit }),
        );
        expect(collisions(tree), `${most} ${unit}`).toEqual([]);
      }
  });

  it("draw any name literally, and keep the whole of a shortened one", () => {
    const names = ["<b>", "=1+1", "__proto__", "😀", "שלום עולם", "constructor", long[0].repeat(3)];
    const { tree } = draw(named(names.length, (index) => names[index]));
    const { text } = serialize(tree);
    for (const name of names.slice(0, -1))
      expect(text).toContain(`>${name.replace("<", "&lt;").replace(">", "&gt;")}<`);
    expect(text).toContain(`<title>${long[0].repeat(3)}`);
    expect(text).not.toContain("<b>");
  });

  it("move to a legend where they do not fit at the ends, with a word about it", () => {
    const figure = draw(named(12, (index) => `${long[index % 4]} ${index}`));
    expect(parts(figure.tree, "legend-entry")).toHaveLength(12);
    expect(figure.problems.map(({ code }) => code)).toEqual(["labels-in-legend"]);
  });
});

describe("axes", () => {
  it("name the endpoint, the unit and the origin", () => {
    const words = (options: Partial<FigureOptions>) => texts(draw(hand, options).tree).map(({ text }) => text);
    expect(words({})).toEqual(
      expect.arrayContaining(["Overall survival", "Months since start of therapy", "0%", "100%"]),
    );
    expect(words({ unit: "years", originLabel: "diagnosis", scale: "failure" })).toEqual(
      expect.arrayContaining(["1 − Overall survival", "Years since diagnosis"]),
    );
  });

  it("go from 0 to 100% and to the last follow-up unless told otherwise", () => {
    expect(draw(aml).value.domain).toEqual([0, 1]);
    expect(draw(aml).time.domain[1]).toBeGreaterThanOrEqual(161);
    expect(draw(aml, { end: 5, unit: "years" }).time.domain[1]).toBeCloseTo(60, 10);
    expect(draw(aml, { yRange: [0.5, 1] }).value.domain).toEqual([0.5, 1]);
  });

  it("say where a step that was asked for cannot be numbered everywhere", () => {
    expect(draw(aml, { step: 1 }).problems.map(({ code }) => code)).toEqual(["ticks-thinned"]);
  });
});

describe("marks on request", () => {
  const words = (options: Partial<FigureOptions>) => texts(draw(aml, options).tree).map(({ text }) => text);

  it("give milestones on the scale that is drawn", () => {
    // R: 0.7159 and 0.5833 at 20 months.
    expect(words({ milestones: [20] })).toEqual(expect.arrayContaining(["20 mo", "72%", "58%"]));
    expect(words({ milestones: [20], scale: "failure" })).toEqual(expect.arrayContaining(["28%", "42%"]));
  });

  it("give milestones of a hazard with as many decimals as tell values on the axis apart", () => {
    // R: −log(0.7159) = 0.3342 and −log(0.5833) = 0.5391 at 20 months.
    const options: Partial<FigureOptions> = { milestones: [20], scale: "cumulativeHazard" };
    expect(words(options)).toEqual(expect.arrayContaining(["0.33", "0.54"]));
    expect(words({ ...options, yRange: [0.3, 0.35] })).toEqual(expect.arrayContaining(["0.334"]));
  });

  it("draw a guide line to each median that is reached, and none to another", () => {
    const [lines] = parts(draw(aml, { medianLines: true }).tree, "median-lines");
    expect(lines.children).toHaveLength(3);
    const none = draw(fixture([{ label: "A", time: [1, 2, 3], event: [1, 0, 0] }]), { medianLines: true });
    expect(parts(none.tree, "median-lines")).toHaveLength(0);
  });

  it("box the test, the counts and the medians with their intervals", () => {
    // R: survdiff P = 0.0653; medians 31 (13–NA) and 23 (5–33).
    const lines = words({ annotation: ["test", "patients", "medians"] });
    expect(lines).toEqual(
      expect.arrayContaining([
        "Log-rank P = .065",
        "23 patients, 18 events",
        "Median, mo (95% CI)",
        "Maintained: 31.0 (13.0–NE)",
        "Nonmaintained: 23.0 (5.0–33.0)",
      ]),
    );
  });

  it("keep frozen curves behind the present ones, without a word", () => {
    const figure = kaplanMeierFigure(hand, defaultFigureOptions, sheet, aml);
    expect(parts(figure.tree, "ghosts")[0].children).toHaveLength(2);
    expect(figure.time.domain[1]).toBeGreaterThanOrEqual(161);
    expect(texts(figure.tree).some(({ text }) => text.includes("Maintained"))).toBe(false);
  });
});

describe("colors", () => {
  it("hang on the level, not on who is left after a filter", () => {
    const [first, second] = colors(aml);
    const filtered = { ...aml, groups: [aml.groups[1]] };
    expect(colors(filtered)).toEqual([second]);
    expect(first).not.toBe(second);
  });

  it("are the user's where the user chose", () => {
    const chosen = { ...aml, groups: aml.groups.map((each) => ({ ...each, color: "#abcdef" })) };
    expect(colors(chosen, "dark")).toEqual(["#abcdef", "#abcdef"]);
  });
});

describe("a zoomed view", () => {
  const zoomed = draw(aml, { zoom: [10, 40] });

  it("shows a part of the axis with the numbers of the whole", () => {
    expect(zoomed.time.domain).toEqual([10, 40]);
    // R: survival of the maintained is 0.9090909 from 9 to 13 months.
    const [first] = pathPoints(paths(zoomed.tree, "curve")[0].d);
    expect(first[0]).toBeCloseTo(zoomed.plot.left, 1);
    const level = (first[1] - zoomed.value.range[0]) / (zoomed.value.range[1] - zoomed.value.range[0]);
    expect(level).toBeCloseTo(10 / 11, 3);
    const cells = texts(parts(draw(aml, { zoom: [10, 40], table: ["atRisk"], step: 10 }).tree, "table-group")[0]);
    // summary(survfit(Surv(time, status) ~ x, aml), times = c(10, 20, 30, 40))$n.risk, R 4.2.2.
    expect(cells.slice(1).map(({ text }) => text)).toEqual(["10", "7", "5", "3"]);
  });

  it("is said in the caption, and has no point outside the plot", () => {
    const points = paths(zoomed.tree, "curve").flatMap(({ d }) => pathPoints(d));
    expect(Math.min(...points.map(([x]) => x))).toBeGreaterThanOrEqual(zoomed.plot.left - 0.01);
    expect(Math.max(...points.map(([x]) => x))).toBeLessThanOrEqual(zoomed.plot.right + 0.01);
    const printed = draw(aml, { zoom: [10, 40] }, { titleInside: true });
    const words = texts(printed.tree).map(({ text }) => text);
    expect(words.join(" ")).toContain("The time axis shows 10 to 40 months; all follow-up enters the estimates.");
  });
});

describe("a hidden group", () => {
  const figure = draw(aml, { hidden: ["Maintained"] }, { titleInside: true });

  it("is not drawn, keeps the looks of the others and every number, and is named", () => {
    expect(parts(figure.tree, "curve")).toHaveLength(1);
    expect(figure.lineColors).toEqual([colors(aml)[1]]);
    expect(figure.colors.map(({ color }) => color)).toEqual(colors(aml));
    const words = texts(figure.tree).map(({ text }) => text);
    expect(words).toContain("Log-rank P = .065 · 23 patients, 18 events");
    expect(words.join(" ")).toContain("Not drawn, but counted in every number: Maintained.");
  });

  it("cannot be all there is", () => {
    expect(parts(draw(aml, { hidden: ["Maintained", "Nonmaintained"] }).tree, "curve")).toHaveLength(2);
  });
});

describe("looks of single groups", () => {
  it("take the place of the palette's", () => {
    const figure = draw(aml, { looks: [{ level: "Maintained", color: "#7a2a6b", dash: "short" }] });
    expect(figure.colors[0].color).toBe("#7a2a6b");
    expect(parts(figure.tree, "curve")[0].attributes["stroke-dasharray"]).toBe("4.8 2.4");
    expect(figure.colors[1].color).toBe(colors(aml)[1]);
  });
});
