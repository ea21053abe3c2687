import { scaleLinear } from "d3";
import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline } from "../../../figure/text";
import type { Inks, Theme } from "../../../figure/theme";
import { timeTicks } from "../../../figure/timeTicks";
import { numberInWords } from "../../../format";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import { changeInWords, patientInWords } from "../patientInWords";
import { progressionFrom, responseFrom } from "../recist";
import type { ResponseResult } from "../result";
import { colorIn, schemeOf } from "./colors";
import { timeTitle } from "./swimmer";
import type { Box } from "./waterfall";

/** Change over time, one line a patient from 0% at time zero; lines that leave the plot at its top end in an arrow. */
export function spider(
  result: ResponseResult,
  { lines }: { lines: boolean },
  box: Box,
  metrics: Metrics,
  ink: Inks,
  theme: Theme,
): { mark: SvgElement; ticks: { time: number; x: number }[] } {
  const { text, small, hair, line, tick, row } = metrics;
  const each = result.each.filter(({ series }) => series.length > 1);
  const points = each.flatMap(({ series }) => series);
  const largest = points.reduce((most, { change }) => Math.max(most, change), 0);
  const top = Math.min(200, Math.max(50, Math.ceil(largest / 50) * 50));
  const bottom = box.bottom - row * 2.4;
  const y = scaleLinear([top, -100], [box.top, bottom]);
  const last = points.reduce((most, { time }) => Math.max(most, time), 0);
  const axis = timeTicks({ unit: result.unit, last, length: box.right - box.left, room: text * 3.2 });
  const x = (time: number) => box.left + (time / axis.end) * (box.right - box.left);
  const scheme = schemeOf(result, theme);
  const values = Array.from({ length: (top + 100) / 50 + 1 }, (_, place) => top - place * 50);
  const threshold = (value: number, words: string) =>
    group(
      { "data-part": "thresholds" },
      element("line", {
        x1: box.left,
        x2: box.right,
        y1: y(value),
        y2: y(value),
        stroke: ink.axis,
        "stroke-width": hair * 1.2,
        "stroke-dasharray": `${text / 4} ${text / 4}`,
      }),
      label(box.right, y(value) - small * 0.4, `${changeInWords(value)} ${words}`, {
        size: small,
        fill: ink.soft,
        anchor: "end",
      }),
    );
  const ticks = axis.labeled.map((time) => ({ time, x: x(time) }));
  const mark = group(
    { "data-part": "spider" },
    ...values.map((value) =>
      group(
        {},
        element("line", {
          x1: box.left,
          x2: box.right,
          y1: y(value),
          y2: y(value),
          stroke: value === 0 ? ink.axis : ink.grid,
          "stroke-width": hair,
        }),
        label(box.left - tick - 2, y(value) + small * middleToBaseline, changeInWords(value), {
          size: small,
          fill: ink.soft,
          anchor: "end",
        }),
      ),
    ),
    lines ? threshold(progressionFrom, "progression") : null,
    lines ? threshold(responseFrom, "response") : null,
    each.map((patient) => {
      const color = colorIn(scheme, patient.color);
      const cut = patient.series.findIndex(({ change }) => change > top);
      const shown = cut < 0 ? patient.series : patient.series.slice(0, cut + 1);
      const places = shown.map(({ time, change }, place) => {
        const before = shown[place - 1];
        if (change <= top || !before) return [x(time), y(change)] as const;
        // Where the line crosses the top.
        const share = (top - before.change) / (change - before.change);
        return [x(before.time + share * (time - before.time)), y(top)] as const;
      });
      const end = nth(places, places.length - 1);
      return group(
        { "data-row": patient.row },
        element("title", {}, patientInWords(patient)),
        element("path", {
          d: `M${places.map(([px, py]) => `${rounded(px)},${rounded(py)}`).join("L")}`,
          fill: "none",
          stroke: color,
          "stroke-width": line * 0.7,
          "stroke-linejoin": "round",
        }),
        cut < 0
          ? element("circle", { cx: end[0], cy: end[1], r: line * 1.1, fill: color })
          : element("path", {
              d: `M${rounded(end[0] - line * 1.4)},${rounded(end[1])}h${rounded(line * 2.8)}l${rounded(-line * 1.4)},${rounded(-line * 2.4)}z`,
              fill: color,
            }),
      );
    }),
    element("line", { x1: box.left, x2: box.right, y1: bottom, y2: bottom, stroke: ink.axis, "stroke-width": hair }),
    ...ticks.map((at) =>
      label(at.x, bottom + tick + text * 1.05, numberInWords(at.time), {
        size: small,
        fill: ink.soft,
        anchor: "middle",
      }),
    ),
    label((box.left + box.right) / 2, bottom + row * 2, timeTitle(result), {
      size: small,
      fill: ink.ink,
      anchor: "middle",
    }),
  );
  return { mark, ticks };
}
