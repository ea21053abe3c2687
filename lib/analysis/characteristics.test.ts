import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { characteristicsKind } from "../panels/characteristics/kind";
import type { CharacteristicRow, CharacteristicsResult } from "../panels/characteristics/result";
import { shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { analysis } from "./analyze";

const data = (name: string) => tableFrom(readFileSync(`lib/survival/reference/data/${name}.csv`, "utf8"));

/** The table of a board with one panel of characteristics. */
function shown(table: Table, panel: object, more: object = {}): CharacteristicsResult {
  const [view] = analysis(table)(
    boardFrom({ panels: [{ id: "p", kind: "characteristics", ...panel }], ...more }),
  ).panels;
  if (view?.state !== "ready" || view.result.kind !== "characteristics") throw new Error(JSON.stringify(view));
  return view.result;
}

const column = (name: string) => ({ of: { column: name } });

function rowOf(result: CharacteristicsResult, name: string): CharacteristicRow {
  const row = result.rows.find(({ of }) => "column" in of && of.column === name);
  if (!row) throw new Error(`no row ${name}`);
  return row;
}

const deaths = {
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

describe("weights", async () => {
  const lines = readFileSync("lib/survival/reference/data/lung.csv", "utf8").trim().split("\n");
  const table = await tableFrom(
    lines
      .map((line, at) => {
        const age = Number(line.split(",")[3]);
        return at === 0 ? `${line},count,sampling` : `${line},${1 + (age % 3)},${0.5 + (age % 5) / 8}`;
      })
      .join("\n"),
  );
  const weighted = (kind: "count" | "sampling") =>
    shown(
      table,
      { group: { column: "sex" }, rows: [column("age"), column("wt_loss"), column("ecog_f")] },
      { endpoints: [{ ...deaths, weight: { column: kind, kind } }] },
    );

  it("that count patients are said", () => {
    expect(saidOf(weighted("count"))).toContain("stands for as many patients as its weight says");
  });

  it("of a sample are said, and leave no P", () => {
    const result = weighted("sampling");
    expect(result.rows.map(({ test }) => test)).toEqual([null, null, null]);
    expect(saidOf(result)).toMatch(/Weighted: counts are sums of sampling weights.*No P under sampling weights/);
    expect(saidOf(result)).not.toMatch(/Wilcoxon|χ²|Fisher/);
    expect(result.columns.every(({ patients, size }) => patients !== size)).toBe(true);
  });
});

const words = shownKinds.characteristics;
const saidOf = (result: CharacteristicsResult) => words.statistics(result).caption;
const linesOf = (result: CharacteristicsResult) => words.statistics(result).rows.map((cells) => cells.slice(0, -1));

const invented = (header: string, rows: number, row: (at: number) => string) =>
  tableFrom(`${header}\n${Array.from({ length: rows }, (_, at) => row(at)).join("\n")}\n`);

describe("the traps of such a table", () => {
  it("3 of 9 are 33%, not 33.3%, whatever decimals are asked for; of 100 patients and more decimals are given", async () => {
    const small = await invented(
      "arm,grade",
      18,
      (at) => `${at % 2 ? "A" : "B"},${at < 6 ? "high grade" : "low grade"}`,
    );
    const row = { ...column("grade"), digits: 1, levels: ["high grade"] };
    expect(linesOf(shown(small, { group: { column: "arm" }, rows: [row] }))[0]?.slice(2, 5)).toEqual([
      "6 (33%)",
      "3 (33%)",
      "3 (33%)",
    ]);
    const large = await invented("grade,age", 300, (at) => (at < 100 ? "high grade,50" : "low grade,51"));
    expect(words.statistics(shown(large, { rows: [row] })).rows[0]?.[2]).toBe("100 (33.3%)");
  });

  it("a share of nobody is a dash, and what is nearly all is not 100%", async () => {
    const table = await invented(
      "arm,grade,stage",
      600,
      (at) => `${at < 300 ? "A" : "B"},${at === 0 ? "x" : "y"},${at < 300 ? "" : at % 2 ? "I" : "II"}`,
    );
    const result = shown(table, { group: { column: "arm" }, rows: [column("grade"), column("stage")] });
    const cells = Object.fromEntries(linesOf(result).map(([name, , ...rest]) => [name?.trim(), rest.slice(0, 3)]));
    expect(cells.y).toEqual(["599 (>99%)", "299 (>99%)", "300 (100%)"]);
    expect(cells.x).toEqual(["1 (<1%)", "1 (<1%)", "0 (0%)"]);
    expect(cells.I).toEqual(["150 (50%)", "–", "150 (50%)"]);
    expect(cells.missing).toEqual(["300", "300", "0"]);
    expect(rowOf(result, "stage")).toMatchObject({
      test: null,
      untested: "fewer than two groups have a value",
      difference: null,
    });
  });

  it("percentages are of patients with a value, or of all of the column, as is said", async () => {
    const table = await invented(
      "arm,stage",
      40,
      (at) => `${at % 2 ? "A" : "B"},${at < 10 ? "" : at % 4 < 2 ? "I" : "II"}`,
    );
    const by = (percentOf: string) => shown(table, { group: { column: "arm" }, percentOf, rows: [column("stage")] });
    expect(linesOf(by("known"))[1]?.[2]).toBe("14 (47%)");
    expect(saidOf(by("known"))).toContain("of patients with a value");
    expect(linesOf(by("all"))[1]?.[2]).toBe("14 (35%)");
    expect(linesOf(by("all"))[3]?.slice(0, 3)).toEqual(["\u2003missing", "n (%)", "10 (25%)"]);
    expect(saidOf(by("all"))).toContain("of all patients of the column");
  });

  it("a column with one level has no test, and says why", async () => {
    const table = await invented("arm,site", 20, (at) => `${at % 2 ? "A" : "B"},liver`);
    const result = shown(table, { group: { column: "arm" }, rows: [column("site")] });
    expect(rowOf(result, "site")).toMatchObject({
      test: null,
      untested: "everybody has one level",
      difference: { value: 0 },
    });
    expect(saidOf(result)).not.toMatch(/two-sided/);
  });

  it("no P is shown where the groups were assigned at random, nor in words, methods or files", async () => {
    const table = await invented("arm,age", 40, (at) => `${at % 2 ? "A" : "B"},${50 + at}`);
    const by = (randomized: boolean) => shown(table, { group: { column: "arm" }, randomized, rows: [column("age")] });
    const told = (result: CharacteristicsResult) =>
      JSON.stringify([
        words.statistics(result),
        words.numbers(result).rows.map((row) => row.at(-1)),
        words.methods(result, panel),
      ]);
    const panel = {} as never;
    expect(told(by(false))).toMatch(/Wilcoxon/);
    expect(told(by(true))).not.toMatch(/Wilcoxon|two-sided/);
    expect(saidOf(by(true))).toContain("No P: the groups were assigned at random.");
    expect(by(true).rows[0]?.difference?.value).toBeGreaterThan(0);
  });

  it("dates are a range, and not compared unless asked for", async () => {
    const table = await invented(
      "arm,surgery",
      30,
      (at) => `${at % 2 ? "A" : "B"},2020-01-${String(1 + at).padStart(2, "0")}`,
    );
    const board = { columns: [{ name: "surgery", identifying: false }] };
    const result = shown(table, { group: { column: "arm" }, rows: [column("surgery")] }, board);
    expect(linesOf(result)[0]?.slice(1, 5)).toEqual([
      "first to last",
      "2020-01-01 to 2020-01-30",
      "2020-01-02 to 2020-01-30",
      "2020-01-01 to 2020-01-29",
    ]);
    expect(result.rows[0]).toMatchObject({ test: null, untested: "dates are not compared" });
  });

  it("columns that may identify patients are no rows: not proposed, and named where a board asks for them", async () => {
    const table = await invented(
      "patient_name,surgery,arm,age",
      30,
      (at) => `P${at},2020-01-${String(1 + at).padStart(2, "0")},${at % 2 ? "A" : "B"},${50 + at}`,
    );
    const proposed = shown(table, { group: { column: "arm" } });
    expect(proposed.rows.map(({ of }) => of)).toEqual([{ column: "age" }]);
    const asked = shown(table, { group: { column: "arm" }, rows: [column("patient_name"), column("age")] });
    expect(asked.rows.map(({ of }) => of)).toEqual([{ column: "age" }]);
    expect(asked.notices).toMatchObject([
      { code: "characteristic-identifies", message: "“Patient name” may identify patients and is not shown." },
    ]);
    expect(proposed.notices).toEqual([]);
  });

  it("groups that share no value are infinitely apart, told of and not left out", async () => {
    const table = await invented(
      "arm,site,age",
      20,
      (at) => `${at % 2 ? "A" : "B"},${at % 2 ? "liver" : "lung"},${at % 2 ? 50 : 60}`,
    );
    const result = shown(table, {
      group: { column: "arm" },
      rows: [{ ...column("site") }, { ...column("age"), as: "median" }],
    });
    expect(result.rows.map(({ difference }) => difference?.value)).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect(result.warning?.message).toBe("The groups differ in site and age (standardized difference above 0.2).");
    expect(saidOf(result)).toContain("∞: the two groups share no value.");
  });

  it("groups of a score are not warned of for what the score is made of", async () => {
    const table = await invented("age,ldh", 40, (at) => `${40 + at},${200 + at}`);
    const factors = [{ id: "a", label: "Age", column: "age", unit: "", points: 1, when: { op: ">=", value: 60 } }];
    const groups = [
      { label: "young", min: null, max: 0 },
      { label: "old", min: 1, max: null },
    ];
    const board = { scores: [{ id: "s", label: "Score", factors, groups }] };
    const result = shown(table, { group: { score: "s" }, rows: [column("age"), column("ldh")] }, board);
    expect(result.rows.every(({ difference }) => (difference?.value ?? 0) > 0.2)).toBe(true);
    expect(result.warning?.message).toBe("The groups differ in LDH (standardized difference above 0.2).");
    const alone = shown(table, { group: { score: "s" }, rows: [column("age")] }, board);
    expect(alone.warning).toBeNull();
    expect(words.results(alone)).not.toContain("No standardized difference");
  });

  it("groups that are alike are not warned of", async () => {
    const table = await invented("arm,age", 40, (at) => `${at % 2 ? "A" : "B"},${50 + Math.floor(at / 2)}`);
    const result = shown(table, { group: { column: "arm" }, rows: [column("age")] });
    expect(result.warning).toBeNull();
    expect(words.results(result)).toContain("No standardized difference was above 0.2.");
  });
});

describe("the rows that a file proposes", () => {
  const proposed = async (name: string, group: string) =>
    shown(await data(name), { group: { column: group } }).rows.map(({ of }) => ("column" in of ? of.column : ""));

  it("are what is known of patients at the start: no outcome, no time, no number of a patient, not the group", async () => {
    expect(await proposed("pbc", "trt")).toEqual(
      "age sex ascites edema bili logbili albumin logalb copper ast protime logpro platelet stage tx".split(" "),
    );
    expect(await proposed("colon", "rx")).toEqual(
      "sex age obstruct perfor adhere nodes differ extent surg node4".split(" "),
    );
  });

  it("keep what a word like status says of the tumor, and leave out what it says of the patient's end", async () => {
    const names = ["HER2_status", "smoking_status", "vital_status", "status", "number_of_lesions", "PFS_time", "years"];
    const table = await invented(names.join(","), 20, (at) => names.map((_, column) => (at + column) % 3).join(","));
    expect(shown(table, {}).rows.map(({ label }) => label)).toEqual([
      "HER2 status",
      "Smoking status",
      "Number of lesions",
    ]);
  });

  it("are fifteen at most", async () => {
    const names = Array.from({ length: 20 }, (_, at) => `marker_${String.fromCharCode(97 + at)}`);
    const table = await invented(names.join(","), 20, (at) => names.map((_, column) => at * 7 + column).join(","));
    expect(shown(table, {}).rows).toHaveLength(15);
  });
});

describe("what stands in a row", () => {
  it("two levels of which one says yes are one line; others and chosen ones have lines of their own", async () => {
    const table = await invented(
      "sex,prior_therapy,TP53,site",
      40,
      (at) =>
        `${at % 3 ? "Female" : "Male"},${at % 4 ? "yes" : "no"},${at % 5 ? "mutated" : "wild-type"},${at % 2 ? "liver" : "lung"}`,
    );
    const names = (rows: object[]) => words.statistics(shown(table, { rows })).rows.map(([name]) => name);
    expect(names(["sex", "prior_therapy", "TP53", "site"].map(column))).toEqual([
      "Female",
      "Prior therapy",
      "TP53: mutated",
      "Site",
      "\u2003liver",
      "\u2003lung",
    ]);
    expect(names([{ ...column("sex"), levels: ["Female", "Male"] }])).toEqual(["Sex", "\u2003Female", "\u2003Male"]);
    expect(names([{ ...column("site"), levels: ["lung"] }])).toEqual(["Site: lung"]);
  });

  it("a level that is not shown still counts in the percentages of the others, the test and the difference", async () => {
    const table = await invented("arm,stage", 60, (at) => `${at % 2 ? "A" : "B"},${["I", "II", "III"][at % 3]}`);
    const by = (levels: string[] | null) =>
      shown(table, { group: { column: "arm" }, rows: [{ ...column("stage"), levels }] });
    expect(by(["I", "III"]).rows[0]?.test).toEqual(by(null).rows[0]?.test);
    expect(linesOf(by(["I", "III"]))[1]?.[2]).toBe("20 (33%)");
  });

  it("numbers have the decimals of the file, means one more, or as many as asked for", async () => {
    const table = await invented("albumin,age", 21, (at) => `${(3 + at / 10).toFixed(1)},${50 + at}`);
    const cells = (rows: object[]) => words.statistics(shown(table, { rows })).rows.map(([, , value]) => value);
    expect(cells([column("albumin"), column("age")])).toEqual(["4.0 (3.5–4.5)", "60 (55–65)"]);
    expect(
      cells([
        { ...column("albumin"), as: "mean" },
        { ...column("age"), as: "mean" },
      ]),
    ).toEqual(["4.00 (0.62)", "60.0 (6.2)"]);
    expect(cells([{ ...column("age"), as: "range", digits: 2 }])).toEqual(["60.00 (50.00–70.00)"]);
    const result = shown(table, { digits: 0, rows: [column("albumin"), { ...column("age"), digits: 1 }] });
    expect(words.statistics(result).rows.map(([, , value]) => value)).toEqual(["4 (4–5)", "60.0 (55.0–65.0)"]);
  });

  it("few whole numbers are levels, in their order", async () => {
    const table = await invented("ecog,age", 30, (at) => `${at % 3},50`);
    expect(
      words.statistics(shown(table, { rows: [column("ecog")] })).rows.map(([name, , value]) => [name, value]),
    ).toEqual([
      ["ECOG", ""],
      ["\u20030", "10 (33%)"],
      ["\u20031", "10 (33%)"],
      ["\u20032", "10 (33%)"],
    ]);
  });
});

describe("the patients behind a cell", async () => {
  const table = await invented(
    "arm,stage,age",
    12,
    (at) => `${at % 2 ? "A" : "B"},${at < 2 ? "" : at % 3 ? "I" : "II"},${at < 4 ? "" : 50 + at}`,
  );
  const board = boardFrom({
    panels: [
      {
        id: "p",
        kind: "characteristics",
        group: { column: "arm" },
        rows: [column("stage"), { ...column("age"), as: "median" }],
      },
    ],
    filters: [{ kind: "range", of: { column: "age" }, min: null, max: 60, missing: true }],
  });
  const { prepared } = analysis(table).prepare(board);
  const [panel] = board.panels;
  const behind = (...part: (string | null)[]) =>
    panel?.kind === "characteristics" ? characteristicsKind.part(prepared, panel, part) : null;

  it("are those of a group, with a level, with a value or without one, under the filters", () => {
    expect(behind(null, null)?.rows).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(behind("A", null)?.rows).toEqual([1, 3, 5, 7, 9]);
    expect(behind("A", "0", "level", "I")?.rows).toEqual([5, 7]);
    expect(behind(null, "0", "missing")?.rows).toEqual([0, 1]);
    expect(behind("B", "1", "known")).toEqual({ rows: [4, 6, 8, 10], columns: ["age", "arm"] });
    expect(behind("B", "1", "missing")?.rows).toEqual([0, 2]);
  });

  it("are none where there is no such row", () => {
    expect(behind("A", "7", "level", "I")).toBeNull();
  });
});
