import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { dataSetOf } from "../dataSet/dataSet";
import { endpoint, facts, hasR, panel, scriptFolder } from "../rScript/testing";
import { programsOf } from "./programs";

const lung = readFileSync("lib/survival/reference/data/lung.csv", "utf8");
const written = async (panels: object[], text = lung) => {
  const board = boardFrom({ endpoints: [endpoint("time", "event")], panels });
  const set = dataSetOf(analysis(await tableFrom(text)).prepare(board).prepared, { wholeMonths: false });
  return { set, programs: programsOf(set, facts, "data.csv") };
};
const bySex = panel({ group: { column: "sex" }, reference: "Male", strata: { column: "ecog_f" } });
const hostile = lung.replaceAll(/\bMale\b/g, '"a ""quote"" ’ \\ $x %y &z ≥3"').replaceAll(/\bFemale\b/g, '"=1+1"');
const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe("short programs of the Kaplan–Meier panels", () => {
  it("have test, strata, reference and level in each language, and say which were not run", async () => {
    const { programs } = await written([bySex]);
    expect([...programs.keys()]).toEqual(["meierboard-short.R", "meierboard.py", "meierboard.sas", "meierboard.do"]);
    expect(programs.get("meierboard.sas")).toContain("  strata ecog_f / group=_level test=logrank;");
    expect(programs.get("meierboard.sas")).toContain("  class _level(ref='Male') / param=ref;");
    expect(programs.get("meierboard.do")).toContain("sts test _level, logrank strata(_stratum)");
    expect(programs.get("meierboard.do")).toContain("stcox ib2._level, efron level(95) strata(_stratum)");
    expect(programs.get("meierboard.py")).toContain(
      'CoxPHFitter(alpha=0.05).fit(model, "_time", "_event", strata=["ecog_f"])',
    );
    for (const name of ["meierboard.py", "meierboard.sas", "meierboard.do"])
      expect(programs.get(name)).toContain("Not run by us");
    expect(programs.get("meierboard-short.R")).not.toContain("Not run by us");
  });

  it("call the weighted tests by the names that each program has, or say that it has none", async () => {
    const of = async (test: string) => (await written([panel({ group: { column: "sex" }, test })])).programs;
    expect((await of("petoPeto")).get("meierboard.sas")).toContain("test=fleming(1, 0);");
    expect((await of("petoPeto")).get("meierboard.do")).toContain("sts test _level, fh(1 0)");
    expect((await of("modifiedPeto")).get("meierboard.do")).toContain("* Stata has no test of such weights.");
    expect((await of("taroneWare")).get("meierboard.py")).toContain('weightings="tarone-ware"');
    expect((await of("taroneWare")).get("meierboard-short.R")).toContain("# survdiff has no test of such weights");
  });

  it("leave out panels that they would not compute as the page does, and name them", async () => {
    const more = [panel({ landmark: 60 }), { id: "m", kind: "regression", endpoint: "os", terms: [] }];
    expect((await written(more)).programs.size).toBe(0);
    const { programs } = await written([bySex, ...more]);
    for (const text of programs.values())
      expect(text).toContain("Not in it: Panel 2: a clock of its own; Panel 3: no Kaplan–Meier curves.");
  });

  it.each([
    ["a clock of its own", { landmark: 60 }],
    ["a clock of its own", { censorAt: 300 }],
    ["small figures or a second endpoint", { split: { column: "ecog_f" } }],
    ["small figures or a second endpoint", { also: "also" }],
    ["its groups are made while it is computed", { group: null, cut: { of: { column: "age" } } }],
  ])("leave out a panel with %s, and no other: %j", async (why, more) => {
    const endpoints = [endpoint("time", "event"), { ...endpoint("time", "event"), id: "also", label: "Again" }];
    const panels = [bySex, panel({ group: { column: "sex" }, ...more })];
    const { prepared } = analysis(await tableFrom(lung)).prepare(boardFrom({ endpoints, panels }));
    const set = dataSetOf(prepared, { wholeMonths: false });
    for (const text of programsOf(set, facts, "data.csv").values())
      expect(text).toContain(`Not in it: Panel 2: ${why}.`);
  });

  it("name nobody where none is left out, and number the data of each panel from 1 in SAS", async () => {
    const { programs } = await written([bySex, panel({ group: { column: "sex" } })]);
    for (const text of programs.values()) expect(text).not.toContain("Not in it");
    expect(programs.get("meierboard.sas")?.match(/^data \w+;|^proc \w+ data=panel\d/gm)).toEqual([
      ...["data panel1;", "proc lifetest data=panel1", "proc phreg data=panel1"],
      ...["data panel2;", "proc lifetest data=panel2", "proc phreg data=panel2"],
    ]);
  });

  it.skipIf(!hasR)(
    "in R give the hazard ratio that the page has",
    async () => {
      const { set, programs } = await written([bySex, panel({ group: { column: "sex" } })], hostile);
      const folder = scriptFolder();
      writeFileSync(join(folder, "data.csv"), set.csv);
      const end = 'cat("\\nratio", format(exp(unname(coef(cox))), digits = 10), fill = TRUE)\n';
      writeFileSync(join(folder, "short.R"), `${programs.get("meierboard-short.R")}${end}`);
      const said = execFileSync("Rscript", ["short.R"], { cwd: folder, encoding: "utf8" });
      const [, last] = set.panels;
      if (last.state !== "ready" || last.result.kind !== "kaplanMeier") throw new Error("not ready");
      const coefficient = last.result.comparisons?.cox?.ratios[0].coefficient;
      if (coefficient?.kind !== "estimated") throw new Error("not estimated");
      expect(Number(/ratio ([\d.]+)/.exec(said)?.[1])).toBeCloseTo(coefficient.hazardRatio, 6);
      expect(said.match(/Chisq= /g)).toHaveLength(2);
    },
    120_000,
  );

  it("in SAS and Stata hold names with quotes and signs of macros, and no title ends a comment", async () => {
    const { programs } = await written(
      [{ ...bySex, reference: 'a "quote" ’ \\ $x %y &z ≥3', title: "a /* b */ c // d" }],
      hostile,
    );
    const stata = programs.get("meierboard.do") ?? "";
    expect(stata).toContain(`replace _level = 1 if sex == ("'=1+1")`);
    expect(stata).toContain('if sex == ("a " + char(34) + "quote" + char(34) + " ’ \\ " + char(36) + "x %y &z ≥3")');
    expect(stata).toContain("* Panel 1: a / * b * / c / / d");
    expect(programs.get("meierboard.sas")).toContain(`class _level(ref='a "quote" ’ \\ $x %y &z ≥3')`);
  });

  it.skipIf(!hasPython)("in Python are a program, whatever groups are called", async () => {
    const { programs } = await written([bySex], hostile);
    const file = join(scriptFolder(), "meierboard.py");
    writeFileSync(file, programs.get("meierboard.py") ?? "");
    const run = spawnSync("python3", ["-m", "py_compile", file], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
  });
});
