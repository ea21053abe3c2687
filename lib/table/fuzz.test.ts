import { expect, it } from "vitest";
import { describe as describeTable } from "./describe";
import { readHeavyTable } from "./readHeavyTable";
import { bytesSource } from "./source";
import { damagedFiles } from "./testing";

it("reads or refuses 10,000 damaged files of the corpus, and every cell of every column is accounted for", async () => {
  let opened = 0;
  let run = -1;
  for (const bytes of damagedFiles(10_000, 20_261_123)) {
    run++;
    const result = await readHeavyTable(bytesSource(`fuzz ${run}`, bytes));
    if (!result.ok) {
      expect(result.problem.message).toMatch(/\S.*\.$/s);
      continue;
    }
    opened++;
    const { rows, columns } = describeTable(result.value);
    for (const { valid, missing, unparsed, missingWords } of columns) {
      const words = missingWords.reduce((sum, { count }) => sum + count, 0);
      if (valid + missing + unparsed !== rows || missing < 0 || words > missing)
        expect.fail(`run ${run}: ${valid} + ${missing} + ${unparsed} of ${rows}`);
    }
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  }
  expect(opened).toBeGreaterThan(6000);
}, 300_000);
