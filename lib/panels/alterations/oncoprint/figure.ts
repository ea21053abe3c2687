import { maskOf } from "../../../cohort/genes";
import { element, group, type SvgElement } from "../../../figure/svg";
import { ellipsis, label, middleToBaseline } from "../../../figure/text";
import { type Inks, inks } from "../../../figure/theme";
import { ciInWords } from "../../../format";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { figureTree } from "../../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../../sheet/heading";
import { type Metrics, metricsOf, pageInWords, type Sheet } from "../../sheet/sheet";
import type { AlterationsResult, GeneLine } from "../result";
import { caption, limitsInWords, percentOf, sentence, shareInWords, subtitle } from "../words";
import { cellMarks, trackMarks } from "./cells";
import { type Layout, layoutOf, type Options } from "./layout";
import { legendMark } from "./legend";

/** The genes drawn, from and to before; all of them where it is not given. */
export interface Band {
  from: number;
  to: number;
}

export interface Oncoprint extends DrawnFigure {
  layout: Layout;
}

/**
 * The oncoprint: genes × patients, tracks above, shares with their intervals beside. Genes that a page does not hold
 * stand under the same head on the next. A pure function of result, options and sheet; on the screen `band` leaves out the
 * genes that are scrolled away.
 */
export function oncoprint(result: AlterationsResult, options: Options, sheet: Sheet, band?: Band): Oncoprint {
  const metrics = metricsOf(sheet);
  const { width, theme } = sheet;
  const { gap } = metrics;
  const ink = inks[theme];
  const title = result.groupLabel === null ? "Gene aberrations" : `Gene aberrations by ${result.groupLabel}`;
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? title,
        (options.subtitle ?? subtitle(result)) + pageInWords(sheet),
        width - 2 * gap,
        metrics,
      )
    : null;
  const under = sheet.titleInside ? (options.caption ?? caption(result, options)) : "";
  const foot = under === "" ? null : paragraph(under, width - 2 * gap, metrics.small);
  const footHeight = foot ? foot.height + gap * 3 : gap;
  const top = gap + (heading ? heading.height + gap : 0);
  const layout = layoutOf(result, options, sheet, top, footHeight, metrics);
  const all = result.genes.length;
  const { tallest = Number.POSITIVE_INFINITY, number = 0 } = sheet.page ?? {};
  const most = Math.max(1, Math.floor((tallest - layout.genesTop - footHeight) / layout.pitch));
  const pages = Math.max(1, Math.ceil(all / most));
  const first = sheet.page ? Math.min(number, pages - 1) * most : 0;
  const from = Math.max(first, band?.from ?? 0);
  const to = Math.min(all, sheet.page ? first + most : all, band?.to ?? all);
  const ends = to === all || band !== undefined;
  const bottom = layout.bottom - (all - (band ? all : to) + first) * layout.pitch;
  const height = Math.max(
    first === 0 ? sheet.height : 0,
    bottom + (ends ? footHeight : gap) + (all === 0 ? metrics.row * 6 : 0),
  );
  const tree = figureTree(
    sheet,
    height,
    sentence(result),
    ...(heading ? headingMark(heading, gap, gap, ink) : []),
    ...(result.genes.length === 0
      ? [noGenes(width, top, metrics, ink)]
      : headMarks(result, layout, sheet, metrics, ink)),
    ...result.genes
      .slice(from, to)
      .map((line, place) => keptGeneMark(line, from - first + place, result, layout, sheet, metrics, ink)),
    ends && foot && paragraphMark(foot, "caption", gap, height - gap - foot.height, ink.soft),
  );
  const drawn: Oncoprint = { width, height, tree, layout, problems: [] };
  if (pages > 1) drawn.pages = pages;
  return drawn;
}

const noGenes = (width: number, top: number, { text, row }: Metrics, ink: Inks): SvgElement =>
  group(
    { "data-part": "empty" },
    ["No genes yet.", "Join a file of alterations in Data, or choose columns beside the figure."].map((words, line) =>
      label(width / 2, top + text * 4 + line * row, ellipsis(words, width * 0.96, text), {
        size: text,
        fill: ink.soft,
        anchor: "middle",
      }),
    ),
  );

