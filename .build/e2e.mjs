import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser.mjs";

const browser = await findBrowser();
const playwright = new URL("../node_modules/@playwright/test/cli.js", import.meta.url).pathname;
const { status } = spawnSync(process.execPath, [playwright, "test", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, ...browser },
});
process.exit(status ?? 1);
