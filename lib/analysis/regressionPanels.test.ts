import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { boardSchema } from "../board/board";
import { newPanel, type PanelOf } from "../board/panelForms/registry";
import { regressionForm } from "../board/panelForms/regression";
import { boardFrom, tableFrom } from "../cohort/testing";
import { rowsOf } from "../panels/regression/forest/rows";
import { regressionReport, statistics } from "../panels/regression/report";
import type { RegressionResult } from "../panels/regression/result";
import { caption } from "../panels/regression/words";
import { metricsOf } from "../panels/sheet/sheet";
import { shownKinds } from "../panels/shownKinds";
import type { Coefficient } from "../survival";
import { analyze } from "./analyze";
import byR from "./fixtures/regressionPanels.json";
import wholes from "./fixtures/regressionWholes.json";
import scoresByR from "./fixtures/scoreStudies.json";

const read = (path: string) => tableFrom(readFileSync(new URL(path, import.meta.url), "utf8"));
const lms = await read("../../public/example/synthetic-lms-cohort.csv");
const pbc = await read("../survival/reference/data/pbc.csv");
const pbcEndpoint = {
  id: "os",
  label: "Transplant-free survival",
  time: { from: "column", column: "time", unit: "days" },
  event: {
    column: "status",
    coding: [
      { value: "0", as: "censored" },
      { value: "1", as: "event" },
      { value: "2", as: "event" },
    ],
  },
};

const age = { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } };
const sex = { id: "sex", of: { column: "sex" }, coding: { kind: "levels", reference: "m" } };
const edema = { id: "edema", of: { column: "edema" }, coding: { kind: "levels" } };
const stage = { id: "stage", of: { column: "stage" }, coding: { kind: "levels", reference: "stage4" } };
const bili = { id: "bili", of: { column: "bili" }, coding: { kind: "cut", when: { op: ">=", value: 2 } } };
const protime = { id: "protime", of: { column: "protime" }, coding: { kind: "perUnit" } };
const trt = { id: "trt", of: { column: "trt" }, coding: { kind: "levels" } };

function regression(parts: object, table = pbc): RegressionResult {
  const panel = { id: "r", kind: "regression", endpoint: "os", ...parts };
  const [view] = analyze(table, boardFrom({ endpoints: [pbcEndpoint], panels: [panel] })).panels;
  if (view.state !== "ready" || view.result.kind !== "regression") throw new Error(JSON.stringify(view));
  return view.result;
}

it("levels in a cohort without an event, or with a patient in each level, are lines without a ratio", async () => {
  const lines = async (rows: string[]) => {
    const found = regression({ terms: [trt] }, await tableFrom(`time,status,trt\n${rows.join("\n")}\n`));
    return found.lines.flatMap(({ label, counts }) => (counts?.alone ? [[label, counts.alone]] : []));
  };
  expect(await lines(["5,0,a", "6,0,b", "7,0,a", "8,0,b"])).toEqual([
    ["a", { patients: 2, events: 0 }],
    ["b v a", { patients: 2, events: 0 }],
  ]);
  expect(await lines(["5,1,a", "6,1,b", "7,0,c"])).toEqual([
    ["a", { patients: 1, events: 1 }],
    ["b v a", { patients: 1, events: 1 }],
    ["c v a", { patients: 1, events: 0 }],
  ]);
});

it("the numbers of a model are a table without gaps: a line for each coefficient, one for the model of all", () => {
  const result = regression({ terms: [age, sex] });
  const { header, rows } = regressionReport.numbers(result);
  for (const row of rows) expect(row).toHaveLength(header.length);
  const joint = rows.find(([name]) => name === "joint model") ?? [];
  const of = (name: string) => joint[header.indexOf(name)];
  expect([of("n together"), of("events together"), of("df whole together"), of("n alone")]).toEqual([
    result.joint?.n,
    result.joint?.events,
    2,
    Number.NaN,
  ]);
  expect([of("p whole together"), of("p proportional hazards"), of("c"), of("aic")]).toEqual([
    result.joint?.p,
    result.joint?.pProportional,
    result.joint?.concordance?.c,
    result.joint?.aic,
  ]);
  expect(regressionReport.numbers({ ...result, joint: null }).rows.map(([name]) => name)).not.toContain("joint model");
});

