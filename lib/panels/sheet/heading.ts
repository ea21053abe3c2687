import { group, type SvgElement } from "../../figure/svg";
import { label, wrap } from "../../figure/text";
import type { Inks } from "../../figure/theme";
import type { Metrics } from "./sheet";

/** Lines of text over or under the plot, wrapped to its width. */
export interface Paragraph {
  lines: string[];
  size: number;
  weight: 400 | 600;
  /** From baseline to baseline. */
  leading: number;
  height: number;
}

export function paragraph(text: string, width: number, size: number, weight: 400 | 600 = 400): Paragraph {
  const lines = text.trim() === "" ? [] : wrap(text, width, size, weight);
  const leading = size * 1.35;
  return { lines, size, weight, leading, height: lines.length * leading };
}

export function paragraphMark(
  { lines, size, weight, leading }: Paragraph,
  part: string,
  left: number,
  top: number,
  fill: string,
): SvgElement {
  const texts = lines.map((line, index) => label(left, top + index * leading + size, line, { size, weight, fill }));
  return group({ "data-part": part }, texts);
}

/** Title and subtitle above the plot. */
export function headingPlan(title: string, subtitle: string, width: number, { text, gap }: Metrics) {
  const [first, second] = [paragraph(title, width, text * 1.25, 600), paragraph(subtitle, width, text)];
  const height = first.height + second.height;
  return { title: first, subtitle: second, height: height > 0 ? height + gap : 0 };
}

export function headingMark(
  { title, subtitle }: ReturnType<typeof headingPlan>,
  left: number,
  top: number,
  inks: Inks,
): SvgElement[] {
  return [
    paragraphMark(title, "title", left, top, inks.ink),
    paragraphMark(subtitle, "subtitle", left, top + title.height, inks.soft),
  ];
}
