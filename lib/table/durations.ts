/** The units that a column of stretches of time can be read in. */
export type DurationUnit = "days" | "months" | "years";

/** Days in a month, and months in a year: 365.25 / 12 and 12. */
const daysInMonth = 30.4375;

/** From the longest: what a unit is called, and how many months or days it has. */
const units: readonly { names: string; months: number; days: number }[] = [
  { names: "y|yrs?|years?|jahre?n?|an|ans|año|años|anno|anni|jaar", months: 12, days: 0 },
  { names: "m|mos?|mons?|mths?|months?|monate?n?|mois|mes|meses|mese|mesi|maand|maanden", months: 1, days: 0 },
  { names: "w|wks?|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken", months: 0, days: 7 },
  { names: "d|days?|tage?n?|jours?|días?|dias?|giorn[oi]|dag|dagen", months: 0, days: 1 },
];

const number = String.raw`(\d+(?:[.,]\d+)?)\s*`;
const whole = new RegExp(
  `^${units.map(({ names }) => String.raw`(?:${number}(?:${names})(?![\p{L}])\.?[\s,]*)?`).join("")}$`,
  "iu",
);

/**
 * A stretch of time written with its units, such as "2y 3m", "48 months" or "1 year, 10 days", in one unit: a month is
 * 30.4375 days, a year 12 months. NaN for any other text, a number without a unit among them.
 */
export function durationIn(text: string, unit: DurationUnit): number {
  const parts = partsOf(text);
  if (!parts) return Number.NaN;
  let [months, days] = [0, 0];
  for (const { value, place } of parts) {
    months += value * units[place].months;
    days += value * units[place].days;
  }
  if (unit === "days") return months * daysInMonth + days;
  const inMonths = months + days / daysInMonth;
  return unit === "months" ? inMonths : inMonths / 12;
}

/** Which units a stretch of time is written with, by their place from the longest; none where the text is no such. */
export const unitsIn = (text: string): number[] => partsOf(text)?.map(({ place }) => place) ?? [];

function partsOf(text: string): { value: number; place: number }[] | null {
  const found = text.length <= 40 && /^\d/.test(text) ? whole.exec(text) : null;
  if (!found) return null;
  const parts = found
    .slice(1)
    .flatMap((part, place) => (part === undefined ? [] : [{ value: Number(part.replace(",", ".")), place }]));
  return parts.length > 0 ? parts : null;
}
