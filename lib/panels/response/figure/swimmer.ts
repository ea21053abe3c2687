import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline } from "../../../figure/text";
import type { Inks, Theme } from "../../../figure/theme";
import { timeTicks } from "../../../figure/timeTicks";
import { capitalized, formatTime, numberInWords, withUnit } from "../../../format";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import { sortedLanes } from "../lanes";
import { patientInWords } from "../patientInWords";
import type { ResponsePatient, ResponseResult } from "../result";
import { colorIn, schemeOf, stateColor } from "./colors";
import type { Key } from "./legend";

type Laned = ResponsePatient & { lane: NonNullable<ResponsePatient["lane"]> };

/** The name of a group, before its lanes. */
interface Heading {
  heading: string;
  /** Its place among the groups. */
  group: number;
}

/** The lanes in their order; sorted by group each group has its name before it. */
export function laneRows(
  result: Pick<ResponseResult, "each" | "groups">,
  { sort }: { sort: "length" | "group" | "response" },
): (Laned | Heading)[] {
  const lanes = sortedLanes(result.each, sort);
  if (sort !== "group" || result.groups.length < 2) return lanes;
  return lanes.flatMap((lane, place) =>
    lane.group === lanes[place - 1]?.group
      ? [lane]
      : [{ heading: nth(result.groups, lane.group).label, group: lane.group }, lane],
  );
}

/** How many lanes there are. */
export const laneCount = ({ each }: Pick<ResponseResult, "each">) => each.filter(({ lane }) => lane !== null).length;

type Marker = "triangle" | "diamond" | "cross" | "circle" | "square" | "plus" | "star";
const markerShapes: readonly Marker[] = ["circle", "square", "plus", "star", "triangle", "diamond"];
const shapeOf = (state: number): Marker => markerShapes[state % markerShapes.length] ?? "circle";

/** Whether some lane has what a key stands for. */
const some = ({ each }: ResponseResult, has: (lane: NonNullable<ResponsePatient["lane"]>) => boolean) =>
  each.some(({ lane }) => lane !== null && has(lane));

/** The keys of what is drawn on the lanes. */
export function laneKeys(result: ResponseResult, metrics: Metrics, ink: Inks, theme: Theme): Key[] {
  const { small } = metrics;
  const size = small * 0.42;
  const marker = (name: string, shape: Marker, color: string): Key => ({
    name,
    mark: (x, y) => shapeMark(shape, x, y, size, color, ink),
  });
  const alive = (x: number, y: number) => arrow(x - size, y, size * 2, metrics, ink);
  const followed = result.endpoint !== null;
  return [
    ...result.courseStates.flatMap((state, place): Key[] =>
      some(result, ({ courses }) => courses.some((each) => each.state === place))
        ? [
            {
              name: state === "" ? "treatment" : state,
              mark: (x, y) =>
                element("rect", {
                  x: x - size,
                  y: y - size,
                  width: size * 2,
                  height: size * 2,
                  fill: stateColor(place, theme),
                }),
            },
          ]
        : [],
    ),
    ...(some(result, ({ response }) => !Number.isNaN(response)) ? [marker("first response", "triangle", ink.ink)] : []),
    ...(some(result, ({ progression }) => !Number.isNaN(progression))
      ? [marker(progressionName(result), "diamond", progressionColor[theme])]
      : []),
    ...result.markerStates.flatMap((state, place) =>
      some(result, ({ markers }) => markers.some((each) => each.state === place))
        ? [marker(state === "" ? "marker" : state, shapeOf(place), ink.ink)]
        : [],
    ),
    ...(some(result, ({ dead }) => dead) ? [marker("death", "cross", ink.ink)] : []),
    ...(some(result, ({ dead }) => !dead)
      ? [{ name: followed ? "alive at last contact" : "still followed", mark: alive }]
      : []),
  ];
}

/** What the diamond stands for: death is told apart where an endpoint of death is chosen. */
const progressionName = ({ endpoint, progression }: ResponseResult) =>
  endpoint !== null ? "progression" : `event of ${progression?.label ?? "progression"}`;

const progressionColor: Record<Theme, string> = { light: "#b45309", dark: "#f0a35a" };

