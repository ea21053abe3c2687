import { expect, it } from "vitest";
import { openWords } from "./categories";

it("words without a meaning are named up to four, the others counted, with all their patients", () => {
  const word = (value: string, count: number, as: "PR" | null = null) => ({
    value,
    count,
    as,
    said: false,
    proposed: null,
  });
  const said = (...words: ReturnType<typeof word>[]) =>
    openWords("best", { codes: new Int8Array(), blank: [], excluded: [], words })?.message;
  expect(said(word("CR", 9, "PR"))).toBeUndefined();
  expect(said(word("a", 1), word("CR", 9, "PR"))).toBe(
    "Best response “best” has “a” (1) without a meaning (1 patient).",
  );
  const four = [word("a", 4), word("b", 3), word("c", 2), word("d", 1)];
  expect(said(...four)).toContain("has “a” (4), “b” (3), “c” (2), “d” (1) without a meaning (10 patients).");
  expect(said(...four, word("e", 1), word("f", 1))).toContain(
    "“d” (1) and 2 more values without a meaning (12 patients).",
  );
});
