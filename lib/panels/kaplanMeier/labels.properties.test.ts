import fc from "fast-check";
import { describe, it } from "vitest";
import { figureOptionsSchema } from "../../board/figureOptions";
import { collisions, outside } from "../../figure/treeReading";
import { kaplanMeierFigure } from "./figure";
import { fixture, simulated } from "./fixture";

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    "<b>bold</b>",
    "=1+1",
    "__proto__",
    "👩‍⚕️ team",
    "טיפול תומך",
    "علاج",
    "≥3",
    "Trabectedin after anthracycline-based first-line chemotherapy",
  ),
);

const group = fc.record({
  name,
  count: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 120 })),
  median: fc.double({ min: 0.02, max: 3, noNaN: true }),
  seed: fc.integer({ min: 1, max: 10_000 }),
});

const options = fc.record({
  scale: fc.constantFrom("survival", "failure", "cumulativeHazard", "logLog"),
  labels: fc.constantFrom("ends", "legend"),
  tableLayout: fc.constantFrom("inline", "rows"),
  table: fc.subarray(["atRisk", "censored", "events"] as const),
  medianLines: fc.boolean(),
  unit: fc.constantFrom(null, "days", "weeks", "months", "years"),
});

const sheet = fc.constantFrom(
  { width: 760, height: 560 },
  { width: 1500, height: 900, text: 22 },
  { width: 336, height: 320, text: 8, titleInside: true },
  { width: 358, height: 400 },
  { width: 692, height: 480, text: 9.3, titleInside: true },
);

describe("texts of a figure", () => {
  it("never touch each other and never leave it: any names, 1 to 12 groups, hours to decades, any size and options", () => {
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0.04, 1, 40, 900, 12_000),
        options,
        sheet,
        (groups, most, chosen, size) => {
          const result = fixture(
            groups.map((each) => simulated(each.name, each.count, each.median * most, most, each.seed)),
          );
          const figure = kaplanMeierFigure(result, figureOptionsSchema.parse(chosen), { ...size, theme: "light" });
          const found = [...collisions(figure.tree), ...outside(figure.tree, figure.width, figure.height)];
          if (found.length > 0) throw new Error(found.join("\n"));
        },
      ),
      { numRuns: 100 },
    );
  });
});
