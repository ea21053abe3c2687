import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import byR from "./analysis/fixtures/syntheticLmsByR.json";

const script = fileURLToPath(new URL("../.build/analyze.mjs", import.meta.url));
const cache = fileURLToPath(new URL("../node_modules/.cache", import.meta.url));
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "analyze-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as `npm run --silent analyze` does. */
const run = (...words: string[]) =>
  spawnSync(process.execPath, [script, ...words], { encoding: "utf8", env: { ...process.env, INIT_CWD: folder } });

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe("npm run analyze", () => {
  it("prints the snapshot of the example with full precision", () => {
    const { stdout, stderr, status } = run("--example");
    expect([status, stderr]).toEqual([0, ""]);
    const { panels } = JSON.parse(stdout);
    expect(panels.map(({ id }: { id: string }) => id)).toEqual([
      "patients",
      "response",
      "genes",
      ...Object.keys(byR.panels),
      "os-forest",
    ]);
    expect(panels[5].result.test.chiSquare / byR.panels["os-score"].chiSquare).toBeCloseTo(1, 12);
  });

  it("analyzes a file with a board, paths taken from where it was called", () => {
    const cohort = file("cohort.csv", "months,event\n1,1\n2,0\n3,1\n");
    const coding = [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
    ];
    const board = {
      meierboard: 1,
      source: { file: null, rows: null, sha256: null },
      endpoints: [
        {
          id: "os",
          label: "OS",
          time: { from: "column", column: "months", unit: "months" },
          event: { column: "event", coding },
        },
      ],
      panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: null }],
    };
    const { stdout, status } = run(cohort, "--board", file("board.json", JSON.stringify(board)));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).panels[0].result.groups[0].curve.survival).toEqual([2 / 3, 2 / 3, 0]);
  });

  it("joins the second file of the board", () => {
    const join = {
      id: "m",
      source: { file: "genes.csv", rows: null, sha256: null },
      key: "id",
      to: "id",
      take: [{ rule: "any", name: "TP53", column: "gene", values: ["TP53"] }],
    };
    const board = { meierboard: 1, source: { file: null, rows: null, sha256: null }, joins: [join] };
    const words = [file("ids.csv", "id,x\nA,1\nB,2\nC,3\n"), "--board", file("joined.json", JSON.stringify(board))];
    const { stdout } = run(...words, "--join", file("genes.csv", "id,gene\nA,TP53\nB,RB1\n"));
    expect(JSON.parse(stdout).joins[0].counts).toMatchObject({
      patients: 3,
      matchedPatients: 2,
      unmatchedPatients: [3],
    });
    expect(JSON.parse(run(...words).stdout).problems[0].code).toBe("join-file-absent");
  });

  it("describes a file: how it is read, what it is taken for, and what would be in its curve", () => {
    const name = file("os.csv", "id,os_months,os_event,arm\nA,5,1,x\nB,,1,x\nC,7,0,y\nD,9,1,y\n");
    const { stdout, stderr, status } = run("--describe", name);
    expect([status, stderr]).toEqual([0, ""]);
    const { format, separator, rows, layout, endpoints } = JSON.parse(stdout);
    expect([format, separator, rows, layout.id]).toEqual(["delimited", ",", 4, "column-names"]);
    expect(endpoints[0]).toMatchObject({
      coding: "event = 1 (3), censored = 0 (1)",
      ledger: { rows: 4, leftOut: [{ reason: "time missing", count: 1, rows: [2] }], used: 3 },
      events: 2,
      censored: 1,
    });
  });

  it("describes a file that is no table as JSON with the sentence, and exit code 2", () => {
    const { stdout, stderr, status } = run("--describe", file("none.csv", ""));
    expect(status).toBe(2);
    expect(JSON.parse(stdout).refused).toMatchObject({ code: "empty-file", message: expect.stringMatching(/empty/) });
    expect(stderr).toMatch(/empty/);
  });

  it.each([
    ["a file that is not there", ["absent.csv"], "absent.csv cannot be read (ENOENT). Check the path.\n"],
    ["an empty file", [file("empty.csv", "")], /^“empty\.csv” is empty/],
    [
      "a board that is none",
      [file("ok.csv", "a,b\n1,2\n3,4\n"), "--board", file("bad.json", "{}")],
      /^The board file is not as expected: /,
    ],
    ["no file at all", [], /^Usage: /],
    ["an option it does not know", ["--colour"], /Unknown option/],
  ])("answers %s with one sentence, nothing on standard output, and exit code 2", (_, words, sentence) => {
    const { stdout, stderr, status } = run(...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