const { figure: options } = regressionForm.schema.parse({ id: "r", kind: "regression", endpoint: "os" });

interface Ratio {
  hr: number;
  lower: number;
  upper: number;
  p: number;
}

function expectRatios(found: (Coefficient | null)[], expected: Ratio[]) {
  expect(found.length).toBe(expected.length);
  for (const [index, { hr, lower, upper, p }] of expected.entries()) {
    const coefficient = found[index];
    if (coefficient?.kind !== "estimated") throw new Error("not estimated");
    expect(coefficient.hazardRatio / hr).toBeCloseTo(1, 8);
    expect(coefficient.lower / lower).toBeCloseTo(1, 8);
    expect(coefficient.upper / upper).toBeCloseTo(1, 8);
    expect(Math.log(coefficient.p) - Math.log(p)).toBeCloseTo(0, 6);
  }
}

const estimates = ({ lines }: RegressionResult) => lines.filter(({ kind }) => kind === "estimate");

function expectJoint({ joint }: RegressionResult, expected: (typeof byR)["pbc"] | (typeof byR)["forest"]) {
  expect([joint?.n, joint?.events]).toEqual([expected.n, expected.events]);
  expect(joint?.aic).toBeCloseTo(expected.aic, 7);
  expect(joint?.concordance?.c).toBeCloseTo(expected.c, 12);
  expect(joint?.concordance?.stdErr).toBeCloseTo(expected.cSE, 9);
  const [c, margin] = [expected.c, 1.959963984540054 * expected.cSE];
  expect(joint?.concordance?.lower).toBeCloseTo(c - margin, 9);
  expect(joint?.concordance?.upper).toBeCloseTo(c + margin, 9);
  expect(joint?.test).toBe("likelihood ratio");
  expect(Math.log(joint?.p ?? 0) - Math.log(expected.lrt)).toBeCloseTo(0, 6);
  expect((joint?.pProportional ?? 0) / expected.zph.GLOBAL).toBeCloseTo(1, 6);
}

describe("the forest panel of the example", () => {
  const view = analyze(lms, boardSchema.parse(exampleBoard)).panels.find(({ id }) => id === "os-forest");
  if (view?.state !== "ready" || view.result.kind !== "regression") throw new Error(JSON.stringify(view));
  const { result } = view;

  it("gives the four factors as R does: 3.15, 2.21, 2.43 and 2.55, P .0008, .0036, .0032 and .0047", () => {
    expectRatios(
      estimates(result).map(({ together }) => together),
      byR.forest.coefficients,
    );
    expectJoint(result, byR.forest);
    const { hb, bmi, alb, anc } = byR.forest.zph;
    for (const [t, p] of [hb, bmi, alb, anc].entries()) expect(result.terms[t].pProportional / p).toBeCloseTo(1, 6);
    const table = statistics(result).rows.map(([label, , , , , together, p]) => [label, together, p]);
    expect(table).toEqual([
      ["Hemoglobin < 10 g/dL", "3.15 (1.61–6.17)", "< .001"],
      ["Body mass index < 30 kg/m²", "2.21 (1.30–3.77)", ".004"],
      ["Albumin < 3.5 g/dL", "2.43 (1.35–4.38)", ".003"],
      ["Neutrophils > ULN", "2.55 (1.33–4.87)", ".005"],
    ]);
  });

  it("smooths the residuals of a coefficient as R's plot does", () => {
    const plot = result.residuals[1];
    const { y, value, margin } = byR.forestSmooth;
    expect(plot.value.length).toBe(y.length);
    y.forEach((residual, event) => {
      expect(plot.value[event]).toBeCloseTo(residual, 7);
    });
    plot.smooth.forEach((place, k) => {
      expect(place.value).toBeCloseTo(value[k], 7);
      expect(place.upper - place.value).toBeCloseTo(margin[k], 6);
    });
  });

  it("makes of it the score the example has: one point each, C .70 with no loss", () => {
    expect(result.proposal?.score.factors.map(({ points }) => points)).toEqual([1, 1, 1, 1]);
    expect(result.proposal?.modelC).toBeCloseTo(byR.forest.c, 12);
    expect(result.proposal?.pointsC).toBeCloseTo(scoresByR.lms.points.c, 12);
  });
});

