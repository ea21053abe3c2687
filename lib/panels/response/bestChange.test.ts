import { describe, expect, it } from "vitest";
import { tableFrom } from "../../cohort/testing";
import { amountOf, bestChanges } from "./bestChange";

describe("a cell of a best change", () => {
  const plain = (value: number) => ({ value, percent: false, parentheses: false });

  it.each([
    ["-34", plain(-34)],
    ["+ 5", plain(5)],
    ["34,5", plain(34.5)],
    [",5", plain(0.5)],
    ["−0.34", plain(-0.34)],
    ["–12 %", { value: -12, percent: true, parentheses: false }],
    ["(34%)", { value: -34, percent: true, parentheses: true }],
    ["(34)%", { value: -34, percent: true, parentheses: true }],
    ["(3)", { value: -3, percent: false, parentheses: true }],
    ["1,2345", plain(1.2345)],
  ])("that says “%s” is a number", (text, amount) => {
    expect(amountOf(text)).toEqual(amount);
  });

  it.each(["1,234", "12,345", "(34", "34)", "5-3", "shrunk", "", "%", "1.2.3"])("that says “%s” is none", (text) => {
    expect(amountOf(text)).toBeNull();
  });
});

describe("the best changes of a column", () => {
  const changes = async (
    cells: string[],
    scale: "percent" | "fraction" | null = null,
    counted = (_row: number) => true,
  ) => {
    const table = await tableFrom(`id;chg\n${cells.map((cell, row) => `${row};${cell}`).join("\n")}\n`);
    const found = bestChanges(table, { column: "chg", scale, positive: null }, counted);
    if (!found.ok) throw new Error(found.problem.message);
    return { ...found.value, values: [...found.value.values] };
  };

  it("may be fractions where all lie from −1.5 to 1.5 and one is not 0, and nobody has said", async () => {
    expect((await changes(["-1.5", "0.2", "1.5"])).inDoubt).toEqual({ from: -1.5, to: 1.5, count: 3 });
    expect((await changes(["-0.5", "0.2", "1.6"])).inDoubt).toBeNull();
    expect((await changes(["-1.6", "0.2", "1.5"])).inDoubt).toBeNull();
    expect((await changes(["0", "0"])).inDoubt).toBeNull();
    expect((await changes(["-0.5", "0.2"], "percent")).inDoubt).toBeNull();
    expect((await changes(["-0.5", "0.2", "40"], null, (row) => row < 2)).inDoubt).toEqual({
      from: -0.5,
      to: 0.2,
      count: 2,
    });
  });

  it("are a hundred times a fraction, but not of a cell with a percent sign", async () => {
    const { values, inDoubt } = await changes(["-0.5", "12%", "0.25", "-30%"], "fraction");
    expect([values, inDoubt]).toEqual([[-50, 12, 25, -30], null]);
  });

  it("are at least −100, but for the last digit of a number; what is below is named, and what nobody counts is none", async () => {
    const { values, impossible } = await changes(
      ["-100", "-100.00000000001", "-101", "7"],
      "percent",
      (row) => row < 3,
    );
    expect([values, impossible]).toEqual([[-100, -100, Number.NaN, Number.NaN], [2]]);
  });
});
