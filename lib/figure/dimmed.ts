import type { SvgElement } from "./svg";

/**
 * The tree with everything of other groups pale: what belongs to a group carries `data-group`. Nothing else changes.
 */
export function dimmed(tree: SvgElement, group: number): SvgElement {
  const own = tree.attributes["data-group"];
  if (own !== undefined) return own === group ? tree : { ...tree, attributes: { ...tree.attributes, opacity: 0.16 } };
  if (tree.children.every((child) => typeof child === "string")) return tree;
  return {
    ...tree,
    children: tree.children.map((child) => (typeof child === "string" ? child : dimmed(child, group))),
  };
}