describe("a regression panel", () => {
  const terms = [age, sex, edema, stage, bili, protime];
  const result = regression({ terms });

  it("gives each covariate alone, on the patients who have it, and all together on those who have all", () => {
    const groups = [...new Set(result.lines.map(({ term }) => term))];
    groups.forEach((term, t) => {
      const own = result.lines.filter((line) => line.term === term && line.kind === "estimate");
      expectRatios(
        own.map(({ alone }) => alone),
        byR.pbcAlone[t],
      );
      expect(418 - result.terms[t].missing).toBe(byR.pbcAloneN[t]);
    });
    expectRatios(
      estimates(result).map(({ together }) => together),
      byR.pbc.coefficients,
    );
    expectJoint(result, byR.pbc);
    const proportional = Object.values(byR.pbc.zph).slice(0, -1);
    for (const [t, p] of proportional.entries()) expect(result.terms[t].pProportional / p).toBeCloseTo(1, 5);
  });

  it("says which patients the joint model lacks, and the events per coefficient where they are few", () => {
    expect(result.notices.find(({ code }) => code === "regression-missing")?.message).toBe(
      "The joint model has 410 of 418 patients; missing: Stage 6, Protime per unit 2.",
    );
  });

  it("stratifies and multiplies covariates on request", () => {
    const found = regression({ terms: [age, bili], interactions: [["age", "bili"]], strata: { column: "sex" } });
    expectRatios(
      estimates(found).map(({ together }) => together),
      byR.stratified.coefficients,
    );
    expect(found.joint?.aic).toBeCloseTo(byR.stratified.aic, 7);
    expect(found.joint?.concordance?.c).toBeCloseTo(byR.stratified.c, 12);
    expect(found.proposal).toBeNull();
  });

  it("searches backward by AIC on the patients complete in every candidate, and calls it exploratory", () => {
    const found = regression({ terms: [age, sex, trt, bili, protime], selection: { by: "aic" } });
    expect(found.terms.filter(({ dropped }) => !dropped).map(({ id }) => id)).toEqual(["age", "bili", "protime"]);
    expectRatios(
      estimates(found).flatMap(({ together }) => together ?? []),
      byR.backward.model.coefficients,
    );
    expect(found.joint?.n).toBe(byR.backward.model.n);
    expect(found.search).toMatch(/^Backward by AIC: removed .*; kept Age per 10 units, Bili ≥ 2, Protime per unit\.$/);
    expect(found.notices.map(({ code }) => code)).toEqual([
      "regression-search",
      "regression-missing",
      "not-proportional Protime per unit",
    ]);
  });

  it("takes Firth's likelihood where a hazard ratio would be infinite, unless told not to", async () => {
    const separated = await tableFrom(
      `time,status,x\n${Array.from({ length: 20 }, (_, row) => `${row + 1},${row < 10 ? 1 : 0},${row < 10 ? "yes" : "no"}`).join("\n")}\n`,
    );
    const x = { id: "x", of: { column: "x" }, coding: { kind: "levels" } };
    const firth = regression({ terms: [x] }, separated);
    expect(firth.joint?.penalized).toBe(true);
    expect(estimates(firth)[0].together?.kind).toBe("estimated");
    expect(firth.notices.map(({ code }) => code)).toContain("regression-firth");
    const never = regression({ terms: [x], firth: "never" }, separated);
    expect(estimates(never)[0].together?.kind).toBe("infinite");
    expect(never.proposal).toBeNull();
  });

  it("takes a score's factors, groups and points as covariates", () => {
    const panels = [
      {
        id: "r",
        kind: "regression",
        endpoint: "os",
        terms: [{ id: "g", of: { score: "lms-phase1" }, coding: { kind: "levels" } }],
      },
      {
        id: "p",
        kind: "regression",
        endpoint: "os",
        terms: [{ id: "p", of: { score: "lms-phase1", as: "points" }, coding: { kind: "perUnit" } }],
      },
    ];
    const [groups, points] = analyze(lms, boardSchema.parse({ ...exampleBoard, panels })).panels;
    if (groups.state !== "ready" || points.state !== "ready") throw new Error("not ready");
    expect(
      (groups.result as RegressionResult).lines.map(({ kind, label, counts }) => [
        kind,
        label,
        counts.together?.patients ?? null,
      ]),
    ).toEqual([
      ["head", "Risk score", null],
      ["reference", "0", 22],
      ["estimate", "1–2 v 0", 46],
      ["estimate", "≥3 v 0", 7],
    ]);
    expect(estimates(points.result as RegressionResult)[0].label).toBe("Risk score, points per point");
  });

  it("chooses the size of a point over all coefficients: a small uncertain one makes of the others no 6 and 7", async () => {
    // Hazards 3, 3.3 and 1.15 times as high; by the smallest coefficient as one point the others would have about 8.
    let seed = 7;
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return seed / 2 ** 32;
    };
    const rows = Array.from({ length: 400 }, () => {
      const [a, b, c] = [random(), random(), random()].map((draw) => Number(draw < 0.5)) as [number, number, number];
      const time = -Math.log(random()) / (3 ** a * 3.3 ** b * 1.15 ** c);
      return `${time.toFixed(6)},1,${a},${b},${c}`;
    });
    const made = await tableFrom(`time,status,a,b,c\n${rows.join("\n")}\n`);
    const cut = (id: string) => ({ id, of: { column: id }, coding: { kind: "cut", when: { op: ">=", value: 1 } } });
    const found = regression({ terms: ["a", "b", "c"].map(cut) }, made);
    const proposal = found.proposal;
    if (!proposal) throw new Error("no proposal");
    // 1.25 ± 0.12, 1.23 ± 0.12 and 0.20 ± 0.10: the first two are alike, and the interval of the third holds 0.
    expect(proposal.carried.map(({ label, points }) => [label, points])).toEqual([
      ["A", 1],
      ["B", 1],
    ]);
    expect(proposal.withoutPoints).toEqual(["C"]);
    for (const { points, lower, upper } of proposal.carried) {
      expect(lower).toBeLessThan(points);
      expect(upper).toBeGreaterThan(points);
    }
    expect(proposal.score.factors.map(({ points }) => points)).toEqual(proposal.carried.map(({ points }) => points));
    // Nothing of the model is lost that its patients could tell.
    expect(proposal.modelC - proposal.pointsC).toBeLessThan(0.015);
  });

  it("makes of per-unit and level covariates a score whose points follow the model, and says what C is lost", () => {
    const { proposal } = regression({ terms: [age, bili, edema] });
    expect(proposal?.score.factors.map(({ label, when }) => [label, when.op])).toEqual([
      ["Age", "per unit"],
      ["Bili", ">="],
      ["Edema: 0.5", "in"],
      ["Edema: 1", "in"],
    ]);
    expect(proposal && proposal.modelC - proposal.pointsC).toBeGreaterThan(-0.02);
    const board = boardFrom({ endpoints: [pbcEndpoint], scores: [proposal?.score] });
    const [study] = analyze(pbc, board).studies;
    expect(study.state === "ready" ? study.points?.c : null).toBeCloseTo(proposal?.pointsC ?? 0, 12);
  });
});

