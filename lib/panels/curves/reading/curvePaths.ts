import type { SvgElement } from "../../../figure/svg";

/** The paths of each drawn curve as they stand in the figure's tree, by the group's index. */
export function curvePaths(tree: SvgElement): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const child of tree.children) {
    if (typeof child === "string" || child.attributes["data-part"] !== "curve") continue;
    const paths = child.children.flatMap((path) => (typeof path === "string" ? [] : [String(path.attributes.d)]));
    found.set(Number(child.attributes["data-group"]), paths);
  }
  return found;
}
