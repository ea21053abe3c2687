import type { Box } from "../../figure/box";
import type { SvgElement } from "../../figure/svg";
import type { Problem } from "../../result";

/** A figure laid out: one tree for screen and files. */
export interface DrawnFigure {
  width: number;
  /** At least that of the sheet. */
  height: number;
  tree: SvgElement;
  /** Where the curves are; missing where there are none. */
  plot?: Box;
  /** How many pages the figure has, where more than one. */
  pages?: number;
  /**
   * Times that have a number on the axis, in the endpoint's unit, and where they stand; missing where there is no time
   * axis.
   */
  ticks?: { time: number; x: number }[];
  /** The level of each curve drawn, by its `data-group`; missing where there are none. */
  levels?: string[];
  /** Color of every curve of the panel, hidden ones too, with its level. */
  colors?: { level: string; color: string }[];
  /** Whether censored patients have their ticks; missing where the kind draws none. */
  ticked?: boolean;
  /** What could not be drawn as asked. */
  problems: Problem[];
}

/** The places of a level's curves in a figure: none where it is hidden, several where each cause has one of its own. */
export const placesOfLevel = ({ levels }: DrawnFigure, level: string): number[] =>
  (levels ?? []).flatMap((each, place) => (each === level ? [place] : []));

/** The color of a level's first curve. */
export const colorOfLevel = ({ colors }: DrawnFigure, level: string): string | undefined =>
  colors?.find((each) => each.level === level)?.color;
