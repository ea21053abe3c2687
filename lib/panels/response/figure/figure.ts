import type { PanelOf } from "../../../board/panelForms/registry";
import { element, type SvgElement } from "../../../figure/svg";
import { label, textWidth, wrap } from "../../../figure/text";
import { type Inks, inks, type Theme } from "../../../figure/theme";
import { counted } from "../../../format";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { figureTree } from "../../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../../sheet/heading";
import { type Metrics, metricsOf, pageInWords, type Sheet } from "../../sheet/sheet";
import type { ResponseResult } from "../result";
import { titleOf } from "../title";
import { caption, sentence, subtitle } from "../words";
import { schemeOf, stripOf } from "./colors";
import { drawnPart } from "./drawnPart";
import { type Key, legend } from "./legend";
import { type LanePage, lanePage, lanePitch, mostLanes } from "./pages";
import { shares } from "./shares";
import { spider } from "./spider";
import { laneCount, laneKeys, laneRows, swimmer } from "./swimmer";
import { waterfall } from "./waterfall";

type Options = PanelOf<"response">["figure"];

/**
 * Bars of best change, lanes, lines over time, or bars above lanes, under one legend. A pure function of result,
 * options and sheet.
 */
export function responseFigure(whole: ResponseResult, options: Options, sheet: Sheet): DrawnFigure {
  const metrics = metricsOf(sheet);
  const { width, theme } = sheet;
  const { gap, text, row, small } = metrics;
  const ink = inks[theme];
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? titleOf(whole),
        (options.subtitle ?? subtitle(whole)) + pageInWords(sheet),
        width - 2 * gap,
        metrics,
      )
    : null;
  const under = sheet.titleInside ? (options.caption ?? caption(whole, options)) : "";
  const foot = under === "" ? null : paragraph(under, width - 2 * gap, small);
  const left = gap + textWidth("−100%", small) + metrics.tick + 2;
  const right = width - gap * 2;
  const { bars, others, heading: oneGroup } = drawnPart(whole, options);
  const parts = partsOf(bars, others, options, oneGroup !== undefined);
  const all = parts.lanes ? laneRows(others, options) : [];
  const rows = all.slice(0, mostLanes);
  const marks: (SvgElement | null)[] = [];
  let top = gap + (heading ? heading.height + gap : 0);
  const keys = legend(
    schemeKeys(bars, metrics, theme),
    {
      // Bars of categories alone begin at the edge.
      left: parts.shares ? gap : left,
      top,
      width: right - left,
      heading: parts.lanes ? undefined : oneGroup,
    },
    metrics,
    ink,
  );
  marks.push(keys.mark);
  top += keys.height + gap;
  const strip = parts.bars ? stripKeys(bars, metrics, theme) : null;
  const stripLegend = (at: number) =>
    legend(strip?.keys ?? [], { left, top: at, width: right - left, heading: strip?.label }, metrics, ink);
  const laneLegend = (at: number) =>
    legend(
      laneKeys(others, metrics, ink, theme),
      { left, top: at, width: right - left, heading: oneGroup },
      metrics,
      ink,
    );
  const stripHeight = strip ? stripLegend(0).height + gap : 0;
  // Keys of the lanes, their axis with its title, and the space around them.
  const aroundLanes = rows.length === 0 ? 0 : laneLegend(0).height + row * 3.6 + gap * 2;
  const footHeight = foot ? foot.height + gap * 2 : 0;
  const room = sheet.height - footHeight - gap - top - stripHeight;
  const upper =
    rows.length === 0
      ? Math.max(text * 17, room)
      : Math.max(
          text * 17,
          Math.min(text * 24, Math.max(room * 0.42, room - aroundLanes - rows.length * lanePitch(metrics))),
        );
  const over = parts.bars || parts.lines ? upper + stripHeight + gap : 0;
  const free = sheet.page && {
    first: sheet.page.tallest - top - over - aroundLanes - footHeight - gap,
    further: sheet.page.tallest - top - aroundLanes - gap,
  };
  const number = sheet.page?.number ?? 0;
  const page: LanePage = lanePage(rows.length, free ?? null, number, metrics);
  const opening = number === 0;
  let ticks: DrawnFigure["ticks"];
  if (opening && (parts.bars || parts.lines)) {
    const box = { left, right, top: top + text * 1.2, bottom: top + upper };
    if (parts.bars) marks.push(waterfall(bars, options, box, metrics, ink, theme));
    else {
      const drawn = spider(others, options, box, metrics, ink, theme);
      marks.push(drawn.mark);
      ticks = drawn.ticks;
    }
    top = box.bottom + gap;
    if (strip) {
      marks.push(stripLegend(top).mark);
      top += stripHeight;
    }
  }
  if (rows.length > 0) {
    const above = laneLegend(top);
    marks.push(above.mark);
    top += above.height + gap;
    const shown = { rows: rows.slice(page.from, page.to), pitch: page.pitch };
    const drawn = swimmer(others, shown, { left, right, top }, metrics, ink, theme);
    marks.push(drawn.mark);
    ticks = drawn.ticks;
    top = drawn.bottom;
    const hidden = all.length - rows.length;
    if (hidden > 0 && page.to === rows.length) {
      const words = `${counted(hidden, "more lane")} not drawn: filter, or sort by what matters.`;
      marks.push(label(left, top + row, words, { size: text, fill: ink.ink, weight: 600 }));
      top += row * 1.5;
    }
  }
  if (opening && parts.shares) {
    const drawn = shares(whole, { left: gap, right, top }, metrics, ink, theme);
    marks.push(drawn.mark);
    top = drawn.bottom;
  }
  if (opening && parts.missing) {
    marks.push(emptyMark(parts.missing, width, top, metrics, ink));
    top += text * 6;
  }
  const words = opening ? foot : null;
  const height = Math.max(opening ? sheet.height : 0, top + gap + (words ? footHeight : 0));
  const tree = figureTree(
    sheet,
    height,
    sentence(whole),
    ...(heading ? headingMark(heading, gap, gap, ink) : []),
    ...marks,
    words && paragraphMark(words, "caption", gap, height - gap - words.height, ink.soft),
  );
  const drawn: DrawnFigure = { width, height, tree, problems: [] };
  if (ticks) drawn.ticks = ticks;
  if (page.pages > 1) drawn.pages = page.pages;
  return drawn;
}

