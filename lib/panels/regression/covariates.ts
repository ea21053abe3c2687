import type { Term } from "../../board/panelForms/term";
import { referenceAmong } from "../../cohort/references";
import { comparedValues, factorAmounts } from "../../cohort/scores/factor";
import { comparisonInWords } from "../../cohort/scores/words";
import { capitalized, formatCount, numberInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { failed, ok, problem, type Result } from "../../result";
import type { FactorCovariate, NumericCovariate } from "../../survival";
import { referencesOf } from "../groupsOfVariable";
import type { Prepared } from "../prepared";

/** A covariate read from the cohort, one value per row, and how its lines are called. */
export interface ReadTerm {
  term: Term;
  label: string;
  /** The column or score, and its unit. */
  title: string;
  unit: string;
  covariate: NumericCovariate | FactorCovariate;
  /** Whether a row has a value. */
  known(row: number): boolean;
  /** Of levels: what the reader sees, in the order of the codes; else null. */
  levelLabels: string[] | null;
}

const mostLevels = 24;

/** Reads a covariate as it is coded. */
export function readTerm(prepared: Prepared, term: Term): Result<ReadTerm> {
  const { variables } = prepared;
  const name = term.id;
  const title = term.label ?? capitalized(variables.label(term.of));
  const unit = unitOf(prepared, term);
  if (term.coding.kind === "levels") {
    const found = variables.levels(term.of);
    if (!found.ok) return found;
    const { codes, levels } = found.value;
    if (levels.length > mostLevels) return failed(tooManyLevels(title, levels.length));
    const reference = referenceAmong(
      levels.map(({ value }, place) => ({ level: value, place })),
      referencesOf(found.value, prepared.patients),
      term.coding.reference,
    );
    return ok({
      term,
      label: title,
      title,
      unit,
      covariate: { name, codes, levels: levels.map(({ value }) => value), reference },
      known: (row) => nth(codes, row) >= 0,
      levelLabels: levels.map(({ label }) => label),
    });
  }
  const values =
    term.coding.kind === "cut" ? cutValues(prepared, term, term.coding.when) : perUnit(prepared, term, term.coding.per);
  if (!values.ok) return values;
  return ok({
    term,
    label: term.label ?? `${title} ${codingInWords(prepared, term)}`.trim(),
    title,
    unit,
    covariate: { name, values: values.value },
    known: (row) => Number.isFinite(values.value[row]),
    levelLabels: null,
  });
}

function perUnit({ variables }: Prepared, { of }: Term, per: number): Result<Float64Array> {
  const numbers = variables.numbers(of);
  if (!numbers.ok || per === 1) return numbers.ok ? ok(numbers.value.values) : numbers;
  return ok(numbers.value.values.map((value) => value / per));
}

function cutValues(
  prepared: Prepared,
  { of, label, id }: Term,
  when: (Term["coding"] & { kind: "cut" })["when"],
): Result<Float64Array> {
  const { table, board, variables } = prepared;
  const factor = { id, label: label ?? "", unit: "", convert: null, formula: null, points: 1, when };
  if ("column" in of) return factorAmounts(table, { ...factor, column: of.column }, board);
  const points = variables.numbers(of);
  return points.ok ? comparedValues(table, factor, points.value.values) : points;
}

const unitOf = ({ board }: Pick<Prepared, "board">, { of }: Pick<Term, "of">): string =>
  "column" in of ? (board.columns.find(({ name }) => name === of.column)?.unit ?? "") : "";

/** "< 10 g/dL", "per 10 years". */
function codingInWords({ variables, board }: Prepared, { of, coding }: Term): string {
  const unit = unitOf({ board }, { of });
  if (coding.kind === "levels") return "";
  if (coding.kind === "cut") return comparisonInWords({ when: coding.when, unit }, board);
  const numbers = variables.numbers(of);
  const own = numbers.ok && numbers.value.date ? "days" : "score" in of ? "points" : unit;
  return coding.per === 1
    ? `per ${/^[a-z]+s$/.test(own) ? own.slice(0, -1) : own || "unit"}`
    : `per ${numberInWords(coding.per)} ${own || "units"}`.trim();
}

const tooManyLevels = (label: string, count: number) =>
  problem(
    "covariate-levels",
    `“${label}” has ${formatCount(count)} different values; a covariate takes at most ${mostLevels} levels.`,
    "Take it per unit, or cut it.",
  );
