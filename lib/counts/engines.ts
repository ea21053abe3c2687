import { basename } from "node:path";
import { failed, problem, type Result } from "../result";
import { clickHouse } from "../warehouse/engines/clickHouse";
import { duckDb } from "../warehouse/engines/duckDb";
import type { Engine } from "../warehouse/engines/engine";
import { postgres } from "../warehouse/engines/postgres";

/** Where patients are counted: files, or a table of a server. */
export interface Place {
  engine: string;
  from?: string | undefined;
  url?: string | undefined;
  table?: string | undefined;
}

const servers = {
  postgres: { called: "PostgreSQL", open: postgres },
  clickhouse: { called: "ClickHouse", open: clickHouse },
};

const lacking = (message: string, hint: string) => failed<Engine>(problem("usage", message, hint));

/** What the patients are called that are counted at a place. */
export const calledAt = ({ table, from = "" }: Place) => table ?? basename(from);

/** The engine of a place, which answers within so many seconds; `usage` is the hint where the place is not said well. */
export async function engineAt(
  { engine, from, url, table }: Place,
  seconds: number,
  usage: string,
): Promise<Result<Engine>> {
  if (!(seconds > 0)) return lacking(`A timeout of “${seconds}” seconds is none.`, usage);
  if (engine === "duckdb") return from === undefined ? lacking("No file is named.", usage) : duckDb(from, seconds);
  const server = Object.hasOwn(servers, engine) ? servers[engine as keyof typeof servers] : null;
  if (!server) return lacking(`The engine “${engine}” is not known.`, usage);
  if (url === undefined || table === undefined) return lacking(`${server.called} needs a url and a table.`, usage);
  return server.open(url, table, seconds);
}

/** The sentence of an engine in one line. */
export const plainError = (error: Error) => `${(error.message.split("\n")[0] ?? "").trim().replace(/\.?$/, ".")}`;
