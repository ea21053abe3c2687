import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyze, type Snapshot } from "./analysis/analyze";
import { differences } from "./analysis/testing";
import type { Board } from "./board/board";
import { boardOfCounts } from "./board/countFile";
import { readingOptions } from "./board/readingOptions";
import { shownKinds } from "./panels/shownKinds";
import { bytesSource, readTable } from "./table";
import { duckDb } from "./warehouse/engines/duckDb";
import { registryBoard, syntheticRegistry } from "./warehouse/testing";

const script = fileURLToPath(new URL("../.build/counts.mjs", import.meta.url));
const cache = fileURLToPath(new URL("../node_modules/.cache", import.meta.url));
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as `npm run --silent counts` does. */
const run = (...words: string[]) =>
  spawnSync(process.execPath, [script, ...words], { encoding: "utf8", env: { ...process.env, INIT_CWD: folder } });
const path = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(path(name), "utf8");
const write = (name: string, content: string) => writeFileSync(path(name), content);

async function answer(file: string, board: Board): Promise<Snapshot> {
  const read = await readTable(bytesSource("file.csv", new TextEncoder().encode(file)), readingOptions(board));
  if (!read.ok) throw new Error(read.problem.message);
  return analyze(read.value, board);
}

function boardIn(file: string): Board {
  const board = boardOfCounts(file);
  if (!board?.ok) throw new Error("no board");
  return board.value;
}

/** What says that the rows are cells, how their columns are called, and the dots of residuals, which fall together for equal patients. */
const saysCells =
  /\/(weights|weighted|fingerprint|setting\/cells)$|\/rows(\/|$)|\/(coding|competing)(\/|$)|\/residuals\/\d+\/(time|x|value)(\/|$)/;
/** Where digits come from sums in another order, of models and of all follow-up: the same to 1e-9. */
const ofModels = /\/followUp$|\/(comparisons|studies|terms|lines|joint|residuals|proposal)\//;

const size = 10_000;
const registry = syntheticRegistry(size, 1);
const board = registryBoard();

/** Lines in which two answers differ, beside what is of cells: of models in more than 1e-9, elsewhere in any digit. */
function different(rows: Snapshot, cells: Snapshot): string[] {
  const of = (within: number) =>
    differences(rows, cells, within).filter((line) => !saysCells.test(line.slice(0, line.indexOf(": "))));
  return [...of(0).filter((line) => !ofModels.test(line.slice(0, line.indexOf(": ")))), ...of(1e-9)];
}

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
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(11);
    const missing = size - few.snapshot.patients.total;
    expect(missing >= 0 && missing < 11).toBe(true);
    const [ledger] = few.snapshot.endpoints.map((each) => each.ledger);
    const left = ledger?.leftOut.reduce((sum, { count }) => sum + count, 0) ?? 0;
    expect(ledger && ledger.used + left).toBe(few.snapshot.patients.total);
    expect(ledger?.leftOut.map(({ reason }) => reason)).toContain("in a cell of too few patients");
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

  it("says in one sentence what is wrong, with status 2, and writes nothing", { timeout: 240_000 }, () => {
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

// Debian's programs; elsewhere the tests say that they are left out, unless COUNTS_POSTGRES says that they must be there.
const programs = [
  "/usr/lib/postgresql/17/bin",
  "/usr/lib/postgresql/16/bin",
  "/usr/lib/postgresql/15/bin",
  "/usr/local/bin",
  "/usr/bin",
].find((bin) => existsSync(join(bin, "initdb")));
const required = process.env.COUNTS_POSTGRES === "1";

describe.skipIf(!programs && !required)("npm run counts, by PostgreSQL", () => {
  let cluster = "";
  const asRoot = process.getuid?.() === 0;
  const program = (name: string, ...words: string[]): [string, string[]] => {
    const whole = join(programs ?? "", name);
    return asRoot ? ["runuser", ["-u", "postgres", "--", whole, ...words]] : [whole, words];
  };
  const call = (name: string, ...words: string[]) => {
    const [file, all] = program(name, ...words);
    return execFileSync(file, all, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], cwd: tmpdir() });
  };
  let server: ReturnType<typeof spawn> | null = null;
  let url = "";

  beforeAll(async () => {
    cluster = mkdtempSync(join(tmpdir(), "counts-postgres-"));
    if (asRoot) execFileSync("chown", ["postgres", cluster]);
    call("initdb", "-D", join(cluster, "data"), "-A", "trust", "-U", "counter", "--no-sync");
    const port = await freePort();
    const [file, words] = program(
      "postgres",
      "-D",
      join(cluster, "data"),
      "-p",
      String(port),
      "-h",
      "127.0.0.1",
      "-k",
      cluster,
    );
    server = spawn(file, words, { stdio: "ignore", cwd: tmpdir() });
    url = `postgres://counter@127.0.0.1:${port}/postgres`;
    await serverAnswers(port);
  }, 120_000);
  afterAll(() => {
    try {
      call("pg_ctl", "-D", join(cluster, "data"), "-m", "immediate", "stop");
    } catch {
      server?.kill();
    }
    rmSync(cluster, { recursive: true, force: true });
  });

  async function serverAnswers(port: number): Promise<void> {
    for (;;) {
      try {
        call("pg_isready", "-h", "127.0.0.1", "-p", String(port));
        return;
      } catch {
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  }

  it("gives the snapshot of the rows, digit by digit", {
    timeout: 240_000,
  }, async () => {
    const read = await readTable(bytesSource("r.csv", new TextEncoder().encode(registry)), {});
    if (!read.ok) throw new Error(read.problem.message);
    const columns = read.value.columns.map(({ name }) => `"${name.replaceAll('"', '""')}" text`);
    const psql = (sql: string) => call("psql", "-X", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql);
    psql(`CREATE TABLE "the registry" (${columns.join(", ")})`);
    const load = join(cluster, "registry.csv");
    writeFileSync(load, registry);
    if (asRoot) execFileSync("chown", ["postgres", load]);
    psql(`COPY "the registry" FROM '${load}' WITH (FORMAT csv, HEADER true)`);
    const { stdout, stderr, status } = run(
      "--engine",
      "postgres",
      "--url",
      url,
      "--table",
      "the registry",
      "--board",
      "board.json",
      "--out",
      "postgres.csv",
    );
    expect([status, stdout, stderr]).toEqual([0, expect.stringMatching(/^10,000 patients/), expect.any(String)]);
    const file = text("postgres.csv");
    expect(different(await answer(registry, board), await answer(file, boardIn(file)))).toEqual([]);
    expect(run("--engine", "postgres", "--url", url, "--table", "nothing", "--board", "board.json").stderr).toContain(
      "There is no table nothing.",
    );
  });
});

it.skipIf(programs || required)("PostgreSQL is not installed here: its tests are left out", () => {});

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
