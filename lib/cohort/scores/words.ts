import type { Board } from "../../board/board";
import type { Comparison, Factor, Score } from "../../board/score";
import { capitalized, inSentence, listed, numberInWords } from "../../format";
import { choiceFor } from "../columns";
import { conversions } from "./conversions";
import { limitInWords } from "./factor";

const signs: Record<string, string> = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "=": "=" };

const signOf = (op: string) => signs[op.replace(/ .*/, "")];

/** "< 10 g/dL", "> 1.5 × ULN (column ldh_uln)", "= colon or rectum". */
export function comparisonInWords({ when, unit }: Pick<Factor, "when" | "unit">, board: Board): string {
  const inUnit = unit === "" ? "" : ` ${unit}`;
  switch (when.op) {
    case "in":
      return when.values.length === 0 ? "= …" : `= ${when.values.join(" or ")}`;
    case "between":
      return `${numberInWords(when.min)} to ${numberInWords(when.max)}${inUnit}`;
    case "per unit":
      return `per ${unit || "unit"}`;
    default:
      return `${signOf(when.op)} ${limitOf(when, inUnit, board)}`;
  }
}

function limitOf(when: Exclude<Comparison, { op: "in" | "between" | "per unit" }>, inUnit: string, board: Board) {
  const times = when.times === 1 ? "" : `${numberInWords(when.times)} × `;
  if ("column" in when) {
    const column = choiceFor(board, when.column).label ?? when.column;
    return when.limit ? `${times}${when.limit} (${column})` : `${times}${column}`;
  }
  const value = when.value === null ? "…" : `${numberInWords(when.value)}${inUnit}`;
  return when.limit ? `${times}${when.limit} (${value})` : `${times}${value}`;
}

/** How the value is had from the columns, null where it is the column itself. */
export function derivationInWords({ column, convert, formula, unit }: Factor, board: Board): string | null {
  if (column === null) return null;
  const name = (of: string | null) => (of === null ? "…" : `“${choiceFor(board, of).label ?? of}”`);
  const converted = convert ? `, converted from ${conversions[convert].from} (${conversions[convert].words})` : "";
  if (!formula) return convert ? `${name(column)}${converted}` : null;
  const second = `${name(formula.column)}${formula.convert ? ` (${conversions[formula.convert].words})` : ""}`;
  switch (formula.kind) {
    case "correctedCalcium":
      return `${name(column)} + ${numberInWords(0.8)} × (4 − ${second}), ${unit} and g/dL${converted}`;
    case "ratio":
      return `${name(column)} ÷ ${second}`;
    case "monthsUntil":
      return `calendar months from ${name(column)} to ${second}`;
  }
}

export const missingInWords: Record<Score["missing"], string> = {
  leaveOut: "patients with a missing factor have no score",
  bound: "patients with a missing factor have a group where the known factors decide it",
  absent: "a missing factor counts as not adverse",
};

/**
 * The score in one sentence, to be cited: "One point each for hemoglobin < 10 g/dL, … (Wang 2016, …). Groups: 0; 1–2;
 * ≥3 points."
 */
export function definitionOf(score: Score): string {
  const citation = score.citation ? ` (${score.citation})` : "";
  return `${capitalized(factorsInWords(score))}${citation}. Groups by points: ${groupsInWords(score)}. Missing values: ${missingInWords[score.missing]}.`;
}

/** The same where its points are used as they are: groups are none of it. */
export function pointsOf(score: Score): string {
  const citation = score.citation ? ` (${score.citation})` : "";
  const missing = score.missing === "bound" ? missingInWords.leaveOut : missingInWords[score.missing];
  return `${capitalized(factorsInWords(score))}${citation}. Its points are taken as they are. Missing values: ${missing}.`;
}

function factorsInWords({ factors, rules }: Score): string {
  if (factors.length === 0) return "no factor yet";
  if (rules.length > 0) return `${rules.map((rule) => ruleInWords(rule, factors)).join("; ")}`;
  const [one = 0, ...others] = new Set(factors.map(({ points }) => points));
  if (others.length === 0 && !factors.some(({ when }) => when.op === "per unit"))
    return `${pointsInWords(one)} each for ${listed(factors.map(factorInWords))}`;
  return listed(factors.map((factor) => `${pointsInWords(factor.points)} for ${factorInWords(factor)}`));
}

const pointsInWords = (points: number) => (points === 1 ? "one point" : `${numberInWords(points)} points`);

function factorInWords({ label, when, unit, formula }: Factor): string {
  const name = inSentence(label);
  const formulated =
    formula?.kind === "correctedCalcium" ? ` (calcium + ${numberInWords(0.8)} × (4 − albumin), mg/dL and g/dL)` : "";
  const said = cutInWords(when, unit);
  // A label that says its cut already, as "Bilirubin > 2", does not say it twice.
  const own = ` ${cutInWords(when, "")}`;
  if (when.op !== "in" && name.endsWith(own)) return `${name.slice(0, -own.length)}${formulated} ${said}`;
  // The label of a factor that is a level says the level already.
  const ends = when.op === "in" && endsWithWord(name.toLowerCase(), said.toLowerCase());
  return ends ? name : `${name}${formulated} ${said}`;
}

const endsWithWord = (text: string, end: string) =>
  text.endsWith(end) && !/[\p{L}\p{N}]$/u.test(text.slice(0, text.length - end.length));

/** Without the columns of this file, which a reader of the paper does not have. */
function cutInWords(when: Comparison, unit: string): string {
  const inUnit = unit === "" ? "" : ` ${unit}`;
  switch (when.op) {
    case "in":
      return when.values.length === 0 ? "(values to be chosen)" : listed(when.values, "or");
    case "between":
      return `from ${numberInWords(when.min)} to ${numberInWords(when.max)}${inUnit}`;
    case "per unit":
      return `per ${unit || "unit"}`;
    default: {
      const sign = signOf(when.op);
      const times = when.times === 1 ? "" : `${numberInWords(when.times)} × `;
      if (when.limit) return `${sign} ${times}${times ? when.limit : `the ${limitInWords[when.limit]}`}`;
      if ("column" in when) return `${sign} ${times}${when.column}`;
      return `${sign} ${times}${when.value === null ? "…" : numberInWords(when.value)}${inUnit}`;
    }
  }
}

function ruleInWords({ when, points }: Score["rules"][number], factors: Factor[]): string {
  const conditions = when.map(({ factor, is }) => {
    const of = factors.find(({ id }) => id === factor);
    if (!of) return factor;
    return is ? factorInWords(of) : `not (${factorInWords(of)})`;
  });
  return `${numberInWords(points)} for ${conditions.length === 0 ? "all others" : listed(conditions)}`;
}

export const groupsInWords = ({ groups }: Score): string =>
  groups.map(({ label, min, max }) => namedBounds(label, boundsInWords(min, max))).join("; ");

const namedBounds = (label: string, bounds: string) =>
  label.replace(/\s/g, "") === bounds.replace(/\s/g, "") ? label : `${label} (${bounds})`;

/** "≤ 1", "2–3", "≥ 4", "any". */
export function boundsInWords(min: number | null, max: number | null, shown = numberInWords): string {
  if (min === null && max === null) return "any";
  if (min === null) return `≤ ${shown(max as number)}`;
  if (max === null) return `≥ ${shown(min)}`;
  return min === max ? shown(min) : `${shown(min)}–${shown(max)}`;
}
