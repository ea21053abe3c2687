import { runBundled } from "./runBundled.mjs";

await runBundled("lib/counts/command.ts", {
  name: "countsCommand",
  cwd: process.env.INIT_CWD ?? process.cwd(),
  // Programs of their own, which stay where npm has put them.
  external: ["@clickhouse/client", "@duckdb/node-api", "pg"],
});
