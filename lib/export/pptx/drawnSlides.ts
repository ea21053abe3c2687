import type Presentation from "pptxgenjs";
import { element, group, rounded, type SvgElement } from "../../figure/svg";
import { textWidth, type Weight, wrap } from "../../figure/text";
import { cleaner } from "../../figure/xmlText";
import type { ExportRequest } from "../exportFormat";
import { addPanelSlides } from "./panelSlide";
import { ascent, type Slide, slideFont, titleLook } from "./slideText";

const perInch = 96;
const pixelsPerPoint = 96 / 72;
const [width, height] = [13.333 * perInch, 7.5 * perInch];
const leading = 1.2;

type TextLook = Presentation.TextPropsOptions;
type Points = NonNullable<Presentation.ShapeProps["points"]>;
/** A position as slides take it, here always a number of inches. */
type Inches = number | string | undefined;
const pixels = (inches: Inches) => (typeof inches === "number" ? rounded(inches * perInch) : 0);
const color = (hex: string | undefined) => (hex ? `#${hex}` : undefined);
const opacity = (transparency: number | undefined) => (transparency ? 1 - transparency / 100 : undefined);

/** The slides of a board as a presentation program draws them, of the very calls that write the file, and what is to be known of them. */
export function drawnSlides(request: ExportRequest): { slides: SvgElement[]; notes: string[] } {
  const slides: SvgElement[][] = [];
  const newSlide = (): Slide => {
    const shapes: SvgElement[] = [];
    slides.push(shapes);
    return recorder(shapes);
  };
  const clean = cleaner();
  const notes = request.panels.flatMap((panel) => addPanelSlides(newSlide, panel, request, clean.text));
  const ground = element("rect", { width, height, fill: "#ffffff" });
  const look = { viewBox: `0 0 ${width} ${height}`, "font-family": `${slideFont}, Helvetica, sans-serif` };
  return { slides: slides.map((shapes) => element("svg", look, ground, shapes)), notes };
}

function recorder(shapes: SvgElement[]): Slide {
  // As the library has it, each call gives back the slide.
  const slide = {
    addText: (text: string | Presentation.TextProps[], look: TextLook = {}) => {
      shapes.push(drawnText(text, look));
      return slide;
    },
    addShape: (_: unknown, look: Presentation.ShapeProps = {}) => {
      shapes.push(drawnShape(look));
      return slide;
    },
    addTable: (rows: Presentation.TableRow[], look: Presentation.TableProps = {}) => {
      shapes.push(...drawnTable(rows, look));
      return slide;
    },
    addNotes: () => slide,
  };
  return slide as unknown as Slide;
}

function drawnShape({ x, y, w, h, fill, line, points }: Presentation.ShapeProps): SvgElement {
  const d = points ? outline(points) : `M0,0L${pixels(w)},${pixels(h)}`;
  return element("path", {
    d,
    transform: `translate(${pixels(x)},${pixels(y)})`,
    fill: color(fill?.color) ?? "none",
    "fill-opacity": opacity(fill?.transparency),
    stroke: color(line?.color),
    "stroke-width": line?.width === undefined ? undefined : line.width * pixelsPerPoint,
    "stroke-opacity": opacity(line?.transparency),
    "stroke-dasharray": dashes[line?.dashType ?? "solid"]
      ?.map((length) => length * (line?.width ?? 1) * pixelsPerPoint)
      .join(" "),
  });
}

/** Lengths of the named dashes, in widths of the line. */
const dashes: Partial<Record<string, number[]>> = {
  lgDash: [8, 3],
  dash: [4, 3],
  sysDash: [3, 1],
  lgDashDot: [8, 3, 1, 3],
  lgDashDotDot: [8, 3, 1, 3, 1, 3],
};

const outline = (points: Points): string =>
  points
    .map((point) => {
      if ("close" in point) return "Z";
      const to = `${pixels(point.x)},${pixels(point.y)}`;
      if (!("curve" in point)) return `${"moveTo" in point && point.moveTo ? "M" : "L"}${to}`;
      const curve = point.curve as { x1: number; y1: number; x2: number; y2: number };
      return `C${pixels(curve.x1)},${pixels(curve.y1)} ${pixels(curve.x2)},${pixels(curve.y2)} ${to}`;
    })
    .join("");

