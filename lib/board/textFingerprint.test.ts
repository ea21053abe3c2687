import { expect, it } from "vitest";
import { textFingerprint } from "./textFingerprint";

it("a fingerprint is that of the text alone, short, and differs between 20,000 texts that differ little", () => {
  expect(textFingerprint("arm A")).toBe(textFingerprint("arm A"));
  const prints = Array.from({ length: 20_000 }, (_, index) => textFingerprint(`["arm",${index},"os"]`));
  expect(new Set(prints).size).toBe(20_000);
  expect(Math.max(...prints.map(({ length }) => length))).toBeLessThanOrEqual(14);
});
