import fc from "fast-check";
import { expect, it } from "vitest";
import { shortTexts, slotOf, takeSlot } from "./shortTexts";

it("gives different texts different slots, and the same text its own again", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 9 }),
    fc.stringMatching(/^[-0-9.,/]{7,15}$/),
    fc.constantFrom("a", "a\0", "\0a", "", "12345678", "123456789"),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
      const table = shortTexts();
      const codes = new Map<string, number>();
      for (const each of texts) {
        const slot = slotOf(table, each);
        if (slot < 0) continue;
        expect(table.codes[slot] - 1).toBe(codes.get(each) ?? -1);
        if (codes.has(each)) continue;
        takeSlot(table, slot, codes.size);
        codes.set(each, codes.size);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

it("knows numbers, dates and short words, and leaves longer texts alone", () => {
  const table = shortTexts();
  expect(["12.5", "2020-03-04", "-1234567.12345", "Site 12"].every((text) => slotOf(table, text) >= 0)).toBe(true);
  expect(["Site 1234", "é", "2020-03-04 10:00", "1234567890.12345"].every((text) => slotOf(table, text) === -1)).toBe(
    true,
  );
});
