import { expect, it } from "vitest";
import { bytesSource } from "../table";
import { damagedFiles } from "../table/testing";
import { describeFile } from "./describeFile";

it("describes or refuses damaged files, and accounts for every row of every endpoint", async () => {
  let endpoints = 0;
  for (const bytes of damagedFiles(1000, 20_261_124)) {
    const result = await describeFile(bytesSource("damaged.csv", bytes));
    if (!result.ok) continue;
    const { rows, endpoints: found, patients } = result.value;
    expect(patients.rows).toBe(rows);
    for (const { ledger } of found) {
      if (!ledger) continue;
      endpoints++;
      const left = ledger.leftOut.reduce((sum, { count }) => sum + count, 0);
      expect([ledger.used + left, ledger.patients + ledger.merged.count]).toEqual([ledger.patients, ledger.rows]);
    }
  }
  expect(endpoints).toBeGreaterThan(100);
}, 300_000);
