import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coxRegression, firthRegression } from "../survival";
import { noticeInWords, unfittedInWords } from "./reasonInWords";

const three = { time: Float64Array.of(1, 2, 3), cause: Uint8Array.of(1, 0, 1) };
const x = { name: "x", values: Float64Array.of(0, 1, 2) };
const said = (result: ReturnType<typeof coxRegression>) =>
  result.ok ? result.value.notices.map((notice) => noticeInWords(notice).message) : [unfittedInWords(result).message];

describe("why a model was not fitted, in words", () => {
  it("names the weights that are impossible, by row", () => {
    const weight = Float64Array.of(1, 1.5, 0);
    const counts = coxRegression({ ...three, covariates: [], weight });
    expect(counts.ok ? null : unfittedInWords(counts)).toEqual({
      code: "weight-invalid",
      message: "2 weights are not positive whole numbers.",
      hint: "Leave these rows out, or declare the weights as sampling weights.",
      rows: [2, 3],
    });
    expect(said(coxRegression({ ...three, covariates: [], weight, weightKind: "sampling" }))).toEqual([
      "1 weight is no positive number.",
    ]);
  });

  it("says that nobody is left, and that nobody has the event", () => {
    expect(said(coxRegression({ ...three, time: new Float64Array(3).fill(Number.NaN), covariates: [] }))).toEqual([
      "No row has all values the model needs.",
    ]);
    expect(said(coxRegression({ ...three, cause: new Uint8Array(3), covariates: [] }))).toEqual([
      "None of the 3 rows has the event.",
    ]);
  });

  it("says what a model does not take", () => {
    const penalized = firthRegression({ ...three, covariates: [x] }, { ties: "exact" });
    expect(penalized.ok ? "" : unfittedInWords(penalized).message).toMatch(
      /^Firth's penalized likelihood takes neither/,
    );
  });
});

describe("the notices of a fit, in words", () => {
  it("says separation, few events, and levels that nobody has", () => {
    const group = { name: "g", codes: Int32Array.of(1, 2, 2), levels: ["none", "a", "b"] };
    expect(said(coxRegression({ ...three, cause: Uint8Array.of(1, 0, 0), covariates: [group] }))).toEqual([
      "gb: the hazard ratio is infinite or zero, because a group has no events or all of them come first.",
      "g: no patient analyzed has none.",
      "g: no patient analyzed has the reference none; compared with a instead.",
      "1 event for 1 coefficient: 1.0 events per coefficient, fewer than 10.",
    ]);
  });

  it("says what cannot be estimated", () => {
    const flat = { name: "flat", values: new Float64Array(3) };
    expect(said(coxRegression({ ...three, covariates: [flat] }))).toEqual([
      "flat: not estimable, because it does not vary or is determined by the covariates before it.",
    ]);
  });
});

it("lib/survival has no words of its own: nothing there makes a problem", () => {
  const folder = new URL("../survival/", import.meta.url);
  const speaking = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && /from "[./]+\/result"/.test(readFileSync(new URL(file, folder), "utf8")),
  );
  expect(speaking).toEqual([]);
});
