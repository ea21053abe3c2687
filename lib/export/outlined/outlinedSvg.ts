import type { Run } from "../../figure/drawing";
import type { Outline } from "../../figure/outline";
import { element, rounded, type SvgElement } from "../../figure/svg";
import { lacking } from "../pdf/embeddedFont";
import { type Faces, lettersOf, shiftOf } from "./letters";

/**
 * The figure with its letters as outlines, so that it looks the same where the font is not; what they say stands beside
 * them for screen readers. A line with characters the font lacks stays text: `kept` counts those characters.
 */
export function outlinedSvg(tree: SvgElement, faces: Faces): { tree: SvgElement; kept: number } {
  let kept = 0;
  const walk = (node: SvgElement, above: SvgElement["attributes"]): SvgElement => {
    const attributes = { ...above, ...node.attributes };
    if (node.tag !== "text")
      return {
        ...node,
        children: node.children.map((child) => (typeof child === "string" ? child : walk(child, attributes))),
      };
    const runs = runsOf(node, attributes);
    const lacked = runs.flatMap((run) => lacking(faces[run.weight], run.text)).length;
    kept += lacked;
    return lacked > 0 ? node : asOutlines(node, runs, attributes, faces);
  };
  return { tree: walk(tree, {}), kept };
}

function runsOf(node: SvgElement, attributes: SvgElement["attributes"]): Run[] {
  return node.children.flatMap((child): Run[] => {
    if (typeof child !== "string")
      return child.tag === "tspan" ? runsOf(child, { ...attributes, ...child.attributes }) : [];
    const weight = Number(attributes["font-weight"] ?? 400) >= 600 ? 600 : 400;
    return [
      { text: child, size: Number(attributes["font-size"] ?? 12), weight, fill: String(attributes.fill ?? "#000000") },
    ];
  });
}

const textual = new Set(["x", "y", "font-size", "font-weight", "font-family", "text-anchor", "fill"]);

function asOutlines(node: SvgElement, runs: Run[], attributes: SvgElement["attributes"], faces: Faces): SvgElement {
  const { outlines, width } = lettersOf(runs, faces);
  const anchor = attributes["text-anchor"];
  const shift = shiftOf(anchor === "middle" || anchor === "end" ? anchor : "start", width);
  const [x, y] = [Number(node.attributes.x ?? 0) - shift, Number(node.attributes.y ?? 0)];
  const own = Object.fromEntries(Object.entries(node.attributes).filter(([name]) => !textual.has(name)));
  const title = node.children.find((child) => typeof child !== "string" && child.tag === "title");
  const says = runs.map(({ text }) => text).join("");
  return element(
    "g",
    { ...own, role: "img", "aria-label": says },
    title ?? element("title", {}, says),
    outlines.map((outline, place) =>
      element("path", { d: pathOf(outline, x, y), fill: runs[place]?.fill, stroke: "none" }),
    ),
  );
}

const pathOf = (outline: Outline, x: number, y: number): string =>
  outline
    .map(({ command, to }) => `${command}${to.map(([px, py]) => `${rounded(px + x)},${rounded(py + y)}`).join(" ")}`)
    .join("");
