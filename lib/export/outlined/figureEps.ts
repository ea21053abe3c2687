import { drawingOf, type Paint, type Run, type Shape } from "../../figure/drawing";
import type { Point } from "../../figure/matrix";
import type { Outline } from "../../figure/outline";
import type { SvgElement } from "../../figure/svg";
import { cleaner } from "../../figure/xmlText";
import { nth } from "../../numeric/nth";
import { lacking } from "../pdf/embeddedFont";
import type { Pictures, TextPicture } from "../pictures";
import { type Faces, lettersOf, shiftOf } from "./letters";

interface EpsRequest {
  tree: SvgElement;
  width: number;
  height: number;
  faces: Faces;
  /** Draws lines with characters the font lacks; without it they are empty places. */
  picture: Pictures["ofText"] | null;
  title: string;
  program: string;
}

interface EpsWritten {
  text: string;
  /** Characters the font lacks. */
  lacking: number;
  /** Characters no file may hold. */
  removed: number;
}

/** Points to a pixel of the figure. */
const point = 0.75;

/**
 * The figure as Encapsulated PostScript of language level 2, on white: letters are outlines, so that no program needs the
 * font, and what is half transparent has the color it has on the screen, also where several such surfaces overlap.
 * Source: PostScript Language Reference, third edition; Adobe technical note 5002, EPSF 3.0.
 */
export async function figureEps({
  tree,
  width,
  height,
  faces,
  picture,
  title,
  program,
}: EpsRequest): Promise<EpsWritten> {
  const clean = cleaner();
  const [w, h] = [width * point, height * point];
  const body: string[] = [];
  const clear: Surface[] = [];
  let missing = 0;
  for (const shape of drawingOf(tree)) {
    if (shape.kind === "outline") body.push(...outlineContent(shape.outline, shape.paint, clear));
    else {
      const runs = shape.runs.map((run) => ({ ...run, text: clean.text(run.text) }));
      const lacked = runs.flatMap((run) => lacking(faces[run.weight], run.text)).length;
      missing += lacked;
      const pictured = lacked > 0 && picture ? await picture(runs) : null;
      body.push(...(pictured ? pictureContent(shape, pictured) : textContent(shape, runs, faces)));
    }
  }
  const text = [
    "%!PS-Adobe-3.0 EPSF-3.0",
    `%%BoundingBox: 0 0 ${Math.ceil(w)} ${Math.ceil(h)}`,
    `%%HiResBoundingBox: 0 0 ${number(w)} ${number(h)}`,
    `%%Title: (${ascii(clean.text(title))})`,
    `%%Creator: (${ascii(program)})`,
    ...["%%LanguageLevel: 2", "%%DocumentData: Clean7Bit", "%%Pages: 1", "%%EndComments", "%%BeginProlog"],
    ...Object.entries(short).map(([name, does]) => `/${name} {${does}} bind def`),
    ...["%%EndProlog", "%%Page: 1 1", "gsave", `0 ${number(h)} translate ${point} ${-point} scale`],
    ...["1 g", `0 0 m ${number(width)} 0 l ${number(width)} ${number(height)} l 0 ${number(height)} l h f`],
    ...body,
    ...["grestore", "%%Trailer", "%%EOF", ""],
  ].join("\n");
  return { text, lacking: missing, removed: clean.removed() };
}

const short = {
  m: "moveto",
  l: "lineto",
  c: "curveto",
  h: "closepath",
  f: "fill",
  s: "stroke",
  g: "setgray",
  rg: "setrgbcolor",
  w: "setlinewidth",
  d: "0 setdash",
  q: "gsave",
  Q: "grestore",
  W: "clip newpath",
};

const number = (value: number) => String(Math.round(value * 1000) / 1000);

/** Comments and strings of the header are ASCII, at most as long as a line may be; parentheses and backslashes are marked. */
const ascii = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[–—]/g, "-")
    .replace(/[^ -~]/g, "")
    .slice(0, 180)
    .replace(/[()\\]/g, "\\$&");

/** One segment a line, as no line may have more than 255 characters. */
const pathOf = (outline: Outline): string[] =>
  outline.map(({ command, to }) =>
    command === "Z" ? "h" : `${to.map(([x, y]) => `${number(x)} ${number(y)}`).join(" ")} ${command.toLowerCase()}`,
  );

type Color = [number, number, number];

