import { describe, expect, it } from "vitest";
import { gatherer } from "../../numeric/gather";
import { designMatrix, fillColumn, markMissing } from "./designMatrix";
import { profileRow } from "./profile";

const age = { name: "age", values: Float64Array.of(50, 60, 70, 80) };
const sex = { name: "sex", codes: Int32Array.of(0, 1, 1, 0), levels: ["m", "f"] };
const arm = { name: "arm", codes: Int32Array.of(0, 1, 2, 1), levels: ["a", "b", "c"], reference: 1 };
const rows = Uint32Array.of(0, 1, 2, 3);

function columnsOf(covariates: Parameters<typeof designMatrix>[0], of = rows) {
  return designMatrix(covariates, of).columns.map((column) => {
    const out = new Float64Array(of.length);
    fillColumn(column, gatherer(of), out);
    return [column.name, ...out];
  });
}

describe("a design matrix", () => {
  it("has a column per number and per level other than the reference, in the rows' order", () => {
    expect(columnsOf([age, arm], Uint32Array.of(2, 0, 1))).toEqual([
      ["age", 70, 50, 60],
      ["arma", 0, 1, 0],
      ["armc", 1, 0, 0],
    ]);
  });

  it("multiplies the columns of an interaction, the first covariate changing fastest", () => {
    expect(columnsOf([arm, sex, { of: ["arm", "sex"] }]).slice(3)).toEqual([
      ["arma:sexf", 0, 0, 0, 0],
      ["armc:sexf", 0, 0, 1, 0],
    ]);
    expect(columnsOf([age, sex, { name: "both", of: ["age", "sex"] }])[2]).toEqual(["age:sexf", 0, 60, 70, 0]);
  });

  it("knows only the levels of the rows analyzed", () => {
    const { terms, columns } = designMatrix([arm], Uint32Array.of(0, 2));
    expect(columns.map(({ name }) => name)).toEqual(["armc"]);
    expect(terms[0]).toMatchObject({ reference: "a", replacedReference: "b", emptyLevels: ["b"] });
  });

  it("throws on an interaction of what is not in the model", () => {
    expect(() => designMatrix([age, { of: ["age", "sex"] }], rows)).toThrow("age,sex");
  });
});

it("marks rows with a missing or infinite number or without a level", () => {
  const usable = Uint8Array.of(1, 1, 1, 0);
  markMissing(
    [
      { name: "x", values: Float64Array.of(1, Number.NaN, 3, 4) },
      { ...sex, codes: Int32Array.of(0, 1, -1, 1) },
    ],
    usable,
  );
  expect([...usable]).toEqual([1, 0, 0, 0]);
});

describe("a profile", () => {
  const design = designMatrix([age, sex, arm, { of: ["age", "arm"] }], rows);

  it("becomes a row of the design", () => {
    expect([...profileRow(design, { age: 65, sex: "f", arm: "c" })]).toEqual([65, 1, 0, 1, 0, 65]);
  });

  it("must name every covariate and only levels of the model", () => {
    expect(() => profileRow(design, { sex: "f", arm: "c" })).toThrow("age");
    expect(() => profileRow(design, { age: 65, sex: "x", arm: "c" })).toThrow("the model knows m, f");
    expect(() => profileRow(design, { age: 65, sex: "f" })).toThrow("arm");
  });
});
