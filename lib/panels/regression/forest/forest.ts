import { scaleLog } from "d3";
import type { PanelOf } from "../../../board/panelForms/registry";
import { plainNumber } from "../../../cohort/scores/words";
import { logTicks } from "../../../figure/logTicks";
import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { ellipsis, label, middleToBaseline, textWidth } from "../../../figure/text";
import { fontFamily, type Inks, inks } from "../../../figure/theme";
import { formatLevel } from "../../../format";
import type { Coefficient } from "../../../survival";
import { coefficientInWords } from "../../coefficientInWords";
import type { DrawnFigure } from "../../sheet/drawnFigure";
import { headingMark, headingPlan, paragraph, paragraphMark } from "../../sheet/heading";
import { type Metrics, metricsOf, type Sheet } from "../../sheet/sheet";
import type { RegressionLine, RegressionResult } from "../result";
import { caption, countsText, pText, sentence, subtitle } from "../words";

type Options = PanelOf<"regression">["figure"];

/** A row of the drawing: a line of the table, or one of its two models where both are shown. */
interface Row {
  line: RegressionLine;
  top: number;
  height: number;
  marks: { coefficient: Coefficient; model: "alone" | "together"; middle: number }[];
}

interface Columns {
  labels: number;
  counts: number;
  left: number;
  right: number;
  ratios: number;
  p: number;
}

/**
 * The forest plot: a square at each hazard ratio with its interval on a logarithmic axis, names and counts on the left, numbers on the right.
 * Intervals that reach beyond the axis end in an arrow. A pure function of result, options and sheet.
 */
export function forestFigure(result: RegressionResult, options: Options, sheet: Sheet): DrawnFigure {
  const metrics = metricsOf(sheet);
  const { width, theme } = sheet;
  const { gap, text } = metrics;
  const ink = inks[theme];
  const heading = sheet.titleInside
    ? headingPlan(
        options.title ?? `${result.endpoint.label}: hazard ratios`,
        options.subtitle ?? subtitle(result),
        width - 2 * gap,
        metrics,
      )
    : null;
  const under = sheet.titleInside ? (options.caption ?? caption(result, options)) : "";
  const foot = under === "" ? null : paragraph(under, width - 2 * gap, metrics.small);
  const top = gap + (heading ? heading.height + gap : 0);
  const rows = rowsOf(result, options, top + metrics.row * 1.6, metrics);
  const columns = columnsOf(rows, options, width, metrics);
  const bottom = (rows.at(-1)?.top ?? top + metrics.row * 1.6) + (rows.at(-1)?.height ?? metrics.row * 2);
  const needed = bottom + metrics.row * 3 + (foot ? foot.height + gap * 2 : 0) + gap;
  const height = Math.max(sheet.height, needed);
  const x = axisOf(rows, options, columns);
  const drawn =
    rows.length === 0
      ? [emptyMark(width, top, metrics, ink)]
      : [
          ...headerMarks(columns, options, result, top, metrics, ink),
          ...rows.map((row) => labelMarks(row, columns, options, metrics, ink)),
          axisMark(x, columns, top + metrics.row * 1.3, bottom, metrics, ink),
          ...rows.flatMap((row) => row.marks.map((mark) => ratioMark(mark, x, columns, metrics, ink))),
          ...rows.flatMap((row) => row.marks.map((mark) => numberMarks(mark, columns, metrics, ink))),
        ];
  const root = {
    width,
    height,
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    role: "img",
    "aria-label": sentence(result),
    "font-family": fontFamily,
    "font-size": text,
  };
  const tree = element(
    "svg",
    root,
    element("rect", { "data-part": "ground", width, height, fill: ink.surface }),
    ...(heading ? headingMark(heading, gap, gap, ink) : []),
    ...drawn,
    foot && paragraphMark(foot, "caption", gap, height - gap - foot.height, ink.soft),
  );
  return { width, height, tree, problems: [] };
}

