import { describe, expect, it } from "vitest";
import type { Score } from "../../board/board";
import { boardFrom, tableFrom } from "../testing";
import { scoreValues } from "./score";

const text = `hb,alb,crp,anc,uln,site
9.9,3.4,20,8,7,liver
10,3.5,20,7,7,lung
12,3.4,5,6,7,liver
12,3.6,20,,7,lung
,3.6,20,6,7,liver
`;

const factor = (id: string, column: string, when: object) => ({ id, label: id, column, when, points: 1 });
const score = (parts: object): Score =>
  boardFrom({
    scores: [{ id: "s", label: "s", factors: [], groups: [{ label: "any", min: null, max: null }], ...parts }],
  }).scores[0];

async function pointsOf(parts: object): Promise<(number | null)[]> {
  const values = scoreValues(await tableFrom(text), score(parts));
  if (!values.ok) throw new Error(values.problem.message);
  return Array.from(values.value.points, (value) => (Number.isNaN(value) ? null : value));
}

describe("a score", () => {
  it("takes each comparison strictly as written: a value on the cut is not below it", async () => {
    expect(await pointsOf({ factors: [factor("hb", "hb", { op: "<", value: 10 })] })).toEqual([1, 0, 0, 0, null]);
    expect(await pointsOf({ factors: [factor("hb", "hb", { op: "<=", value: 10 })] })).toEqual([1, 1, 0, 0, null]);
  });

  it("compares with another column, and is missing where either is missing", async () => {
    expect(await pointsOf({ factors: [factor("anc", "anc", { op: "> column", column: "uln", times: 1 })] })).toEqual([
      1,
      0,
      0,
      null,
      0,
    ]);
  });

  it("counts a value on either bound as between", async () => {
    expect(await pointsOf({ factors: [factor("alb", "alb", { op: "between", min: 3.4, max: 3.5 })] })).toEqual([
      1, 1, 1, 0, 0,
    ]);
  });

  it("finds a text in a set", async () => {
    expect(await pointsOf({ factors: [factor("site", "site", { op: "in", values: ["liver"] })] })).toEqual([
      1, 0, 1, 0, 1,
    ]);
  });

  it("counts a missing factor as not adverse only where the score says so", async () => {
    const factors = [factor("hb", "hb", { op: "<", value: 10 }), factor("alb", "alb", { op: "<", value: 3.5 })];
    expect(await pointsOf({ factors })).toEqual([2, 0, 1, 0, null]);
    expect(await pointsOf({ factors, missing: "absent" })).toEqual([2, 0, 1, 0, 0]);
  });

  it("gives the group where the known factors decide it whatever the missing one says", async () => {
    const factors = [factor("hb", "hb", { op: "<", value: 10 }), factor("alb", "alb", { op: "<", value: 3.5 })];
    const groups = (cut: number) => [
      { label: "low", min: null, max: cut },
      { label: "high", min: cut + 1, max: null },
    ];
    const codes = async (cut: number) => {
      const values = scoreValues(await tableFrom(text), score({ factors, groups: groups(cut), missing: "bound" }));
      return values.ok ? Array.from(values.value.codes) : [];
    };
    expect(await codes(1)).toEqual([1, 0, 0, 0, 0]);
    expect(await codes(0)).toEqual([1, 0, 1, 0, -1]);
  });

  it("follows rules over combinations: in the modified GPS, low albumin alone gives no point", async () => {
    const factors = [factor("crp", "crp", { op: ">", value: 10 }), factor("alb", "alb", { op: "<", value: 3.5 })];
    const rules = [
      { when: [{ factor: "crp", is: false }], points: 0 },
      { when: [{ factor: "alb", is: false }], points: 1 },
      { when: [], points: 2 },
    ];
    expect(await pointsOf({ factors, rules })).toEqual([2, 1, 0, 1, 1]);
  });

  it("says which column it lacks", async () => {
    const values = scoreValues(await tableFrom(text), score({ factors: [factor("x", "ldh", { op: ">", value: 1 })] }));
    expect(values).toMatchObject({
      ok: false,
      problem: { code: "column-absent", message: "The file has no column “ldh”." },
    });
  });
});
