import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { cohortIn, endpoint, hasPackage, hasR, inR, panel, runInR } from "./testing";

const every = / numbers checked and equal\. Every number agrees\.\n$/;
const itAll = it.skipIf(process.env.ALL_R_SCRIPTS === undefined);
const itWith = (name: string) => it.skipIf(process.env.ALL_R_SCRIPTS === undefined || !hasPackage(name));
const model = (more: object) => ({
  id: JSON.stringify(more).slice(0, 90),
  kind: "regression",
  endpoint: "os",
  ...more,
});
const perUnit = (column: string) => ({ id: column, of: { column }, coding: { kind: "perUnit" } });
const levels = (column: string) => ({ id: column, of: { column }, coding: { kind: "levels" } });

describe.skipIf(!hasR)("every number beside a figure is computed again by R", inR, () => {
  it("of small figures, where the level of some patients is missing and filters leave nobody in another", async () => {
    const split = { column: "ecog_f" };
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      filters: [{ kind: "values", of: { column: "ecog_f" }, values: ["ECOG0", "ECOG1", "ECOG2"], missing: true }],
      panels: [
        panel({
          group: { column: "sex" },
          split,
          figure: { milestones: [200, 400], unit: "months" },
          givenAliveAt: 100,
        }),
        panel({ group: null, split, landmark: 60, censorAt: 700 }),
      ],
    });
    expect(await runInR(await cohortIn("lung"), board, false, {}, 6)).toMatch(every);
  });

  it("of a second endpoint whose times are in another unit, from the landmark of the first on", async () => {
    const weeks = { ...endpoint("time", "event"), id: "rfs", label: "Relapse-free survival" };
    const board = boardFrom({
      endpoints: [endpoint("dtime", "death"), { ...weeks, time: { from: "column", column: "time", unit: "weeks" } }],
      panels: [
        panel({ also: "rfs", group: { column: "size" } }),
        panel({ also: "rfs", group: { column: "size" }, landmark: 700, censorAt: 3500, figure: { unit: "years" } }),
        panel({ also: "rfs", test: "petoPeto", strata: { column: "grade" }, group: { column: "size" } }),
        panel({ also: "rfs", split: { column: "grade" }, group: { column: "hormon" }, figure: { milestones: [1500] } }),
      ],
    });
    expect(await runInR(await cohortIn("rotterdam"), board, false, {}, 3 + 1 + 2 * 2)).toMatch(every);
  });

  it("of models with interactions, of those a search ends in, and how well they tell patients apart", async () => {
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      panels: [
        model({ terms: [levels("rx"), levels("sex"), perUnit("age")], interactions: [["rx", "sex"]] }),
        model({ terms: [perUnit("age"), levels("sex")], interactions: [["age", "sex"]], strata: { column: "node4" } }),
        model({ terms: [levels("rx"), perUnit("age"), perUnit("surg"), levels("differ")], selection: { by: "aic" } }),
        model({ terms: [levels("rx"), perUnit("age"), levels("differ")], selection: { by: "p" } }),
      ],
    });
    expect(await runInR(await cohortIn("colon"), board)).toMatch(every);
  });

  it("of subgroups: patients, events and ratio of each, and their interactions", async () => {
    const subgroups = (more: object) => ({ id: JSON.stringify(more), kind: "subgroups", endpoint: "os", ...more });
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      panels: [
        subgroups({ group: { column: "rx" }, compared: "Lev+5FU", by: [{ column: "sex" }, { column: "differ" }] }),
        subgroups({ group: { column: "sex" }, level: 0.9, by: [{ column: "extent" }, { column: "rx" }] }),
      ],
    });
    expect(await runInR(await cohortIn("colon"), board)).toMatch(every);
  });

  itWith("maxstat")("of groups that change with time, and of a cut that was searched for, by maxstat", async () => {
    const of = (more: object) => panel({ ...more, figure: { milestones: [100, 300] } });
    const board = boardFrom({
      endpoints: [endpoint("futime", "fustat")],
      panels: [
        of({ changes: { column: "wait" } }),
        of({ changes: { column: "wait" }, landmark: 20, censorAt: 900, strata: { column: "surgery" } }),
        of({ cut: { of: { column: "age" } } }),
      ],
    });
    expect(await runInR(await cohortIn("jasa"), board)).toMatch(every);
  });

  itWith("mvtnorm")("of MaxCombo, plain and in strata, by mvtnorm", async () => {
    const maxCombo = { test: "maxCombo", group: { column: "sex" } };
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      panels: [
        panel(maxCombo),
        panel({ ...maxCombo, strata: { column: "ecog_f" } }),
        // Three groups have no MaxCombo; their trend and pairs are of the log-rank test.
        panel({ test: "maxCombo", group: { column: "ecog_f" } }),
      ],
    });
    expect(await runInR(await cohortIn("lung"), board)).toMatch(every);
  });

  itAll("of what an ordered group says where the filters leave nobody in its middle level", async () => {
    const board = boardFrom({
      columns: [{ name: "stage", ordered: true }],
      endpoints: [endpoint("time", "death")],
      filters: [{ kind: "values", of: { column: "stage" }, values: ["stage1", "stage3", "stage4"] }],
      panels: [panel({ group: { column: "stage" } }), panel({ group: { column: "stage" }, test: "taroneWare" })],
    });
    expect(await runInR(await cohortIn("pbc"), board)).toMatch(every);
  });

  itAll("and names the models it cannot compute, with those beside them computed", async () => {
    const rows = readFileSync("lib/survival/reference/data/lung.csv", "utf8").trim().split("\n");
    // Nobody with the rare finding has the event.
    const table = await tableFrom(
      rows
        .map((line, row) => `${line},${row === 0 ? "rare" : / 0,|,0,/.test(line) && row % 9 === 0 ? 1 : 0}`)
        .join("\n"),
    );
    const terms = [perUnit("rare"), perUnit("age"), levels("sex")];
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      panels: [model({ terms }), model({ terms, firth: "never" }), model({ terms, firth: "always" })],
    });
    const said = await runInR(table, board);
    expect(said).toMatch(/[1-9]\d* of \d+ numbers checked and equal\. Not checked: /);
    expect(said).not.toMatch(/Not checked:.*\((n|events) (alone|together)/);
  });
});