/** One lane a patient, under each other, and the axis of all of them; `rows` are those of the page, each `pitch` high. */
export function swimmer(
  result: ResponseResult,
  { rows, pitch }: { rows: readonly (Laned | Heading)[]; pitch: number },
  { left, right, top: begin }: { left: number; right: number; top: number },
  metrics: Metrics,
  ink: Inks,
  theme: Theme,
): { mark: SvgElement; bottom: number; ticks: { time: number; x: number }[] } {
  const { text, hair, row, tick } = metrics;
  const small = Math.min(metrics.small, pitch * 0.86);
  const thick = pitch * 0.62;
  // Many lanes scroll: their axis is at both ends.
  const above = rows.length > 25;
  const top = above ? begin + row : begin;
  const bottom = top + rows.length * pitch + text * 0.3;
  const last = result.each.reduce((most, { lane }) => Math.max(most, lane ? endOf(lane) : 0), 0);
  const axis = timeTicks({ unit: result.unit, last: last * 1.02, length: right - left, room: text * 3.2 });
  const x = (time: number) => left + (time / axis.end) * (right - left);
  const scheme = schemeOf(result, theme);
  const ticks = axis.labeled.map((time) => ({ time, x: x(time) }));
  const mark = group(
    { "data-part": "swimmer" },
    ...axis.labeled.map((time) =>
      element("line", { x1: x(time), x2: x(time), y1: top, y2: bottom, stroke: ink.grid, "stroke-width": hair }),
    ),
    rows.map((patient, place) => {
      const middle = top + (place + 0.5) * pitch;
      if ("heading" in patient)
        return group(
          { "data-lanes": patient.group },
          label(left, middle + small * middleToBaseline, patient.heading, { size: small, fill: ink.ink, weight: 600 }),
        );
      return group(
        { "data-row": patient.row },
        element("title", {}, laneInWords(patient, result)),
        // What can be pointed at is the whole row.
        element("rect", {
          x: left,
          y: middle - pitch / 2,
          width: right - left,
          height: pitch,
          fill: ink.surface,
          opacity: 0,
        }),
        label(left - tick - 2, middle + small * middleToBaseline * 0.95, String(patient.number), {
          size: small * 0.92,
          fill: ink.faint,
          anchor: "end",
        }),
        laneMarks(patient, result, x, middle, thick, metrics, ink, theme, colorIn(scheme, patient.color)),
      );
    }),
    element("line", { x1: left, x2: right, y1: bottom, y2: bottom, stroke: ink.axis, "stroke-width": hair }),
    ...ticks.map((each) =>
      group(
        {},
        element("line", {
          x1: each.x,
          x2: each.x,
          y1: bottom,
          y2: bottom + tick,
          stroke: ink.axis,
          "stroke-width": hair,
        }),
        ...[bottom + tick + text * 1.05, ...(above ? [begin + metrics.small] : [])].map((y) =>
          label(each.x, y, numberInWords(each.time), { size: metrics.small, fill: ink.soft, anchor: "middle" }),
        ),
      ),
    ),
    label((left + right) / 2, bottom + row * 2, timeTitle(result), {
      size: metrics.small,
      fill: ink.ink,
      anchor: "middle",
    }),
  );
  return { mark, bottom: bottom + row * 2.3, ticks };
}

/** "Months since start of therapy". */
export const timeTitle = ({ unit, origin }: Pick<ResponseResult, "unit" | "origin">): string =>
  `${capitalized(unit)}${origin.trim() === "" ? " since time zero" : ` since ${origin}`}`;

const endOf = ({ length, courses, markers }: Laned["lane"]): number =>
  Math.max(length, ...courses.map(({ to }) => to), ...markers.map(({ at }) => at));

const laneInWords = (patient: ResponsePatient, { unit }: ResponseResult): string =>
  patient.lane === null
    ? patientInWords(patient)
    : `${patientInWords(patient)} · ${patient.lane.dead ? "died at" : "followed to"} ${withUnitText(patient.lane.length, unit)}`;

const withUnitText = (time: number, unit: string) =>
  Number.isInteger(time) ? withUnit(time, unit) : `${formatTime(time, unit)} ${unit}`;

