import { describe, expect, it } from "vitest";
import { keyOf, labeled, listed, named, none, worded } from "./choices";

describe("a list to choose from", () => {
  it("has a key for each value, and nothing chosen is the empty one", () => {
    const values = [null, "", "a", "null", 0, 1, { column: "a" }, { score: "a" }];
    expect(new Set(values.map(keyOf)).size).toBe(values.length);
    expect(keyOf(null)).toBe("");
    expect(keyOf("arm")).toBe("arm");
  });

  it("finds a value that is an object by what it says", () => {
    expect(keyOf({ column: "arm" })).toBe(keyOf(JSON.parse('{"column":"arm"}')));
  });

  it("is as given where the value is in it", () => {
    const choices = [none("no group"), ...named(["arm", "sex"])];
    expect(listed<string | null>("sex", choices)).toEqual(choices);
    expect(listed<string | null>(null, choices)).toEqual(choices);
    expect(listed<{ column: string } | null>({ column: "a" }, [{ value: { column: "a" }, label: "a" }])).toHaveLength(
      1,
    );
  });

  it("shows a value that is not in it and says so, instead of another", () => {
    expect(listed("stage", named(["arm"]))[0]).toEqual({ value: "stage", label: "stage (not usable here)" });
    expect(listed({ column: "x" }, [], "not in this file")[0]?.label).toBe("not in this file");
    expect(listed("", named(["arm"]))[0]).toEqual({ value: "", label: "" });
  });

  it("keeps the order of its words and labels", () => {
    expect(worded({ b: "first", a: "second" })).toEqual([
      { value: "b", label: "first" },
      { value: "a", label: "second" },
    ]);
    expect(labeled([{ id: "os", label: "Overall survival" }])).toEqual([{ value: "os", label: "Overall survival" }]);
  });
});
