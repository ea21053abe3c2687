import type { Paint, Shape } from "../../figure/drawing";
import type { Outline } from "../../figure/outline";
import { textWidth } from "../../figure/text";
import type { Slide } from "./slideText";
import { ascent, hex, slideFont } from "./slideText";

const perInch = 96;
const pointsPerPixel = 0.75;

/** Where the figure's upper left corner stands on the slide, in inches. */
export interface Origin {
  x: number;
  y: number;
}

/** Draws an outline as a shape whose points can be edited, and a text as a text box without a frame. */
export function addShape(
  slide: Slide,
  shape: Shape,
  origin: Origin,
  clean: (text: string) => string,
  name: string,
): void {
  if (shape.kind === "text") addText(slide, shape, origin, clean, name);
  else for (const part of parts(shape.outline)) addOutline(slide, part, shape.paint, origin, name);
}

/** An outline piece by piece: each begins with its own move. A filled one stays whole, so that its holes do. */
function parts(outline: Outline): Outline[] {
  const closed = outline.some(({ command }) => command === "Z");
  if (closed) return [outline];
  const pieces: Outline[] = [];
  for (const segment of outline) {
    if (segment.command === "M") pieces.push([]);
    pieces.at(-1)?.push(segment);
  }
  return pieces.filter((piece) => piece.length > 1);
}

function addOutline(slide: Slide, outline: Outline, paint: Paint, origin: Origin, name: string): void {
  const all = outline.flatMap(({ to }) => to);
  if (all.length === 0 || (!paint.fill && !paint.stroke)) return;
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [w, h] = [(Math.max(...xs) - left) / perInch, (Math.max(...ys) - top) / perInch];
  const place = { x: origin.x + left / perInch, y: origin.y + top / perInch, w, h };
  const look = { ...place, ...fillOf(paint), ...lineOf(paint), objectName: name };
  if (all.length === 2 && (w === 0 || h === 0)) {
    slide.addShape("line", look);
    return;
  }
  const inches = ([x, y]: readonly [number, number]) => ({ x: (x - left) / perInch, y: (y - top) / perInch });
  const points = outline.map(({ command, to }) => {
    if (command === "Z") return { close: true };
    const [first, second, end] = to.map(inches);
    if (command !== "C" || !first || !second) return { ...first, moveTo: command === "M" };
    return { ...end, curve: { type: "cubic", x1: first.x, y1: first.y, x2: second.x, y2: second.y } };
  });
  // The library's types do not know the shape that its documentation shows.
  const free = { ...look, w: Math.max(w, 0.001), h: Math.max(h, 0.001), points } as Parameters<Slide["addShape"]>[1];
  slide.addShape("custGeom" as Parameters<Slide["addShape"]>[0], free);
}

const fillOf = ({ fill, fillOpacity }: Paint) =>
  fill ? { fill: { color: hex(fill), transparency: Math.round(100 * (1 - fillOpacity)) } } : {};

function lineOf({ stroke, strokeOpacity, strokeWidth, dash }: Paint) {
  if (!stroke) return {};
  return {
    line: {
      color: hex(stroke),
      width: strokeWidth * pointsPerPixel,
      transparency: Math.round(100 * (1 - strokeOpacity)),
      dashType: dashOf(dash, strokeWidth),
    },
  };
}

/** The named dash that comes nearest. */
function dashOf(dash: number[], width: number): "solid" | "lgDashDot" | "lgDashDotDot" | "lgDash" | "dash" | "sysDash" {
  const [first] = dash;
  if (first === undefined) return "solid";
  if (dash.length === 4) return "lgDashDot";
  if (dash.length > 4) return "lgDashDotDot";
  const long = first / width;
  return long >= 5 ? "lgDash" : long >= 3 ? "dash" : "sysDash";
}

function addText(
  slide: Slide,
  shape: Shape & { kind: "text" },
  origin: Origin,
  clean: (text: string) => string,
  objectName: string,
): void {
  const { x, y, angle, anchor, runs } = shape;
  const size = Math.max(...runs.map((run) => run.size));
  // A little wider than measured: the slide's font is another one.
  const width = runs.reduce((sum, run) => sum + textWidth(run.text, run.size, run.weight), 0) * 1.12 + 4;
  const height = size * 1.2;
  const shift = { start: 0, middle: width / 2, end: width }[anchor];
  const upright = Math.abs(angle) > 45;
  const middle = upright ? { x: x - size * 0.36, y } : { x: x - shift + width / 2, y: y - ascent * size + height / 2 };
  slide.addText(
    runs.map(({ text, size: own, weight, fill }) => ({
      text: clean(text),
      options: { fontSize: own * pointsPerPixel, bold: weight === 600, color: hex(fill) },
    })),
    {
      x: origin.x + (middle.x - width / 2) / perInch,
      y: origin.y + (middle.y - height / 2) / perInch,
      w: width / perInch,
      h: height / perInch,
      margin: 0,
      wrap: false,
      fit: "none",
      valign: upright ? "middle" : "top",
      align: anchor === "middle" ? "center" : anchor === "end" ? "right" : "left",
      fontFace: slideFont,
      rotate: upright ? 360 + angle : 0,
      objectName,
    },
  );
}
