import { createElement, memo, type ReactNode } from "react";
import type { SvgElement } from "../../lib/figure/svg";

/** The figure's tree as the page's DOM: the same tree that the exports write. */
export function SvgTree({ node }: { node: SvgElement }): ReactNode {
  return walk(node, 0);
}

/** A row that is drawn once and stays while others come and go beside it. */
const Row = memo(({ node }: { node: SvgElement }) => whole(node, 0));

function walk(node: SvgElement | string, key: number): ReactNode {
  if (typeof node === "string") return node;
  const gene = node.attributes["data-gene"];
  return gene === undefined ? whole(node, key) : <Row key={`gene ${gene}`} node={node} />;
}

function whole(node: SvgElement, key: number): ReactNode {
  return createElement(node.tag, { key, ...properties(node.attributes) }, ...node.children.map(walk));
}

/** React wants stroke-width as strokeWidth, and leaves data- and aria- as they are. */
function properties(attributes: SvgElement["attributes"]): Record<string, string | number> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [camelCase(name), value]));
}

const known = new Map<string, string>();

function camelCase(name: string): string {
  let found = known.get(name);
  if (found === undefined) {
    found = /^(data|aria)-/.test(name) ? name : name.replace(/[-:](.)/g, (_, letter: string) => letter.toUpperCase());
    known.set(name, found);
  }
  return found;
}
