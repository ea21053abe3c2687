import { groupColor } from "../../../figure/palette";
import { element, group, type SvgElement } from "../../../figure/svg";
import { ellipsis, label, middleToBaseline, wrap } from "../../../figure/text";
import type { Inks, Theme } from "../../../figure/theme";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import type { CharacteristicsResult } from "../result";
import { differenceNumber, rowP, sizeInWords, testNames } from "../words";
import { type DotAxis, dotMarks } from "./dots";
import type { Columns, PlacedLine } from "./layout";
import { pairOf } from "./layout";

export interface Ink extends Inks {
  theme: Theme;
}

const rule = (y: number, width: number, { hair, gap }: Metrics, stroke: string) =>
  element("line", { x1: gap, x2: width - gap, y1: y, y2: y, stroke, "stroke-width": hair });

/** The color of a column of patients: that of its group everywhere on the board. */
export function colorOf({ columns, groupsOrdered }: CharacteristicsResult, place: number, ink: Ink): string {
  if (place === 0) return ink.soft;
  return nth(columns, place).color ?? groupColor(place - 1, columns.length - 1, groupsOrdered, ink.theme);
}

/** Names of the columns of patients, each broken to its width. */
export function namesOfColumns(result: CharacteristicsResult, { patients }: Columns, { text }: Metrics): string[][] {
  return patients.map(({ place, width }) => wrap(nth(result.columns, place).label, width, text, 600, 3));
}

/** What the columns are. */
export function headerMarks(
  result: CharacteristicsResult,
  columns: Columns,
  bottom: number,
  width: number,
  metrics: Metrics,
  ink: Ink,
): SvgElement {
  const { text, small, gap } = metrics;
  const leading = text * 1.4;
  const head = (
    x: number,
    line: number,
    words: string,
    size = small,
    fill = ink.soft,
    weight: 400 | 600 = 400,
    whole?: string,
  ) => label(x, bottom - gap * 1.3 - line * leading, words, { size, fill, weight, anchor: "end", whole });
  const names = namesOfColumns(result, columns, metrics);
  const cells = columns.patients.flatMap(({ place, right, width: room }, index) => {
    const column = nth(result.columns, place);
    const lines = nth(names, index);
    const color = colorOf(result, place, ink);
    return group(
      { "data-part": "column", "data-column": place },
      head(right, 0, ellipsis(sizeInWords(column), room + gap, small)),
      ...lines.map((line, at) =>
        head(right, lines.length - at, line, text, color, 600, at === 0 ? column.label : undefined),
      ),
    );
  });
  const standardized = columns.differences > 0 && columns.dots.right > 0;
  return group(
    { "data-part": "header" },
    cells,
    columns.differences > 0 && head(columns.differences, 1, standardized ? "Standardized" : "Stand."),
    columns.differences > 0 && head(columns.differences, 0, standardized ? "difference" : "diff."),
    columns.p > 0 && head(columns.p, 0, "P"),
    rule(bottom, width, metrics, ink.axis),
  );
}

/** A line: its name and measure, a value under every column, and beside the name of a characteristic how the groups compare. */
export function lineMarks(
  result: CharacteristicsResult,
  placed: PlacedLine,
  columns: Columns,
  axis: DotAxis,
  width: number,
  metrics: Metrics,
  ink: Ink,
): SvgElement {
  const { line, index, top, height, name, measure, cells } = placed;
  const { text, small, gap } = metrics;
  const own = line.kind === "head" || line.kind === "whole";
  const leading = text * 1.32;
  const middle = top + height / 2;
  /** The baselines of so many lines around the middle. */
  const baseline = (at: number, of: number) => middle + text * middleToBaseline + (at - (of - 1) / 2) * leading;
  const beside = columns.measures.width > 0;
  const left = beside ? name.length : name.length + measure.length;
  const nameLeft = columns.names.left + (own ? 0 : text);
  const nameInk = own ? ink.ink : ink.soft;
  return group(
    { "data-part": "line", "data-line": index, "data-row": line.place },
    element("rect", { x: 0, y: top, width, height, fill: "none", "pointer-events": "all" }),
    name.map((each, at) =>
      label(nameLeft, baseline(at, left), each, {
        size: text,
        fill: nameInk,
        weight: own ? 600 : 400,
        whole: at === 0 ? line.label : undefined,
      }),
    ),
    measure.map((each, at) =>
      beside
        ? label(columns.measures.left, baseline(at, measure.length), each, { size: text, fill: ink.soft })
        : label(columns.names.left, baseline(name.length + at, left), each, { size: small, fill: ink.soft }),
    ),
    columns.patients.map(({ place, right, width: room }) =>
      cells[place] === undefined
        ? null
        : group(
            { "data-part": "cell", "data-column": place },
            element("rect", {
              x: right - room,
              y: top,
              width: room + gap,
              height,
              fill: "none",
              "pointer-events": "all",
            }),
            nth(cells, place).map((each, at, all) =>
              label(right, baseline(at, all.length), each, { size: text, fill: ink.ink, anchor: "end" }),
            ),
          ),
    ),
    own ? comparisonMarks(result, placed, columns, axis, metrics, ink) : null,
    rule(top + height, width, metrics, ink.grid),
  );
}

function comparisonMarks(
  result: CharacteristicsResult,
  { line, top, height }: PlacedLine,
  columns: Columns,
  axis: DotAxis,
  metrics: Metrics,
  ink: Ink,
): SvgElement[] {
  const { text, small } = metrics;
  const { row } = line;
  const middle = top + height / 2;
  const baseline = middle + text * middleToBaseline;
  const marks: SvgElement[] = [];
  if (columns.differences > 0 && row.difference) {
    const pair = pairOf(result, line);
    const room = text * 6;
    marks.push(
      label(columns.differences, pair ? baseline - text * 0.62 : baseline, differenceNumber(row.difference), {
        size: text,
        fill: ink.ink,
        anchor: "end",
      }),
    );
    if (pair)
      marks.push(
        label(columns.differences, baseline + text * 0.7, ellipsis(pair, room, small), {
          size: small,
          fill: ink.soft,
          anchor: "end",
          whole: pair,
        }),
      );
    if (columns.dots.right > 0) marks.push(...dotMarks(row.difference, axis, middle, metrics, ink));
  }
  if (columns.p > 0) {
    const whole = row.test ? testNames[row.test.id] : (row.untested ?? undefined);
    marks.push(
      label(columns.p, baseline, rowP(row), { size: text, fill: row.test ? ink.ink : ink.faint, anchor: "end", whole }),
    );
  }
  return marks;
}

/** Stands in place of lines. */
export const emptyMark = (width: number, top: number, { text }: Metrics, ink: Ink): SvgElement =>
  label(width / 2, top + text * 4, "No characteristic yet. Choose columns above.", {
    size: text,
    fill: ink.soft,
    anchor: "middle",
  });
