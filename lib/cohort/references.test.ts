import { describe, expect, it } from "vitest";
import { referenceAmong, referencesFirst } from "./references";

/** The level the others are compared with, of levels so often written. */
function reference(counts: Record<string, number>, ordered = false): string | undefined {
  const values = Object.keys(counts);
  const codes = Int32Array.from(values.flatMap((value, code) => Array<number>(counts[value] ?? 0).fill(code)));
  const levels = values.map((value) => ({ value, label: value, color: null }));
  const [first = -1] = referencesFirst({ codes, levels, ordered }, new Uint8Array(codes.length).fill(1));
  return values[first];
}

describe("the level that others are compared with", () => {
  it.each([
    ["none", { "Gene-related therapy": 50, "No such therapy": 2 }, "No such therapy"],
    ["placebo, though another drug is given with it", { "Drug + chemo": 50, "Placebo + chemo": 9 }, "Placebo + chemo"],
    ["standard alone rather than standard with more", { "Standard + X": 40, Standard: 30 }, "Standard"],
    ["wild type", { mutated: 49, "wild-type": 26 }, "wild-type"],
    ["WT", { MUT: 5, WT: 2 }, "WT"],
    ["control", { Treatment: 5, "Control arm": 2 }, "Control arm"],
    ["observation, as in the colon trial", { Lev: 310, "Lev+5FU": 304, Obs: 315 }, "Obs"],
    ["surgery alone", { "Surgery + RT": 30, "Surgery alone": 10 }, "Surgery alone"],
    ["no, of yes and no", { yes: 40, no: 4 }, "no"],
    ["nein, keine", { ja: 40, nein: 4 }, "nein"],
    ["keine Therapie", { Chemotherapie: 40, "Keine Therapie": 4 }, "Keine Therapie"],
    ["the negation of another level", { Smoker: 40, "Non-smoker": 4 }, "Non-smoker"],
    ["sans", { traité: 40, "Sans traitement": 4 }, "Sans traitement"],
    ["对照", { 试验: 40, 对照: 4 }, "对照"],
  ])("reads as a control: %s", (_, counts, expected) => {
    expect(reference(counts)).toBe(expected);
  });

  it("is else the largest, and the first of equals", () => {
    expect(reference({ Doxorubicin: 20, Gemcitabine: 30 })).toBe("Gemcitabine");
    expect(reference({ A: 20, B: 20 })).toBe("A");
  });

  it("is the lowest of levels in an order, and of numbers", () => {
    expect(reference({ low: 10, intermediate: 20, high: 40 }, true)).toBe("low");
    expect(reference({ 1: 10, 2: 200, 3: 40 })).toBe("1");
  });

  it("is no level that says nothing is known, and none that only begins like a control", () => {
    expect(reference({ responder: 30, "not evaluable": 10, "no data": 4 })).toBe("responder");
    expect(reference({ "Non-small cell": 10, Carcinoid: 30 })).toBe("Carcinoid");
    expect(reference({ "No. 1": 10, "No. 2": 30 })).toBe("No. 2");
    expect(reference({ "Nodular melanoma": 10, Acral: 30 })).toBe("Acral");
  });

  it("is the one chosen where it is shown, else the first that is", () => {
    const shown = [
      { level: "Drug", place: 0 },
      { level: "Other drug", place: 2 },
    ];
    expect(referenceAmong(shown, [1, 2, 0], "Drug")).toBe(0);
    expect(referenceAmong(shown, [1, 2, 0], null)).toBe(1);
    expect(referenceAmong(shown, [1, 2, 0], "Placebo")).toBe(1);
    expect(referenceAmong([], [1, 2, 0], null)).toBe(0);
  });
});
