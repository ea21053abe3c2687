import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { nodeSource } from "../../table/nodeSource";
import { readHeavyTable } from "../../table/readHeavyTable";
import { patientsOf } from "../patients";
import { boardFrom } from "../testing";
import { type Finding, findings } from ".";

interface Warning {
  code: string;
  count?: number;
  rows?: number[];
  columns?: string[];
}
interface CorpusFile {
  file: string;
  stored: boolean;
  expect: { outcome: string; warnings?: Warning[] };
}

const folder = fileURLToPath(new URL("../../table/corpus/", import.meta.url));
const { files } = JSON.parse(readFileSync(`${folder}manifest.json`, "utf8")) as { files: CorpusFile[] };

const ours = new Set([
  ...["repeated-ids", "negative-time", "zero-time", "pfs-after-os", "duplicate-rows", "death-before-start"],
  ...["status-contradiction", "unit-mix", "phi-suspected"],
]);
/** What is only named where the manifest says so. */
const alarming = [...ours].filter(
  (code) => code !== "phi-suspected" && code !== "repeated-ids" && code !== "zero-time",
);

async function found(file: string): Promise<Finding[]> {
  const source = await nodeSource(`${folder}${file}`);
  const read = await readHeavyTable(source);
  await source.close();
  if (!read.ok) throw new Error(read.problem.message);
  const board = boardFrom({});
  return findings({ table: read.value, patients: patientsOf(read.value, board), board, today: null });
}

const opened = files.filter(({ stored, expect: { outcome } }) => stored && outcome !== "error");

describe.each(opened)("$file", ({ file, expect: { warnings = [] } }) => {
  it("has the implausible rows and identifying columns of the manifest before anything is mapped", async () => {
    const all = await found(file);
    for (const { code, count, rows, columns } of warnings.filter((each) => ours.has(each.code))) {
      const said = all.filter(
        (each) => each.code === code && (columns ?? []).every((name) => each.columns?.includes(name)),
      );
      expect(said, code).not.toEqual([]);
      if (count !== undefined)
        expect(
          said.map((each) => each.count),
          code,
        ).toContain(count);
      if (rows) expect(said.map((each) => each.rows)).toContainEqual(rows);
    }
  });

  it("is not called implausible where the manifest finds nothing", async () => {
    const expected = new Set(warnings.map(({ code }) => code));
    const surplus = (await found(file)).filter(({ code }) => alarming.includes(code) && !expected.has(code));
    expect(surplus.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
