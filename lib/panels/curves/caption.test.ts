import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../../board/figureOptions";
import { kaplanMeier } from "../../survival";
import { survivalCurves } from "../kaplanMeier/drawn";
import { aml } from "../kaplanMeier/fixture";
import { captionOf } from "./caption";

const drawn = survivalCurves(aml, defaultFigureOptions);
const withTable = { ...defaultFigureOptions, table: ["atRisk" as const, "events" as const] };
const convention = "At risk, censored and events are counted just before each time.";

describe("the caption of a figure of curves", () => {
  it("says when its table counts, and says it of no table of those at risk alone", () => {
    expect(captionOf(drawn, withTable)).toContain(convention);
    expect(captionOf(drawn, { ...defaultFigureOptions, table: ["atRisk"] })).not.toContain("counted just before");
  });

  it("speaks of later entries where there are some, and nowhere else", () => {
    const late = "Those who enter later make up the rest.";
    expect(captionOf(drawn, withTable)).not.toContain(late);
    const [curve] = kaplanMeier({
      time: Float64Array.of(3, 5, 8),
      cause: Uint8Array.of(1, 0, 1),
      entry: Float64Array.of(0, 2, 4),
    });
    const entered = { ...drawn, curves: [{ ...drawn.curves[0], counts: curve }] };
    expect(captionOf(entered, withTable)).toContain(`${convention} ${late}`);
  });
});
