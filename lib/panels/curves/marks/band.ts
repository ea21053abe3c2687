import { area as areaShape, curveStepAfter } from "d3";
import { element, group, type SvgElement } from "../../../figure/svg";
import { pointLimits } from "../../kaplanMeier/pointLimits";
import type { Plot } from "../layout/plot";
import { type DrawnSteps, stretches } from "./drawnPoints";

const opacity = { strong: 0.13, faded: 0.06 };

/** So many bands keep their full tone. */
const few = 3;

/** The pointwise confidence band of one group: limits are computed at the drawn steps only. None where Ŝ is 0 or still 1. */
export function bandMark(plot: Plot, index: number, steps: DrawnSteps): SvgElement {
  const { result, looks, options, x } = plot;
  // Many bands over each other would be one grey.
  const share = Math.min(1, few / result.groups.length);
  const parts = stretches(result.groups[index].curve, steps, options.fadeBelow, x);
  const paths = parts.map(({ steps: part, faded }) => {
    const d = bandRuns(plot, index, part).map(bandPath).join("");
    return d && element("path", { d, "fill-opacity": share * (faded ? opacity.faded : opacity.strong) });
  });
  return group({ "data-part": "band", "data-group": index, fill: looks[index].color, stroke: "none" }, paths);
}

interface Edge {
  x: number;
  lower: number;
  upper: number;
}

/** Runs of steps that have limits, each closed by a point where the next level begins. */
function bandRuns({ result, area, y, pixelRatio }: Plot, index: number, { xs, at, to }: DrawnSteps): Edge[][] {
  const { curve } = result.groups[index];
  const clamped = (survival: number) => Math.max(area.top, Math.min(area.bottom, y(survival)));
  const runs: Edge[][] = [];
  let run: Edge[] = [];
  for (let place = 0; place < xs.length; place++) {
    const limits = at[place] < 0 ? null : pointLimits(result, curve.survival[at[place]], curve.stdErr[at[place]]);
    if (!limits || Number.isNaN(limits.lower) || Number.isNaN(limits.upper)) {
      run = [];
      continue;
    }
    if (run.length === 0) runs.push(run);
    run.pop();
    // The fill is faint: of steps closer than two device pixels the last level will do.
    const near = run.length > 0 && xs[place] - run[run.length - 1].x < 2 / pixelRatio ? run.pop() : undefined;
    const edge = { x: near?.x ?? xs[place], lower: clamped(limits.lower), upper: clamped(limits.upper) };
    run.push(edge, { ...edge, x: xs[place + 1] ?? to });
  }
  return runs;
}

const bandPath = areaShape<Edge>()
  .curve(curveStepAfter)
  .x(({ x }) => x)
  .y0(({ lower }) => lower)
  .y1(({ upper }) => upper)
  .digits(2);
