import { scaleLinear } from "d3";
import { element, group, rounded, type SvgElement } from "../../../figure/svg";
import { label, middleToBaseline, textWidth } from "../../../figure/text";
import type { Inks, Theme } from "../../../figure/theme";
import { counted } from "../../../format";
import type { Metrics } from "../../sheet/sheet";
import { changeInWords, patientInWords } from "../patientInWords";
import { progressionFrom, responseFrom } from "../recist";
import type { ResponsePatient, ResponseResult } from "../result";
import { colorIn, schemeOf, stripOf } from "./colors";

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Bars beyond this are cut. */
const most = 100;
/** From so many bars on they are drawn as one path a color. */
const separate = 600;

/** Bars in their order: the largest growth first; those without a measurement in the order of their category. */
export function barsOf({ each }: Pick<ResponseResult, "each">) {
  const measured = each.filter(({ change }) => !Number.isNaN(change));
  const unmeasured = each.filter(({ change }) => Number.isNaN(change));
  return {
    measured: measured.sort((a, b) => b.change - a.change || a.number - b.number),
    unmeasured: unmeasured.sort((a, b) => a.category - b.category || a.number - b.number),
  };
}

/** One bar a patient with the best change, and at the right those without a measurement. */
export function waterfall(
  result: ResponseResult,
  { lines }: { lines: boolean },
  box: Box,
  metrics: Metrics,
  ink: Inks,
  theme: Theme,
): SvgElement {
  const { small, hair, tick, text } = metrics;
  const { measured, unmeasured } = barsOf(result);
  const strip = stripOf(result, theme);
  const stripHeight = strip ? text * 0.55 : 0;
  const bottom = box.bottom - (strip ? stripHeight + text * 0.6 : 0);
  const y = scaleLinear([most, -most], [box.top, bottom]);
  const slots = measured.length + unmeasured.length;
  const apart = unmeasured.length > 0 && measured.length > 0 ? Math.min(text * 1.8, (box.right - box.left) * 0.05) : 0;
  const pitch = Math.min(text * 2.2, (box.right - box.left - apart) / Math.max(1, slots));
  const width = pitch > 3 ? pitch - Math.min(2, pitch * 0.14) : pitch;
  const at = (place: number) => box.left + place * pitch + (place >= measured.length ? apart : 0) + (pitch - width) / 2;
  const scheme = schemeOf(result, theme);
  const end = measured.length > 0 ? at(measured.length - 1) + width : box.left;
  const grid = [most, 50, 0, -50, -most].map((value) =>
    group(
      {},
      element("line", {
        x1: box.left,
        x2: Math.max(end, box.right),
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
  );
  const drawn = (patient: ResponsePatient) => Math.min(most, patient.change);
  const bars =
    measured.length > separate
      ? pathBars(measured, at, width, y, scheme)
      : measured.map((patient, place) => {
          const [from, to] = [y(Math.max(0, drawn(patient))), y(Math.min(0, drawn(patient)))];
          // A change of 0 keeps a line that can be seen and pointed at.
          const height = Math.max(to - from, hair * 1.5);
          return element(
            "rect",
            {
              "data-row": patient.row,
              x: at(place),
              y: to - from < height ? y(0) - height / 2 : from,
              width,
              height,
              fill: colorIn(scheme, patient.color),
            },
            element("title", {}, patientInWords(patient)),
          );
        });
  const marked = new Set(result.marked.map(({ row }) => row));
  const dots = measured.flatMap((patient, place) =>
    marked.has(patient.row)
      ? [
          element("circle", {
            "data-part": "marked",
            cx: at(place) + width / 2,
            cy: patient.change > 0 ? y(0) + text * 0.5 : y(0) - text * 0.5,
            r: Math.min(text * 0.22, Math.max(1.5, pitch * 0.35)),
            fill: ink.ink,
          }),
        ]
      : [],
  );
  const stripped = [...measured, ...unmeasured];
  // No more squares than pixels.
  const every = Math.max(1, Math.ceil(stripped.length / (box.right - box.left)));
  return group(
    { "data-part": "waterfall" },
    grid,
    bars,
    cutMarks(measured, at, width, y, metrics, ink),
    dots,
    lines ? thresholds(box, end, y, metrics, ink) : null,
    unmeasuredMarks(
      unmeasured,
      { from: measured.length, last: measured.at(-1)?.change ?? 0 },
      at,
      width,
      y,
      scheme,
      box,
      metrics,
      ink,
    ),
    strip &&
      group(
        { "data-part": "strip" },
        stripped.flatMap((patient, place) =>
          place % every === 0
            ? [
                element("rect", {
                  x: at(place),
                  y: bottom + text * 0.6,
                  width: width * every,
                  height: stripHeight,
                  fill: colorIn(strip, patient.strip),
                }),
              ]
            : [],
        ),
      ),
  );
}

type Scale = (value: number) => number;

/** Very many bars, as one path of each color. */
function pathBars(
  measured: ResponsePatient[],
  at: (place: number) => number,
  width: number,
  y: Scale,
  scheme: ReturnType<typeof schemeOf>,
): SvgElement[] {
  const paths = new Map<string, string[]>();
  measured.forEach((patient, place) => {
    const color = colorIn(scheme, patient.color);
    const [x, to] = [rounded(at(place)), rounded(y(Math.min(most, patient.change)))];
    const part = `M${x},${rounded(y(0))}V${to}H${rounded(x + width)}V${rounded(y(0))}z`;
    const known = paths.get(color);
    if (known) known.push(part);
    else paths.set(color, [part]);
  });
  return [...paths].map(([fill, parts]) => element("path", { d: parts.join(""), fill }));
}

/** Bars that are cut, with a gap near their end and their number over it where there is room. */
function cutMarks(
  measured: ResponsePatient[],
  at: (place: number) => number,
  width: number,
  y: Scale,
  { small, text }: Metrics,
  ink: Inks,
): SvgElement[] {
  let free = Number.NEGATIVE_INFINITY;
  return measured.slice(0, separate).flatMap((patient, place) => {
    if (patient.change <= most) return [];
    const x = at(place);
    const words = changeInWords(patient.change);
    const middle = x + width / 2;
    const wide = textWidth(words, small);
    const left = Math.max(at(0), middle - wide / 2);
    const fits = left >= free;
    if (fits) free = left + wide + 3;
    return [
      element("path", {
        "data-part": "cut",
        d: `M${rounded(x - 1)},${rounded(y(most) + text * 0.9)}l${rounded(width + 2)},${rounded(-text * 0.3)}`,
        stroke: ink.surface,
        "stroke-width": text * 0.22,
        fill: "none",
      }),
      ...(fits
        ? [label(left + wide / 2, y(most) - text * 0.3, words, { size: small, fill: ink.ink, anchor: "middle" })]
        : []),
    ];
  });
}

/** The lines of progression and response. */
function thresholds(box: Box, end: number, y: Scale, { small, hair, text }: Metrics, ink: Inks): SvgElement {
  const line = (value: number) =>
    element("line", {
      x1: box.left,
      x2: end,
      y1: y(value),
      y2: y(value),
      stroke: ink.axis,
      "stroke-width": hair * 1.2,
      "stroke-dasharray": `${text / 4} ${text / 4}`,
    });
  const wide = end - box.left > text * 22;
  return group(
    { "data-part": "thresholds" },
    line(progressionFrom),
    line(responseFrom),
    wide
      ? label(end, y(progressionFrom) - small * 0.4, `${changeInWords(progressionFrom)} progression`, {
          size: small,
          fill: ink.soft,
          anchor: "end",
        })
      : null,
    wide
      ? label(box.left + 3, y(responseFrom) + small * 1.1, `${changeInWords(responseFrom)} response`, {
          size: small,
          fill: ink.soft,
        })
      : null,
  );
}

/** Patients without a measurement: a slot each, and how many they are: under 0%, or over it where a bar would be in the way. */
function unmeasuredMarks(
  unmeasured: ResponsePatient[],
  { from, last }: { from: number; last: number },
  at: (place: number) => number,
  width: number,
  y: Scale,
  scheme: ReturnType<typeof schemeOf>,
  box: Box,
  { small, text }: Metrics,
  ink: Inks,
): SvgElement[] {
  if (unmeasured.length === 0) return [];
  const height = text * 0.7;
  const left = at(from);
  const right = at(from + unmeasured.length - 1) + width;
  const words = counted(
    unmeasured.reduce((sum, { size }) => sum + size, 0),
    "not measured",
    "not measured",
  );
  const wide = textWidth(words, small);
  // In two lines where the slots are narrow: bars stand to their left.
  const lines = wide <= right - left + text ? [words] : words.replace(" measured", "\nmeasured").split("\n");
  const half = Math.max(...lines.map((line) => textWidth(line, small))) / 2;
  const middle = Math.min(box.right - half, Math.max(box.left + half, (left + right) / 2));
  const above = last < 0 && from > 0 && middle - half < at(from - 1) + width + 2;
  return [
    ...(unmeasured.length > separate
      ? [element("rect", { x: left, y: y(0) - height / 2, width: right - left, height, fill: scheme.none })]
      : unmeasured.map((patient, place) =>
          element(
            "rect",
            {
              "data-row": patient.row,
              x: at(from + place),
              y: y(0) - height / 2,
              width,
              height,
              fill: colorIn(scheme, patient.color),
            },
            element("title", {}, patientInWords(patient)),
          ),
        )),
    ...lines.map((line, place) =>
      label(middle, y(0) + text * (above ? -0.8 - (lines.length - 1 - place) * 1.2 : 1.7 + place * 1.2), line, {
        size: small,
        fill: ink.soft,
        anchor: "middle",
      }),
    ),
  ];
}