/** Legend, tracks, and what stands over the shares. */
function headMarks(
  result: AlterationsResult,
  layout: Layout,
  { theme }: Sheet,
  metrics: Metrics,
  ink: Inks,
): SvgElement[] {
  const { legend, legendTop, tracksTop, trackPitch, left, cell, genesTop, shares } = layout;
  const { small, gap } = metrics;
  const tracks = result.tracks.map((track, line) => {
    const place = { left, cell, top: tracksTop + line * trackPitch, height: trackPitch * 0.72 };
    const name = ellipsis(track.label, left - gap * 2, small);
    const baseline = place.top + place.height / 2 + small * middleToBaseline;
    return group(
      { "data-part": "track" },
      label(gap, baseline, name, { size: small, fill: ink.soft, whole: track.label }),
      ...trackMarks(track, place, theme),
    );
  });
  const over = genesTop - gap * 1.2;
  const head =
    shares.right <= shares.left
      ? []
      : shares.bars || shares.right - shares.left > metrics.text * 6
        ? [
            label(shares.left, over - metrics.row, `altered / tested, ${ciInWords(result.level)}`, {
              size: small,
              fill: ink.faint,
            }),
            ...(shares.bars
              ? [
                  label(shares.left, over, "0%", { size: small, fill: ink.faint }),
                  label(shares.right, over, "100%", { size: small, fill: ink.faint, anchor: "end" }),
                ]
              : []),
          ]
        : [];
  return [legendMark(legend, gap, legendTop, metrics, ink), ...tracks, group({ "data-part": "head" }, head)];
}

/** A gene's marks stay those of its layout while others are scrolled into sight. */
const kept = new WeakMap<GeneLine, { key: string; mark: SvgElement }>();

function keptGeneMark(...given: Parameters<typeof geneMark>): SvgElement {
  const [line, place, result, { genesTop, pitch, left, cell, shares }, { theme, text }] = given;
  const key = [
    place,
    genesTop,
    pitch,
    left,
    cell,
    shares.left,
    shares.right,
    shares.bars,
    theme,
    text,
    result.counted,
  ].join();
  const before = kept.get(line);
  if (before?.key === key) return before.mark;
  const mark = geneMark(...given);
  kept.set(line, { key, mark });
  return mark;
}

/** One gene: its name, its cells, and how often it is altered. */
function geneMark(
  line: GeneLine,
  place: number,
  result: AlterationsResult,
  layout: Layout,
  { theme }: Sheet,
  metrics: Metrics,
  ink: Inks,
): SvgElement {
  const { genesTop, pitch, height, left, cell, shares } = layout;
  const { text, gap } = metrics;
  const top = genesTop + place * pitch;
  const middle = top + height / 2;
  const size = Math.min(text, pitch * 0.78);
  const name = ellipsis(line.gene, left - gap * 2.2, size, 600);
  return group(
    { "data-part": "gene", "data-gene": line.gene },
    label(gap, middle + size * middleToBaseline, name, { size, fill: ink.ink, weight: 600, whole: line.gene }),
    ...cellMarks(line.cells.bits, maskOf(result.counted), { left, cell, top, height }, theme),
    ...(shares.right > shares.left ? shareMarks(line, layout, middle, metrics, ink) : []),
  );
}

/** "67%  49/75 (53–76)", and under it the interval on a line from 0 to 100%. */
function shareMarks(
  line: GeneLine,
  { shares, pitch, height }: Layout,
  middle: number,
  { text, small, gap }: Metrics,
  ink: Inks,
): SvgElement[] {
  const { left, right, bars } = shares;
  const size = Math.min(text, pitch * 0.78);
  const wide = right - left > text * 6;
  const baseline = bars ? middle - height * 0.12 : middle + size * middleToBaseline;
  const counts = `${shareInWords(line)}${line.tested > 0 ? ` (${limitsInWords(line)})` : ""}`;
  const texts = [
    label(wide ? left : right, baseline, percentOf(line), {
      size,
      fill: ink.ink,
      weight: 600,
      anchor: wide ? "start" : "end",
    }),
    ...(wide ? [label(right, baseline, counts, { size: Math.min(small, size), fill: ink.soft, anchor: "end" })] : []),
  ];
  if (!bars || line.tested === 0) return texts;
  const y = middle + height * 0.24;
  const x = (share: number) => left + share * (right - left);
  const square = gap * 1.1;
  return [
    ...texts,
    element("line", {
      x1: left,
      x2: right,
      y1: y,
      y2: y,
      stroke: ink.grid,
      "stroke-width": gap * 0.6,
      "stroke-linecap": "round",
    }),
    element("line", { x1: x(line.lower), x2: x(line.upper), y1: y, y2: y, stroke: ink.soft, "stroke-width": text / 8 }),
    element("rect", {
      x: x(line.estimate) - square / 2,
      y: y - square / 2,
      width: square,
      height: square,
      fill: ink.ink,
    }),
  ];
}
