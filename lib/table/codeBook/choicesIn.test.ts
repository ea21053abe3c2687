import { describe, expect, it } from "vitest";
import { choicesIn } from "./choicesIn";

const said = (text: string) => choicesIn(text).map(({ value, label }) => `${value}: ${label}`);

it("a cell of a million characters explains nothing, at once", () => {
  for (const letter of ["x", "x ", "0 ", "(", "=", "a1"]) expect(choicesIn(letter.repeat(1_000_000))).toEqual([]);
});

describe("the values a text explains", () => {
  it.each([
    ["0, Alive | 1, Dead", "0: Alive", "1: Dead"],
    ["1, Stage I, early | 2, Stage II", "1: Stage I, early", "2: Stage II"],
    ["0=alive; 1=dead", "0: alive", "1: dead"],
    ["0 = alive, 1 = dead of disease", "0: alive", "1: dead of disease"],
    ["(0: no / 1: yes)", "0: no", "1: yes"],
    ["0=nein und 1=ja", "0: nein", "1: ja"],
    ["alive=0, dead=1", "0: alive", "1: dead"],
    ["0 alive 1 dead", "0: alive", "1: dead"],
    ["M = male, F = female", "M: male", "F: female"],
    ["1 = A; 2 = B; 9 = unknown", "1: A", "2: B", "9: unknown"],
    ["0=alive\n1=dead", "0: alive", "1: dead"],
    ["-1=unknown, 0=no", "-1: unknown", "0: no"],
  ])("“%s”", (text, ...labels) => expect(said(text)).toEqual(labels));

  it.each([
    ["12 months"],
    ["2020-01-03"],
    ["age 18 to 99"],
    ["0=1, 1=2"],
    ["1=a, 1=b"],
    ["Alive"],
    ["T1 N0 M0"],
    ["0/1"],
    ["10 mg - 20 mg"],
  ])("none in “%s”", (text) => expect(said(text)).toEqual([]));
});
