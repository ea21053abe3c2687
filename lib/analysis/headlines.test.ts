import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { boardSchema } from "../board/board";
import { boardFrom, tableFrom } from "../cohort/testing";
import { type FixtureGroup, simulated } from "../panels/kaplanMeier/fixture";
import { headlineOf, shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { analyze } from "./analyze";

// Medians, ratios, P and tests of proportional hazards: R 4.2.2 with survival 3.5-3, survfit, coxph, survdiff and
// cox.zph of the files in survival/reference/data.
const file = (name: string) =>
  tableFrom(readFileSync(new URL(`../survival/reference/data/${name}.csv`, import.meta.url), "utf8"));
const coded = (column: string) => ({
  column,
  coding: ["censored", "event"].map((as, value) => ({ value: String(value), as })),
});

/** The headline of the first panel of a board over a file. */
const said = async (name: string, panel: object, endpoint: object = {}, more: object = {}) =>
  saidOf(await file(name), panel, endpoint, more);

function saidOf(table: Table, panel: object, endpoint: object = {}, more: object = {}) {
  const endpoints = [
    {
      id: "os",
      label: "Overall survival",
      time: { from: "column", column: "time", unit: "days" },
      event: coded("event"),
      ...endpoint,
    },
  ];
  const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", ...panel }];
  const [view] = analyze(table, boardFrom({ endpoints, panels, ...more })).panels;
  if (view?.state !== "ready") throw new Error(JSON.stringify(view));
  return shownKinds[view.panel.kind].headline(view.result);
}

/** The claim over simulated groups. */
async function claimOf(groups: FixtureGroup[]): Promise<string> {
  const rows = groups.flatMap(({ label, time, event }) => time.map((each, row) => `${each},${event[row]},${label}`));
  return (
    (await saidOf(await tableFrom(`time,event,arm\n${rows.join("\n")}`), { group: { column: "arm" }, reference: "A" }))
      ?.claim ?? ""
  );
}

describe("the headline of survival curves", () => {
  it("says who lived longer where test, ratio, restricted means and proportional hazards agree", async () => {
    expect(await said("lung", { group: { column: "sex" }, reference: "Male" })).toEqual({
      claim: "Sex: Female lived longer than Male.",
      evidence: "Median 426 v 270 days; hazard ratio 0.59 (95% CI 0.42–0.82); log-rank P = .001.",
    });
  });

  it("faces the way its ratio faces", async () => {
    expect(await said("lung", { group: { column: "sex" }, reference: "Female" })).toEqual({
      claim: "Sex: Male did not live as long as Female.",
      evidence: "Median 270 v 426 days; hazard ratio 1.70 (95% CI 1.23–2.36); log-rank P = .001.",
    });
  });

  it("speaks of being without the event where that is not death", async () => {
    const ttp = { label: "Time to progression" };
    expect((await said("lung", { group: { column: "sex" }, reference: "Male" }, ttp))?.claim).toBe(
      "Sex: Female stayed free of progression longer than Male.",
    );
    expect((await said("lung", { group: { column: "sex" }, reference: "Female" }, ttp))?.claim).toBe(
      "Sex: Male did not stay free of progression as long as Female.",
    );
  });

  it("says that no difference is clear, and that this proves nothing, however far the medians are apart", async () => {
    expect(await said("veteran", { group: { column: "trt" }, reference: "standard" })).toEqual({
      claim:
        "Trt: no clear difference in overall survival between test and standard. That is no proof that there is none.",
      evidence: "Median 52.5 v 103 days; hazard ratio 1.02 (95% CI 0.71–1.45); log-rank P = .93.",
    });
  });

  it("says so where the hazard ratio changes with time, though the restricted means tell who fared better", async () => {
    const found = await said(
      "kidney",
      { group: { column: "sex" }, reference: "female" },
      { label: "Time to infection" },
    );
    expect(found).toEqual({
      claim: "Sex: male did not stay free of infection as long as female.",
      evidence:
        "Median 22 v 130 days; hazard ratio 2.31 (95% CI 1.29–4.13); log-rank P = .004; the hazard ratio changes with time (P = .001).",
    });
  });

  it("says of several groups whether they differ, never which is best", async () => {
    expect(await said("colon", { group: { column: "rx" } })).toEqual({
      claim: "Rx: overall survival differs between the 3 groups.",
      evidence: "Median 2152 days (Lev), not reached (Lev+5FU), 2083 days (Obs); log-rank P = .003.",
    });
  });

  it("says the median of one group, and that nobody had the event", async () => {
    expect(await said("lung", {})).toEqual({
      claim: "Median overall survival: 310 days (95% CI 284–361).",
      evidence: "228 patients, 165 events.",
    });
  });

  it("takes a difference for clear at the level of the intervals shown where that is above 95%", async () => {
    const panel = { group: { column: "rx" }, figure: { confidenceLevel: 0.999 } };
    expect((await said("colon", panel))?.claim).toMatch(/no clear difference/);
  });

  it("claims nothing at a cut that was searched", async () => {
    const found = await said("lung", { cut: { of: { column: "age" }, minShare: 0.1 } });
    expect(found?.claim).toBe("This cut of age was searched for the largest difference.");
    expect(found?.evidence).toMatch(/say too much; other patients must confirm it\. Corrected for the search, P/);
    expect(found?.evidence).not.toMatch(/\d+ v \d+/);
  });
});

describe("the headlines of the example", async () => {
  const table = await tableFrom(readFileSync("public/example/synthetic-lms-cohort.csv", "utf8"));
  const { panels } = analyze(table, boardSchema.parse(exampleBoard));
  const headline = (id: string) => {
    const view = panels.find((each) => each.panel.id === id);
    if (view?.state !== "ready") throw new Error(JSON.stringify(view));
    return shownKinds[view.panel.kind].headline(view.result);
  };

  it("are the medians, ratios and P of the abstract, each with no more than it carries", () => {
    expect(headline("os-arm")).toEqual({
      claim: "Treatment arm: Gene-aberration-related lived longer than No such therapy.",
      evidence: "Median 15.9 v 8.7 months; hazard ratio 0.49 (95% CI 0.28–0.87); log-rank P = .013.",
    });
    expect(headline("pfs-arm")).toEqual({
      claim: "Treatment arm: progression-free survival differs between Gene-aberration-related and No such therapy.",
      evidence:
        "Median 5.8 v 1.9 months; hazard ratio 0.44 (95% CI 0.27–0.73); log-rank P = .001; the hazard ratio changes with time (P = .013).",
    });
    expect(headline("os-score")).toEqual({
      claim: "Risk score: overall survival gets shorter from 0 to ≥3.",
      evidence: "Median 19.9 (0), 7.6 (1–2), 0.9 (≥3) months; log-rank P < .001; trend P < .001.",
    });
  });

  it("say of responses no more than the test does, though the interval leaves 0 out", () => {
    expect(headline("response")).toEqual({
      claim:
        "Treatment arm: no clear difference in objective response between Gene-aberration-related and No such therapy. That is no proof that there is none.",
      evidence:
        "19% (6–38) v 4% (1–14); difference +14.4 (0.1–32.8) points; Fisher’s exact test P = .091 (borderline: the interval excludes 0).",
    });
  });

  it("name what patients carry, how they differ, and which covariates stand out beside what chance finds", () => {
    expect(headline("genes")).toEqual({
      claim: "Most often altered: TP53 65% and RB1 45%.",
      evidence: "Of those tested, with exact 95% CI: TP53 49/75, 53–76%; RB1 34/75, 34–57%.",
    });
    expect(headline("patients")?.claim).toBe("The groups differ in 4 of 12 characteristics.");
    expect(headline("os-forest")).toEqual({
      claim:
        "Hemoglobin < 10 g/dL, Body mass index < 30 kg/m², Albumin < 3.5 g/dL and 1 more stand out in one model of all.",
      evidence:
        "Hazard ratio, Hemoglobin < 10 g/dL 3.15 (95% CI 1.61–6.17); Body mass index < 30 kg/m² 2.21 (1.30–3.77); Albumin < 3.5 g/dL 2.43 (1.35–4.38). Of 4 covariates without any effect, 0.20 would stand out by chance.",
    });
  });
});

describe("the headline of a model", () => {
  const levels = (column: string, reference: string) => ({
    id: column,
    of: { column },
    coding: { kind: "levels", reference },
  });

  it("names an interaction that stands out where no covariate does", async () => {
    // anova(coxph(Surv(time, event) ~ rx + sex, colon), coxph(Surv(time, event) ~ rx * sex, colon)): 2 df, P = .021.
    const model = { kind: "regression", terms: [levels("rx", "Obs"), levels("sex", "0")] };
    const found = await said("colon", { ...model, interactions: [["rx", "sex"]] });
    expect(found?.claim).toBe("The interaction Rx × Sex stands out in one model of all.");
    expect(found?.evidence).toMatch(/^Hazard ratio, Rx: Lev v Obs × Sex: 1 v 0 1\.\d\d \(95% CI .* Of 1 covariate or/);
  });

  it("counts those that have a P, and of a factor without a test as a whole its least P for all its levels", async () => {
    const rows = Array.from({ length: 45 }, (_, row) => {
      const arm = "ABC"[row % 3];
      return `${1 + row},${arm === "A" ? 0 : 1},${arm}`;
    });
    const table = await tableFrom(`time,event,arm\n${rows.join("\n")}`);
    const found = saidOf(table, { kind: "regression", firth: "always", terms: [levels("arm", "A")] });
    expect(found?.claim).toBe("Arm stands out in one model of all.");
    expect(found?.evidence).toContain("Of 1 covariate without any effect, 0.05 would");
  });
});

describe("the headline of a cumulative incidence", () => {
  const mgus = (column: string, reference: string, more: object = {}) =>
    said(
      "mgus2",
      { kind: "cumulativeIncidence", group: { column }, reference, figure: { milestones: [120] }, ...more },
      {
        label: "Progression",
        time: { from: "column", column: "etime", unit: "months" },
        event: {
          column: "estatus",
          coding: [
            { value: "0", as: "censored" },
            { value: "1", as: "event" },
            { value: "2", as: "competing", cause: "death" },
          ],
        },
      },
    );

  it("says where the event came more often, and nothing where Gray’s test finds no difference", async () => {
    expect(await mgus("mspike_hi", "low")).toEqual({
      claim: "mspike_hi: progression came more often in high than in low.",
      evidence: "By 120 months 12% (9–16) v 4% (3–6); Gray’s test P < .001.",
    });
    expect(await mgus("mspike_hi", "high")).toMatchObject({
      claim: "mspike_hi: progression came less often in low than in high.",
    });
    expect((await mgus("sex", "F"))?.claim).toBe(
      "Sex: no clear difference in how often progression came between M and F. That is no proof that there is none.",
    );
  });

  it("says beside one P of the whole course that the hazards are not proportional", async () => {
    // The same share has the event in both, early in A and late in B.
    const rows = Array.from({ length: 120 }, (_, row) => {
      const late = row % 2 === 1;
      return row % 4 < 2
        ? `${(late ? 50 : 1) + row / 10},1,${late ? "B" : "A"}`
        : `${70 + row / 10},0,${late ? "B" : "A"}`;
    });
    const found = saidOf(await tableFrom(`time,event,arm\n${rows.join("\n")}`), {
      kind: "cumulativeIncidence",
      group: { column: "arm" },
    });
    expect(found?.evidence).toMatch(
      /Gray’s test P .*; the cause-specific hazard ratio changes with time \(P < \.001\)\.$/,
    );
  });

  it("is an incidence where there is one group", async () => {
    expect((await mgus("sex", "F", { group: null }))?.claim).toMatch(
      /^By 120 months, progression in \d+% \(\d+–\d+\)\.$/,
    );
  });
});

describe("a headline of two groups", () => {
  it("says in at most 5% of samples without a difference that somebody lived longer", async () => {
    const claims: string[] = [];
    for (let seed = 1; seed <= 200; seed++)
      claims.push(await claimOf([simulated("A", 40, 12, 40, 2 * seed), simulated("B", 40, 12, 40, 2 * seed + 1)]));
    const longer = claims.filter((claim) => /lived longer|did not live as long/.test(claim)).length;
    expect(longer / claims.length).toBeLessThanOrEqual(0.05 + 1.96 * Math.sqrt((0.05 * 0.95) / claims.length));
    expect(longer).toBeGreaterThan(0);
  });

  it("says of most samples where one group lives twice as long that the other does not live as long", async () => {
    const claims: string[] = [];
    for (let seed = 1; seed <= 100; seed++)
      claims.push(await claimOf([simulated("A", 80, 24, 60, 2 * seed), simulated("B", 80, 12, 60, 2 * seed + 1)]));
    expect(claims.filter((claim) => claim === "Arm: B did not live as long as A.").length).toBeGreaterThan(75);
    expect(claims.filter((claim) => claim.includes("B lived longer"))).toEqual([]);
  });
});

describe("what is said first of a part of the patients", () => {
  const of = async (filters: object[]) => {
    const endpoint = { id: "os", label: "Overall survival", time: { from: "column", column: "time", unit: "days" } };
    const board = boardFrom({
      endpoints: [{ ...endpoint, event: coded("event") }],
      panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "sex" } }],
      filters,
    });
    const [view] = analyze(await file("lung"), board).panels;
    if (view?.state !== "ready") throw new Error(view?.state);
    return headlineOf(view)?.evidence;
  };

  it("names the filters, and is as it was without", async () => {
    const filter = { kind: "range", of: { column: "age" }, min: 60, max: null };
    expect(await of([filter])).toMatch(/ Patients were filtered: Age ≥ 60\.$/);
    expect(await of([])).not.toContain("filtered");
  });
});
