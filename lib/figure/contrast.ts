import { hcl, rgb } from "d3";

/** Contrast ratio of two colors, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(color: string): number {
  const { r, g, b } = rgb(color);
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/**
 * The color itself where it stands out from `surface` by `ratio`, else the nearest of its hue, darker or lighter, that
 * does.
 */
export function readable(color: string, surface: string, ratio: number): string {
  const shade = hcl(color);
  const step = contrast(surface, "#000000") > contrast(surface, "#ffffff") ? -1 : 1;
  while (contrast(shade.formatHex(), surface) < ratio && shade.l > 0 && shade.l < 100) shade.l += step;
  return contrast(color, surface) >= ratio ? color : shade.formatHex();
}
