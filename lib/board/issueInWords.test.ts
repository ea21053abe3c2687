import { describe, expect, it } from "vitest";
import { boardSchema } from "./board";
import { unsavable } from "./boardFile";
import { boardVersion } from "./version";

const boardFrom = (parts: object) =>
  boardSchema.parse({ meierboard: boardVersion, source: { file: null, rows: null, sha256: null }, ...parts });

const corrected = (row: number) => ({
  ...{ patient: null, several: false, row, mark: "", column: "age", from: "a", to: "b" },
});

describe("a change that a board cannot hold is refused", () => {
  it("with what there is too much of, and what to do, in words and not in names of the file", () => {
    const board = boardFrom({ edits: { changedCells: Array.from({ length: 2000 }, (_, row) => corrected(row + 1)) } });
    expect(unsavable(board)).toBeNull();
    const more = { ...board, edits: { ...board.edits, changedCells: [...board.edits.changedCells, corrected(2001)] } };
    expect(unsavable(more)?.message).toBe(
      "This change was not made, because it could not be saved: a board holds at most 2,000 corrected cells; correct further ones in the file itself.",
    );
  });

  it("where a text is too long", () => {
    const board = boardFrom({});
    const long = { ...board, scores: [{ ...score, label: "x".repeat(2001) }] };
    expect(unsavable(long)?.message).toContain("a text of a board has at most 2,000 letters");
  });
});

const score = {
  ...{ id: "s", label: "s", preset: null, citation: "", factors: [], rules: [], missing: "leaveOut" as const },
  ...{ groups: [{ label: "any", min: null, max: null }], endpoint: null, at: null, fitted: null },
};
