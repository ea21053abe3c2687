import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Folders in which what is read by an index may be undefined (`noUncheckedIndexedAccess`). The flag holds for a whole
 * program, and the sweeps of lib/survival, lib/numeric and lib/table read typed arrays by row; so the whole program is
 * checked with it and only these folders are heard.
 */
const folders = [
  "lib/board/",
  "lib/cohort/",
  "lib/export/",
  "lib/format/",
  "lib/figure/",
  "lib/analysis/",
  "lib/panels/",
  "lib/worker/",
  "app/",
];
/** A test that reads what is not there fails. */
const tests = /\.test\.tsx?\(|\/testing\.ts\(/;

const { stdout } = spawnSync("node_modules/.bin/tsc", ["-p", "tsconfig.indexed.json", "--pretty", "false"], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  encoding: "utf8",
});
const heard = stdout
  .split("\n")
  .filter((line) => folders.some((folder) => line.startsWith(folder)) && !tests.test(line));
for (const line of heard) console.error(line);
process.exit(heard.length > 0 ? 1 : 0);
