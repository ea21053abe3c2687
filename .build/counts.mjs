import { runBundled } from "./runBundled.mjs";

await runBundled("lib/countsCommand.ts", {
  name: "countsCommand",
  cwd: process.env.INIT_CWD ?? process.cwd(),
  // Programs of their own, which stay where npm has put them.
  external: ["@duckdb/node-api", "pg"],
});
