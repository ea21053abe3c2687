import { expect, it } from "vitest";
import { elements } from "../../../figure/treeReading";
import type { CharacteristicsResult } from "../result";
import { thumbnail } from "./thumbnail";

const bars = (...labels: string[]) => {
  const rows = labels.map((label) => ({
    kind: "numbers",
    label,
    way: "median",
    digits: 0,
    unit: "",
    spread: [{ size: 0 }],
  }));
  const result = { rows: rows.map((row) => ({ ...row, missing: [0] })), missing: "whereAny", columns: [] };
  const tree = thumbnail(result as unknown as CharacteristicsResult, { width: 150, height: 76 }, "light");
  return elements(tree).flatMap(({ tag, attributes }) => {
    const [left = 0, top = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
      Number(attributes[name]),
    );
    return tag === "rect" ? [{ left, top, right: left + width, bottom: top + height }] : [];
  });
};

it("a small table is up to six lines of a name and a value, inside and apart from each other", () => {
  for (const count of [1, 5, 6, 9]) {
    const found = bars(...Array.from({ length: count }, (_, at) => "n".repeat(at + 1)));
    expect(found).toHaveLength(2 * Math.min(6, count));
    found.forEach((one, at) => {
      expect([one.left >= 0, one.top >= 0, one.right <= 150, one.bottom <= 76]).toEqual([true, true, true, true]);
      for (const other of found.slice(at + 1))
        expect(one.right < other.left || one.bottom < other.top || other.bottom < one.top).toBe(true);
    });
  }
});

it("the longer a name, the longer its line, and values end at the right edge", () => {
  const [short, first, long, second] = bars("ab", "abcdefgh");
  expect([short?.left, long?.left]).toEqual([0, 0]);
  expect(long?.right).toBeGreaterThan((short?.right ?? 0) * 1.3);
  expect([first?.right, second?.right]).toEqual([150, 150]);
});
