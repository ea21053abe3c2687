import { nth } from "../numeric/nth";
import type { Point } from "./matrix";
import type { SvgElement } from "./svg";

/** One step of an outline in absolute points: one for M and L, three for C (two controls and the end), none for Z. */
export interface Segment {
  command: "M" | "L" | "C" | "Z";
  to: Point[];
}

export type Outline = Segment[];

/** The outline of an SVG path of M, L, H, V, C, Q and Z, absolute or relative. Throws on others. */
export function outlineOf(d: string): Outline {
  const outline: Outline = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  for (const [, letter = "", list = ""] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (list.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const [dx, dy] = letter === letter.toLowerCase() ? at : [0, 0];
    const points = pointsOf(letter.toUpperCase(), numbers, at, [dx, dy]);
    const command = letter.toUpperCase();
    if (command === "Z") {
      outline.push({ command: "Z", to: [] });
      at = start;
      continue;
    }
    if (command === "C" || command === "Q") outline.push(...curves(command, points, at));
    else
      for (const point of points)
        outline.push({ command: command === "M" && point === points[0] ? "M" : "L", to: [point] });
    if (command === "M") start = points[0] ?? start;
    at = points.at(-1) ?? at;
  }
  return outline;
}

function pointsOf(command: string, numbers: number[], at: Point, [dx, dy]: Point): Point[] {
  switch (command) {
    case "M":
    case "L":
    case "C":
    case "Q":
      return Array.from({ length: numbers.length / 2 }, (_, index) => [
        nth(numbers, 2 * index) + dx,
        nth(numbers, 2 * index + 1) + dy,
      ]);
    case "H":
      return numbers.map((x) => [x + dx, at[1]]);
    case "V":
      return numbers.map((y) => [at[0], y + dy]);
    case "Z":
      return [];
    default:
      throw new Error(`a figure has a path command “${command}” that files cannot draw`);
  }
}

function curves(command: "C" | "Q", points: Point[], from: Point): Segment[] {
  const size = command === "C" ? 3 : 2;
  const made: Segment[] = [];
  let at = from;
  for (let index = 0; index + size <= points.length; index += size) {
    const [first, second] = [nth(points, index), nth(points, index + 1)];
    const between = (a: Point, b: Point): Point => [a[0] + (2 / 3) * (b[0] - a[0]), a[1] + (2 / 3) * (b[1] - a[1])];
    made.push({
      command: "C",
      to:
        command === "C"
          ? [first, second, nth(points, index + 2)]
          : [between(at, first), between(second, first), second],
    });
    at = nth(points, index + size - 1);
  }
  return made;
}

/** Four Bézier arcs of a quarter each. */
const arc = 0.5522847498;

export function circleOutline(cx: number, cy: number, r: number): Outline {
  return roundedRect(cx - r, cy - r, 2 * r, 2 * r, r);
}

export function rectOutline(attributes: SvgElement["attributes"]): Outline {
  const { x = 0, y = 0, width = 0, height = 0, rx = 0 } = attributes;
  const [w, h] = [Number(width), Number(height)];
  return roundedRect(Number(x), Number(y), w, h, Math.min(Number(rx), w / 2, h / 2));
}

function roundedRect(left: number, top: number, width: number, height: number, r: number): Outline {
  const [right, bottom] = [left + width, top + height];
  if (r <= 0) return outlineOf(`M${left},${top}H${right}V${bottom}H${left}Z`);
  const k = r * (1 - arc);
  return outlineOf(
    `M${left + r},${top}H${right - r}C${right - k},${top} ${right},${top + k} ${right},${top + r}V${bottom - r}` +
      `C${right},${bottom - k} ${right - k},${bottom} ${right - r},${bottom}H${left + r}` +
      `C${left + k},${bottom} ${left},${bottom - k} ${left},${bottom - r}V${top + r}C${left},${top + k} ${left + k},${top} ${left + r},${top}Z`,
  );
}
