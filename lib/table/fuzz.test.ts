import { expect, it } from "vitest";
import { describe as describeTable } from "./describe";
import { readHeavyTable } from "./readHeavyTable";
import { bytesSource } from "./source";
import { damagedFiles, damagedFormats } from "./testing";

/** How many of the files were opened; each is, or is refused in a sentence, and its cells are accounted for. */
async function opened(files: Iterable<Uint8Array>): Promise<number> {
  let count = 0;
  let run = -1;
  for (const bytes of files) {
    run++;
    const result = await readHeavyTable(bytesSource(`fuzz ${run}`, bytes));
    if (!result.ok) {
      expect(result.problem.message).toMatch(/\S.*\.$/s);
      expect(result.problem.message).not.toMatch(
        /undefined|not a function|\[object|NaN|Invalid (array|typed)|DataView/,
      );
      continue;
    }
    count++;
    const { rows, columns } = describeTable(result.value);
    for (const { valid, missing, unparsed, missingWords } of columns) {
      const words = missingWords.reduce((sum, { count: cells }) => sum + cells, 0);
      if (valid + missing + unparsed !== rows || missing < 0 || words > missing)
        expect.fail(`run ${run}: ${valid} + ${missing} + ${unparsed} of ${rows}`);
    }
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  }
  return count;
}

it("reads or refuses 10,000 damaged files of the corpus, and every cell of every column is accounted for", async () => {
  expect(await opened(damagedFiles(10_000, 20_261_123))).toBeGreaterThan(6000);
}, 300_000);

it("reads or refuses 2,000 damaged files of the other formats in the same way", async () => {
  expect(await opened(damagedFormats(2000, 20_261_136))).toBeGreaterThan(50);
}, 300_000);
