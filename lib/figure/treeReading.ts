import { nth } from "../numeric/nth";
import { type Box, overlaps } from "./box";
import type { SvgElement } from "./svg";
import { textWidth } from "./text";

/** For tests: what a reader of a figure's tree sees. */

export function parts(tree: SvgElement, name: string): SvgElement[] {
  return elements(tree).filter(({ attributes }) => attributes["data-part"] === name);
}

/** The attributes of the paths that make a part, of the group at `index`. */
export function paths(tree: SvgElement, name: string, index = 0): SvgElement["attributes"][] {
  return nth(parts(tree, name), index).children.flatMap((child) =>
    typeof child === "string" ? [] : [child.attributes],
  );
}

export function elements(tree: SvgElement): SvgElement[] {
  return [tree, ...tree.children.flatMap((child) => (typeof child === "string" ? [] : elements(child)))];
}

export interface DrawnText {
  text: string;
  box: Box;
}

/** Every text with the box it takes, from the advances of the font; rotated ones upright in their box. */
export function texts(tree: SvgElement, inherited = 12): DrawnText[] {
  return elements(tree)
    .filter(({ tag }) => tag === "text")
    .map((node) => drawnText(node, Number(node.attributes["font-size"] ?? inherited)));
}

function drawnText(node: SvgElement, size: number): DrawnText {
  const runs = node.children.flatMap((child) => {
    if (typeof child === "string") return [{ text: child, size, weight: node.attributes["font-weight"] }];
    if (child.tag !== "tspan") return [];
    return [
      {
        text: String(child.children[0]),
        size: Number(child.attributes["font-size"]),
        weight: child.attributes["font-weight"],
      },
    ];
  });
  const width = runs.reduce((sum, run) => sum + textWidth(run.text, run.size, run.weight === 600 ? 600 : 400), 0);
  const height = Math.max(...runs.map((run) => run.size));
  const { x, y, transform } = node.attributes as { x: number; y: number; transform?: string };
  const shift = { end: width, middle: width / 2, start: 0 }[
    String(node.attributes["text-anchor"] ?? "start") as "end" | "middle" | "start"
  ];
  // Capitals are 0.73 em high; descenders may touch the line below.
  const flat = { left: x - shift, right: x - shift + width, top: y - height * 0.73, bottom: y + height * 0.1 };
  const upright = { left: x - height * 0.73, right: x + height * 0.1, top: y - width / 2, bottom: y + width / 2 };
  return { text: runs.map((run) => run.text).join(""), box: transform ? upright : flat };
}

/** Pairs of texts that touch. */
export function collisions(tree: SvgElement): string[] {
  const all = texts(tree);
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`${a.text} × ${b.text}`] : [])),
  );
}

/** Texts that leave the figure. */
export function outside(tree: SvgElement, width: number, height: number): string[] {
  return texts(tree)
    .filter(({ box }) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
    .map(({ text }) => text);
}

/** The corners of a path of absolute M, L, H and V. */
export function pathPoints(d: string | number): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [Number.NaN, Number.NaN];
  for (const [, command, numbers = ""] of String(d).matchAll(/([MLHV])([^MLHVZ]*)/g)) {
    const [first = Number.NaN, second = Number.NaN] = numbers.split(",").map(Number);
    if (command === "V") y = first;
    else x = first;
    if (command === "M" || command === "L") y = second;
    points.push([x, y]);
  }
  return points;
}
