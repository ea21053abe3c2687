/** How numbers are written: as every journal asks for its own. */
export interface NumberStyle {
  decimal: "." | "·" | ",";
  /** Between thousands; with a decimal comma never a comma. */
  thousands: "," | "\u202f";
  /** From so many digits on thousands are set off. */
  groupedFrom: 4 | 5;
  /** "0.04" rather than ".04". */
  zeroOfP: boolean;
  /** `ama`: three decimals next to .05. `nejm`: two from .01 up, more only where two would read .05. */
  digitsOfP: "ama" | "nejm";
  /** Between two limits; "to" in any style where one is negative. */
  between: "–" | "-" | " to ";
}

export const journals = ["plain", "jama", "nejm", "lancet"] as const;
export type JournalId = (typeof journals)[number];

const plain: NumberStyle = {
  decimal: ".",
  thousands: ",",
  groupedFrom: 4,
  zeroOfP: false,
  digitsOfP: "ama",
  between: "–",
};

/**
 * What could be found of each journal's own instructions, looked up on 2026-11-29; what could not is as in `plain`.
 * - JAMA, by the AMA Manual of Style, 11th ed.: no zero before P, α and β (18.7.1), P to two digits, three below .01 and
 *   where rounding decides (19.5), both as JMIR's guide quotes them (support.jmir.org, "Guidelines for Reporting
 *   Statistics"), whose intervals have a hyphen; a thin space from five digits on (17.4.3, amamanualofstyle.com).
 * - NEJM: digits of P as its Statistical Reporting Guidelines say, quoted in doi:10.1136/bmjebm-2019-111264, which writes
 *   0.001 with its zero; "to" in intervals as the NEJM theme of gtsummary.
 * - Lancet: "Type decimal points midline", its Formatting guidelines for electronic submission; its dash in intervals as
 *   the Lancet style of journalR (doi:10.32614/CRAN.package.journalR), and the zero of 0·12 as the one of gtsummary.
 *   Its small p, digits of P and thousands: not found.
 * - BMJ: its house style (bmj.com/about-bmj/resources-authors/house-style) could not be read as far as its numbers, so that
 *   there is no style of its name.
 */
const ofJournal: Record<JournalId, Partial<NumberStyle>> = {
  plain: {},
  jama: { thousands: "\u202f", groupedFrom: 5, between: "-" },
  nejm: { zeroOfP: true, digitsOfP: "nejm", between: " to " },
  lancet: { decimal: "·", zeroOfP: true },
};

export const dateStyles = ["iso", "dayMonth", "monthDay"] as const;
export type DateStyle = (typeof dateStyles)[number];

/** What a board says of how its numbers are written; `decimal` null: as the journal's. */
export interface Writing {
  journal: JournalId;
  decimal: "point" | "comma" | null;
  dates: DateStyle;
}

export const plainWriting: Writing = { journal: "plain", decimal: null, dates: "iso" };

/** A decimal comma takes the comma from the thousands, so that "1,234" is one number and no other, and P has its zero. */
export function styleOf({ journal, decimal }: Pick<Writing, "journal" | "decimal">): NumberStyle {
  const style = { ...plain, ...ofJournal[journal] };
  if (decimal === null) return style;
  return decimal === "comma"
    ? { ...style, decimal: ",", thousands: "\u202f", zeroOfP: true }
    : { ...style, decimal: "." };
}

let writing: Writing = plainWriting;
let style: NumberStyle = plain;

/** How numbers are written now. */
export const numberStyle = (): NumberStyle => style;
export const dateStyle = (): DateStyle => writing.dates;

/**
 * From now on numbers are written so. The page and the worker each show one board at a time: they say so with each
 * board they answer or show, before anything is written of it.
 */
export function writeAs(asked: Writing): void {
  writing = asked;
  style = styleOf(asked);
}

/** Work during which numbers are written so, and as before afterwards. It must not wait for anything. */
export function writtenAs<T>(asked: Writing, work: () => T): T {
  const before = writing;
  writeAs(asked);
  try {
    return work();
  } finally {
    writeAs(before);
  }
}

/** A plain number, "−1234.5" without marks between thousands, with the decimal sign of the style. */
export const withDecimalSign = (plainText: string): string =>
  style.decimal === "." ? plainText : plainText.replace(".", style.decimal);
