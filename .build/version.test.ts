import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const text = (name: string) => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8");
const { version } = JSON.parse(text("package.json"));

it.each([
  ["CITATION.cff", `version: ${version}\n`],
  ["CHANGELOG.md", `\n## ${version}\n`],
  ["package-lock.json", `"version": "${version}"`],
])("%s has the version of package.json", (name, said) => {
  expect(text(name)).toContain(said);
});
