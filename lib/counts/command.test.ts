import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { differences } from "../analysis/testing";
import { boardOfNotes } from "../board/countFile";
import { shownKinds } from "../panels/shownKinds";
import { parquetNotes } from "../table/formats/parquetNotes";
import { duckDb } from "../warehouse/engines/duckDb";
import { registryBoard, syntheticRegistry } from "../warehouse/testing";
import { answer, boardIn, different, folderOfTest } from "./testing";

const { file: fileOf, folder, path, run, text, write } = folderOfTest();
const size = 10_000;
const registry = syntheticRegistry(size, 1);
const board = registryBoard();

beforeAll(() => {
  write("registry.csv", registry);
  write("board.json", JSON.stringify(board));
});

describe("npm run counts, by DuckDB", () => {
  it("gives the snapshot of the rows, digit by digit, with the ledger", { timeout: 120_000 }, async () => {
    const { stdout, status } = run("--from", "registry.csv", "--board", "board.json", "--out", "counts.csv");
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^10,000 patients in [\d,]+ cells: counts\.csv\./)]);
    const file = text("counts.csv");
    const [rows, cells] = [await answer(registry, board), await answer(file, boardIn(file))];
    expect(rows.panels.map(({ state }) => state)).toEqual(board.panels.map(() => "ready"));
    expect(rows.endpoints.flatMap(({ ledger }) => ledger?.leftOut.map(({ reason }) => reason) ?? [])).toEqual(
      expect.arrayContaining([
        "date not readable",
        "date unknown",
        "end before start",
        "time not a number",
        "entry not before the end",
      ]),
    );
    expect(different(rows, cells)).toEqual([]);
  });

  it("writes Parquet with the same board, which gives the same snapshot", { timeout: 120_000 }, async () => {
    const words = ["--from", "registry.csv", "--board", "board.json", "--out"];
    expect(run(...words, "counts.pq").status).toBe(0);
    expect(run(...words, "beside.csv").status).toBe(0);
    const parquet = fileOf("counts.pq");
    const notes = await parquetNotes(parquet);
    expect([...notes.values()][0]).toMatch(/^10,000 patients of registry\.csv in [\d,]+ cells\. Each row/);
    const found = boardOfNotes(notes);
    const csv = text("beside.csv");
    expect(found).toEqual({ ok: true, value: boardIn(csv) });
    const [whole, other] = [await answer(csv, boardIn(csv)), await answer(parquet, boardIn(csv))];
    expect(differences(whole, other, 0).filter((line) => !/^\S*\/(rows|fingerprint)(\/|:)/.test(line))).toEqual([]);
    expect(boardOfNotes(await parquetNotes(new File(["PAR1 not really"], "x.parquet")))).toBeNull();
    expect(boardOfNotes(new Map([["meierboard counts 1", "x"]]))).toMatchObject({ ok: false });
    expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
  });

  it("reads columns of their own types in Parquet as the same values in a text file", {
    timeout: 120_000,
  }, async () => {
    const engine = await duckDb(path("registry.csv"), 60);
    if (!engine.ok) throw new Error(engine.problem.message);
    const days = ["start", "progression", "death", "last seen", "cut-off"].map(
      (name) => `TRY_CAST(trim("${name}") AS DATE) AS "${name}"`,
    );
    const numbers = `TRY_CAST(months AS DOUBLE) AS months, TRY_CAST(age AS INTEGER) AS age, TRY_CAST("late entry" AS SMALLINT) AS "late entry"`;
    const typed = `SELECT * REPLACE (${days.join(", ")}, ${numbers}) FROM ${engine.value.from}`;
    for (const name of ["typed.parquet", "typed.csv"])
      for await (const _ of engine.value.rows(`COPY (${typed}) TO '${path(name)}'`));
    await engine.value.close();
    expect(run("--from", "*.parquet", "--board", "board.json", "--out", "typed-counts.csv").status).toBe(0);
    const file = text("typed-counts.csv");
    expect(different(await answer(text("typed.csv"), board), await answer(file, boardIn(file)))).toEqual([]);
  });

  it("counts on a grid as the times raised to its ends, says so in every caption, and merges small cells or says whom it left out", {
    timeout: 120_000,
  }, async () => {
    const plain = registryBoard({
      endpoints: board.endpoints.slice(0, 3),
      panels: board.panels.slice(0, 3),
      filters: [],
    });
    write("plain.json", JSON.stringify(plain));
    const counts = async (name: string, ...more: string[]) => {
      const { status, stderr } = run(
        "--from",
        "registry.csv",
        "--board",
        "plain.json",
        "--out",
        name,
        "--grid",
        "months",
        ...more,
      );
      expect([status, stderr]).toEqual([0, expect.stringContaining("Counting the rows of registry.csv")]);
      return { file: text(name), snapshot: await answer(text(name), boardIn(text(name))) };
    };
    const whole = await counts("months.csv");
    const rows = await answer(registry, plain);
    expect(whole.snapshot.endpoints.map(({ ledger }) => ledger?.used)).toEqual(
      rows.endpoints.map(({ ledger }) => ledger?.used),
    );
    const [os] = whole.snapshot.panels;
    if (os?.state !== "ready" || os.result.kind !== "kaplanMeier") throw new Error("not ready");
    for (const { curve } of os.result.groups)
      for (const time of curve.time) expect(Math.abs(time - Math.round(time))).toBeLessThan(1e-9);
    const said = shownKinds[os.panel.kind].methods(os.result, os.panel).filter(({ id }) => id === "countedCells");
    expect(said).toEqual([{ id: "countedCells", from: "registry.csv", grid: "months", smallest: 1 }]);

    const few = await counts("few.csv", "--smallest", "11");
    const numbers = few.file
      .trim()
      .split("\n")
      .slice(3)
      .map((line) => Number(line.slice(line.lastIndexOf(",") + 1)));
    // A blank is read as 0: those of whom even all together are too few.
    expect(Math.min(...numbers.filter((count) => count > 0))).toBeGreaterThanOrEqual(11);
    const missing = size - few.snapshot.patients.total;
    expect(missing >= 0 && missing < 11).toBe(true);
    const [ledger] = few.snapshot.endpoints.map((each) => each.ledger);
    const left = ledger?.leftOut.reduce((sum, { count }) => sum + count, 0) ?? 0;
    expect(ledger && ledger.used + left).toBe(few.snapshot.patients.total);
    expect(ledger?.leftOut.map(({ reason }) => reason)).toContain("in a cell of too few patients");
  });

  it("counts whom it merged and says of whom it left out how many, or between which numbers", {
    timeout: 120_000,
  }, async () => {
    const patients = (of: [arm: string, months: number, count: number][]) =>
      `months,dead,arm\n${of.flatMap(([arm, months, count]) => Array<string>(count).fill(`${months},1,${arm}\n`)).join("")}`;
    const event = { column: "dead", coding: [{ value: "1", as: "event" }] };
    const told = { id: "os", label: "OS", time: { from: "column", column: "months", unit: "months" }, event };
    const panels = [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }];
    write(
      "few.json",
      JSON.stringify(registryBoard({ endpoints: [told], panels, filters: [], scores: [], columns: [] })),
    );
    const kept: [string, number, number][] = [
      ["A", 6, 6],
      ["B", 2, 3],
      ["B", 5, 3],
      ["C", 30, 2],
    ];
    async function counted(of: [string, number, number][]) {
      write("few.csv", patients(of));
      const words = [
        "--from",
        "few.csv",
        "--board",
        "few.json",
        "--out",
        "out.csv",
        "--grid",
        "months",
        "--smallest",
        "5",
      ];
      expect(run(...words).status).toBe(0);
      const file = text("out.csv");
      const { panels: answers } = await answer(file, boardIn(file));
      const [panel] = answers;
      if (panel?.state !== "ready" || panel.result.kind !== "kaplanMeier") throw new Error("not ready");
      const said = shownKinds.kaplanMeier.methods(panel.result, panel.panel).filter(({ id }) => id === "countedCells");
      return {
        cells: file.trim().split("\n").slice(3),
        head: file.split("\n")[0],
        ledger: panel.ledger,
        leftOut: panel.result.leftOut,
        said,
      };
    }
    const few = await counted(kept);
    const why = "in a cell of too few patients";
    expect(few.cells.sort()).toEqual([`,,${why},,,`, "12,event,,B,to 12 months,6", "6,event,,A,,6"]);
    expect(few.head).toContain(
      "12 patients of few.csv in 3 cells. 6 were merged at a later time. 1 to 4 more are left out.",
    );
    expect(few.said).toEqual([
      { id: "countedCells", from: "few.csv", grid: "months", smallest: 5, merged: 6, someLeft: true },
    ]);
    const heldBack = "row of 1 to 4 patients in cells of too few, whose number was held back";
    expect(few.ledger).toMatchObject({
      patients: 12,
      used: 12,
      leftOut: [],
      weightless: { count: 1, reason: heldBack },
    });
    expect(few.leftOut).toEqual([{ reason: heldBack, count: 1, ofRows: true }]);

    const more = await counted([...kept, ["D", 40, 4]]);
    expect(more.cells).toContain(`,,${why},,,6`);
    expect(more.head).not.toContain("more are left out");
    expect(more.said).toMatchObject([{ merged: 6, someLeft: false }]);
    expect(more.ledger).toMatchObject({
      patients: 18,
      used: 12,
      leftOut: [{ reason: why, count: 6 }],
      weightless: { count: 0 },
    });
  });

  it("lowers numbers to bins, and refuses those that part a cut", { timeout: 120_000 }, () => {
    const out = ["--from", "registry.csv", "--board", "board.json", "--out", "bins.csv"];
    expect(run(...out, "--bin", "age=15").status).toBe(0);
    const lines = text("bins.csv").split("\n");
    const place = lines[2]?.split(",").indexOf("age") ?? -1;
    expect(place).toBeGreaterThan(0);
    const plain = lines.slice(3).filter((line) => line !== "" && !line.includes('"'));
    expect(new Set(plain.map((line) => line.split(",")[place]))).toEqual(new Set(["", "30", "45", "60", "75"]));
    expect(run(...out, "--bin", "age=25")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("“age” in steps of 25 cannot be compared with 60."),
    });
  });

  it("says in one sentence what is wrong, with status 2, and writes nothing", { timeout: 240_000 }, async () => {
    write("broken.json", "{");
    for (const name of ["counts.csv", "counts.pq"])
      expect(run("--from", "registry.csv", "--board", "board.json", "--out", name).status).toBe(0);
    const engine = await duckDb(path("registry.csv"), 60);
    if (!engine.ok) throw new Error(engine.problem.message);
    const whole = `COPY (SELECT * REPLACE (1 AS start) FROM ${engine.value.from}) TO '${path("whole.parquet")}'`;
    for await (const _ of engine.value.rows(whole));
    await engine.value.close();
    write("empty.csv", `${registry.split("\n")[0]}\n`);
    write("twice.csv", "id,months,dead\nA,1,1\nA,2,0\nB,3,1\n");
    write("other.csv", "a,b\n1,2\n");
    const told = {
      id: "os",
      label: "OS",
      time: { from: "column", column: "months", unit: "months" },
      event: {
        column: "dead",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
        ],
      },
    };
    write(
      "twice.json",
      JSON.stringify({ meierboard: board.meierboard, source: board.source, patientId: "id", endpoints: [told] }),
    );
    const before = readdirSync(folder).sort();
    const cases: [string, ...string[]][] = [
      ["empty.csv has no rows.", "--from", "empty.csv", "--board", "board.json", "--out", "x.csv"],
      ["1 row repeats an earlier “id”", "--from", "twice.csv", "--board", "twice.json", "--out", "x.csv"],
      ["counts.csv holds counts already", "--from", "counts.csv", "--board", "board.json", "--out", "x.csv"],
      ["counts.pq holds counts already", "--from", "counts.pq", "--board", "board.json", "--out", "x.csv"],
      ["*unts.csv holds counts already", "--from", "*unts.csv", "--board", "board.json", "--out", "x.csv"],
      [
        "“start” is a column of integers and cannot be a date",
        "--from",
        "whole.parquet",
        "--board",
        "board.json",
        "--out",
        "x.csv",
      ],
      ["The board file is not valid JSON.", "--from", "registry.csv", "--board", "broken.json", "--out", "x.csv"],
      [
        "nowhere/x.csv cannot be written (ENOENT).",
        "--from",
        "registry.csv",
        "--board",
        "board.json",
        "--out",
        "nowhere/x.csv",
      ],
      [
        "it took longer than 0.001 seconds",
        "--from",
        "registry.csv",
        "--board",
        "board.json",
        "--out",
        "x.csv",
        "--timeout",
        "0.001",
      ],
      [
        "A timeout of “NaN” seconds is none.",
        "--from",
        "registry.csv",
        "--board",
        "board.json",
        "--out",
        "x.csv",
        "--timeout",
        "soon",
      ],
      ["other.csv has no column “start”", "--from", "other.csv", "--board", "board.json", "--out", "x.csv"],
      ["nowhere.csv cannot be read:", "--from", "nowhere.csv", "--board", "board.json", "--out", "x.csv"],
      ["A grid of “moons” is not known.", "--from", "registry.csv", "--board", "board.json", "--grid", "moons"],
      ["The engine “oracle” is not known.", "--engine", "oracle", "--board", "board.json"],
      [
        "Put it into PGPASSWORD.",
        "--engine",
        "postgres",
        "--url",
        "postgres://u:secret@127.0.0.1/d",
        "--table",
        "t",
        "--board",
        "board.json",
      ],
      [
        "cannot be asked: ",
        "--engine",
        "postgres",
        "--url",
        "postgres://u@127.0.0.1:1/d",
        "--table",
        "t",
        "--board",
        "board.json",
      ],
    ];
    for (const [says, ...words] of cases) {
      const { status, stderr, stdout } = run(...words);
      expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(says)]);
      expect(stderr).not.toContain("secret");
    }
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it("prints the query for another warehouse by a list of its columns", { timeout: 120_000 }, () => {
    write("columns.csv", 'column_name,data_type\nmonths,double precision\ndead,integer\n"a ""b""",text\n');
    write("told.json", JSON.stringify({ ...JSON.parse(text("twice.json")), patientId: null }));
    const words = ["--sql-only", "--table", "clinic.patients", "--columns", "columns.csv", "--board", "told.json"];
    const { status, stdout } = run(...words, "--dialect", "trino");
    expect(status).toBe(0);
    expect(stdout).toContain('FROM "clinic"."patients"');
    expect(stdout).toContain("-- Each row is counted as one patient.");
    expect(run(...words, "--dialect", "cobol").stderr).toContain("The dialect “cobol” is not known.");
  });
});
