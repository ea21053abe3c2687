import { describe, expect, it } from "vitest";
import { defaultFigureOptions, figureOptionsSchema } from "./figureOptions";

describe("figure options", () => {
  it("have a default for every field, which is itself valid", () => {
    expect(figureOptionsSchema.parse(defaultFigureOptions)).toEqual(defaultFigureOptions);
    expect(Object.values(defaultFigureOptions)).not.toContain(undefined);
  });

  it("have a description for every field", () => {
    for (const [name, field] of Object.entries(figureOptionsSchema.shape))
      expect(field.description, name).toMatch(/\w/);
  });

  it("refuse unknown fields and impossible values", () => {
    const refused = [
      { bands: true },
      { step: 0 },
      { end: -1 },
      { yRange: [1, 0] },
      { milestones: [0] },
      { confidenceLevel: 95 },
    ];
    for (const options of refused)
      expect(figureOptionsSchema.safeParse(options).success, JSON.stringify(options)).toBe(false);
  });
});
