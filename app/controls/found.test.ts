import { describe, expect, it } from "vitest";
import { named } from "./choices";
import { found, foundInside } from "./found";

const columns = named([
  "Age at referral",
  "Stage",
  "TP53",
  "Best response",
  "Grade (WHO)",
  "Größe",
  "age",
  "LDH > ULN",
]);
const labels = (typed: string) => found(columns, typed).map(({ label }) => label);

describe("what is typed into a picker finds", () => {
  it("the name itself, then names that begin with it, then words, then the rest", () => {
    expect(labels("age")).toEqual(["age", "Age at referral", "Stage"]);
    expect(labels("re")).toEqual(["Age at referral", "Best response"]);
  });

  it("every word, in any order, without case and accents", () => {
    expect(labels("referral AGE")).toEqual(["Age at referral"]);
    expect(labels("groß")).toEqual(["Größe"]);
    expect(labels("grosse")).toEqual([]);
    expect(labels("grö")).toEqual(["Größe"]);
  });

  it("signs as they are, and nothing by what no name has", () => {
    expect(labels("(who")).toEqual(["Grade (WHO)"]);
    expect(labels("> u")).toEqual(["LDH > ULN"]);
    expect(labels("x9")).toEqual([]);
  });

  it("everything in its order where nothing is typed", () => {
    expect(found(columns, "  ")).toBe(columns);
  });

  it("in 2,000 columns within a frame", () => {
    const many = named(Array.from({ length: 2000 }, (_, at) => `Gene expression of marker ${at}`));
    const start = performance.now();
    expect(found(many, "marker 1999")).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe("what is in a choice", () => {
  const site = { names: ["gene07", "gene08", "uterus"], chosen: (place: number) => `site ${place}` };
  const entries = [
    { value: "site", label: "Site", inside: site },
    { value: "arm", label: "Gene arm", inside: { names: ["gene07 only", "Gene07 or gene08"] } },
    { value: "used", label: "Used", onlyInside: true, inside: { names: ["old"], chosen: () => "used old" } },
  ];
  const said = (typed: string) => foundInside(entries, typed).map(({ label, value }) => `${label} = ${value}`);

  it("is found by its name and named with what it is in, which is chosen where it cannot be chosen itself", () => {
    expect(said("gene07")).toEqual(["Site: gene07 = site 0", "Gene arm: gene07 only = arm"]);
    expect(said("site uter")).toEqual(["Site: uterus = site 2"]);
  });

  it("is not listed for what only the choice itself has in its name, and once where both have it", () => {
    expect(said("site")).toEqual(["Site = site"]);
    expect(said("gene")).toEqual(["Gene arm = arm", "Site: gene07 = site 0", "Site: gene08 = site 1"]);
  });

  it("is all that is left of a choice that was made already, and nothing of it is listed before something is typed", () => {
    expect(said("")).toEqual(["Site = site", "Gene arm = arm"]);
    expect(said("used")).toEqual([]);
    expect(said("old")).toEqual(["Used: old = used old"]);
  });
});
