import { textWidth, wrapApart } from "../../../figure/text";
import { ciInWords } from "../../../format";
import { nth } from "../../../numeric/nth";
import { coefficientInWords } from "../../coefficientInWords";
import type { Metrics } from "../../sheet/sheet";
import type { RegressionLine } from "../result";
import { labelOf } from "../words";
import { isLevel, type Options, type Row } from "./rows";

/** How wide names are, where counts end, from where to where the axis runs, and where ratios and P end; 0 for a column that has no room. */
export interface Columns {
  /** What each line is called in its room. */
  names: Map<RegressionLine, string>;
  labels: number;
  counts: number;
  left: number;
  right: number;
  ratios: number;
  p: number;
}

/** How far the name of a level is set in. */
export const indentOf = (line: RegressionLine, { text }: Metrics): number =>
  line.kind === "head" || !isLevel(line) ? 0 : text;

/** "HR (95% CI)". */
export const ratioHeading = (level: number): string => `HR (${ciInWords(level)})`;

const nameHeadings = {
  alone: ["Covariate, alone"],
  together: ["Covariate"],
  both: ["Covariate, alone (hollow) and together", "Alone (hollow), together", "Hollow: alone"],
};

/** What the names are of, as long as their column has room for. */
export const nameHeading = (show: Options["show"], width: number, size: number): string =>
  nameHeadings[show].find((each) => textWidth(each, size) <= width) ?? (nameHeadings[show].at(-1) as string);

/** The columns of a figure of this width: P and counts only where there is room for them. */
export function columnsOf(
  rows: Row[],
  { counts, show }: Options,
  level: number,
  width: number,
  metrics: Metrics,
): Columns {
  const { text, gap } = metrics;
  const widest = (texts: string[]) => Math.max(0, ...texts.map((each) => textWidth(each, text)));
  const marks = rows.flatMap((row) => row.marks);
  const ratios = widest([...marks.map(({ coefficient }) => coefficientInWords(coefficient)), ratioHeading(level)]);
  const p = width < 35 * text ? 0 : widest([...rows.flatMap(({ ps }) => ps.map((each) => each.text)), "P"]) + gap * 2;
  const countWidth =
    counts && width >= (520 / 12) * text
      ? widest([...rows.flatMap((each) => each.counts.map((cell) => cell.text)), "Events/n"]) + gap * 2
      : 0;
  const names = rows.map(({ line }) => labelOf(line, show === "alone" ? "alone" : "together"));
  const wanted = widest([...names, nameHeading(show, Number.POSITIVE_INFINITY, text)]) + text;
  const labels = Math.min(wanted, width * (width < (520 / 12) * text ? 0.3 : 0.36));
  const right = width - gap - p - ratios - gap * 2.5;
  const shown = new Map<RegressionLine, string>();
  for (const weight of [400, 600] as const) {
    const own = rows.filter(({ line }) => (line.kind === "head") === (weight === 600));
    const roomed = own.map((row) => ({
      name: nth(names, rows.indexOf(row)),
      width: labels - indentOf(row.line, metrics),
      lines: 1,
    }));
    for (const [place, lines] of wrapApart(roomed, text, weight).entries())
      shown.set(nth(own, place).line, nth(lines, 0));
  }
  return {
    names: shown,
    labels,
    counts: countWidth === 0 ? 0 : gap + labels + countWidth,
    left: gap + labels + countWidth + gap * 3,
    right,
    ratios: width - gap - p,
    p: p === 0 ? 0 : width - gap,
  };
}
