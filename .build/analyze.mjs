import { runBundled } from "./runBundled.mjs";

await runBundled("lib/commandLine.ts", { name: "commandLine", cwd: process.env.INIT_CWD ?? process.cwd() });
