import { describe, expect, it } from "vitest";
import type { Score } from "../../board/score";
import { boardFrom, tableFrom } from "../testing";
import { scoreValues } from "./score";

const board = boardFrom({});

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

async function pointsOf(parts: object, file = text): Promise<(number | null)[]> {
  const values = scoreValues(await tableFrom(file), score(parts), board);
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
      const values = scoreValues(
        await tableFrom(text),
        score({ factors, groups: groups(cut), missing: "bound" }),
        board,
      );
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

  it("multiplies a limit of normal by what the score asks, a value on the product not being above it", async () => {
    const labs = "ldh,uln\n375,250\n375.1,250\n3.3,3\n3.4,3\n,250\n375,\n";
    const against = (when: object, times: number) => ({ factors: [factor("ldh", "ldh", { ...when, times })] });
    const column = { op: "> column", column: "uln" };
    expect(await pointsOf(against(column, 1.5), labs)).toEqual([0, 1, 0, 0, null, null]);
    expect(await pointsOf(against({ ...column, op: ">= column" }, 1.1), labs)).toEqual([1, 1, 1, 1, null, null]);
    expect(await pointsOf(against({ op: ">", value: 250 }, 1.5), labs)).toEqual([0, 1, 0, 0, null, 0]);
  });

  it("converts a unit only where it is told to, and refuses one it knows to be another", async () => {
    const labs = "albumin_g_l\n34.9\n35\n35.1\n";
    const albumin = { ...factor("alb", "albumin_g_l", { op: "<", value: 3.5 }), unit: "g/dL" };
    expect(await pointsOf({ factors: [{ ...albumin, convert: "g/L to g/dL" }] }, labs)).toEqual([1, 0, 0]);
    const refused = scoreValues(await tableFrom(labs), score({ factors: [albumin] }), board);
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: "unit-conflict", message: "“albumin_g_l” is in g/L; the cut is in g/dL." },
    });
    const twice = scoreValues(
      await tableFrom(labs),
      score({ factors: [{ ...albumin, unit: "g/L", convert: "g/dL to g/L" }] }),
      board,
    );
    expect(twice.ok).toBe(false);
  });

  it("corrects calcium for albumin: calcium + 0.8 × (4 − albumin), a value on the cut staying on it", async () => {
    const labs = "ca,albumin\n9.2,3\n9.21,3\n9.68,3.6\n9.69,3.6\n,3\n10,\n";
    const calcium = { ...factor("ca", "ca", { op: ">", value: 10 }), unit: "mg/dL" };
    const formula = { kind: "correctedCalcium", column: "albumin" };
    expect(await pointsOf({ factors: [{ ...calcium, formula }] }, labs)).toEqual([0, 1, 0, 1, null, null]);
  });

  it("counts months from date to date by the calendar: a year to the day is 12 and not below it", async () => {
    const dates = "dx,rx\n2010-03-15,2011-03-14\n2010-03-15,2011-03-15\n2012-02-29,2013-02-28\n2010-01-31,\n";
    const interval = { ...factor("dx", "dx", { op: "<", value: 12 }), formula: { kind: "monthsUntil", column: "rx" } };
    expect(await pointsOf({ factors: [interval] }, dates)).toEqual([1, 0, 0, null]);
  });

  it.each([
    ["dx", "arm"],
    ["arm", "dx"],
  ])("says that months from “%s” to “%s” need two columns of dates", async (from, to) => {
    const table = await tableFrom("dx,arm\n2010-03-15,A\n2011-03-15,B\n");
    const interval = { ...factor(from, from, { op: "<", value: 12 }), formula: { kind: "monthsUntil", column: to } };
    expect(scoreValues(table, score({ factors: [interval] }), board)).toMatchObject({
      ok: false,
      problem: { code: "factor-date", message: `“${from}” and “${to}” are not both columns of dates.` },
    });
  });

  it("adds a coefficient per unit of a value, which no bound can replace", async () => {
    const factors = [
      { ...factor("hb", "hb", { op: "per unit" }), points: -0.1 },
      { ...factor("alb", "alb", { op: "<", value: 3.5 }), points: 0.3 },
    ];
    expect(await pointsOf({ factors })).toEqual([-0.69, -1, -0.9, -1.2, null]);
    expect(await pointsOf({ factors, missing: "absent" })).toEqual([-0.69, -1, -0.9, -1.2, null]);
  });

  it("is known for nobody while a factor has an open question", async () => {
    const open = { ...factor("ldh", "hb", { op: ">", value: null, limit: "ULN" }) };
    expect(await pointsOf({ factors: [open] })).toEqual([null, null, null, null, null]);
    expect(await pointsOf({ factors: [open], missing: "absent" })).toEqual([0, 0, 0, 0, 0]);
  });

  it("says which column it lacks", async () => {
    const values = scoreValues(
      await tableFrom(text),
      score({ factors: [factor("x", "ldh", { op: ">", value: 1 })] }),
      board,
    );
    expect(values).toMatchObject({
      ok: false,
      problem: { code: "column-absent", message: "The file has no column “ldh”." },
    });
  });
});
