import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesSource, readTable } from "../table";
import {
  clickHouseCluster,
  clickHousePrograms,
  postgresPrograms,
  postgresServer,
  type TestServer,
} from "../warehouse/engines/testServers";
import { registryBoard, syntheticRegistry } from "../warehouse/testing";
import { answer, boardIn, different, folderOfTest } from "./testing";

// Debian's programs; elsewhere the tests say that they are left out, unless the variable says that they must be there.
const engines = [
  { id: "postgres", called: "PostgreSQL", found: postgresPrograms, must: "COUNTS_POSTGRES", server: postgresServer },
  {
    id: "clickhouse",
    called: "a ClickHouse of two shards",
    found: clickHousePrograms,
    must: "COUNTS_CLICKHOUSE",
    server: clickHouseCluster,
  },
] as const;

const size = 100_000;
const { run, text, write } = folderOfTest();

for (const { id, called, found, must, server: start } of engines) {
  const runs = found !== null || process.env[must] === "1";
  describe.skipIf(!runs)(`npm run counts, by ${called}`, () => {
    let server: TestServer;
    const registry = runs ? syntheticRegistry(size, 2) : "";
    const counts = (table: string, board: string, ...words: string[]) =>
      run("--engine", id, "--url", server.url, "--table", table, "--board", board, ...words);
    beforeAll(async () => {
      server = await start();
      const read = await readTable(bytesSource("r.csv", new TextEncoder().encode(registry)), {});
      if (!read.ok) throw new Error(read.problem.message);
      server.load(
        read.value.columns.map(({ name }) => name),
        registry,
      );
      write("registry.csv", registry);
    }, 240_000);
    afterAll(() => server?.remove());

    it("gives the snapshot of the rows, digit by digit", { timeout: 480_000 }, async () => {
      const board = registryBoard();
      write("board.json", JSON.stringify(board));
      const { stdout, stderr, status } = counts("registry", "board.json", "--out", "counts.csv");
      expect([status, stdout, stderr]).toEqual([0, expect.stringMatching(/^100,000 patients/), expect.any(String)]);
      const file = text("counts.csv");
      expect(different(await answer(registry, board), await answer(file, boardIn(file)))).toEqual([]);
    });

    it("merges small cells as DuckDB does, line by line", { timeout: 480_000 }, () => {
      const { endpoints, panels } = registryBoard();
      const board = registryBoard({ endpoints: endpoints.slice(0, 3), panels: panels.slice(0, 3), filters: [] });
      write("small.json", JSON.stringify(board));
      const small = ["--grid", "months", "--smallest", "11"];
      expect(counts("registry", "small.json", "--out", "small.csv", ...small).status).toBe(0);
      expect(run("--from", "registry.csv", "--board", "small.json", "--out", "duck.csv", ...small).status).toBe(0);
      const cells = (name: string) => text(name).split("\n").slice(2);
      expect(cells("small.csv").length).toBeGreaterThan(100);
      expect(cells("small.csv")).toEqual(cells("duck.csv"));
    });

    it("says which table is not there, and when it cannot be asked", { timeout: 240_000 }, () => {
      expect(counts("nothing", "board.json", "--out", "x.csv")).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("There is no table nothing."),
      });
      server.kill();
      expect(counts("registry", "board.json", "--out", "x.csv")).toMatchObject({
        status: 2,
        stderr: expect.stringContaining("cannot be asked: "),
      });
    });
  });

  it.skipIf(runs)(`${called} is not installed here: its tests are left out`, () => {});
}
