import { group, type SvgElement } from "../../../figure/svg";
import { ellipsis, label, middleToBaseline, textWidth } from "../../../figure/text";
import type { Inks } from "../../../figure/theme";
import type { Metrics } from "../../sheet/sheet";

/** A key of a legend: its mark, drawn around a middle, and its name. */
export interface Key {
  name: string;
  mark(x: number, y: number): SvgElement | (SvgElement | null)[];
}

export interface Legend {
  mark: SvgElement;
  height: number;
}

/** Keys one after the other in lines no wider than `width`, after a heading where there is one. */
export function legend(
  keys: readonly Key[],
  { left, top, width, heading }: { left: number; top: number; width: number; heading?: string },
  { small, row, gap }: Metrics,
  ink: Inks,
): Legend {
  const marks: (SvgElement | (SvgElement | null)[])[] = [];
  const lead = small * 1.25;
  let x = left;
  let y = top + row / 2;
  if (heading !== undefined) {
    marks.push(label(x, y + small * middleToBaseline, heading, { size: small, fill: ink.ink, weight: 600 }));
    x += textWidth(heading, small, 600) + gap * 3;
  }
  for (const { name, mark } of keys) {
    const shown = ellipsis(name, width * 0.6, small);
    const wide = lead + textWidth(shown, small);
    if (x > left && x + wide > left + width) {
      x = left;
      y += row;
    }
    marks.push(mark(x + small * 0.42, y));
    marks.push(label(x + lead, y + small * middleToBaseline, shown, { size: small, fill: ink.soft, whole: name }));
    x += wide + gap * 2.6;
  }
  if (keys.length === 0 && heading === undefined) return { mark: group({}), height: 0 };
  return { mark: group({ "data-part": "legend" }, marks.flat()), height: y + row / 2 - top };
}
