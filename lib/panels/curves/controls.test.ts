import { describe, expect, it } from "vitest";
import { defaultFigureOptions, figureOptionsSchema } from "../../board/figureOptions";
import { kaplanMeierFigure } from "../kaplanMeier/figure";
import { aml } from "../kaplanMeier/fixture";
import { chosenOf, figureControls, optionsOf } from "./controls";

const controls = figureControls.flatMap((group) => group.controls);

describe("the figure's controls", () => {
  it("reach every option of the figure but those edited where they stand", () => {
    const elsewhere = ["title", "subtitle", "caption", "withoutCautions"];
    const reached = new Set([...controls.flatMap(optionsOf), ...elsewhere]);
    expect([...reached].sort()).toEqual(Object.keys(figureOptionsSchema.shape).sort());
  });

  it("offer choices that are valid, change the drawing and can be told apart", () => {
    const drawnAs = (change: object) => {
      const options = figureOptionsSchema.parse({ ...defaultFigureOptions, ...change });
      return JSON.stringify(kaplanMeierFigure(aml, options, { width: 700, height: 500, theme: "light" }).tree);
    };
    for (const control of controls) {
      if (control.kind !== "choice") continue;
      control.choices.forEach(({ label, change }, place) => {
        const options = figureOptionsSchema.parse({ ...defaultFigureOptions, ...change });
        expect(chosenOf(control, options), `${control.label}: ${label}`).toBe(place);
      });
      // What intervals and palettes change lies in the result or in ordered groups.
      if (control.label === "Confidence band" || control.label === "Time in") continue;
      expect(new Set(control.choices.map(({ change }) => drawnAs(change))).size, control.label).toBeGreaterThan(1);
    }
  });

  it("say what each is for", () => {
    for (const { label, hint } of controls) expect(hint, label).toMatch(/\w.*\.$|…$/);
  });
});
