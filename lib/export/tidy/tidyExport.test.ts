import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { alterations, geneLine } from "../../panels/alterations/testing";
import type { ShownPanel } from "../../panels/result";
import { shownKinds } from "../../panels/shownKinds";
import { example, exampleTable, requestFor } from "../testing";
import { estimatesOf } from "./estimates";
import { tidyExport, tidyTable } from "./tidyExport";

const lung = () => tableFrom(readFileSync("lib/survival/reference/data/lung.csv", "utf8"));
const endpoint = {
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "time", unit: "days" },
  event: {
    column: "event",
    coding: [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
    ],
  },
};
const terms = ["age", "sex"].map((column) => ({
  id: column,
  of: { column },
  coding: column === "age" ? { kind: "perUnit" } : { kind: "levels", reference: "Male" },
}));
const board = boardFrom({
  endpoints: [endpoint],
  panels: [
    {
      id: "km",
      kind: "kaplanMeier",
      endpoint: "os",
      group: { column: "sex" },
      reference: "Male",
      split: { column: "ecog_f" },
      figure: { milestones: [365] },
    },
    { id: "all", kind: "kaplanMeier", endpoint: "os", group: null },
    { id: "cox", kind: "regression", endpoint: "os", terms, interactions: [["age", "sex"]] },
  ],
});

describe("one number a line", () => {
  it("has the hazard ratio, its limits and P as R has them, with whom it is of and against whom", async () => {
    // R 4.2.2, survival 3.5-3: summary(coxph(Surv(time, status) ~ sex, subset(lung, !is.na(ph.ecog)))).
    const [km] = requestFor(await lung(), board).panels;
    const found = estimatesOf(km).filter(({ estimand, subgroup }) => estimand === "hazard ratio" && subgroup === "");
    expect(found).toMatchObject([
      { endpoint: "Overall survival", group: "Female", reference: "Male", unit: "days", level: 0.95 },
    ]);
    const [{ estimate, lower, upper, p, method, time }] = found;
    expect(estimate).toBeCloseTo(0.59233006, 6);
    expect(lower).toBeCloseTo(0.42663618, 6);
    expect(upper).toBeCloseTo(0.82237494, 6);
    expect(p).toBeCloseTo(0.0017596759, 8);
    expect(method).toBe("Cox regression, Efron ties");
    expect(time).toBeNaN();
  });

  it("says the time of survival at a time, and of which small figure a number is", async () => {
    const [km] = requestFor(await lung(), board).panels;
    const survival = estimatesOf(km).filter(({ estimand }) => estimand === "survival");
    expect(new Set(survival.map(({ time }) => time))).toEqual(new Set([365]));
    expect(new Set(survival.map(({ subgroup }) => subgroup)).size).toBeGreaterThan(3);
    // Nobody is compared where there is one group.
    const [, all] = requestFor(await lung(), board).panels;
    expect(estimatesOf(all).filter(({ reference }) => reference !== "")).toEqual([]);
  });

  it("has a P of a table of patients as P with its test, and every other cell as what it counts", async () => {
    // fisher.test(matrix(c(3, 1, 1, 3), 2))$p.value is 0.4857143 in R 4.2.2.
    const rows = ["A,f", "A,f", "A,f", "A,m", "B,f", "B,m", "B,m", "B,m"].join("\n");
    const panel = { id: "t", kind: "characteristics", group: { column: "arm" }, rows: [{ of: { column: "sex" } }] };
    const table = await tableFrom(`arm,sex\n${rows}\n`);
    const lines = estimatesOf(requestFor(table, boardFrom({ panels: [panel] })).panels[0]);
    const tested = lines.filter(({ p }) => !Number.isNaN(p));
    expect(tested).toMatchObject(
      [{ p: expect.closeTo(0.4857143, 7), estimate: Number.NaN, method: /fisher/i }].map(({ method, ...rest }) => ({
        ...rest,
        method: expect.stringMatching(method),
      })),
    );
    const ofA = lines.filter(({ estimand, group }) => group === "A" && /^n: /.test(estimand));
    expect(ofA.map(({ estimand, estimate, method }) => [estimand, estimate, method])).toEqual([
      ["n: f", 3, ""],
      ["n: m", 1, ""],
      ["n: missing", 0, ""],
    ]);
  });

  it("has of genes P and q each on its line, and no line of what is not known", () => {
    const genes = [geneLine("KRAS", 3, 8, { p: 0.04, q: 0.08 }), geneLine("TP53", 2, 8)];
    const shown = { panel: { kind: "alterations" }, result: alterations({ genes, patients: 8 }) } as ShownPanel;
    const lines = estimatesOf(shown);
    expect(lines.filter(({ p }) => !Number.isNaN(p)).map(({ estimand, p, method }) => [estimand, p, method])).toEqual([
      ["KRAS by group", 0.04, ""],
      ["KRAS by group, q", 0.08, "Benjamini–Hochberg"],
    ]);
    expect(lines.some(({ estimand }) => estimand.startsWith("TP53 by group"))).toBe(false);
    expect(lines.every(({ estimate, p }) => !Number.isNaN(estimate) || !Number.isNaN(p))).toBe(true);
  });

  it("leaves out no number of the tables of any kind of panel", async () => {
    for (const request of [requestFor(await lung(), board), requestFor(await exampleTable(), example)])
      for (const each of request.panels) {
        const lines = tidyTable([each], estimatesOf).rows.flat();
        const { rows } = shownKinds[each.panel.kind].numbers(each.result);
        const numbers = rows.flat().filter((cell) => typeof cell === "number" && !Number.isNaN(cell));
        expect(numbers.length).toBeGreaterThan(0);
        for (const number of numbers) expect(lines, each.panel.kind).toContain(number);
      }
  });

  it("names the method of every number of curves and incidences", async () => {
    for (const each of requestFor(await lung(), board).panels)
      for (const line of estimatesOf(each)) expect(line.method, line.estimand).not.toBe("");
  });

  it("is one file that spreadsheets read as UTF-8, of all panels", async () => {
    const { files } = await tidyExport.write(requestFor(await lung(), board));
    expect(files).toHaveLength(1);
    const bytes = new Uint8Array(await files[0].content.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...lines] = new TextDecoder().decode(bytes).trim().split("\r\n");
    expect(header).toMatch(
      /^panel,endpoint,estimand,group,reference,time,unit,estimate,lower,upper,level,P,method,df,subgroup,of,population,program$/,
    );
    expect(new Set(lines.map((line) => line.replace('"', "").slice(0, 2)))).toEqual(new Set(["1.", "2.", "3."]));
  });
});
