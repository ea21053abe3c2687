import { describe, expect, it } from "vitest";
import { boardSchema } from "./board";
import { settingsFingerprint } from "./fingerprint";
import { boardVersion } from "./version";

const board = boardSchema.parse({
  meierboard: boardVersion,
  source: { file: "cohort.csv", rows: null, sha256: null },
  endpoints: [],
  panels: [{ id: "p", kind: "characteristics", group: { column: "arm" }, rows: [] }],
});

describe("the fingerprint of settings", () => {
  it("is the same of the same settings, whatever file they are for and in whichever order they were made", () => {
    const turned = Object.fromEntries(Object.entries(board).reverse()) as typeof board;
    const other = { ...board, source: { ...board.source, file: "next cut.csv" } };
    expect(settingsFingerprint(board)).toMatch(/^[0-9a-f]{12}$/);
    expect(settingsFingerprint(turned)).toBe(settingsFingerprint(board));
    expect(settingsFingerprint(other)).toBe(settingsFingerprint(board));
  });

  it("is another as soon as a filter, an option or the order of panels is", () => {
    const filter = { kind: "range", of: { column: "age" }, min: 60, max: null, missing: false } as const;
    const others = [
      { ...board, filters: [filter] },
      { ...board, filters: [{ ...filter, min: 61 }] },
      { ...board, panels: [] },
      { ...board, patientId: "id" },
    ];
    expect(new Set([board, ...others].map(settingsFingerprint)).size).toBe(5);
  });
});
