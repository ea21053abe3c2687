import { type Box, overlaps } from "../../../figure/box";
import { element, group, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline, textWidth, wrap } from "../../../figure/text";
import { ciInWords, formatMedian } from "../../../format";
import { nth } from "../../../numeric/nth";
import { unitShort } from "../../timeUnit";
import { type BoxItem, type BoxLine, isNamed } from "../drawn";
import { crossesCurve } from "../labels/freeBox";
import { guides } from "../labels/guides";
import { inUnit } from "../labels/labelBlock";
import type { Plot } from "../plot";

/** From top to bottom; medians follow. */
const order: readonly BoxItem[] = ["test", "patients", "hazardRatios"];

/** What was chosen of test, medians and counts, and where it stands. */
export interface Annotation {
  lines: (ReturnType<typeof annotationLines>[number] & { short: string })[];
  box: Box;
  /** Whether it covers no curve, no number of a guide line and no label; else it belongs above the plot. */
  free: boolean;
}

/**
 * The box in the plot where it covers the least, or above it, where `above` has room for it; null where nothing was
 * chosen. `taken` are labels already placed.
 */
export function annotationOf(plot: Plot, taken: readonly Box[], above: boolean): Annotation | null {
  const lines = annotationLines(plot);
  if (lines.length === 0) return null;
  const { metrics, area } = plot;
  const pad = metrics.gap;
  const most = (area.right - area.left) * (above ? 1 : 0.6) - 2 * pad;
  // Above the plot a line goes on under itself; within it, a box that would cut a number is not free.
  const cut = !above && lines.some(({ text }) => textWidth(text, metrics.small) > most);
  const shown = lines.flatMap((line) =>
    wrap(line.text, most, metrics.small, 400, above ? 4 : 1).map((short) => ({ ...line, short })),
  );
  const width = Math.max(...shown.map(({ short }) => textWidth(short, metrics.small))) + 2 * pad;
  const height = shown.length * leadingOf(plot) + pad * 1.4;
  if (!above) {
    const place = freestPlace(plot, width, height, taken);
    return { lines: shown, box: place.box, free: place.free && !cut };
  }
  const bottom = area.top - metrics.text * 0.5;
  const left = Math.max(pad, area.right - width);
  return { lines: shown, box: { left, top: bottom - height, right: left + width, bottom }, free: true };
}

const leadingOf = ({ metrics }: Plot) => metrics.small * 1.35;

export function annotationMark(plot: Plot, { lines, box }: Annotation): SvgElement {
  const { metrics, inks } = plot;
  const pad = metrics.gap;
  const leading = leadingOf(plot);
  return group(
    { "data-part": "annotation" },
    element("rect", {
      x: box.left,
      y: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
      rx: metrics.gap * 0.6,
      fill: inks.surface,
      "fill-opacity": 0.88,
      stroke: inks.grid,
      "stroke-width": metrics.hair,
    }),
    lines.map(({ text, short, fill }, index) => {
      const y = box.top + pad * 0.7 + (index + 0.5) * leading + metrics.small * middleToBaseline;
      return label(box.left + pad, y, short, { size: metrics.small, fill, whole: short.endsWith("…") ? text : short });
    }),
  );
}

function annotationLines({ drawn, options, inks, looks, time }: Plot): { text: string; fill: string }[] {
  const { words, curves, confidence } = drawn;
  const fillOf = ({ of, soft }: BoxLine) => {
    const curve = of ? curves.findIndex(({ key }) => isNamed(key, of)) : -1;
    return looks[curve]?.textColor ?? (soft || of ? inks.soft : inks.ink);
  };
  const chosen = order.filter((item) => options.annotation.includes(item));
  const lines = chosen.flatMap((item) =>
    (words.box[item] ?? []).map((line) => ({ text: line.text, fill: fillOf(line) })),
  );
  const medians = curves.flatMap(({ label, median }, index) =>
    median
      ? [
          {
            text: `${label}: ${formatMedian(inUnit(median, time.factor), time.unit)}`,
            fill: nth(looks, index).textColor,
          },
        ]
      : [],
  );
  if (!options.annotation.includes("medians") || medians.length === 0) return lines;
  const level = ciInWords(confidence.level);
  return [...lines, { text: `Median, ${unitShort[time.unit]} (${level})`, fill: inks.soft }, ...medians];
}

/** Where the name of a milestone may stand, at the top beside its line. */
const milestoneLabel = ({ area, metrics }: Plot, x: number): Box => ({
  left: x,
  right: x + metrics.small * 4,
  top: area.top,
  bottom: area.top + metrics.small * 1.5,
});

/**
 * Of a raster of places, from the upper right to the lower left, the first that covers the fewest curves, guide lines
 * (with what is written beside them) and labels; a finer raster where the first has none that is free.
 */
function freestPlace(plot: Plot, width: number, height: number, taken: readonly Box[]): { box: Box; free: boolean } {
  const coarse = placeOn(4, plot, width, height, taken);
  if (coarse.free) return coarse;
  const fine = placeOn(16, plot, width, height, taken);
  return fine.free ? fine : coarse;
}

function placeOn(steps: number, plot: Plot, width: number, height: number, taken: readonly Box[]) {
  const { area, metrics, drawn } = plot;
  const lines = guides(plot);
  const shares = Array.from({ length: steps + 1 }, (_, step) => step / steps);
  let best: { box: Box; free: boolean; covered: number } | null = null;
  for (const down of shares)
    for (const across of shares) {
      const left =
        area.right - metrics.gap - width - across * Math.max(0, area.right - area.left - width - 2 * metrics.gap);
      const top = area.top + metrics.gap + down * Math.max(0, area.bottom - area.top - height - 2 * metrics.gap);
      const box = { left, top, right: left + width, bottom: top + height };
      const crossing = (of: Box) => drawn.curves.filter((_, index) => crossesCurve(of, plot, index)).length;
      const curves = crossing(box);
      const guided = lines.filter((x) => x > box.left - metrics.text * 3 && x < box.right + metrics.text * 3).length;
      const named = lines.filter((x) => overlaps(box, milestoneLabel(plot, x))).length;
      const labels = taken.filter((other) => overlaps(box, other)).length;
      const covered = curves + guided + 2 * named + 2 * labels;
      // Numbers of a guide line stand at most so far from their curve: the more there are, the further they are spread.
      const far = metrics.text * Math.max(1.6, 1.25 * drawn.curves.length);
      const near = { ...box, top: box.top - far, bottom: box.bottom + far };
      const inside = box.left >= area.left && box.bottom <= area.bottom;
      const free = inside && curves + named + labels === 0 && (guided === 0 || crossing(near) === 0);
      if (best === null || (free && !best.free) || (free === best.free && covered < best.covered))
        best = { box, free, covered };
    }
  return best as { box: Box; free: boolean };
}