/** The bar of a lane: to progression in its color and pale from there, or its treatments on pale ground; then the marks. */
function laneMarks(
  { lane }: Laned,
  { courseStates }: ResponseResult,
  x: (time: number) => number,
  middle: number,
  thick: number,
  metrics: Metrics,
  ink: Inks,
  theme: Theme,
  color: string,
): (SvgElement | null)[] {
  const { text } = metrics;
  const bar = (from: number, to: number, fill: string, height = thick) =>
    to > from ? element("rect", { x: x(from), y: middle - height / 2, width: x(to) - x(from), height, fill }) : null;
  const size = text * 0.36;
  const ground = bar(0, lane.length, ink.grid);
  const treated = courseStates.length > 0;
  const until = Number.isNaN(lane.progression) ? lane.length : Math.min(lane.progression, lane.length);
  const body = treated
    ? [
        ...lane.courses.map(({ from, to, state }) => bar(from, to, stateColor(state, theme))),
        // With treatments as the lane its response is the square before it.
        element("rect", {
          x: x(0),
          y: middle - thick / 2,
          width: text * 0.3,
          height: thick,
          fill: color,
        }),
      ]
    : [bar(0, until, color)];
  return [
    ground,
    ...body,
    ...lane.markers.map(({ at, state }) => shapeMark(shapeOf(state), x(at), middle, size, ink.ink, ink)),
    Number.isNaN(lane.response) ? null : shapeMark("triangle", x(lane.response), middle, size, ink.ink, ink),
    Number.isNaN(lane.progression)
      ? null
      : shapeMark("diamond", x(lane.progression), middle, size, progressionColor[theme], ink),
    lane.dead
      ? shapeMark("cross", x(lane.length), middle, size, ink.ink, ink)
      : arrow(x(lane.length), middle, text, metrics, ink),
  ];
}

/** An arrow from a point to the right. */
const arrow = (x: number, y: number, length: number, { line, text }: Metrics, ink: Inks): SvgElement =>
  element("path", {
    d: `M${rounded(x)},${rounded(y)}h${rounded(length)}m${rounded(-text * 0.3)},${rounded(-text * 0.26)}l${rounded(text * 0.3)},${rounded(text * 0.26)}l${rounded(-text * 0.3)},${rounded(text * 0.26)}`,
    fill: "none",
    stroke: ink.ink,
    "stroke-width": line * 0.7,
  });

/** A marker; filled ones have a rim of the ground, so that they stand out of any lane. */
function shapeMark(shape: Marker, x: number, y: number, size: number, color: string, ink: Inks): SvgElement {
  const open = { fill: "none", stroke: color, "stroke-width": size * 0.5 };
  const solid = { fill: color, stroke: ink.surface, "stroke-width": size * 0.28 };
  const p = (dx: number, dy: number) => `${rounded(x + dx * size)},${rounded(y + dy * size)}`;
  switch (shape) {
    case "triangle":
      return element("path", { d: `M${p(0, -1.15)}L${p(1.1, 0.9)}L${p(-1.1, 0.9)}z`, ...solid });
    case "diamond":
      return element("path", { d: `M${p(0, -1.25)}L${p(1.25, 0)}L${p(0, 1.25)}L${p(-1.25, 0)}z`, ...solid });
    case "square":
      return element("path", { d: `M${p(-1, -1)}L${p(1, -1)}L${p(1, 1)}L${p(-1, 1)}z`, ...solid });
    case "circle":
      return element("circle", { cx: x, cy: y, r: size, ...solid });
    case "cross":
      return element("path", { d: `M${p(-0.8, -0.8)}L${p(0.8, 0.8)}M${p(0.8, -0.8)}L${p(-0.8, 0.8)}`, ...open });
    case "plus":
      return element("path", { d: `M${p(-1, 0)}L${p(1, 0)}M${p(0, -1)}L${p(0, 1)}`, ...open });
    case "star":
      return element("path", {
        d: `M${p(-1, 0)}L${p(1, 0)}M${p(-0.5, -0.87)}L${p(0.5, 0.87)}M${p(0.5, -0.87)}L${p(-0.5, 0.87)}`,
        ...open,
      });
  }
}
