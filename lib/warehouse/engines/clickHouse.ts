import { failed, ok, problem, type Result } from "../../result";
import { typeOfSql } from "../columnList";
import { tableName } from "../countQuery";
import type { Engine } from "./engine";

/**
 * A table or view in ClickHouse, by HTTP: also a Distributed one over the shards of a cluster. Nothing is changed there; the password
 * comes from the environment.
 */
export async function clickHouse(url: string, table: string, seconds: number): Promise<Result<Engine>> {
  const module = await import("@clickhouse/client").catch(() => null);
  if (!module)
    return failed(
      problem(
        "engine-absent",
        "The client of ClickHouse is not installed here.",
        "Run npm install in the folder of Meierboard.",
      ),
    );
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^https?:$/.test(address.protocol))
    return failed(problem("url-wrong", "The url is none of ClickHouse.", "Say http://USER@HOST:8123/DATABASE."));
  if (address.password !== "")
    return failed(
      problem(
        "url-password",
        "The url holds a password, which others on this computer could see.",
        "Put it into CLICKHOUSE_PASSWORD.",
      ),
    );
  const stopped = new AbortController();
  const client = module.createClient({
    url: address.origin,
    username: decodeURIComponent(address.username) || "default",
    password: process.env.CLICKHOUSE_PASSWORD ?? "",
    database: decodeURIComponent(address.pathname.slice(1)) || "default",
    request_timeout: seconds * 1000,
    log: { level: module.ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      // Nothing but reading; and no answer before all of it is there, so that one that breaks off is an error.
      readonly: "2",
      wait_end_of_query: 1,
      max_execution_time: Math.ceil(seconds),
    },
  });
  const ask = async (query: string) =>
    client.query({ query, format: "TabSeparated", abort_signal: stopped.signal }).catch((error: Error) => {
      throw new Error(inWords(error));
    });
  async function* rows(sql: string) {
    const answer = await ask(sql);
    for await (const lines of answer.stream()) yield lines.map(({ text }) => text.split("\t").map(cellOf));
  }
  const from = tableName(table, "clickhouse");
  const unreachable = (error: unknown) =>
    failed<never>(
      problem(
        "engine-unreachable",
        `ClickHouse at ${address.host} cannot be asked: ${(error as Error).message.replace(/\.?$/, ".")}`,
        "Check the url, CLICKHOUSE_PASSWORD and whether the server runs.",
      ),
    );
  try {
    for await (const _ of rows("SELECT 1"));
  } catch (error) {
    await client.close();
    return unreachable(error);
  }
  return ok({
    dialect: "clickhouse",
    from,
    rows,
    async columns() {
      try {
        const found = [];
        for await (const lines of rows(`DESCRIBE TABLE ${from}`)) found.push(...lines);
        return ok(
          found.flatMap(([name, type]) => {
            const known = typeOfSql(type ?? "");
            return name != null && known ? [{ name, type: known }] : [];
          }),
        );
      } catch (error) {
        if (/doesn't exist|does not exist|UNKNOWN_TABLE/.test((error as Error).message))
          return failed(problem("table-absent", `There is no table ${table}.`, "Check its name and database."));
        return unreachable(error);
      }
    },
    cancel: () => stopped.abort(),
    async close() {
      stopped.abort();
      await client.close();
    },
  });
}

/** A cell of tab-separated text: \N is nothing, and marks within it are written with a backslash. */
function cellOf(text: string): string | null {
  if (text === "\\N") return null;
  return text.replace(/\\(.)/g, (_, sign: string) => marks[sign] ?? sign);
}

const marks: Record<string, string> = { b: "\b", f: "\f", r: "\r", n: "\n", t: "\t", 0: "\0" };

/** The sentence of the server, without what it is wrapped in. */
function inWords(error: Error): string {
  const text = error.message || String((error as NodeJS.ErrnoException).code ?? "no answer");
  return text
    .replace(/^Code: \d+[.,] ?(e\.displayText\(\) = )?(DB::Exception: )?/, "")
    .replace(/, e\.what\(\)[\s\S]*$/, "");
}