describe("patients, events and P in a regression panel whose models differ in patients", () => {
  const age10 = { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } };
  const platelet = { id: "platelet", of: { column: "platelet" }, coding: { kind: "perUnit" } };
  const result = regression({ terms: [age10, stage, platelet], strata: { column: "ascites" } });
  const levels = (found: RegressionResult, model: "alone" | "together") =>
    found.lines
      .filter(({ term, kind }) => term === "stage" && kind !== "head")
      .map(({ who, counts }) => ({ level: who.at(-1), n: counts[model]?.patients, events: counts[model]?.events }))
      .sort((a, b) => String(a.level).localeCompare(String(b.level)));

  it("are those of the rows of each model, level by level, as R's model frames have them", () => {
    expect(levels(result, "together")).toEqual(wholes.joint.stage);
    expect(levels(result, "alone")).toEqual(wholes.alone.stage);
    const [first] = result.lines;
    expect([first?.counts.alone, first?.counts.together]).toEqual([
      { patients: wholes.figure.n, events: wholes.figure.events },
      { patients: wholes.joint.n, events: wholes.joint.events },
    ]);
  });

  it("take a missing stratum as a missing value: in no number, and in the ledger", () => {
    expect([result.patients, result.events]).toEqual([wholes.figure.n, wholes.figure.events]);
    const panel = { id: "r", kind: "regression", endpoint: "os", terms: [age10], strata: { column: "ascites" } };
    const [view] = analyze(pbc, boardFrom({ endpoints: [pbcEndpoint], panels: [panel] })).panels;
    if (view?.state !== "ready") throw new Error(JSON.stringify(view));
    expect(view.ledger.leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ["ascites missing", wholes.strataMissing],
    ]);
    expect(view.ledger.used).toBe(wholes.figure.n);
  });

  it("are drawn of the model drawn, and written for each where they differ", () => {
    const drawn = (show: "alone" | "together" | "both") =>
      rowsOf(result.lines, { ...options, show }, 0, metricsOf({ width: 600, height: 300, theme: "light" }))
        .filter(({ line }) => line.who.endsWith(": stage3"))
        .flatMap(({ counts }) => counts.map(({ text }) => text));
    expect([drawn("alone"), drawn("together"), drawn("both")]).toEqual([
      [`${wholes.alone.stage[2]?.events}/${wholes.alone.stage[2]?.n}`],
      [`${wholes.joint.stage[2]?.events}/${wholes.joint.stage[2]?.n}`],
      ["51/120", "50/118"],
    ]);
    const { header, rows } = statistics(result);
    expect(header.filter((name) => name === "n")).toHaveLength(2);
    expect(rows.find(([name]) => name?.startsWith("Stage: stage3 v "))).toEqual(
      expect.arrayContaining(["120", "51", "118", "50"]),
    );
    expect(statistics(regression({ terms: [age10, sex] })).header.filter((name) => name === "n")).toHaveLength(1);
  });

  it("test a covariate of several levels as a whole by the likelihood ratio, on the rows of each model", () => {
    const head = result.lines.find(({ kind }) => kind === "head");
    for (const model of ["alone", "together"] as const) {
      const expected = model === "alone" ? wholes.alone.wholeStage : wholes.joint.wholeStage;
      expect(head?.whole?.[model]?.df).toBe(expected.df);
      expect((head?.whole?.[model]?.p ?? 0) / expected.p).toBeCloseTo(1, 7);
    }
    expect(statistics(result).rows.find(([name]) => name === "Stage")).toContain("< .001");
    // One coefficient has its own P, and no other.
    expect(regression({ terms: [age10, sex] }).lines.every(({ whole }) => whole === null)).toBe(true);
  });

  it("have the robust Wald test of all covariates under sampling weights: of one alone it is that of its line", () => {
    // With one coefficient χ² is z², so that both P are one.
    const endpoints = [{ ...pbcEndpoint, weight: { column: "w", kind: "sampling" } }];
    const { columns, rows } = pbc;
    const w = { ...columns.find(({ name }) => name === "age"), name: "w" } as (typeof columns)[number];
    const panel = { id: "r", kind: "regression", endpoint: "os", terms: [sex] };
    const [view] = analyze(
      { ...pbc, rows, columns: [...columns, w] },
      boardFrom({ endpoints, panels: [panel] }),
    ).panels;
    if (view?.state !== "ready" || view.result.kind !== "regression") throw new Error(JSON.stringify(view));
    const { joint, lines } = view.result;
    const line = lines.find(({ kind }) => kind === "estimate")?.together;
    expect(joint?.test).toBe("robust Wald test");
    expect(joint?.p).toBeCloseTo(line?.kind === "estimated" ? line.p : Number.NaN, 12);
  });

  it("test an interaction as a whole, by robust Wald where patients carry sampling weights", async () => {
    const found = regression({ terms: [age10, stage], interactions: [["age", "stage"]] });
    expect(found.interactions).toEqual([
      expect.objectContaining({ df: 3, p: expect.closeTo(wholes.interaction.whole.p, 8), test: "likelihood ratio" }),
    ]);
    // A main effect that an interaction needs has no P of its own.
    expect(
      found.lines.find(({ kind, term }) => kind === "head" && term === "stage")?.whole?.together ?? null,
    ).toBeNull();
    expect(found.lines.filter(({ kind }) => kind === "head").at(-1)?.whole?.together?.p).toBeCloseTo(
      wholes.interaction.whole.p,
      8,
    );
    const text = readFileSync(new URL("../survival/reference/data/pbc.csv", import.meta.url), "utf8");
    const [names, ...lines] = text.trim().split("\n");
    const weighted = await tableFrom(
      [`${names},w`, ...lines.map((line, row) => `${line},${1 + (row % 3)}`)].join("\n"),
    );
    const endpoint = { ...pbcEndpoint, weight: { column: "w", kind: "sampling" } };
    const panel = {
      id: "r",
      kind: "regression",
      endpoint: "os",
      terms: [age10, stage],
      interactions: [["age", "stage"]],
    };
    const [view] = analyze(weighted, boardFrom({ endpoints: [endpoint], panels: [panel] })).panels;
    if (view?.state !== "ready" || view.result.kind !== "regression") throw new Error(JSON.stringify(view));
    expect(view.result.interactions).toEqual([
      expect.objectContaining({ df: 3, p: expect.closeTo(wholes.weighted.whole.p, 7), test: "robust Wald test" }),
    ]);
  });

  it("have one reference in both models, and say so where the one asked for has nobody left", async () => {
    // Nobody of level a has a y: together b would be the reference, and c be compared with another level than alone.
    const table = await tableFrom(
      `time,status,x,y\n${Array.from({ length: 30 }, (_, row) => `${row + 1},${row % 2},${"abc"[row % 3]},${row % 3 === 0 ? "" : row % 7}`).join("\n")}\n`,
    );
    const x = { id: "x", of: { column: "x" }, coding: { kind: "levels", reference: "a" } };
    const y = { id: "y", of: { column: "y" }, coding: { kind: "perUnit" } };
    const found = regression({ terms: [x, y] }, table);
    const references = found.lines.flatMap(({ alone, together }) => [alone, together]).map((each) => each?.reference);
    expect(new Set(references.filter((each) => each))).toEqual(new Set(["b"]));
    expect(found.notices.map(({ message }) => message)).toContain(
      "X: no patient analyzed has the reference a; compared with b instead.",
    );
    const complete = regression({ terms: [x] }, table);
    expect(complete.notices.map(({ code }) => code)).not.toContain("cox-reference-replaced");
  });
});

