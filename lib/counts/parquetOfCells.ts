import { rm, writeFile } from "node:fs/promises";
import { countFileNotes } from "../board/countFile";
import type { Result } from "../result";
import { writing } from "../warehouse/dialects";
import { duckDb } from "../warehouse/engines/duckDb";
import { type CountedCells, csvOfCells } from "./countCells";

/** Writes cells as Parquet, with what they are and their board beside the columns. */
export async function parquetOfCells(cells: CountedCells, path: string): Promise<Result<null>> {
  const w = writing("duckdb");
  const text = `${path}.csv`;
  try {
    await writeFile(text, csvOfCells(cells));
    const engine = await duckDb(text, 3600);
    if (!engine.ok) return engine;
    const count = cells.columns.length - 1;
    const columns = cells.columns.map((name, place) =>
      place === count ? `CAST(${w.name(name)} AS BIGINT) AS ${w.name(name)}` : w.name(name),
    );
    const notes = Object.entries(countFileNotes(cells.board, cells.says)).map(
      ([key, value]) => `${w.name(key)}: ${w.text(value)}`,
    );
    try {
      const copy = `COPY (SELECT ${columns.join(", ")} FROM ${engine.value.from}) TO ${w.text(path)} (FORMAT parquet, KV_METADATA {${notes.join(", ")}})`;
      for await (const _ of engine.value.rows(copy));
    } finally {
      await engine.value.close();
    }
    return { ok: true, value: null };
  } finally {
    await rm(text, { force: true });
  }
}