const white: Color = [1, 1, 1];
const colorOf = (hex: string): Color =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Color;
const over = (color: Color, opacity: number, ground: Color): Color =>
  color.map((value, at) => value * opacity + nth(ground, at) * (1 - opacity)) as Color;
const setColor = (color: Color) => `${color.map(number).join(" ")} rg`;

/** A half transparent surface that was painted before. */
interface Surface {
  path: string[];
  color: Color;
  opacity: number;
  box: Box;
}

type Box = [left: number, top: number, right: number, bottom: number];

function boxOf(outline: Outline): Box {
  const points: Point[] = outline.flatMap(({ to }) => to);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const common = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];
const isEmpty = ([left, top, right, bottom]: Box) => left >= right || top >= bottom;

/** So many surfaces over each other are told apart. */
const deepest = 4;

function outlineContent(outline: Outline, paint: Paint, clear: Surface[]): string[] {
  if (outline.length === 0) return [];
  const path = pathOf(outline);
  const { fill, stroke, fillOpacity, strokeOpacity, strokeWidth, dash } = paint;
  const made: string[] = [];
  if (fill && fillOpacity > 0) {
    const own: Surface = { path, color: colorOf(fill), opacity: fillOpacity, box: boxOf(outline) };
    made.push(setColor(over(own.color, own.opacity, white)), ...path, "f");
    if (fillOpacity < 1) {
      made.push(...overlaps(own, clear, own.box, white, 1));
      clear.push(own);
    }
  }
  if (stroke && strokeOpacity > 0)
    made.push(
      setColor(over(colorOf(stroke), strokeOpacity, white)),
      `${number(strokeWidth)} w [${dash.map(number).join(" ")}] d`,
      ...path,
      "s",
    );
  return made;
}

/** The surface once more within each that lies below it, and within what those have in common, in the color it has there. */
function overlaps(own: Surface, below: readonly Surface[], box: Box, ground: Color, depth: number): string[] {
  if (depth >= deepest) return [];
  return below.flatMap((each, place) => {
    const shared = common(box, each.box);
    if (isEmpty(shared)) return [];
    const under = over(each.color, each.opacity, ground);
    return [
      ...["q", ...each.path, "W", setColor(over(own.color, own.opacity, under)), ...own.path, "f"],
      ...overlaps(own, below.slice(place + 1), shared, under, depth + 1),
      "Q",
    ];
  });
}

type TextShape = Extract<Shape, { kind: "text" }>;

function turned({ x, y, angle }: TextShape, outline: Outline, left: number): Outline {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return outline.map(({ command, to }) => ({
    command,
    to: to.map(([px, py]): Point => [x + (px - left) * cos - py * sin, y + (px - left) * sin + py * cos]),
  }));
}

function textContent(shape: TextShape, runs: readonly Run[], faces: Faces): string[] {
  const { outlines, width } = lettersOf(runs, faces);
  const left = shiftOf(shape.anchor, width);
  return outlines.flatMap((outline, place) =>
    outline.length === 0
      ? []
      : [setColor(colorOf(nth(runs, place).fill)), ...pathOf(turned(shape, outline, left)), "f"],
  );
}

/** A line with characters the font lacks, as pixels on white. */
function pictureContent({ x, y, angle, anchor }: TextShape, image: TextPicture): string[] {
  const { pixelWidth, pixelHeight, rgba } = image;
  const left = shiftOf(anchor, image.width);
  let row = "";
  const lines: string[] = [];
  for (let pixel = 0; pixel < pixelWidth * pixelHeight; pixel++) {
    const alpha = nth(rgba, 4 * pixel + 3) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const value = Math.round(nth(rgba, 4 * pixel + channel) * alpha + 255 * (1 - alpha));
      row += value.toString(16).padStart(2, "0");
    }
    if (row.length >= 240) {
      lines.push(row);
      row = "";
    }
  }
  return [
    `q ${number(x)} ${number(y)} translate ${number(angle)} rotate ${number(-left)} ${number(-image.baseline)} translate`,
    `${number(image.width)} ${number(image.height)} scale`,
    `/line ${3 * pixelWidth} string def`,
    `${pixelWidth} ${pixelHeight} 8 [${pixelWidth} 0 0 ${pixelHeight} 0 0]`,
    "{currentfile line readhexstring pop} false 3 colorimage",
    ...lines,
    row,
    "Q",
  ];
}
