import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { headlineOf, shownKinds } from "../panels/shownKinds";
import { headline } from "../panels/subgroups/headline";
import type { SubgroupsResult } from "../panels/subgroups/result";
import { analyze } from "./analyze";

const data = (name: string) => readFileSync(`lib/survival/reference/data/${name}.csv`, "utf8");
const died = {
  column: "event",
  coding: [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ],
};
const time = { from: "column", column: "time", unit: "days" };
const endpoints = [{ id: "os", label: "Overall survival", time, event: died }];
const columns = (names: string[]) => names.map((column) => ({ column }));

async function viewOf(csv: string, panel: object, more: object = {}) {
  const panels = [{ id: "p", kind: "subgroups", endpoint: "os", ...panel }];
  const { panels: views } = analyze(await tableFrom(csv), boardFrom({ endpoints, panels, ...more }));
  const [view] = views;
  if (!view) throw new Error("no panel");
  return view;
}
async function resultOf(...of: Parameters<typeof viewOf>): Promise<SubgroupsResult> {
  const view = await viewOf(...of);
  if (view.state !== "ready" || view.result.kind !== "subgroups") throw new Error(JSON.stringify(view));
  return view.result;
}

const cases = [
  {
    name: "colon" as const,
    panel: {
      group: { column: "rx" },
      compared: "Lev+5FU",
      reference: "Obs",
      by: columns(["sex", "differ", "extent", "node4"]),
    },
  },
  {
    name: "veteran" as const,
    panel: { group: { column: "trt" }, compared: "test", reference: "standard", by: columns(["celltype", "prior"]) },
  },
];

describe.each(cases)("subgroups of $name", ({ name, panel }) => {
  it("show no P within a subgroup, and say how many were looked at", async () => {
    const result = await resultOf(data(name), panel);
    const { header, rows } = shownKinds.subgroups.statistics(result);
    expect(header.at(-1)).toBe("P of interaction");
    const withP = rows.filter((cells) => cells.at(-1) !== "").map(([first]) => first?.toLowerCase());
    expect(withP).toEqual(result.variables.map(({ label }) => label.toLowerCase()));
    expect(shownKinds.subgroups.results(result)).toMatch(/these P of interaction are not adjusted for their number\.$/);
    const [said] = result.notices.filter(({ code }) => code === "subgroups-many");
    expect(said?.message).toBe(
      `${result.variables.flatMap(({ lines }) => lines).length} subgroups of ${panel.by.length} columns were looked at.`,
    );
  });
});

const rows = (of: (row: number) => unknown[]) =>
  `time,event,arm,sex,site\n${Array.from({ length: 200 }, (_, row) => of(row).join(",")).join("\n")}\n`;
const spread = (row: number) => 5 + ((row * 37) % 101);
const planned = { group: { column: "arm" }, reference: "A", compared: "B" };

describe("who is in a subgroup", () => {
  it("are the patients of the two groups; those of a third are left out, and the ledger says so", async () => {
    const view = await viewOf(data("colon"), {
      ...planned,
      group: { column: "rx" },
      reference: "Obs",
      compared: "Lev+5FU",
      by: [],
    });
    if (view.state !== "ready") throw new Error("blocked");
    const { ledger, result } = view;
    expect(ledger.leftOut.map(({ reason, count }) => [reason, count])).toEqual([["in neither Obs nor Lev+5FU", 310]]);
    expect([ledger.rows, ledger.used, result.patients]).toEqual([929, 619, 619]);
    expect(result.leftOut).toEqual([{ reason: "in neither Obs nor Lev+5FU", count: 310 }]);
  });

  it("are those with a value: the others are counted, and only where there are some", async () => {
    const csv = rows((row) => [
      spread(row),
      row % 3 && 1,
      "AB"[row % 2],
      row % 10 === 0 ? "" : "FM"[(row >> 1) % 2],
      "x",
    ]);
    const result = await resultOf(csv, { ...planned, by: columns(["sex"]) });
    expect(result.variables[0]?.missing).toBe(20);
    expect(shownKinds.subgroups.legend(result, panelOf(result), figureOf(result))).toContain(
      "Without a value: Sex 20.",
    );
    const whole = await resultOf(csv.replaceAll(/,,x/g, ",F,x"), { ...planned, by: columns(["sex"]) });
    expect(shownKinds.subgroups.legend(whole, panelOf(whole), figureOf(whole))).not.toContain("Without a value");
  });
});

const panelOf = (_: SubgroupsResult) =>
  boardFrom({ endpoints, panels: [{ id: "p", kind: "subgroups", endpoint: "os", ...planned }] }).panels[0] as never;
const figureOf = (result: SubgroupsResult) =>
  shownKinds.subgroups.figure(result, { title: null, subtitle: null, caption: null } as never, {
    width: 700,
    height: 0,
    theme: "light",
  });

describe("what cannot be estimated", () => {
  it("is NE with its reason: a level without one of the groups, a column of one level", async () => {
    const csv = rows((row) => [spread(row), row % 3 && 1, "AB"[row % 2], row < 190 ? "M" : row % 2 ? "F" : "M", "x"]);
    const result = await resultOf(csv, { ...planned, by: columns(["sex", "site"]) });
    expect(result.variables[0]?.lines.map(({ level, why }) => [level, why])).toEqual([
      ["F", "one of the two groups has nobody here"],
      ["M", null],
    ]);
    expect(shownKinds.subgroups.reasons(result)).toEqual([
      "NE, Sex: F: one of the two groups has nobody here.",
      "NE, P of interaction by Sex: a level leaves the model nothing to estimate.",
      "NE, P of interaction by Site: only one of its levels has patients.",
    ]);
    expect(result.notices.map(({ code }) => code)).toEqual(["subgroups-one-level", "subgroups-few-events"]);
  });

  it("stops the panel where no two groups have patients, with what to do", async () => {
    const one = await viewOf(
      rows((row) => [spread(row), 1, "A", "M", "x"]),
      { ...planned, by: [] },
    );
    expect(one).toMatchObject({ state: "blocked", problem: { code: "subgroups-one-group" } });
    const none = await viewOf(data("veteran"), { by: [] });
    expect(none).toMatchObject({ state: "blocked", problem: { code: "subgroups-without-groups" } });
  });
});

describe("what is claimed", () => {
  it("is no difference where the least P times their number is not below .05, whatever one subgroup shows", async () => {
    const result = await resultOf(data("colon"), cases[0]?.panel as never);
    const least = Math.min(...result.variables.map(({ interaction }) => interaction?.p ?? 1));
    expect(least * result.variables.length).toBeGreaterThan(0.05);
    expect(headline(result)?.claim).toBe(
      "The ratio does not clearly differ between the subgroups. That is no proof that there is none.",
    );
    expect(headlineOf({ panel: panelOf(result), result })?.evidence).toContain("Least P of 4 interactions:");
  });

  it("is a difference by the column that carries one", async () => {
    // In women B lives three times as long as A, in men a third.
    const csv = rows((row) => {
      const [b, woman] = [row % 2 === 1, (row >> 1) % 2 === 1];
      return [spread(row) * (b ? (woman ? 3 : 1 / 3) : 1), 1, b ? "B" : "A", woman ? "F" : "M", "xyz"[row % 3]];
    });
    const result = await resultOf(csv, { ...planned, by: columns(["sex", "site"]) });
    expect(headline(result)?.claim).toBe("The ratio differs by Sex.");
  });
});