/** Texts of a box: one line of several runs, or paragraphs that are broken into lines. */
function drawnText(text: string | Presentation.TextProps[], given: TextLook): SvgElement {
  const look = given.placeholder === "title" ? { ...titleLook, ...given } : given;
  const [w, h] = [pixels(look.w), pixels(look.h)];
  const runs = (typeof text === "string" ? [{ text }] : text).map((run) => {
    const own = { ...look, ...run.options };
    return { text: run.text ?? "", own, size: (own.fontSize ?? 12) * pixelsPerPoint };
  });
  const lines =
    look.wrap === false
      ? [runs]
      : runs.flatMap(({ text: whole, own, size }) =>
          wrap(whole, w, size, weightOf(own)).map((line) => [{ text: line, own, size }]),
        );
  const highs = lines.map((line) => Math.max(...line.map(({ size }) => size)) * leading);
  const align = look.align === "center" || look.align === "right" ? look.align : "left";
  const x = { left: 0, center: w / 2, right: w }[align];
  let y = look.valign === "middle" ? (h - highs.reduce((sum, each) => sum + each, 0)) / 2 : 0;
  const turned = look.rotate ? ` rotate(${look.rotate},${w / 2},${h / 2})` : "";
  return group(
    { transform: `translate(${pixels(look.x)},${pixels(look.y)})${turned}` },
    lines.map((line, at) => {
      const high = highs[at] ?? 0;
      y += high;
      return element(
        "text",
        { x, y: y - high * (1 - ascent / leading), "text-anchor": anchors[align], "xml:space": "preserve" },
        line.map(({ text: said, own, size }) => element("tspan", letters(own, size), said)),
      );
    }),
  );
}

const anchors = { left: undefined, center: "middle", right: "end" };

const weightOf = ({ bold }: { bold?: boolean }): Weight => (bold ? 600 : 400);

const letters = (look: { bold?: boolean; color?: string }, size: number) => ({
  "font-size": size,
  "font-weight": look.bold ? 700 : undefined,
  fill: color(look.color) ?? "#000",
});

/** Rows as high as is asked, or as their lines need; cells over several columns. */
function drawnTable(rows: Presentation.TableRow[], look: Presentation.TableProps): SvgElement[] {
  const columns = (Array.isArray(look.colW) ? look.colW : []).map(pixels);
  const least = typeof look.rowH === "number" ? pixels(look.rowH) : 0;
  const drawn: SvgElement[] = [];
  let y = pixels(look.y);
  for (const row of rows) {
    let x = pixels(look.x);
    let at = 0;
    const cells = row.map((cell) => {
      const options = cell.options ?? {};
      const span = options.colspan ?? 1;
      const wide = columns.slice(at, at + span).reduce((sum, each) => sum + each, 0);
      at += span;
      const [, right = 0, , left = 0] = (Array.isArray(options.margin) ? options.margin : []).map(pixels);
      const size = (options.fontSize ?? 12) * pixelsPerPoint;
      const text = typeof cell.text === "string" ? cell.text : "";
      const room = Math.max(wide - left - right, textWidth("…", size));
      const lines = text === "" ? [] : wrap(text, room, size, weightOf(options));
      x += wide;
      return { x: x - wide, wide, left, right, size, lines, options };
    });
    const high = Math.max(least, ...cells.map(({ size, lines }) => lines.length * size * leading));
    for (const cell of cells) {
      const { options, size } = cell;
      const end = {
        left: [cell.left, "start"],
        center: [cell.wide / 2, "middle"],
        right: [cell.wide - cell.right, "end"],
      }[options.align === "center" || options.align === "right" ? options.align : "left"] as [number, string];
      const top = y + (high - cell.lines.length * size * leading) / 2 + ascent * size;
      for (const [line, text] of cell.lines.entries())
        drawn.push(
          element(
            "text",
            { x: cell.x + end[0], y: top + line * size * leading, "text-anchor": end[1], ...letters(options, size) },
            text,
          ),
        );
      const below = Array.isArray(options.border) ? options.border[2] : undefined;
      if (below && below.type !== "none")
        drawn.push(
          element("path", {
            d: `M${cell.x},${y + high}h${cell.wide}`,
            stroke: color(below.color),
            "stroke-width": (below.pt ?? 1) * pixelsPerPoint,
          }),
        );
    }
    y += high;
  }
  return drawn;
}
