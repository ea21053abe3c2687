import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline } from "../../../figure/text";
import type { Inks } from "../../../figure/theme";
import { coefficientInWords } from "../../coefficientInWords";
import type { Metrics } from "../../sheet/sheet";
import type { RegressionResult } from "../result";
import { labelOf } from "../words";
import type { Axis } from "./axis";
import { type Columns, indentOf, nameHeading, ratioHeading } from "./columns";
import type { Options, Row } from "./rows";

/** A square at the hazard ratio on its interval, which ends in an arrow where it reaches beyond the axis. */
export function ratioMark(
  { coefficient, model, middle }: Row["marks"][number],
  x: Axis,
  { left, right }: Pick<Columns, "left" | "right">,
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

/** Name and counts, on the left. */
export function labelMarks(
  { line, top, height, counts: sizes }: Row,
  columns: Columns,
  { counts, show }: Options,
  metrics: Metrics,
  ink: Inks,
): SvgElement {
  const { text, gap } = metrics;
  const baseline = top + height / 2 + text * middleToBaseline;
  const indent = indentOf(line, metrics);
  const weight = line.kind === "head" ? 600 : 400;
  const name = labelOf(line, show === "alone" ? "alone" : "together");
  const shown = columns.names.get(line) ?? name;
  return group(
    { "data-part": "row" },
    label(gap + indent, baseline, shown, {
      size: text,
      fill: line.kind === "reference" ? ink.soft : ink.ink,
      weight,
      whole: name,
    }),
    ...(counts && columns.counts > 0 ? sizes : []).map(({ text: words, middle, model }) =>
      label(columns.counts, middle + text * middleToBaseline, words, {
        size: text,
        anchor: "end",
        fill: model === "together" ? ink.soft : ink.faint,
      }),
    ),
  );
}

/** The ratios and P of a row, on the right. */
export function numberMarks({ marks, ps }: Row, columns: Columns, { text }: Metrics, ink: Inks): SvgElement {
  const cell = (x: number, { model, middle }: { model: string; middle: number }, words: string) =>
    label(x, middle + text * middleToBaseline, words, {
      size: text,
      fill: model === "together" ? ink.ink : ink.faint,
      anchor: "end",
    });
  return group(
    { "data-part": "numbers" },
    ...marks.map((mark) => cell(columns.ratios, mark, coefficientInWords(mark.coefficient))),
    ...(columns.p > 0 ? ps.map((each) => cell(columns.p, each, each.text)) : []),
  );
}

/** What the columns are. */
export function headerMarks(
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
    head(gap, nameHeading(show, columns.labels, small), "start"),
    counts && columns.counts > 0 ? head(columns.counts, "Events/n") : null,
    head(columns.ratios, ratioHeading(level)),
    columns.p > 0 ? head(columns.p, "P") : null,
  ];
}

/** Stands in place of rows. */
export const emptyMark = (width: number, top: number, { text }: Metrics, ink: Inks) =>
  label(width / 2, top + text * 4, "No covariate yet. Add one beside the figure.", {
    size: text,
    fill: ink.soft,
    anchor: "middle",
  });
