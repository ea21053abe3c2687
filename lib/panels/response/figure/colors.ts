import { responseCategories, responseLabels } from "../../../cohort/responseMeaning";
import { groupColor } from "../../../figure/palette";
import type { Theme } from "../../../figure/theme";
import { categoryColor, ofCategory } from "../../responseColors";
import type { Colored, ResponseResult } from "../result";

/** What bars and lanes are colored by: a place in `levels` each, in words and colors. */
export interface Scheme {
  label: string;
  levels: { label: string; color: string }[];
  /** Without a value. */
  none: string;
}

/** Of changes alone without groups every bar has the one color, which needs no key. */
export function schemeOf(
  { color, responseLabel }: Pick<ResponseResult, "color" | "responseLabel">,
  theme: Theme,
): Scheme {
  const none = ofCategory[theme].NE;
  if (color !== null) return { label: color.label, levels: colored(color, theme), none };
  if (responseLabel === null)
    return { label: "Best change", levels: [{ label: "", color: groupColor(0, 1, false, theme) }], none };
  return {
    label: "Best response",
    levels: responseCategories.map((category, place) => ({
      label: responseLabels[category],
      color: categoryColor(place, theme),
    })),
    none,
  };
}

export const stripOf = ({ strip }: Pick<ResponseResult, "strip">, theme: Theme): Scheme | null =>
  strip && { label: strip.label, levels: colored(strip, theme), none: ofCategory[theme].NE };

const colored = ({ levels, ordered }: Colored, theme: Theme) =>
  levels.map(({ label, color }, place) => ({
    label,
    color: color ?? groupColor(place, levels.length, ordered, theme),
  }));

/** Color of a state of treatment, apart from those of the groups. */
export const stateColor = (place: number, theme: Theme): string => groupColor(place + 2, 12, false, theme);

export const colorIn = ({ levels, none }: Scheme, place: number): string => levels[place]?.color ?? none;
