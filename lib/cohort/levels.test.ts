import { describe, expect, it } from "vitest";
import { findColumn } from "./columns";
import { levelsOf } from "./levels";
import { withMergedLevels } from "./mergeLevels";
import { boardFrom, tableFrom } from "./testing";

async function levels(text: string, parts: Record<string, unknown> = {}, size?: number[]) {
  const board = boardFrom(parts);
  const { table } = withMergedLevels(await tableFrom(text), board.edits.mergedLevels);
  const found = levelsOf(
    findColumn(table, "g") as NonNullable<ReturnType<typeof findColumn>>,
    board,
    size ?? new Uint8Array(table.rows).fill(1),
  );
  return (
    found && {
      values: found.levels.map(({ value }) => value),
      codes: Array.from(found.codes),
      labels: found.levels.map(({ label }) => label),
    }
  );
}

describe("the levels of a column", () => {
  it("come in natural order: 2 before 10", async () => {
    expect((await levels("g\nstage 10\nstage 2\nstage 1\n"))?.values).toEqual(["stage 1", "stage 2", "stage 10"]);
  });

  it("come in the user's order where there is one, the others after it", async () => {
    const said = { columns: [{ name: "g", levels: [{ value: "c", label: "Control" }, { value: "a" }] }] };
    expect(await levels("g\na\nb\nc\n", said)).toEqual({
      values: ["c", "a", "b"],
      codes: [1, 2, 0],
      labels: ["Control", "a", "b"],
    });
  });

  it("takes texts of the same number as one level", async () => {
    expect(await levels("g\n1\n1.0\n2\n")).toMatchObject({ values: ["1", "2"], codes: [0, 0, 1] });
  });

  it("has no level for a blank cell", async () => {
    expect((await levels("g,x\na,1\n,2\n"))?.codes).toEqual([0, -1]);
  });

  it("merges spellings only when told to", async () => {
    const text = "g\nArm A\narm a\nB\n";
    expect((await levels(text))?.values).toHaveLength(3);
    const merged = await levels(text, { edits: { mergedLevels: [{ column: "g", from: ["arm a"], to: "Arm A" }] } });
    expect(merged).toMatchObject({ values: ["Arm A", "B"], codes: [0, 0, 1] });
  });

  it("merges levels of numbers, whose values stay", async () => {
    const merged = await levels("g\n1\n2\n3\n", { edits: { mergedLevels: [{ column: "g", from: ["3"], to: "2" }] } });
    expect(merged).toMatchObject({ values: ["1", "2"], codes: [0, 1, 1] });
  });

  it("keeps the most frequent and makes one last level of the others, whatever it must be called", async () => {
    const text = "g\nb\nb\nb\na\na\nc\nd\n";
    const two = { columns: [{ name: "g", keepLevels: 2 }] };
    expect(await levels(text, two)).toMatchObject({ values: ["a", "b", "Other"], codes: [1, 1, 1, 0, 0, 2, 2] });
    expect((await levels(`${text}Other\nOther\nOther\nOther\n`, two))?.values).toEqual(["b", "Other", "All others"]);
    expect((await levels(text, { columns: [{ name: "g", keepLevels: 3 }] }))?.values).toEqual(["a", "b", "c", "d"]);
  });

  it("draws names of objects as they are", async () => {
    expect((await levels("g\n__proto__\nconstructor\ntoString\n"))?.values.sort()).toEqual([
      "__proto__",
      "constructor",
      "toString",
    ]);
  });
});
