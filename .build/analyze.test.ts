import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("analyze gives each of several that run at once the whole answer, from an empty cache too", async () => {
  rmSync("node_modules/.cache/commandLine.mjs", { force: true });
  const run = () => promisify(execFile)(process.execPath, [".build/analyze.mjs", "--example"], { maxBuffer: 2 ** 26 });
  const answers = await Promise.all([run(), run(), run(), run()]);
  expect(JSON.parse(answers[0].stdout)).toHaveProperty("panels");
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
});
