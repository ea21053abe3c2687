import type { Board } from "../../board/board";
import type { Comparison, Conversion, Factor, Score } from "../../board/score";
import { numberInWords } from "../../format";
import { choiceFor } from "../columns";
import { boundInWords, type ColumnSummary } from "../tableSummary";
import { conversionBetween, conversions } from "./conversions";
import { type Meaning, type Measure, meaningOf } from "./measures";
import { type Preset, type PresetFactor, scoreFromPreset } from "./preset";
import { unitOfColumn } from "./units";

/** What of a column's summary matching looks at. */
export type MatchColumn = Pick<ColumnSummary, "name" | "kind" | "distinct" | "levels" | "min" | "max">;

/** A way to answer a factor from this file that the user can take over with one click. */
export interface Offer {
  words: string;
  factor: Factor;
}

export interface Match {
  /** With a column where one fits by name and unit, else still open. Nothing in it is converted. */
  factor: Factor;
  /** What it was matched by, or why it was not. */
  evidence: string;
  /** Other ways; every one that converts is only ever here. */
  offers: Offer[];
}

/** A preset with the columns of this file that fit its factors by name and unit. */
export function matchedScore(preset: Preset, columns: readonly MatchColumn[], board: Board): Score {
  const score = scoreFromPreset(preset);
  return { ...score, factors: preset.factors.map((factor) => matchFactor(factor, columns, board).factor) };
}

/** Proposes columns for one factor of a preset. */
export function matchFactor(asked: PresetFactor, columns: readonly MatchColumn[], board: Board): Match {
  const { measure, computed, ...rest } = asked;
  const open: Factor = { ...rest, column: null, convert: null, formula: null };
  const known = columns.map((column) => ({ column, meaning: speaksOf(column.name, board) }));
  const values = known.filter((each) => isValueOf(each, measure, asked.when)).map(({ column }) => column);
  const offers: Offer[] = [];
  let matched: { factor: Factor; evidence: string } | null = null;
  for (const column of values) {
    const reading = readingOf(column, measure, asked.unit, board);
    if (reading.foreign && !("limit" in asked.when && asked.when.limit)) continue;
    if (reading.convert === null) {
      const factor = { ...open, column: column.name, when: withLimit(asked.when, measure, known) };
      if (matched === null) matched = { factor, evidence: reading.words };
      else offers.push({ words: `Use “${column.name}”: ${reading.words}`, factor });
    } else offers.push(...conversionOffers(open, asked, column, reading.convert, measure, known));
  }
  if (computed && matched === null) {
    const offer = computedFactor(open, computed, known, board, asked.unit);
    if (offer?.safe)
      matched = { factor: { ...offer.factor, when: withLimit(asked.when, measure, known) }, evidence: offer.words };
    else if (offer) offers.push({ words: offer.words, factor: offer.factor });
  }
  for (const each of known) {
    const flag = flagFactor(open, each, measure);
    if (flag) offers.push(flag);
  }
  if (matched) return { ...matched, offers };
  return { factor: open, evidence: offers.length > 0 ? "a column may fit" : "no column found", offers };
}

interface Known {
  column: MatchColumn;
  meaning: Meaning;
}

/** By its name; by its label where the name says nothing. */
function speaksOf(name: string, board: Board): Meaning {
  const meaning = meaningOf(name);
  const { label } = choiceFor(board, name);
  return meaning.measures.length > 0 || !label ? meaning : meaningOf(label);
}

const isYesNo = ({ distinct, min, max }: MatchColumn) =>
  distinct !== null && distinct <= 2 && (min === null || (Number(min) >= 0 && Number(max) <= 1));

/** A cut that tells 0 from 1, as ECOG > 0 does. */
const splitsYesNo = (when: Comparison) =>
  "value" in when && when.value !== null && (when.op === ">=" || when.op === "<" ? when.value === 1 : when.value === 0);

function isValueOf({ column, meaning }: Known, measure: Measure, when: Comparison): boolean {
  if (meaning.measures[0] !== measure || meaning.limit !== null) return false;
  if (when.op === "in") return column.distinct !== null && column.distinct <= 50;
  return column.kind === "number" && !meaning.flag && (!isYesNo(column) || splitsYesNo(when));
}

/** Where values of a measure lie, by unit: wide enough for the very ill, apart enough to tell the units. */
const usualRanges: Partial<Record<Measure, Record<string, [number, number]>>> = {
  hemoglobin: { "g/dL": [3, 25], "g/L": [30, 250] },
  albumin: { "g/dL": [0.8, 7], "g/L": [8, 70] },
  calcium: { "mg/dL": [4.5, 22], "mmol/L": [1.1, 4.4] },
  correctedCalcium: { "mg/dL": [4.5, 22], "mmol/L": [1.1, 4.4] },
};

/**
 * How a column is to be read for a cut in `unit`: as it is, or only after a conversion; `foreign`: in a unit that has
 * none.
 */