describe("without a model of all covariates", () => {
  const tables = {
    empty: [[], "1,1,a\n2,0,b\n3,1,a"],
    "without an event": [[trt], "1,0,a\n2,0,b\n3,0,a"],
    "with covariates that nobody has both of": [
      [
        { id: "x", of: { column: "trt" }, coding: { kind: "perUnit" } },
        { id: "y", of: { column: "y" }, coding: { kind: "perUnit" } },
      ],
      "1,1,1,\n2,1,2,\n3,1,1.5,\n4,0,3,\n5,1,,4\n3,1,,2\n6,0,,3\n8,1,,1",
    ],
  } as const;
  it.each(Object.entries(tables))(
    "a panel %s says so in every place, and nothing that is not so",
    async (_, [terms, rows]) => {
      const result = regression({ terms }, await tableFrom(`time,status,trt,y\n${rows}\n`));
      expect(result.joint).toBeNull();
      const said = [
        regressionReport.results(result),
        shownKinds.regression.sentence(result),
        caption(result, { ...(newPanel("regression", "os") as PanelOf<"regression">).figure, show: "both" }),
      ];
      for (const each of said) {
        expect(each).toContain(result.withoutJoint);
        expect(each).not.toMatch(/in (one|the joint) (Cox )?model(?! of all, which there is not)/);
      }
      const headline = regressionReport.headline(result);
      expect(`${headline?.claim} ${headline?.evidence}`).not.toMatch(/in one model|None has a P/);
      expect(headline).not.toBeNull();
    },
  );

  it("each covariate alone is told as such", async () => {
    const [terms, rows] = tables["with covariates that nobody has both of"];
    const result = regression({ terms }, await tableFrom(`time,status,trt,y\n${rows}\n`));
    expect(regressionReport.results(result)).toMatch(
      /Of each covariate alone, the hazard ratio was .* for trt.* and .* for y/i,
    );
  });
});