/** What of the figure can be drawn, and what is missing of what was asked for. */
function partsOf(ofBars: ResponseResult, others: ResponseResult, { show }: Options, oneGroup: boolean) {
  const [bars, lanes, lines] = [
    ofBars.changes !== null && ofBars.measured > 0,
    laneCount(others) > 0,
    others.each.some(({ series }) => series.length > 1),
  ];
  const asked = {
    bars: show === "waterfall" || show === "both",
    lanes: show === "swimmer" || show === "both",
    lines: show === "spider",
  };
  const drawn = { bars: asked.bars && bars, lanes: asked.lanes && lanes, lines: asked.lines && lines };
  const nobody = (what: string) => `Nobody of this group has ${what}. Show all groups, or another one.`;
  // Of bars and lanes those there are: only alone is one asked for.
  const other = show === "both" && (bars || lanes);
  const missing = [
    asked.bars && !bars && !other
      ? oneGroup && ofBars === others && ofBars.changes !== null
        ? nobody("a best change")
        : "No best change yet: choose its column, or a file of measurements, beside the figure."
      : "",
    asked.lanes && !lanes && !other
      ? oneGroup && (others.endpoint ?? others.progression) !== null
        ? nobody("a known follow-up")
        : "No lanes yet: choose beside the figure which endpoint says how long a patient was followed."
      : "",
    asked.lines && !lines
      ? oneGroup && others.measurements !== null
        ? nobody("a measurement after baseline")
        : "No lines yet: open a file of measurements in Data and choose it beside the figure."
      : "",
  ].filter((each) => each !== "");
  const nothing = !drawn.bars && !drawn.lanes && !drawn.lines;
  return { ...drawn, shares: nothing, missing: missing.length === 0 ? null : missing };
}

const square = (x: number, y: number, { small }: Metrics, fill: string) =>
  element("rect", {
    x: x - small * 0.42,
    y: y - small * 0.42,
    width: small * 0.84,
    height: small * 0.84,
    rx: 1.5,
    fill,
  });

/** Keys of the colors that somebody has. */
function schemeKeys(result: ResponseResult, metrics: Metrics, theme: Theme): Key[] {
  const { levels, none } = schemeOf(result, theme);
  const has = new Set(result.each.map(({ color }) => color));
  return [
    ...levels.flatMap(({ label: name, color }, place) =>
      has.has(place) && name !== "" ? [{ name, mark: (x: number, y: number) => square(x, y, metrics, color) }] : [],
    ),
    ...(has.has(-1) ? [{ name: "no value", mark: (x: number, y: number) => square(x, y, metrics, none) }] : []),
  ];
}

function stripKeys(result: ResponseResult, metrics: Metrics, theme: Theme): { label: string; keys: Key[] } | null {
  const strip = stripOf(result, theme);
  if (!strip) return null;
  const has = new Set(result.each.map((patient) => patient.strip));
  const keys = strip.levels.flatMap(({ label: name, color }, place) =>
    has.has(place) ? [{ name, mark: (x: number, y: number) => square(x, y, metrics, color) }] : [],
  );
  return { label: strip.label, keys };
}

const emptyMark = (sentences: string[], width: number, top: number, { text, row }: Metrics, ink: Inks) =>
  element(
    "g",
    { "data-part": "empty" },
    ...sentences
      .flatMap((words) => wrap(words, width * 0.8, text))
      .map((words, place) =>
        label(width / 2, top + text * 3 + place * row, words, { size: text, fill: ink.soft, anchor: "middle" }),
      ),
  );
