import { type Matrix, placed, scaleOf, transformOf, unchanged } from "./matrix";
import { circleOutline, type Outline, outlineOf, rectOutline } from "./outline";
import type { SvgElement } from "./svg";

/** How an outline is painted; lengths in the figure's pixels. */
export interface Paint {
  /** "#rrggbb", or null for none. */
  fill: string | null;
  fillOpacity: number;
  stroke: string | null;
  strokeOpacity: number;
  strokeWidth: number;
  dash: number[];
}

/** A stretch of text in one look. */
export interface Run {
  text: string;
  size: number;
  weight: 400 | 600;
  fill: string;
}

interface Placed {
  /** The figure's part it belongs to ("curve", "table" …), and the group's index in it. */
  part: string | null;
  group: number | null;
}

export type Shape =
  | (Placed & { kind: "outline"; outline: Outline; paint: Paint })
  | (Placed & {
      kind: "text";
      x: number;
      y: number;
      /** Degrees, clockwise as in SVG. */
      angle: number;
      anchor: "start" | "middle" | "end";
      runs: Run[];
      /** Where `runs` are shortened, the whole text. */
      whole: string | null;
    });

interface Context extends Placed {
  matrix: Matrix;
  attributes: SvgElement["attributes"];
  opacity: number;
}

/**
 * A figure's tree as a flat list of outlines and texts with everything inherited resolved, in the order of painting:
 * what files that know no SVG are made of. Throws on an element it does not know, so that nothing is lost unseen.
 */
export function drawingOf(tree: SvgElement): Shape[] {
  return walk(tree, { matrix: unchanged, attributes: {}, opacity: 1, part: null, group: null });
}

function walk(node: SvgElement, above: Context): Shape[] {
  const own = node.attributes;
  const context: Context = {
    matrix: "transform" in own ? transformOf(String(own.transform), above.matrix) : above.matrix,
    attributes: { ...above.attributes, ...own },
    opacity: above.opacity * Number(own.opacity ?? 1),
    part: "data-part" in own ? String(own["data-part"]) : above.part,
    group: "data-group" in own ? Number(own["data-group"]) : above.group,
  };
  switch (node.tag) {
    case "svg":
    case "g":
      return node.children.flatMap((child) => (typeof child === "string" ? [] : walk(child, context)));
    case "text":
      return [textShape(node, context)];
    case "path":
      return [outlineShape(outlineOf(String(own.d ?? "")), context)];
    case "rect":
      return [outlineShape(rectOutline(own), context)];
    case "circle":
      return [outlineShape(circleOutline(Number(own.cx ?? 0), Number(own.cy ?? 0), Number(own.r ?? 0)), context)];
    case "line":
      return [outlineShape(outlineOf(`M${own.x1 ?? 0},${own.y1 ?? 0}L${own.x2 ?? 0},${own.y2 ?? 0}`), context)];
    case "title":
    case "desc":
    case "defs":
      return [];
    default:
      throw new Error(`a figure has an element <${node.tag}> that files cannot draw`);
  }
}

function outlineShape(outline: Outline, { matrix, attributes, opacity, part, group }: Context): Shape {
  const scale = scaleOf(matrix);
  const strokeWidth = scale * Number(attributes["stroke-width"] ?? 1);
  return {
    kind: "outline",
    part,
    group,
    outline: outline.map(({ to, ...rest }) => ({ ...rest, to: to.map((point) => placed(matrix, point)) })),
    paint: {
      fill: colorOf(attributes.fill ?? "#000000"),
      fillOpacity: opacity * Number(attributes["fill-opacity"] ?? 1),
      stroke: strokeWidth > 0 ? colorOf(attributes.stroke ?? "none") : null,
      strokeOpacity: opacity * Number(attributes["stroke-opacity"] ?? 1),
      strokeWidth,
      dash:
        String(attributes["stroke-dasharray"] ?? "")
          .match(/[\d.]+/g)
          ?.map((length) => scale * Number(length)) ?? [],
    },
  };
}

function textShape(node: SvgElement, context: Context): Shape {
  const { matrix, attributes, part, group } = context;
  const [x, y] = placed(matrix, [Number(node.attributes.x ?? 0), Number(node.attributes.y ?? 0)]);
  const title = node.children.find((child) => typeof child !== "string" && child.tag === "title");
  return {
    kind: "text",
    part,
    group,
    x,
    y,
    angle: (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI,
    anchor: anchorOf(attributes["text-anchor"]),
    runs: runsOf(node, attributes).map((each) => ({ ...each, size: scaleOf(matrix) * each.size })),
    whole: typeof title === "object" ? title.children.filter((child) => typeof child === "string").join("") : null,
  };
}

function runsOf(node: SvgElement, attributes: SvgElement["attributes"]): Run[] {
  return node.children.flatMap((child): Run[] => {
    if (typeof child === "string") return [run(child, attributes)];
    return child.tag === "tspan" ? runsOf(child, { ...attributes, ...child.attributes }) : [];
  });
}

const run = (text: string, attributes: SvgElement["attributes"]): Run => ({
  text,
  size: Number(attributes["font-size"] ?? 12),
  weight: Number(attributes["font-weight"] ?? 400) >= 600 ? 600 : 400,
  fill: colorOf(attributes.fill ?? "#000000") ?? "#000000",
});

const anchorOf = (anchor: string | number | undefined) => (anchor === "middle" || anchor === "end" ? anchor : "start");

function colorOf(paint: string | number): string | null {
  const color = String(paint);
  if (color === "none" || color === "transparent") return null;
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase();
  throw new Error(`a figure has a paint “${color}” that files cannot write`);
}
