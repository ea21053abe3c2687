import { expect, it } from "vitest";
import type { Covariate } from "../../survival";
import { fitted, isFitted, modelRows, wholeTests } from "./fits";

// 24 patients of three sites, two arms and an age.
const time = Float64Array.from({ length: 24 }, (_, row) => 1 + ((row * 7) % 24));
const subjects = { time, cause: Uint8Array.from(time, (_, row) => (row % 5 ? 1 : 0)), reason: new Uint8Array(24) };
const age = { name: "age", values: Float64Array.from(time, (_, row) => 40 + ((row * 11) % 31)) };
const arm = { name: "arm", codes: Int32Array.from(time, (_, row) => row % 2), levels: ["A", "B"] };
const site = { name: "site", codes: Int32Array.from(time, (_, row) => row % 3), levels: ["limb", "trunk", "hand"] };

function model(covariates: Covariate[], firth: "never" | "always" = "never", more: object = {}) {
  const found = fitted({ ...subjects, ...more }, covariates, { firth, level: 0.95 });
  if (!isFitted(found)) throw new Error(found.message);
  return found;
}
const tested = (...given: Parameters<typeof model>) =>
  [...wholeTests(model(...given))].map(([name, { df, test }]) => [name, df, test]);

it("a covariate is tested as a whole where it has several coefficients, and not where its one coefficient has a P", () => {
  expect(tested([age, arm, site])).toEqual([["site", 2, "likelihood ratio"]]);
  expect(tested([age, arm])).toEqual([]);
});

it("of an interaction each is tested, and no covariate that it needs", () => {
  expect(tested([age, arm, site, { name: "age by arm", of: ["age", "arm"] }])).toEqual([
    ["site", 2, "likelihood ratio"],
    ["age by arm", 1, "likelihood ratio"],
  ]);
  expect(tested([age, site, { name: "age by site", of: ["age", "site"] }])).toEqual([
    ["age by site", 2, "likelihood ratio"],
  ]);
});

it("what leaves no likelihood is tested by robust Wald, and a penalized fit not at all", () => {
  const weights = { weight: Float64Array.from(time, (_, row) => 1 + (row % 2) / 2), weightKind: "sampling" };
  expect(tested([age, arm, site], "never", weights)).toEqual([["site", 2, "robust Wald test"]]);
  expect(tested([age, site], "always")).toEqual([]);
});

it("the rows of a model are those with a value of every covariate", () => {
  const some = { ...site, codes: site.codes.map((code, row) => (row === 4 ? -1 : code)) };
  const { group } = modelRows({ ...subjects, group: new Int16Array(24) } as never, model([age, some]));
  expect([...group].flatMap((of, row) => (of < 0 ? [row] : []))).toEqual([4]);
});