function readingOf(
  column: MatchColumn,
  measure: Measure,
  unit: string,
  board: Board,
): { convert: Conversion | null; words: string; foreign?: boolean } {
  const own = unitOfColumn(column.name, board);
  const range = `values ${boundInWords(column.min)} to ${boundInWords(column.max)}`;
  if (own !== null && unit !== "") {
    const convert = conversionBetween(own, unit);
    if (convert) return { convert, words: `in ${own}` };
    if (own === unit) return { convert: null, words: `by name and unit (${own})` };
    return { convert: null, words: `by name; in ${own}`, foreign: true };
  }
  const ranges = usualRanges[measure];
  const fits = (of: string) => {
    const [low, high] = ranges?.[of] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    return Number(column.min) >= low && Number(column.max) <= high;
  };
  if (!ranges || fits(unit))
    return { convert: null, words: unit === "" ? "by name" : `by name; unit not stated, ${range}` };
  const other = Object.keys(ranges).find((each) => fits(each) && conversionBetween(each, unit));
  const convert = other ? conversionBetween(other, unit) : null;
  return { convert, words: convert ? `${range} look like ${other}` : `by name; unit not stated, ${range}` };
}

function conversionOffers(
  open: Factor,
  asked: PresetFactor,
  column: MatchColumn,
  convert: Conversion,
  measure: Measure,
  known: Known[],
): Offer[] {
  const { from, to, words } = conversions[convert];
  const when = withLimit(asked.when, measure, known);
  const factor = { ...open, column: column.name, when };
  const converted = {
    words: `Use “${column.name}” (${from}), converted to ${to} (${words})`,
    factor: { ...factor, convert },
  };
  if ("column" in when)
    return [
      { words: `Use “${column.name}” and “${when.column}” as they are (${from})`, factor: { ...factor, unit: from } },
    ];
  const back = conversionBetween(to, from);
  if (!("value" in when) || when.value === null || !back) return [converted];
  const value = conversions[back].of(when.value);
  return [
    converted,
    {
      words: `Use “${column.name}” with the cut at ${numberInWords(value)} ${from}`,
      factor: { ...factor, unit: from, when: { ...when, value } },
    },
  ];
}

/** A cut at a limit of normal, against the column that holds the limit where there is one. */
function withLimit(when: Comparison, measure: Measure, known: Known[]): Comparison {
  if (!("value" in when) || when.limit === null || when.op === "=") return when;
  const own = measure === "correctedCalcium" ? ["correctedCalcium", "calcium"] : [measure];
  const { limit } = when;
  const holder = known.find(
    ({ column, meaning }) =>
      column.kind === "number" &&
      meaning.limit === limit &&
      !meaning.flag &&
      meaning.measures[0] &&
      own.includes(meaning.measures[0]),
  );
  if (!holder) return when;
  return { op: `${when.op} column`, column: holder.column.name, times: when.times, limit };
}

interface Computed {
  factor: Factor;
  words: string;
  /** Needs no conversion. */
  safe: boolean;
}

const formulaWords = {
  correctedCalcium: (a: string, b: string) => `“${a}” + 0.8 × (4 − “${b}”)`,
  ratio: (a: string, b: string) => `“${a}” ÷ “${b}”`,
  monthsUntil: (a: string, b: string) => `calendar months from “${a}” to “${b}”`,
};

function computedFactor(
  open: Factor,
  computed: NonNullable<PresetFactor["computed"]>,
  known: Known[],
  board: Board,
  unit: string,
): Computed | null {
  const { kind } = computed;
  const holds = (measure: Measure) =>
    known.find(
      ({ column, meaning }) =>
        meaning.measures[0] === measure &&
        meaning.limit === null &&
        !meaning.flag &&
        column.kind === (kind === "monthsUntil" ? "date" : "number"),
    )?.column;
  const [from, second] = [holds(computed.from), holds(computed.second)];
  if (!from || !second) return null;
  const words = formulaWords[kind](from.name, second.name);
  if (kind !== "correctedCalcium")
    return {
      factor: { ...open, column: from.name, formula: { kind, column: second.name, convert: null } },
      words,
      safe: true,
    };
  const convert = readingOf(from, "calcium", unit, board).convert;
  const secondConvert = readingOf(second, "albumin", "g/dL", board).convert;
  const said = [convert, secondConvert].filter((each) => each !== null);
  const factor: Factor = {
    ...open,
    column: from.name,
    convert,
    formula: { kind, column: second.name, convert: secondConvert },
  };
  return { factor, words: [words, ...said.map((each) => `${each}`)].join(", "), safe: said.length === 0 };
}

const yesWords = new Set(["1", "yes", "y", "true", "high", "elevated", "raised", "abnormal", "low", "present"]);

/** A column that holds the answer itself. */
function flagFactor(open: Factor, { column, meaning }: Known, measure: Measure): Offer | null {
  if (!meaning.measures.includes(measure) || open.when.op === "in") return null;
  if (!(meaning.flag || (meaning.limit === null && isYesNo(column))) || column.distinct === null || column.distinct > 3)
    return null;
  const yes = column.levels?.find(({ value }) => yesWords.has(value.trim().toLowerCase()));
  if (!yes) return null;
  const words = `Use the ready-made flag “${column.name}” = ${yes.value}`;
  return { words, factor: { ...open, column: column.name, when: { op: "in", values: [yes.value] } } };
}
