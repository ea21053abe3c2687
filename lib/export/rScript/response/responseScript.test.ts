import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { analysis } from "../../../analysis/analyze";
import { boardFrom, tableFrom } from "../../../cohort/testing";
import { dataSetOf } from "../../dataSet/dataSet";
import { rScript } from "../rScript";

const hasR = spawnSync("Rscript", ["-e", "library(survival)"]).status === 0;
const facts = {
  program: "Meierboard",
  date: "2026-11-29",
  settings: "0123456789ab",
  filters: [],
  selected: 1,
  total: 1,
  cutoff: null,
  example: false,
};
const fixture = (name: string) => readFileSync(`lib/analysis/fixtures/${name}`, "utf8");

const cohort = await tableFrom(
  fixture("responseTrial.csv")
    .split("\n")
    .map((line, row) =>
      line === ""
        ? line
        : `${row % 13 === 5 ? line.replace(/,[^,]*(?=,[^,]*,\d)/, ",") : line},${row === 0 ? "count" : 1 + (row % 3)}`,
    )
    .join("\n"),
);
const long = await tableFrom(fixture("responseTrialMeasurements.csv"));
const coded = (column: string) => ({
  column,
  coding: [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ],
});
const endpoint = (id: string, event: string, more: object) => ({
  ...{ id, label: id, event: coded(event), ...more },
  time: { from: "column", column: id, unit: "days" },
});
const measurements = { join: "long", time: "days", unit: "days", value: "sld", as: "sum" };
const panel = (id: string, more: object = {}) => ({
  ...{ id, kind: "response", response: "ansprechen", group: { column: "arm" }, follow: "os", progression: "pfs" },
  change: { column: "best_change", scale: "fraction" },
  ...more,
});

function scriptOf(weight: object, wholeMonths = false) {
  const board = boardFrom({
    patientId: "id",
    endpoints: [endpoint("pfs", "pfs_event", weight), endpoint("os", "died", weight)],
    joins: [{ id: "long", source: { file: "long.csv", rows: null, sha256: null }, key: "id", to: "id" }],
    panels: [
      panel("plain"),
      panel("all", { group: null, blank: "exclude", words: [{ value: "Progress", as: "exclude" }] }),
      panel("evaluable", { denominator: "evaluable", compared: "CBR", reference: "B", oddsRatio: true, level: 0.9 }),
      panel("measured", { change: null, measurements, compared: "DCR", duration: "pfs" }),
      panel("alone", { response: null }),
      ...(wholeMonths ? [] : [panel("aloneMeasured", { response: null, change: null, measurements, group: null })]),
      panel("lasting", { group: null, duration: "os", level: 0.9 }),
    ],
  });
  const set = dataSetOf(analysis(cohort, new Map([["long", long]])).prepare(board).prepared, { wholeMonths });
  return { set, ...rScript(set, facts, "data.csv", { wholeMonths, counted: true }) };
}

describe.skipIf(!hasR)("the script of responses", () => {
  it.each([
    ["one row a patient", {}, false],
    ["count weights", { weight: { column: "count", kind: "count" } }, false],
    ["whole months", {}, true],
  ] as const)("computes every number again, and R agrees: %s", { timeout: 120_000 }, async (_, weight, wholeMonths) => {
    const { set, text, compares } = scriptOf(weight, wholeMonths);
    expect(compares).toMatch(/^(\d+) of \1 numbers are compared\.$/);
    const folder = mkdtempSync(join(tmpdir(), "script-"));
    writeFileSync(join(folder, "data.csv"), set.csv);
    writeFileSync(join(folder, "script.R"), text);
    const { stdout } = await promisify(execFile)("Rscript", ["script.R"], { cwd: folder });
    rmSync(folder, { recursive: true });
    expect(stdout).toMatch(/numbers checked and equal\. Every number agrees\.\n$/);
  });

  it("stops where a rate is another one", { timeout: 120_000 }, async () => {
    const { set, text } = scriptOf({});
    const folder = mkdtempSync(join(tmpdir(), "script-"));
    writeFileSync(join(folder, "data.csv"), set.csv.replace("Teilremission", "Progress"));
    writeFileSync(join(folder, "script.R"), text);
    await expect(promisify(execFile)("Rscript", ["script.R"], { cwd: folder })).rejects.toThrow(
      /Error: Partial response/,
    );
    rmSync(folder, { recursive: true });
  });

  it("holds no exact time of a measurement where whole months alone are asked for", () => {
    expect(scriptOf({}, true).text).not.toContain("m <- data.frame");
    expect(scriptOf({}).text).toContain("m <- data.frame");
  });
});
