import type { PanelOf } from "../../board/panelForms/registry";
import { element, type SvgElement } from "../../figure/svg";
import { ellipsis, label, middleToBaseline, textWidth } from "../../figure/text";
import { type Inks, inks } from "../../figure/theme";
import { ciInWords } from "../../format";
import type { Coefficient } from "../../survival";
import { type Axis, axisMark, axisOf } from "../regression/forest/axis";
import { ratioMark } from "../regression/forest/marks";
import type { DrawnFigure } from "../sheet/drawnFigure";
import { figureTree } from "../sheet/figureTree";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../sheet/heading";
import { type Metrics, metricsOf, pageInWords, type Sheet } from "../sheet/sheet";
import type { SubgroupLine, SubgroupsResult } from "./result";
import { caption, countsText, interactionText, ratioText, sentence, subtitle } from "./words";

type Options = PanelOf<"subgroups">["figure"];

/** A row of the drawing: all patients, the name of a column with its P, or a level. */
interface Row {
  kind: "all" | "head" | "level";
  name: string;
  line: SubgroupLine | null;
  p: string;
}

/** Where names end, where the counts of both groups and the ratios end, where the axis runs, and where P ends; 0 for what has no room. */
interface Columns {
  names: number;
  compared: number;
  reference: number;
  left: number;
  right: number;
  ratios: number;
  p: number;
}

export const titleOf = ({ endpoint, groupLabel }: SubgroupsResult): string =>
  `${endpoint.label} in subgroups by ${groupLabel}`;

/** The ratio in all patients above those of the subgroups, on one logarithmic axis; what a page does not hold goes on under its header on the next. */
export function subgroupsFigure(result: SubgroupsResult, options: Options, sheet: Sheet): DrawnFigure {
  const metrics = metricsOf(sheet);
  const { width, theme } = sheet;
  const { gap, row } = metrics;
  const ink = inks[theme];
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? titleOf(result),
        (options.subtitle ?? subtitle(result)) + pageInWords(sheet),
        width - 2 * gap,
        metrics,
      )
    : null;
  const said = sheet.titleInside ? (options.caption ?? caption(result)) : "";
  const foot = said === "" ? null : paragraph(said, width - 2 * gap, metrics.small);
  const every = rowsOf(result);
  const columns = columnsOf(every, result, width, metrics);
  const heads = headsOf(columns, result, metrics);
  const top = gap + (heading ? heading.height + gap : 0);
  const start = top + heads.height + row * 0.6;
  const under = row * 3 + (foot ? foot.height + gap * 2 : 0) + gap;
  const high = row * 1.3;
  const { tallest = Number.POSITIVE_INFINITY, number = 0 } = sheet.page ?? {};
  const pages = pagesOf(every, Math.max(3, Math.floor((tallest - start - under) / high)));
  const rows = pages[Math.min(number, pages.length - 1)] ?? [];
  const bottom = start + rows.length * high;
  const height = pages.length > 1 ? bottom + under : Math.max(sheet.height, bottom + under);
  const marks = (line: SubgroupLine | null): { coefficient: Coefficient }[] =>
    line?.ratio ? [{ coefficient: line.ratio }] : [];
  const x = axisOf(
    every.map(({ line }) => ({ marks: marks(line) })),
    { range: null },
    columns,
  );
  const tree = figureTree(
    sheet,
    height,
    sentence(result),
    ...(heading ? headingMark(heading, gap, gap, ink) : []),
    ...heads.marks(top, ink),
    overallLine(result, x, start, bottom, metrics, ink),
    axisMark(x, columns, start - row * 0.3, bottom, metrics, ink),
    ...rows.flatMap((each, at) => rowMarks(each, start + (at + 0.5) * high, columns, x, metrics, ink)),
    foot && paragraphMark(foot, "caption", gap, height - gap - foot.height, ink.soft),
  );
  return { width, height, tree, problems: [], ...(pages.length > 1 ? { pages: pages.length } : {}) };
}

const rowsOf = ({ overall, variables }: SubgroupsResult): Row[] => [
  { kind: "all", name: overall.label, line: overall, p: "" },
  ...variables.flatMap((variable): Row[] => [
    { kind: "head", name: variable.label, line: null, p: interactionText(variable) },
    ...variable.lines.map((line): Row => ({ kind: "level", name: line.label, line, p: "" })),
  ]),
];

/** The rows of each page: the name of a column stands on one with its first level. */
function pagesOf(rows: readonly Row[], room: number): Row[][] {
  const pages: Row[][] = [];
  let from = 0;
  while (from < rows.length) {
    let to = Math.min(rows.length, from + room);
    while (to < rows.length && to > from + 1 && rows[to - 1]?.kind === "head") to--;
    pages.push(rows.slice(from, to));
    from = to;
  }
  return pages;
}

const indent = ({ kind }: Row, { text }: Metrics) => (kind === "level" ? text : 0);

