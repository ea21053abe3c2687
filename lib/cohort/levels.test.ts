import { describe, expect, it } from "vitest";
import { findColumn } from "./columns";
import { levelsOf } from "./levels";
import { boardFrom, tableFrom } from "./testing";

async function levels(text: string, parts: Record<string, unknown> = {}) {
  const table = await tableFrom(text);
  const found = levelsOf(findColumn(table, "g") as NonNullable<ReturnType<typeof findColumn>>, boardFrom(parts));
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

  it("draws names of objects as they are", async () => {
    expect((await levels("g\n__proto__\nconstructor\ntoString\n"))?.values.sort()).toEqual([
      "__proto__",
      "constructor",
      "toString",
    ]);
  });
});
