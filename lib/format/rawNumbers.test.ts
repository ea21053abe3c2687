import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * Counts in sentences have their thousands set off and agree with their noun: `counted` and `formatCount`. A template
 * that writes a length or a count bare before a word writes “12345 row”. Found by their names, without types; what is
 * drawn, written for machines or told by tests is left out.
 */
const bare =
  /\$\{(?:(?:[\w$]+\??\.)+(?:length|count|total|events|patients|n)|count|total|events|n|cells|tests|comparisons)\} (?=[a-z]{2})/g;
const aside =
  /test|bench|fixture|warnings\/rates|\/(survival|numeric|agreement|corpus\w*|secondCorpus|rScript|pdf|pptx|reference)\//;

const folders = [
  "lib/board",
  "lib/cohort",
  "lib/panels",
  "lib/table",
  "lib/export",
  "lib/analysis",
  "lib/figure",
  "app",
];
const files = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => `${folder}/${path}`))
  .filter((path) => /\.tsx?$/.test(path) && !aside.test(`/${path}`));

it("every count in a sentence goes through the formatter of counts", () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(bare)].map(({ 0: text, index }) => `${path} at ${index}: ${text}`),
  );
  expect(found).toEqual([]);
});

it("sees a bare count where there is one, and no text that holds a counted one", () => {
  const sees = (text: string) => [...text.matchAll(bare)].length > 0;
  const template = (inside: string) => `\`\${${inside}} rows\``;
  expect(["rows.length", "found.count", "a?.b.events", "count"].map((each) => sees(template(each)))).not.toContain(
    false,
  );
  expect(
    ['counted(rows.length, "row")', "rows", "name", "formatCount(count)"].map((each) => sees(template(each))),
  ).not.toContain(true);
});