/** Counts and P only where there is room for them. */
function columnsOf(rows: readonly Row[], result: SubgroupsResult, width: number, metrics: Metrics): Columns {
  const { text, gap, small } = metrics;
  const widest = (texts: string[]) => Math.max(0, ...texts.map((each) => textWidth(each, text)));
  const lines = rows.flatMap(({ line }) => line ?? []);
  const ratios = widest([...lines.map((line) => ratioText(line)), `HR (${ciInWords(result.level)})`]);
  const p = width < 420 ? 0 : widest([...rows.map((each) => each.p), "interaction"]) + gap * 2;
  const counts = (of: "compared" | "reference") =>
    width < 520
      ? 0
      : Math.max(widest(lines.map((line) => countsText(line[of]))), mostHead(result[of].label, small, text)) + gap * 2;
  const [compared, reference] = [counts("compared"), counts("reference")];
  const wanted = Math.max(
    ...rows.map((each) => textWidth(each.name, text, each.kind === "level" ? 400 : 600) + indent(each, metrics)),
  );
  const names = Math.min(wanted + text / 2, width * (width < 520 ? 0.34 : 0.3));
  return {
    names,
    compared: compared === 0 ? 0 : gap + names + compared,
    reference: reference === 0 ? 0 : gap + names + compared + reference,
    left: gap + names + compared + reference + gap * 3,
    right: width - gap - p - ratios - gap * 2.5,
    ratios: width - gap - p,
    p: p === 0 ? 0 : width - gap,
  };
}

/** How wide a name over a column of counts may be: it goes on below. */
const mostHead = (name: string, size: number, text: number) =>
  Math.min(text * 7, Math.max(...name.split(" ").map((word) => textWidth(word, size))));

/** What the columns are; names of groups on as many lines as they need. */
function headsOf(columns: Columns, { compared, reference, level }: SubgroupsResult, { small, text, gap }: Metrics) {
  const over = (name: string, end: number, begin: number) =>
    end === 0 ? null : { plan: paragraph(name, end - begin - gap, small), end };
  const counts = [
    over(compared.label, columns.compared, gap + columns.names),
    over(reference.label, columns.reference, columns.compared),
  ].flatMap((each) => each ?? []);
  const height = Math.max(text * 1.35, columns.p > 0 ? small * 2.7 : 0, ...counts.map(({ plan }) => plan.height));
  return {
    height,
    marks: (top: number, ink: Inks): SvgElement[] => {
      const head = (x: number, lines: readonly string[], anchor: "start" | "end" = "end") =>
        lines.map((words, at) =>
          label(x, top + height - (lines.length - 1 - at) * small * 1.35 - small * 0.3, words, {
            size: small,
            fill: ink.faint,
            anchor,
          }),
        );
      return [
        ...head(gap, ["Subgroup"], "start"),
        ...counts.flatMap(({ plan, end }) => head(end, plan.lines)),
        ...head(columns.ratios, [`HR (${ciInWords(level)})`]),
        ...(columns.p > 0 ? head(columns.p, ["P of", "interaction"]) : []),
      ];
    },
  };
}

/** The ratio in all patients, down through the subgroups. */
function overallLine(
  { overall }: SubgroupsResult,
  x: Axis,
  top: number,
  bottom: number,
  { hair, text }: Metrics,
  ink: Inks,
): SvgElement | null {
  const { ratio } = overall;
  if (ratio?.kind !== "estimated" || ratio.hazardRatio < x.from || ratio.hazardRatio > x.to) return null;
  const at = x.of(ratio.hazardRatio);
  const look = { stroke: ink.soft, "stroke-width": hair, "stroke-dasharray": `${text / 2} ${text / 4}` };
  return element("line", { "data-part": "overall", x1: at, x2: at, y1: top, y2: bottom, ...look });
}

function rowMarks(row: Row, middle: number, columns: Columns, x: Axis, metrics: Metrics, ink: Inks): SvgElement[] {
  const { text, gap } = metrics;
  const { kind, name, line, p } = row;
  const baseline = middle + text * middleToBaseline;
  const weight = kind === "level" ? 400 : 600;
  const shown = ellipsis(name, columns.names - indent(row, metrics), text, weight);
  const cell = (at: number, words: string, fill: string) =>
    label(at, baseline, words, { size: text, anchor: "end", fill });
  const mark =
    line?.ratio && ratioMark({ coefficient: line.ratio, model: "together", middle }, x, columns, metrics, ink);
  return [
    label(gap + indent(row, metrics), baseline, shown, { size: text, fill: ink.ink, weight, whole: name }),
    ...(line && columns.reference > 0
      ? [
          cell(columns.compared, countsText(line.compared), ink.soft),
          cell(columns.reference, countsText(line.reference), ink.soft),
        ]
      : []),
    ...(mark ? [mark] : []),
    ...(line ? [cell(columns.ratios, ratioText(line), ink.ink)] : []),
    ...(columns.p > 0 && p !== "" ? [cell(columns.p, p, ink.ink)] : []),
  ];
}