describe.skipIf(!hasR)("a score computed again from its factors by R", inR, () => {
  const factor = (id: string, column: string, when: object, points: number) => ({
    id,
    label: id,
    column,
    when,
    points,
  });
  const score = (missing: string, more: object = {}) => ({
    id: missing,
    label: `score, ${missing}`,
    factors: [
      factor("old", "age", { op: ">=", value: 65 }, 1),
      factor("loss", "wt_loss", { op: ">", value: 10 }, 2),
      factor("meals", "meal_cal", { op: "per unit" }, 0.001),
    ],
    groups: [
      { label: "low", min: null, max: 1.5 },
      { label: "high", min: 1.5, max: null },
    ],
    missing,
    ...more,
  });
  const rules = [
    {
      when: [
        { factor: "old", is: true },
        { factor: "loss", is: true },
      ],
      points: 9,
    },
    { when: [{ factor: "loss", is: true }], points: 5 },
  ];

  it("agrees in points and groups, with rules, missing factors and points per unit", async () => {
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      scores: [score("leaveOut"), score("absent"), score("bound", { id: "ruled", label: "ruled", rules })],
      panels: [panel({ group: { score: "absent" } })],
    });
    const said = await runInR(await cohortIn("lung"), board);
    // R 4.2.2: sum(complete.cases(lung[c("age", "wt.loss", "meal.cal")])) is 171, sum(!is.na(lung$meal.cal)) is 181.
    expect(said.match(/\d+(?= patients have the same points)/g)).toEqual(["171", "181", "171"]);
  });
});
