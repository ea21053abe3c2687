import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { type Board, boardSchema } from "../board/board";
import { defaultFigureOptions, type FigureOptions } from "../board/figureOptions";
import { boardFrom, tableFrom } from "../cohort/testing";
import { seededRandom } from "../numeric/random";
import { readingInWords } from "../panels/curves/reading/readingInWords";
import { ownCurves } from "../panels/kaplanMeier/drawn";
import { kaplanMeierFigure } from "../panels/kaplanMeier/figure";
import type { KaplanMeierResult } from "../panels/kaplanMeier/result";
import { type Analysis, analysis, analyze } from "./analyze";
import byR from "./fixtures/syntheticLmsByR.json";

const text = readFileSync(new URL("../../public/example/synthetic-lms-cohort.csv", import.meta.url), "utf8");
const board = boardSchema.parse(exampleBoard);
const table = await tableFrom(text);

function resultOf(answer: ReturnType<Analysis>, id: string): KaplanMeierResult {
  const panel = answer.panels.find((each) => each.id === id);
  if (panel?.state !== "ready") throw new Error(`${id} is not ready: ${JSON.stringify(panel)}`);
  if (panel.result.kind !== "kaplanMeier") throw new Error(`${id} is another kind of panel`);
  return panel.result;
}

const oneEndpoint = {
  meierboard: 3,
  source: { file: null, rows: null, sha256: null },
  endpoints: [
    {
      id: "os",
      label: "OS",
      time: { from: "column", column: "months", unit: "months" },
      event: {
        column: "event",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
        ],
      },
    },
  ],
  panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
};

describe("the synthetic example", () => {
  const snapshot = analyze(table, board);

  it.each(Object.entries(byR.panels))("gives in %s the curves, medians and log-rank test of R", (id, expected) => {
    const { groups, test } = resultOf(snapshot, id);
    expect(groups.map(({ level, curve }) => [level, curve.n, curve.events])).toEqual(
      expected.groups.map(({ level, n, events }) => [level, n, events]),
    );
    for (const [g, { curve, median }] of groups.entries()) {
      const { time, lower, upper } = median as { time: number; lower: number | null; upper: number | null };
      expect([time, lower, upper]).toEqual(expected.groups[g].median);
      expect(Array.from(curve.time)).toEqual(expected.groups[g].time);
      expected.groups[g].survival.forEach((survival, step) => {
        expect(curve.survival[step]).toBeCloseTo(survival, 12);
      });
    }
    if (test?.kind !== "tested" || !("chiSquare" in test)) throw new Error("not tested");
    expect(test.chiSquare / expected.chiSquare).toBeCloseTo(1, 10);
    expect(test.df).toBe(expected.df);
    expect(test.p / expected.p).toBeCloseTo(1, 8);
  });

  it.each(Object.entries(byR.panels))(
    "gives in %s the hazard ratios and the proportional-hazards test of R",
    (id, expected) => {
      // R was asked for the first level as the reference.
      const first = resultOf(snapshot, id).groups[0];
      const asked = board.panels.map((panel) => ({ ...panel, reference: first.level }) as typeof panel);
      const { comparisons, groups } = resultOf(analyze(table, { ...board, panels: asked }), id);
      expect(comparisons?.cox?.reference).toBe(first.label);
      expect(comparisons?.cox?.ratios.map(({ label }) => label)).toEqual(groups.slice(1).map(({ label }) => label));
      for (const [index, { hr, lower, upper, p }] of expected.hazardRatios.entries()) {
        const coefficient = comparisons?.cox?.ratios[index].coefficient;
        if (coefficient?.kind !== "estimated") throw new Error("not estimated");
        expect(coefficient.hazardRatio / hr).toBeCloseTo(1, 8);
        expect(coefficient.lower / lower).toBeCloseTo(1, 8);
        expect(coefficient.upper / upper).toBeCloseTo(1, 8);
        expect(coefficient.p / p).toBeCloseTo(1, 7);
      }
      expect((comparisons?.cox?.proportionalHazards ?? 0) / expected.proportionalHazards).toBeCloseTo(1, 7);
    },
  );

  it("faces one way without being asked: therapy v none in ratio, difference, restricted mean and reading", () => {
    const [ratioByR] = byR.panels["os-arm"].hazardRatios;
    const panels = board.panels.map((panel) =>
      panel.kind === "kaplanMeier" ? { ...panel, figure: { ...panel.figure, milestones: [12] } } : panel,
    );
    const result = resultOf(analyze(table, { ...board, panels }), "os-arm");
    const [ratio] = result.comparisons?.cox?.ratios ?? [];
    expect(ratio?.label).toBe("Gene-aberration-related");
    if (ratio?.coefficient.kind !== "estimated") throw new Error("not estimated");
    expect(ratio.coefficient.hazardRatio).toBeCloseTo(1 / (ratioByR?.hr ?? 0), 8);
    const [at] = result.atTimes;
    const [treated, none] = at?.groups ?? [];
    expect(at?.differences[1]).toBeNull();
    expect(at?.differences[0]?.estimate).toBeCloseTo((treated?.survival ?? 0) - (none?.survival ?? 0), 12);
    expect(result.restrictedMeans?.contrasts[1]).toBeNull();
    const drawn = ownCurves(result, defaultFigureOptions);
    expect(readingInWords(drawn, { time: 12, given: null, unit: "months", factor: 1 }).difference).toMatch(
      /^Difference, Gene-aberration-related less No such therapy: /,
    );
  });

  it("does not turn round when a filter leaves the larger group the smaller one", async () => {
    const csv = ["months,event,arm", ...Array.from({ length: 30 }, (_, i) => `${i + 1},1,${i < 18 ? "Y" : "X"}`)];
    const rows = await tableFrom(csv.join("\n"));
    const late = { kind: "range", of: { column: "months" }, min: 16, max: null, missing: false };
    const references = [[], [late]].map((filters) => {
      const { comparisons, groups } = resultOf(analyze(rows, boardFrom({ ...oneEndpoint, filters })), "p");
      return [groups.map(({ curve }) => curve.n), comparisons?.cox?.reference];
    });
    expect(references).toEqual([
      [[12, 18], "Y"],
      [[12, 3], "Y"],
    ]);
  });

  it("gives the trend over the score groups and the median follow-up of R", () => {
    const expected = byR.panels["os-score"];
    const { comparisons } = resultOf(snapshot, "os-score");
    if (comparisons?.trend?.kind !== "tested") throw new Error("not tested");
    expect(comparisons.trend.p / expected.trend).toBeCloseTo(1, 8);
    const [time, lower, upper] = expected.medianFollowUp;
    expect(comparisons.medianFollowUp).toEqual({ kind: "reached", time, lower, upper });
    expect(resultOf(snapshot, "os-arm").comparisons?.trend).toBeNull();
  });

  it("compares by another test when the panel asks for it", () => {
    const panels = board.panels.map((panel) => ({ ...panel, test: "petoPeto" }));
    const { test } = resultOf(analyze(table, { ...board, panels }), "os-arm");
    if (test?.kind !== "tested") throw new Error("not tested");
    expect(test.test).toBe("petoPeto");
    expect(test.p / byR.panels["os-arm"].petoPeto).toBeCloseTo(1, 8);
  });

  it("uses all 75 patients, each row one patient, in every panel", () => {
    expect(snapshot.patients).toMatchObject({ rows: 75, merged: 0, total: 75, selected: 75 });
    for (const panel of snapshot.panels)
      expect(panel).toMatchObject({ ledger: { rows: 75, patients: 75, leftOut: [], used: 75 } });
  });

  it("counts the score's factors as the cohort was made: 13, 36, 20 and 15 patients, groups of 22, 46 and 7", () => {
    expect(snapshot.scores[0].factors.map(({ adverse }) => adverse)).toEqual([13, 36, 20, 15]);
    expect(snapshot.scores[0].points).toEqual([22, 30, 16, 6, 1].map((patients, points) => ({ points, patients })));
    expect(snapshot.scores[0].groups.map(({ patients }) => patients)).toEqual([22, 46, 7]);
  });
});

