import { bench, describe } from "vitest";
import { defaultFigureOptions } from "../../board/figureOptions";
import { between, levelsOf } from "../../figure/morph";
import { curvePaths } from "../curves/reading/curvePaths";
import { kaplanMeierFigure } from "./figure";
import { fixture, simulated } from "./fixture";

/**
 * What one frame of a filter costs after its numbers are there: the figure laid out again, and a step of the curves'
 * glide. A frame has 16 ms.
 */
describe.each([75, 10_000, 1_000_000])("a frame of the figure of %i patients in two arms", (count) => {
  const half = Math.ceil(count / 2);
  const result = fixture([simulated("A", half, 20, 60, 1), simulated("B", half, 12, 60, 2)]);
  const filtered = fixture([simulated("A", Math.ceil(half * 0.8), 20, 60, 3), simulated("B", half, 12, 60, 2)]);
  const sheet = { width: 760, height: 480, theme: "light" } as const;
  const levels = (each: typeof result) =>
    levelsOf(curvePaths(kaplanMeierFigure(each, defaultFigureOptions, sheet).tree).get(0) ?? []);
  const [before, after] = [levels(result), levels(filtered)];

  bench("lay out", () => {
    kaplanMeierFigure(filtered, defaultFigureOptions, sheet);
  });

  bench("glide, half way", () => {
    between(before, after, 0.5);
  });
});
