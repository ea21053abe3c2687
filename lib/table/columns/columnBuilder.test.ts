import { expect, it } from "vitest";
import { countWord, mostRemembered } from "./columnBuilder";

it("counts every cell that is a word, and remembers the rows of the first 10,000", () => {
  const words: Parameters<typeof countWord>[0] = new Map();
  for (let row = 0; row < 10_003; row++) countWord(words, "unknown", row);
  countWord(words, "n/a", 10_003);
  expect(mostRemembered).toBe(10_000);
  expect(words.get("unknown")).toMatchObject({ count: 10_003 });
  expect(words.get("unknown")?.rows).toEqual(Array.from({ length: 10_000 }, (_, row) => row));
  expect(words.get("n/a")).toEqual({ count: 1, rows: [10_003] });
});