describe("a snapshot", () => {
  const withFilter = (filter: object): Board => boardSchema.parse({ ...exampleBoard, filters: [filter] });

  it("answers a filter as if the file held only the patients it keeps", async () => {
    const [header, ...rows] = text.trim().split("\n");
    const mutated = await tableFrom([header, ...rows.filter((row) => row.includes(",mutated,"))].join("\n"));
    const filtered = analyze(table, withFilter({ kind: "values", of: { column: "tp53" }, values: ["mutated"] }));
    const alone = analyze(mutated, { ...board, filters: [] });
    for (const id of ["pfs-arm", "os-score"]) expect(resultOf(filtered, id).groups).toEqual(resultOf(alone, id).groups);
    expect(filtered.patients.selected).toBe(49);
  });

  it("is the same whether computed alone or after others", () => {
    const answer = analysis(table);
    const narrow = withFilter({ kind: "range", of: { column: "age" }, min: 60, max: null });
    answer(board);
    answer(narrow);
    expect(answer(board)).toEqual(analyze(table, board));
    expect(answer(narrow)).toEqual(analyze(table, narrow));
  });

  it("says of very many patients in a preview, one filter after the other, what it says at the end", async () => {
    const random = seededRandom(11);
    const lines = Array.from({ length: 50_000 }, () => {
      const time = (-20 * Math.log(1 - random())).toFixed(6);
      return [random() < 0.5 ? "a" : "b", 30 + Math.floor(random() * 50), time, random() < 0.6 ? 1 : 0].join(",");
    });
    const many = await tableFrom(["arm,age,months,event", ...lines].join("\n"));
    const answer = analysis(many);
    const from = (min: number) =>
      boardSchema.parse({
        ...oneEndpoint,
        filters: [
          { kind: "range", of: { column: "age" }, min, max: null },
          { kind: "values", of: { column: "arm" }, values: null },
        ],
      });
    for (const min of [35, 40, 33]) {
      const preview = answer(from(min), "p");
      const whole = analyze(many, from(min));
      const [quick, result] = [resultOf(preview, "p"), resultOf(whole, "p")];
      expect([quick.thinned, result.thinned]).toEqual([true, false]);
      expect({ ...preview, panels: [] }).toEqual({ ...whole, panels: [] });
      const { test, patients, events, restrictedMeans, atTimes } = result;
      expect(quick).toMatchObject({ test, patients, events, restrictedMeans, atTimes });
      expect(quick.groups.map(({ median, curve }) => [median, curve.n, curve.events])).toEqual(
        result.groups.map(({ median, curve }) => [median, curve.n, curve.events]),
      );
    }
  });

  it("draws in a preview the table of two endpoints in different units that it draws at the end", async () => {
    const random = seededRandom(5);
    const lines = Array.from({ length: 150_000 }, () => {
      const months = Math.ceil(-20 * Math.log(1 - random()));
      return [random() < 0.5 ? "a" : "b", months, 1, (1500 * random()).toFixed(4), 1].join(",");
    });
    const many = await tableFrom(["arm,months,event,days,event2", ...lines].join("\n"));
    const [os] = oneEndpoint.endpoints;
    const coding = os.event.coding;
    const pfs = {
      id: "pfs",
      label: "PFS",
      time: { from: "column", column: "days", unit: "days" },
      event: { column: "event2", coding },
    };
    const two = boardSchema.parse({
      ...oneEndpoint,
      endpoints: [os, pfs],
      panels: [{ ...oneEndpoint.panels[0], also: "pfs" }],
    });
    const drawn = (answer: ReturnType<Analysis>) => {
      const result = resultOf(answer, "p");
      const { tree } = kaplanMeierFigure(result, two.panels[0].figure as FigureOptions, {
        width: 900,
        height: 600,
        theme: "light",
      });
      const table = tree.children.find((part) => typeof part !== "string" && part.attributes["data-part"] === "table");
      return { thinned: result.thinned, table };
    };
    const [preview, whole] = [drawn(analysis(many)(two, "p")), drawn(analyze(many, two))];
    expect([preview.thinned, whole.thinned]).toEqual([true, false]);
    expect(whole.table).toBeDefined();
    expect(preview.table).toEqual(whole.table);
  });

  it("leaves the other panels pending in a preview of one", () => {
    const { panels } = analysis(table)(board, "os-arm");
    expect(panels.filter(({ state }) => state !== "pending").map(({ id, state }) => [id, state])).toEqual([
      ["os-arm", "ready"],
    ]);
  });

  it("blocks a panel whose event values are not all decided, and says which", () => {
    const undecided = structuredClone(exampleBoard);
    undecided.endpoints[1].event.coding.pop();
    const answer = analyze(table, boardSchema.parse(undecided));
    const blocked = answer.panels.filter(({ state }) => state === "blocked").map(({ id }) => id);
    expect(blocked).toEqual(["os-arm", "os-score", "os-forest"]);
    expect(answer.panels.find(({ id }) => id === "os-arm")).toMatchObject({
      problem: { message: "Overall survival: “os_event” has “0” (13) without a meaning (13 patients)." },
    });
  });

  it("says so when the filters leave nobody, when a group is empty, and when a column is not there", () => {
    const nobody = analyze(table, withFilter({ kind: "values", of: { column: "arm" }, values: [], missing: false }));
    expect(nobody.panels[0]).toMatchObject({ state: "blocked", problem: { code: "nobody-selected" } });
    const oneArm = analyze(
      table,
      withFilter({ kind: "values", of: { column: "arm" }, values: ["No gene aberration-related therapy"] }),
    );
    expect(resultOf(oneArm, "os-arm").notices[0]).toMatchObject({
      code: "group-empty",
      message: "No patient is left in “Gene-aberration-related”.",
    });
    expect(resultOf(oneArm, "os-arm").test).toBeNull();
    const absent = analyze(
      table,
      boardSchema.parse({
        ...exampleBoard,
        panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "stage" } }],
      }),
    );
    expect(absent.panels[0]).toMatchObject({ state: "blocked", problem: { code: "column-absent" } });
  });

  it("compares groups in a large cohort too", async () => {
    const rows = Array.from(
      { length: 20_001 },
      (_, row) => `${1 + (row % 30)},${row % 2},${row % 3 === 0 ? "A" : "B"}`,
    );
    const large = await tableFrom(`months,event,arm\n${rows.join("\n")}\n`);
    const [panel] = analyze(large, boardSchema.parse(oneEndpoint)).panels;
    if (panel.state !== "ready") throw new Error("not ready");
    if (panel.result.kind !== "kaplanMeier") throw new Error("another kind of panel");
    expect(panel.result.comparisons?.cox?.ratios.length).toBe(1);
    expect(panel.result.test?.kind).toBe("tested");
  });

  it("counts patients without a group as a line of the ledger", async () => {
    const some = await tableFrom("months,event,arm\n1,1,A\n2,1,\n3,0,B\n");
    const [panel] = analyze(some, boardSchema.parse(oneEndpoint)).panels;
    expect(panel).toMatchObject({
      state: "ready",
      ledger: { rows: 3, used: 2, leftOut: [{ reason: "arm missing", count: 1, rows: [2] }] },
    });
  });
});
