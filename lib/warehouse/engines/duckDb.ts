import { open } from "node:fs/promises";
import { mark, ofWhat } from "../../board/countFile";
import { failed, ok, problem, type Result } from "../../result";
import { typeOfSql } from "../columnList";
import { writing } from "../dialects";
import type { WarehouseColumn } from "../reading";
import type { Engine } from "./engine";

/**
 * Files on this computer or a disk that it reaches, counted by DuckDB within this process. Cells of text files stay texts, so
 * that they are read as the page reads them.
 */
export async function duckDb(path: string, seconds: number): Promise<Result<Engine>> {
  const module = await import("@duckdb/node-api").catch(() => null);
  if (!module)
    return failed(
      problem("engine-absent", "DuckDB is not installed here.", "Run npm install in the folder of Meierboard."),
    );
  const w = writing("duckdb");
  const isParquet = /\.(parquet|pq)$/i.test(path);
  const from = isParquet
    ? `read_parquet(${w.text(path)}, union_by_name = true)`
    : `read_csv(${w.text(path)}, all_varchar = true, header = true, union_by_name = true)`;
  const instance = await module.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  let ended: string | null = null;
  const end = (why: string) => {
    ended ??= why;
    connection.interrupt();
  };
  const timer = setTimeout(() => end(`it took longer than ${seconds} seconds`), seconds * 1000);
  const inTime = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } finally {
      // Also what was over before it could be interrupted.
      if (ended !== null) throwEnded(ended);
    }
  };
  async function* rows(sql: string) {
    const result = await inTime(connection.stream(sql));
    for (;;) {
      const chunk = await inTime(result.fetchChunk());
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
    }
  }
  const count = async (of: string) => {
    for await (const [[number] = []] of rows(`SELECT COUNT(*) FROM ${of}`)) return Number(number);
    return 0;
  };
  return ok({
    dialect: "duckdb",
    from,
    rows,
    async columns() {
      const found: WarehouseColumn[] = [];
      try {
        for await (const lines of rows(`DESCRIBE SELECT * FROM ${from}`))
          for (const [name, type] of lines) {
            const known = typeOfSql(type ?? "");
            if (name != null && known) found.push({ name, type: known });
          }
      } catch (error) {
        const why = (error as Error).message.split("\n")[0] ?? "";
        return failed(
          problem(
            "file-unreadable",
            `${path} cannot be read: ${why.replace(/\.?$/, ".")}`,
            "Check the path; Parquet and CSV are read.",
          ),
        );
      }
      const counts = isParquet
        ? await count(`parquet_kv_metadata(${w.text(path)}) WHERE CAST(key AS VARCHAR) = ${w.text(ofWhat)}`)
        : await filesOfCounts(rows(`SELECT file FROM glob(${w.text(path)})`));
      if (counts > 0)
        return failed(
          problem(
            "counts-of-counts",
            `${path} holds counts already, no patients.`,
            "Open the counts in the page, or name the files of patients.",
          ),
        );
      return ok(found);
    },
    cancel: () => end("it was cancelled"),
    async close() {
      clearTimeout(timer);
      connection.closeSync();
      instance.closeSync();
    },
  });
}

function throwEnded(why: string): never {
  throw new Error(why);
}

/** How many of some files begin as counts do; those that are not on this computer are not looked at. */
async function filesOfCounts(files: AsyncIterable<(string | null)[][]>): Promise<number> {
  let found = 0;
  for await (const lines of files)
    for (const [path] of lines) {
      const file = await open(path ?? "").catch(() => null);
      const { buffer } = (await file?.read(Buffer.alloc(mark.length), 0, mark.length, 0)) ?? {};
      if (buffer?.toString("latin1") === mark) found++;
      await file?.close();
    }
  return found;
}
