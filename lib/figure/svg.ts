import { cleaner } from "./xmlText";

/**
 * A figure as a tree of SVG elements: the screen walks it, the exports serialize it, so they cannot differ. Attribute
 * names are those of SVG ("stroke-width"); only presentation attributes, no style and no class, which a strict content
 * policy would drop.
 */
export interface SvgElement {
  tag: string;
  attributes: Record<string, string | number>;
  children: (SvgElement | string)[];
}

type Child = SvgElement | string | null | undefined | false;

/** An element; attributes that are undefined and children that are nothing are left out. */
export function element(
  tag: string,
  attributes: Record<string, string | number | undefined>,
  ...children: (Child | Child[])[]
): SvgElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  return {
    tag,
    attributes: Object.fromEntries(
      given.map(([name, value]) => [name, typeof value === "number" ? rounded(value) : value]),
    ),
    children: children
      .flat()
      .filter(
        (child): child is SvgElement | string => typeof child === "string" || (!!child && typeof child === "object"),
      ),
  };
}

export const group = (attributes: Record<string, string | number | undefined>, ...children: (Child | Child[])[]) =>
  element("g", attributes, ...children);

/** Two decimals: a hundredth of a pixel is below what any device shows. */
export const rounded = (value: number) => Math.round(value * 100) / 100;

export interface Serialized {
  text: string;
  /** Characters that XML cannot hold and that were left out. */
  removed: number;
}

/**
 * The tree as a file of its own. `embedFont` is the base64 of a WOFF2 of Inter, without which other machines would set
 * another font.
 */
export function serialize(svg: SvgElement, { embedFont }: { embedFont?: string } = {}): Serialized {
  const { markup: literal, removed } = cleaner();
  const write = (node: SvgElement | string): string => {
    if (typeof node === "string") return literal(node);
    const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${literal(String(value))}"`);
    const open = `<${node.tag}${attributes.join("")}`;
    return node.children.length === 0 ? `${open}/>` : `${open}>${node.children.map(write).join("")}</${node.tag}>`;
  };
  const root = {
    ...svg,
    attributes: { xmlns: "http://www.w3.org/2000/svg", ...svg.attributes },
    children: [...fontOf(embedFont), ...svg.children],
  };
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${write(root)}\n`, removed: removed() };
}

function fontOf(base64: string | undefined): SvgElement[] {
  if (base64 === undefined) return [];
  const face = `@font-face{font-family:"Inter";font-weight:400 700;src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
  return [element("defs", {}, element("style", {}, `${face}text{text-rendering:geometricPrecision}`))];
}
