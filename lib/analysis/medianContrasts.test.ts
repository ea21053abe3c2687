import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { KaplanMeierResult } from "../panels/kaplanMeier/result";
import { statsOf } from "../panels/kaplanMeier/stats";
import { methodsInWords } from "../panels/methods/paragraph";
import { reasonsOf } from "../panels/methods/stat";
import { shownKinds } from "../panels/shownKinds";
import { analyze } from "./analyze";

const cohort = (name: string) =>
  tableFrom(readFileSync(new URL(`../survival/reference/data/${name}.csv`, import.meta.url), "utf8"));

const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const died = (more: object = {}) => ({
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "time", unit: "days" },
  event: { column: "event", coding },
  ...more,
});

function shown(table: Awaited<ReturnType<typeof tableFrom>>, panel: object, endpoint: object = died()) {
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "sex" }, medians: {}, ...panel }];
  const [view] = analyze(table, boardFrom({ endpoints: [endpoint], panels })).panels;
  if (view?.state !== "ready" || view.result.kind !== "kaplanMeier") throw new Error(JSON.stringify(view));
  const result: KaplanMeierResult = view.result;
  const { statistics, numbers, methods } = shownKinds.kaplanMeier;
  return {
    result,
    lines: statistics(result).rows.map((row) => row.filter((cell) => cell !== "").join(" | ")),
    numbers: numbers(result).rows.filter(([quantity]) => /of medians|a median not/.test(String(quantity))),
    methods: methodsInWords(methods(result, view.panel as Parameters<typeof methods>[1])),
    notices: result.notices.filter(({ code }) => code === "medians-not-compared"),
  };
}

describe("differences and ratios of medians beside the curves", () => {
  // R: quantile(survfit(Surv(time, event) ~ sex, lung), 0.5)$quantile is 426 for women and 270 for men.
  it("are those of R’s medians, with an interval, its resamples and its seed in the methods, the same each time", async () => {
    const lung = await cohort("lung");
    const one = shown(lung, { reference: "Male" });
    const [first] = one.result.medians?.contrasts.filter((each) => each !== null) ?? [];
    if (!first || first === "notReached") throw new Error("not compared");
    expect([first.difference.estimate, first.ratio.estimate]).toEqual([426 - 270, 426 / 270]);
    // Six runs of R’s own bootstrap, of 1,000 with set.seed(1) to set.seed(6): 50 to 55, and 274 to 295.
    expect(Math.abs(first.difference.lower - 53)).toBeLessThan(13);
    expect(Math.abs(first.difference.upper - 284)).toBeLessThan(20);
    expect(one.lines.filter((line) => / of medians /.test(line))).toEqual([
      expect.stringMatching(/^Difference of medians \(95% CI\), Female v Male \| 156 \(\d+–\d+\)$/),
      expect.stringMatching(/^Ratio of medians \(95% CI\), Female v Male \| 1\.58 \(1\.\d\d–2\.\d\d\)$/),
    ]);
    expect(one.methods).toContain(
      "Differences and ratios of medians have 95% percentile intervals of 2,000 bootstrap resamples drawn within each group (seed 1) (Efron 1981).",
    );
    expect(shown(lung, { reference: "Male" }).result.medians).toEqual(one.result.medians);
    expect(shown(lung, { reference: "Male", medians: { seed: 2 } }).methods).toContain("(seed 2)");
  });

  it("are neither computed nor told of where nobody asks, or with one group", async () => {
    const lung = await cohort("lung");
    for (const panel of [{ medians: null }, { group: null }]) {
      const { result, lines, methods, notices } = shown(lung, panel);
      expect([result.medians, notices]).toEqual([null, []]);
      expect([...lines, methods].join()).not.toMatch(/of medians/);
    }
  });

  it("count the resamples without a median, keep them, and say which limit falls on them", async () => {
    const rows = [
      ...[3, 5, 6, 8, 11, 12, 15, 16].map((time, at) => `${time},${[1, 0, 1, 1, 0, 1, 0, 0][at]},A`),
      ...[4, 6, 7, 9, 13, 18].map((time) => `${time},1,B`),
    ];
    const table = await tableFrom(`time,event,sex\n${rows.join("\n")}`);
    const { result, lines, numbers, methods } = shown(table, { reference: "B" });
    const line = lines.find((each) => each.startsWith("Difference of medians"));
    expect(line).toMatch(/\| 4 \(−[\d.]+ to NE\); not reached in 5\d\d of 2,000 resamples$/);
    expect(numbers.map(([quantity]) => quantity)).toContain("resamples with a median not reached v B");
    expect(methods).toMatch(/Resamples in which a median is not reached are kept/);
    expect(lines.join()).not.toMatch(/NaN|Infinity/);
    expect(reasonsOf(statsOf(result))).toContain(
      "NE, a limit of a difference of medians: it falls on resamples in which a median is not reached.",
    );
  });

  it("are NE with its reason where a median is not reached at all", async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at + 1},${at % 4 === 0 ? 1 : 0},A\n${at + 1},1,B`);
    const { lines, numbers } = shown(await tableFrom(`time,event,sex\n${rows.join("\n")}`), { reference: "B" });
    expect(lines).toContain("Difference of medians (95% CI), A v B | NE");
    expect(numbers).toEqual([]);
  });

  it("have a reason where they are not computed: a searched cut, a changing group, late entries, weights of a sample, many patients", async () => {
    const lung = await cohort("lung");
    const why = (of: ReturnType<typeof shown>) => {
      expect([of.result.medians, of.notices.length]).toEqual([null, 1]);
      expect(of.methods).not.toMatch(/of medians/);
      return of.notices[0]?.message;
    };
    expect(why(shown(lung, { group: null, cut: { of: { column: "age" } } }))).toMatch(/the cut-point was searched/);
    const entered = await cohort("mgus2_age");
    const late = died({
      time: { from: "column", column: "exit", unit: "months" },
      event: { column: "death", coding },
      entry: "entry",
    });
    expect(why(shown(entered, {}, late))).toMatch(/patients enter late/);
    const rows = Array.from(
      { length: 10_001 },
      (_, at) => `${(at % 97) + 1},${at % 2},${at % 3 === 0 ? "A" : "B"},1.5`,
    );
    const many = await tableFrom(`time,event,sex,w\n${rows.join("\n")}`);
    expect(why(shown(many, {}))).toMatch(/more than 10,000 patients/);
    const few = await tableFrom(`time,event,sex,w\n${rows.slice(0, 50).join("\n")}`);
    const weight = { column: "w", kind: "sampling" };
    expect(why(shown(few, {}, died({ weight })))).toMatch(/sampling weights/);
    const heart = await cohort("heart");
    const spells = died({
      time: { from: "column", column: "stop", unit: "days" },
      entry: "start",
    });
    expect(why(shown(heart, { group: { column: "surgery" } }, spells))).toMatch(/patients enter late/);
  });

  it("stand in each small figure as well", async () => {
    const { numbers } = shown(await cohort("lung"), { split: { column: "ecog_f" }, medians: { count: 1000 } });
    expect(numbers.filter(([quantity]) => String(quantity).startsWith("difference of medians")).length).toBeGreaterThan(
      2,
    );
  });
});
