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
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, seconds * 1000);
  const inTime = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => {
      throw late ? new Error(`it took longer than ${seconds} seconds`) : error;
    });
  async function* rows(sql: string) {
    const result = await inTime(connection.stream(sql));
    for (;;) {
      const chunk = await inTime(result.fetchChunk());
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
    }
  }
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
      return ok(found);
    },
    async close() {
      clearTimeout(timer);
      connection.closeSync();
      instance.closeSync();
    },
  });
}
