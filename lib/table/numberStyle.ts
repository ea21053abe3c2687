import { parseNumber } from "./numbers";

/** How a column writes its numbers. */
export interface NumberStyle {
  decimal: "." | ",";
  thousands: "" | "," | "." | " " | "'";
  /** A unit behind every number, such as "%"; a number without it counts as well. */
  suffix: string;
}

/** The more usual first: of styles that read equally many cells the earlier is taken. */
const candidates: readonly NumberStyle[] = [
  { decimal: ".", thousands: "", suffix: "" },
  { decimal: ",", thousands: "", suffix: "" },
  { decimal: ".", thousands: ",", suffix: "" },
  { decimal: ",", thousands: ".", suffix: "" },
  { decimal: ".", thousands: " ", suffix: "" },
  { decimal: ",", thousands: " ", suffix: "" },
  { decimal: ".", thousands: "'", suffix: "" },
  { decimal: ",", thousands: "'", suffix: "" },
];

const grouped = {
  ",": /^[-+\u2212]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/,
  ".": /^[-+\u2212]?[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/,
  " ": /^[-+\u2212]?[1-9]\d{0,2}([ \u00a0\u2009\u202f]\d{3})+([.,]\d*)?$/,
  "'": /^[-+\u2212]?[1-9]\d{0,2}(['\u2019]\d{3})+([.,]\d*)?$/,
};
const marks = { ",": /,/g, ".": /\./g, " ": /[ \u00a0\u2009\u202f]/g, "'": /['\u2019]/g };

/**
 * A trimmed text as a number in this style, NaN when it is none. Thousands marks count only in complete groups of
 * three.
 */
export function parseStyled(text: string, { decimal, thousands, suffix }: NumberStyle): number {
  const bare = suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length).trimEnd() : text;
  if (thousands !== "" && grouped[thousands].test(bare))
    return parseNumber(bare.replace(marks[thousands], ""), decimal);
  return parseNumber(bare, decimal);
}

export interface StyleChoice {
  style: NumberStyle;
  /** Cells that the style reads as numbers. */
  cells: number;
  /** Styles with the other decimal mark that read as many cells, but other numbers: "1,234". */
  rivals: NumberStyle[];
}

/** The style that reads most cells. `counts[i]` cells have `texts[i]`. A given decimal mark or suffix is kept to. */
export function numberStyle(
  all: readonly string[],
  allCounts: ArrayLike<number>,
  given: { decimal?: "." | ","; suffix?: string } = {},
): StyleChoice {
  const { texts, counts } = likelyNumbers(all, allCounts);
  const suffix = given.suffix ?? (hasPercent(texts) ? "%" : "");
  const allowed = candidates.filter(({ decimal }) => given.decimal === undefined || decimal === given.decimal);
  const tried = allowed.map((candidate) => {
    const style = { ...candidate, suffix };
    const values = texts.map((text) => parseStyled(text, style));
    return {
      style,
      values,
      cells: values.reduce((sum, value, index) => (Number.isNaN(value) ? sum : sum + counts[index]), 0),
    };
  });
  const best = tried.reduce((chosen, next) => (next.cells > chosen.cells ? next : chosen));
  const rivals = tried.filter(
    ({ style, cells, values }) =>
      cells === best.cells &&
      style.decimal !== best.style.decimal &&
      values.some((value, index) => !Number.isNaN(value) && value !== best.values[index]),
  );
  return { style: best.style, cells: best.cells, rivals: rivals.map(({ style }) => style) };
}

/** Texts that begin as a number does; columns of ids have many others. */
function likelyNumbers(all: readonly string[], allCounts: ArrayLike<number>): { texts: string[]; counts: number[] } {
  const texts: string[] = [];
  const counts: number[] = [];
  all.forEach((text, place) => {
    const first = text.charCodeAt(0);
    if ((first < 43 || first > 57) && first !== 0x2212) return;
    texts.push(text);
    counts.push(allCounts[place]);
  });
  return { texts, counts };
}

const hasPercent = (texts: readonly string[]) => texts.some((text) => text.endsWith("%"));

/** Longer texts are no number with a unit. */
const longestMeasure = 40;

const measure = /^[-+\u2212]?[\d., ]*\d\.?\s*((?!\/\d)[\p{L}\u00b0/\u00d7*].*)$/u;

/** How many cells are a number with which unit behind it. */
export function unitsOf(texts: readonly string[], counts: ArrayLike<number>): Map<string, number> {
  const units = new Map<string, number>();
  texts.forEach((text, place) => {
    const unit = text.length <= longestMeasure ? measure.exec(text)?.[1] : undefined;
    if (unit !== undefined && units.size < 50) units.set(unit, (units.get(unit) ?? 0) + counts[place]);
  });
  return units;
}

/**
 * The unit behind at least nine of ten numbers ("mo" in "12 mo"), null when there is none. Percent is no question and
 * not meant here.
 */
export function commonSuffix(texts: readonly string[], counts: ArrayLike<number>): string | null {
  const found = new Map<string, { cells: number; texts: number }>();
  const all = texts.reduce((sum, _, index) => sum + counts[index], 0);
  let others = 0;
  for (let index = 0; index < texts.length; index++) {
    const suffix = texts[index].length <= longestMeasure ? measure.exec(texts[index])?.[1] : undefined;
    if (suffix === undefined) others += counts[index];
    else {
      const before = found.get(suffix) ?? { cells: 0, texts: 0 };
      found.set(suffix, { cells: before.cells + counts[index], texts: before.texts + 1 });
    }
    if (others > 0.1 * all) return null;
  }
  for (const [suffix, { cells, texts: different }] of found) if (cells >= 0.9 * all && different >= 3) return suffix;
  return null;
}
