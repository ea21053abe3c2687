import { engines, runBundled } from "./runBundled.mjs";

await runBundled("lib/counts/command.ts", {
  name: "countsCommand",
  cwd: process.env.INIT_CWD ?? process.cwd(),
  external: engines,
});
