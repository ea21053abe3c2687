import type { Theme } from "../../figure/theme";

/** What a figure is drawn on; lengths in CSS pixels (96 to the inch). */
export interface Sheet {
  width: number;
  height: number;
  theme: Theme;
  /** Size of the texts, 12 when not given; every other measure follows from it. */
  text?: number;
  /** Title, subtitle and caption inside the figure, as files need; on the screen they stand around it. */
  titleInside?: boolean;
  /** What stands beside the figure on the screen is in it, as files need. */
  alone?: boolean;
  /** Device pixels to a pixel: no curve gets more detail than can be seen. 2 when not given. */
  pixelRatio?: number;
  /** The tallest it may be, and which of its pages is drawn, from 0; missing: one page, as tall as it must be. */
  page?: { tallest: number; number: number };
  /** The plot of curves stays at least so far from each border, as that of a figure beside it does. */
  inset?: { left: number; top: number; right: number; bottom: number };
  /** What a file holds back: exact times, and everything of fewer than so many patients. */
  heldBack?: { wholeMonths: boolean; fewest: number | null };
}

/** Measures that follow from the size of the texts. */
export interface Metrics {
  text: number;
  /** The smallest text of the figure. */
  small: number;
  /** From baseline to baseline. */
  row: number;
  gap: number;
  /** Width of a curve, and of everything thinner. */
  line: number;
  hair: number;
  tick: number;
}

export function metricsOf({ text = 12 }: Sheet): Metrics {
  return {
    text,
    small: text * 0.92,
    row: text * 1.45,
    gap: text / 2,
    line: text / 6,
    hair: text / 12,
    tick: text * 0.4,
  };
}

/** " · page 2", where it is not the first. */
export const pageInWords = ({ page }: Pick<Sheet, "page">): string =>
  page && page.number > 0 ? ` · page ${page.number + 1}` : "";
