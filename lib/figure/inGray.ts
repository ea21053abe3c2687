import type { SvgElement } from "./svg";

const painted = new Set(["fill", "stroke"]);

/** The figure without color: each as light as it is, by its luminance (ITU-R BT.709), as a copier sees it. */
export const inGray = (node: SvgElement): SvgElement => ({
  ...node,
  attributes: Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name, painted.has(name) ? grayOf(String(value)) : value]),
  ),
  children: node.children.map((child) => (typeof child === "string" ? child : inGray(child))),
});

function grayOf(paint: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(paint)) return paint;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(paint.slice(at, at + 2), 16) / 255));
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const shown = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  const byte = Math.round(shown * 255)
    .toString(16)
    .padStart(2, "0");
  return `#${byte}${byte}${byte}`;
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