function rowsOf({ lines }: RegressionResult, { show }: Options, from: number, { row }: Metrics): Row[] {
  let top = from;
  return lines.map((line) => {
    const models = show === "both" ? (["alone", "together"] as const) : ([show] as const);
    const found = models.flatMap((model) => {
      const coefficient = line[model];
      return coefficient ? [{ coefficient, model }] : [];
    });
    const height = row * 1.3 * Math.max(1, found.length);
    const made = {
      line,
      top,
      height,
      marks: found.map((each, m) => ({ ...each, middle: top + (height * (m + 0.5)) / found.length })),
    };
    top += height;
    return made;
  });
}

function columnsOf(rows: Row[], { counts }: Options, width: number, { text, gap }: Metrics): Columns {
  const widest = (texts: string[]) => Math.max(0, ...texts.map((each) => textWidth(each, text)));
  const marks = rows.flatMap((row) => row.marks);
  const ratios = widest([...marks.map(({ coefficient }) => coefficientInWords(coefficient)), "HR (95% CI)"]);
  const p = width < 420 ? 0 : widest([...marks.map(({ coefficient }) => pText(coefficient)), "P"]) + gap * 2;
  const countWidth =
    counts && width >= 520 ? widest([...rows.map(({ line }) => countsText(line)), "Events/n"]) + gap * 2 : 0;
  const wanted = widest(rows.map(({ line }) => line.label)) + text;
  const labels = Math.min(wanted, width * (width < 520 ? 0.3 : 0.36));
  const right = width - gap - p - ratios - gap * 2.5;
  return {
    labels,
    counts: countWidth === 0 ? 0 : gap + labels + countWidth,
    left: gap + labels + countWidth + gap * 3,
    right,
    ratios: width - gap - p,
    p: p === 0 ? 0 : width - gap,
  };
}

interface Axis {
  of(ratio: number): number;
  from: number;
  to: number;
  ticks: number[];
  labeled: number[];
}

const widestRange = [0.02, 50] as const;

function axisOf(rows: Row[], { range }: Options, { left, right }: Columns): Axis {
  const values = rows.flatMap(({ marks }) =>
    marks.flatMap(({ coefficient }) =>
      coefficient.kind === "estimated" ? [coefficient.lower, coefficient.upper, coefficient.hazardRatio] : [],
    ),
  );
  const within = values.filter((value) => value > widestRange[0] && value < widestRange[1]);
  const [low, high] = range ?? [
    Math.min(0.5, ...within.map((v) => v * 0.9)),
    Math.max(2, ...within.map((v) => v * 1.1)),
  ];
  const { ticks, labeled } = logTicks(low, high, right - left, 26);
  const scale = scaleLog([low, high], [left, right]);
  return { of: (ratio) => scale(Math.min(high, Math.max(low, ratio))), from: low, to: high, ticks, labeled };
}

function axisMark(
  x: Axis,
  { left, right }: Columns,
  top: number,
  bottom: number,
  metrics: Metrics,
  ink: Inks,
): SvgElement {
  const { text, tick, hair, small, row } = metrics;
  const line = (a: number, b: number, c: number, d: number, stroke: string, dash?: string) =>
    element("line", { x1: a, y1: b, x2: c, y2: d, stroke, "stroke-width": hair, "stroke-dasharray": dash });
  const unity =
    x.from <= 1 && x.to >= 1 ? [line(x.of(1), top, x.of(1), bottom, ink.axis, `${text / 4} ${text / 4}`)] : [];
  return group(
    { "data-part": "axis" },
    ...unity,
    line(left, bottom, right, bottom, ink.axis),
    ...x.ticks.map((each) => line(x.of(each), bottom, x.of(each), bottom + tick, ink.axis)),
    ...x.labeled.map((each) =>
      label(x.of(each), bottom + tick + text * 1.1, plainNumber(each), {
        size: small,
        fill: ink.soft,
        anchor: "middle",
      }),
    ),
    label((left + right) / 2, bottom + row * 2.1, "Hazard ratio, log scale", {
      size: text,
      fill: ink.ink,
      anchor: "middle",
    }),
  );
}

