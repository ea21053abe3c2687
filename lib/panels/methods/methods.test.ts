import { describe, expect, it } from "vitest";
import { survivalTests } from "../../survival";
import { publicationsOfTest } from "./methods";
import { methodsInWords } from "./paragraph";

const compared = (source: string) =>
  methodsInWords([{ id: "test", name: "weighted", source, strata: null, robust: false, emphasis: null }]);

describe("the publication of a test", () => {
  it.each(survivalTests.map(({ id }) => id))("is named for %s", (id) => {
    expect(publicationsOfTest(id)).not.toEqual([]);
    expect(compared(id)).toMatch(/ test \(.+ \d{4}.*\)\.$/);
  });

  it("is that of Fleming and Harrington for their family, whatever its weights", () => {
    expect(compared("flemingHarrington(1, 0.5)")).toContain("(Fleming and Harrington 1991)");
  });

  it("is never another test's: of one that says none there is none", () => {
    expect(compared("unpublished")).toBe("Groups were compared by the two-sided weighted test.");
  });
});
