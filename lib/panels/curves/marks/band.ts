import { area as areaShape, curveLinear, curveStepAfter } from "d3";
import { element, group, type SvgElement } from "../../../figure/svg";
import { nth } from "../../../numeric/nth";
import { type DrawnPoints, stretches } from "../drawnPoints";
import { fewBelow } from "../fewBelow";
import type { Plot } from "../plot";

const opacity = { strong: 0.13, faded: 0.06 };

/** So many bands keep their full tone. */
const few = 3;

/**
 * The pointwise confidence band of one group: limits are computed at the points drawn only. None where a value has no
 * limits.
 */
export function bandMark(plot: Plot, index: number, points: DrawnPoints): SvgElement {
  const { drawn, looks, options, x } = plot;
  // Many bands over each other would be one grey.
  const share = Math.min(1, few / drawn.curves.length);
  const parts = stretches(nth(drawn.curves, index).points, points, drawn.shape, fewBelow(drawn, options), x);
  const paths = parts.map(({ drawn: part, faded }) => {
    const d = bandRuns(plot, index, part).map(bandPaths[drawn.shape]).join("");
    return d && element("path", { d, "fill-opacity": share * (faded ? opacity.faded : opacity.strong) });
  });
  return group({ "data-part": "band", "data-group": index, fill: nth(looks, index).color, stroke: "none" }, paths);
}

interface Edge {
  x: number;
  lower: number;
  upper: number;
}

/** Runs of points that have limits; of steps each is closed by a point where the next level begins. */
function bandRuns({ drawn, area, y, pixelRatio }: Plot, index: number, { xs, at, to }: DrawnPoints): Edge[][] {
  const { value, stdErr } = nth(drawn.curves, index).points;
  const stepped = drawn.shape === "steps";
  const clamped = (limit: number) => Math.max(area.top, Math.min(area.bottom, y(limit)));
  const runs: Edge[][] = [];
  let run: Edge[] = [];
  for (let place = 0; place < xs.length; place++) {
    const limits = nth(at, place) < 0 ? null : drawn.limits(nth(value, nth(at, place)), nth(stdErr, nth(at, place)));
    if (!limits || Number.isNaN(limits.lower) || Number.isNaN(limits.upper)) {
      run = [];
      continue;
    }
    if (run.length === 0) runs.push(run);
    if (stepped) run.pop();
    // The fill is faint: of steps closer than two device pixels the last level will do.
    const near = run.length > 0 && nth(xs, place) - nth(run, run.length - 1).x < 2 / pixelRatio ? run.pop() : undefined;
    const edge = { x: near?.x ?? nth(xs, place), lower: clamped(limits.lower), upper: clamped(limits.upper) };
    run.push(edge);
    if (stepped) run.push({ ...edge, x: xs[place + 1] ?? to });
  }
  return runs;
}

const bandPath = (curve: typeof curveLinear) =>
  areaShape<Edge>()
    .curve(curve)
    .x(({ x }) => x)
    .y0(({ lower }) => lower)
    .y1(({ upper }) => upper)
    .digits(2);
const bandPaths = { steps: bandPath(curveStepAfter), line: bandPath(curveLinear) };