function ratioMark(
  { coefficient, model, middle }: Row["marks"][number],
  x: Axis,
  { left, right }: Columns,
  { text, line }: Metrics,
  ink: Inks,
): SvgElement | null {
  if (coefficient.kind !== "estimated") return null;
  const { hazardRatio, lower, upper } = coefficient;
  const color = model === "together" ? ink.ink : ink.faint;
  const size = text * 0.62;
  const arrow = (at: number, direction: number) =>
    element("path", {
      d: `M${rounded(at)},${rounded(middle)}l${rounded(-direction * size * 0.8)},${rounded(-size * 0.45)}v${rounded(size * 0.9)}z`,
      fill: color,
    });
  const inside = hazardRatio >= x.from && hazardRatio <= x.to;
  return group(
    { "data-part": "ratio" },
    element("line", {
      x1: x.of(lower),
      x2: x.of(upper),
      y1: middle,
      y2: middle,
      stroke: color,
      "stroke-width": line * 0.8,
    }),
    lower < x.from ? arrow(left, -1) : null,
    upper > x.to ? arrow(right, 1) : null,
    inside
      ? element("rect", {
          x: x.of(hazardRatio) - size / 2,
          y: middle - size / 2,
          width: size,
          height: size,
          fill: model === "together" ? color : ink.surface,
          stroke: color,
          "stroke-width": line * 0.7,
        })
      : null,
  );
}

function labelMarks(
  { line, top, height }: Row,
  columns: Columns,
  { counts }: Options,
  metrics: Metrics,
  ink: Inks,
): SvgElement {
  const { text, gap } = metrics;
  const baseline = top + height / 2 + text * middleToBaseline;
  const indent = line.kind === "head" || !isLevel(line) ? 0 : text;
  const weight = line.kind === "head" ? 600 : 400;
  const name = line.kind === "reference" ? `${line.label} (ref.)` : line.label;
  const shown = ellipsis(name, columns.labels - indent, text, weight);
  return group(
    { "data-part": "row" },
    label(gap + indent, baseline, shown, {
      size: text,
      fill: line.kind === "reference" ? ink.soft : ink.ink,
      weight,
      whole: name,
    }),
    counts && columns.counts > 0
      ? label(columns.counts, baseline, countsText(line), { size: text, fill: ink.soft, anchor: "end" })
      : null,
  );
}

/** Levels stand under the name of their covariate. */
const isLevel = ({ kind, alone, together }: RegressionLine) =>
  kind === "reference" || (kind === "estimate" && (alone?.level ?? together?.level ?? null) !== null && alone !== null);

function numberMarks(
  { coefficient, model, middle }: Row["marks"][number],
  columns: Columns,
  { text }: Metrics,
  ink: Inks,
): SvgElement {
  const baseline = middle + text * middleToBaseline;
  const fill = model === "together" ? ink.ink : ink.faint;
  return group(
    { "data-part": "numbers" },
    label(columns.ratios, baseline, coefficientInWords(coefficient), { size: text, fill, anchor: "end" }),
    columns.p > 0 ? label(columns.p, baseline, pText(coefficient), { size: text, fill, anchor: "end" }) : null,
  );
}

function headerMarks(
  columns: Columns,
  { counts, show }: Options,
  { level }: RegressionResult,
  top: number,
  { text, small, gap }: Metrics,
  ink: Inks,
) {
  const baseline = top + text;
  const head = (x: number, words: string, anchor: "start" | "end" = "end") =>
    label(x, baseline, words, { size: small, fill: ink.faint, anchor });
  return [
    head(
      gap,
      show === "alone" ? "Covariate, alone" : show === "both" ? "Covariate, alone (hollow) and together" : "Covariate",
      "start",
    ),
    counts && columns.counts > 0 && show !== "both" ? head(columns.counts, "Events/n") : null,
    head(columns.ratios, `HR (${formatLevel(level)} CI)`),
    columns.p > 0 ? head(columns.p, "P") : null,
  ];
}

const emptyMark = (width: number, top: number, { text }: Metrics, ink: Inks) =>
  label(width / 2, top + text * 4, "No covariate yet. Add one beside the figure.", {
    size: text,
    fill: ink.soft,
    anchor: "middle",
  });
