import { failed, ok, problem, type Result } from "../../result";
import { typeOfSql } from "../columnList";
import { tableName } from "../countQuery";
import type { Engine } from "./engine";

/** A table or view in PostgreSQL, or what speaks its protocol: read-only, one statement at a time, the password from the environment. */
export async function postgres(url: string, table: string, seconds: number): Promise<Result<Engine>> {
  const module = await import("pg").catch(() => null);
  if (!module)
    return failed(
      problem(
        "engine-absent",
        "The client of PostgreSQL is not installed here.",
        "Run npm install in the folder of Meierboard.",
      ),
    );
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^postgres(ql)?:$/.test(address.protocol))
    return failed(problem("url-wrong", "The url is none of PostgreSQL.", "Say postgres://USER@HOST:PORT/DATABASE."));
  if (address.password !== "")
    return failed(
      problem(
        "url-password",
        "The url holds a password, which others on this computer could see.",
        "Put it into PGPASSWORD.",
      ),
    );
  const settings = { connectionString: url, connectionTimeoutMillis: 10_000, statement_timeout: seconds * 1000 };
  const client = new module.default.Client(settings);
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  } catch (error) {
    await client.end().catch(() => {});
    const why = (error as Error).message || String((error as NodeJS.ErrnoException).code ?? "no answer");
    return failed(
      problem(
        "engine-unreachable",
        `PostgreSQL at ${address.host} cannot be asked: ${why}.`,
        "Check the url, PGPASSWORD and whether the server runs.",
      ),
    );
  }
  const from = tableName(table, "postgres");
  async function* rows(sql: string) {
    // By a cursor: an answer of any length passes through.
    await client.query(`DECLARE answer NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows: found } = await client.query<unknown[]>({ text: "FETCH 10000 FROM answer", rowMode: "array" });
      if (found.length === 0) break;
      yield found.map((row) => row.map((value) => (value === null ? null : String(value))));
    }
    await client.query("CLOSE answer");
  }
  return ok({
    dialect: "postgres",
    from,
    rows,
    async columns() {
      const of =
        "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
      const { rows: found } = await client.query<[string, string]>({ text: of, values: [from], rowMode: "array" });
      if (found.length === 0)
        return failed(problem("table-absent", `There is no table ${table}.`, "Check its name and schema."));
      return ok(
        found.flatMap(([name, type]) => {
          const known = typeOfSql(type);
          return known ? [{ name, type: known }] : [];
        }),
      );
    },
    cancel() {
      // The server hears of it by another connection.
      const other = new module.default.Client(settings);
      const { processID } = client as unknown as { processID: number };
      other
        .connect()
        .then(() => other.query("SELECT pg_cancel_backend($1)", [processID]))
        .catch(() => {})
        .finally(() => other.end().catch(() => {}));
    },
    close: () => client.end(),
  });
}
