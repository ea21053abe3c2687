import type { Gather } from "../../numeric/gather";

/** A measured covariate: one value per row, NaN where missing. */
export interface NumericCovariate {
  name: string;
  values: Float64Array;
}

/**
 * A categorical covariate: `levels[codes[row]]`, code −1 where missing. Every level but the reference gets a 0/1
 * column.
 */
export interface FactorCovariate {
  name: string;
  codes: Int32Array;
  levels: readonly string[];
  /** Index into `levels` of the level the others are compared with; the first when not given. */
  reference?: number;
}

/** The products of the columns of covariates that are in the model themselves, by their names. */
export interface Interaction {
  name?: string;
  of: readonly string[];
}

export type Covariate = NumericCovariate | FactorCovariate | Interaction;

/**
 * One column of the design: a product of values and 0/1 indicators (a single one unless it belongs to an interaction).
 */
export interface DesignColumn {
  /** As R names it: the term's name followed by the level ("sexFemale", "age:sexFemale"). */
  name: string;
  term: number;
  /** The level this column stands for, null for a numeric covariate. */
  level: string | null;
  reference: string | null;
  parts: DesignPart[];
}

export type DesignPart =
  | { kind: "value"; covariate: string; values: Float64Array }
  | { kind: "level"; covariate: string; codes: Int32Array; code: number; level: string };

/** A covariate as a whole: the columns it was expanded to, and the levels nobody has. */
export interface DesignTerm {
  name: string;
  columns: number[];
  reference: string | null;
  emptyLevels: string[];
  /** The level asked for as reference when nobody has it, so that another one had to serve. */
  replacedReference: string | null;
  /** Of an interaction: the terms it multiplies, which stay in a model as long as it does. */
  of: readonly string[];
}

export interface Design {
  columns: DesignColumn[];
  terms: DesignTerm[];
}

const isFactor = (covariate: Covariate): covariate is FactorCovariate => "codes" in covariate;
const isNumeric = (covariate: Covariate): covariate is NumericCovariate => "values" in covariate;

/** Marks rows with a missing value in any covariate: sets `usable[row]` to 0. */
export function markMissing(covariates: readonly Covariate[], usable: Uint8Array): void {
  for (const covariate of covariates) {
    if (isNumeric(covariate)) {
      const { values } = covariate;
      for (let row = 0; row < usable.length; row++) if (!Number.isFinite(values[row])) usable[row] = 0;
    } else if (isFactor(covariate)) {
      const { codes } = covariate;
      for (let row = 0; row < usable.length; row++) if (codes[row] < 0) usable[row] = 0;
    }
  }
}

/**
 * Expands covariates to design columns, over the rows that are analyzed. Levels that none of these rows has get no
 * column; when the reference is one of them, the first level present takes its place (and `replacedReference` says so).
 * Throws when an interaction names a covariate that is not in the model before it.
 */
export function designMatrix(covariates: readonly Covariate[], rows: Uint32Array): Design {
  const columns: DesignColumn[] = [];
  const terms: DesignTerm[] = [];
  for (const covariate of covariates) {
    const term = isNumeric(covariate)
      ? numericTerm(covariate, terms.length, columns)
      : isFactor(covariate)
        ? factorTerm(covariate, rows, terms.length, columns)
        : interactionTerm(covariate, terms, columns);
    terms.push(term);
  }
  return { columns, terms };
}

const plainTerm = (name: string): DesignTerm => ({
  name,
  columns: [],
  reference: null,
  emptyLevels: [],
  replacedReference: null,
  of: [],
});

function numericTerm({ name, values }: NumericCovariate, term: number, columns: DesignColumn[]): DesignTerm {
  const parts: DesignPart[] = [{ kind: "value", covariate: name, values }];
  columns.push({ name, term, level: null, reference: null, parts });
  return { ...plainTerm(name), columns: [columns.length - 1] };
}

function factorTerm(factor: FactorCovariate, rows: Uint32Array, term: number, columns: DesignColumn[]): DesignTerm {
  const { name, codes, levels } = factor;
  const counts = new Int32Array(levels.length);
  for (const row of rows) counts[codes[row]]++;
  const asked = factor.reference ?? 0;
  const base = counts[asked] > 0 ? asked : counts.findIndex((count) => count > 0);
  const reference = levels[base] ?? null;
  const result = { ...plainTerm(name), reference, replacedReference: base === asked ? null : (levels[asked] ?? null) };
  levels.forEach((level, code) => {
    if (counts[code] === 0) result.emptyLevels.push(level);
    else if (code !== base) {
      const parts: DesignPart[] = [{ kind: "level", covariate: name, codes, code, level }];
      result.columns.push(columns.push({ name: name + level, term, level, reference, parts }) - 1);
    }
  });
  return result;
}

function interactionTerm(interaction: Interaction, terms: DesignTerm[], columns: DesignColumn[]): DesignTerm {
  const parents = interaction.of.map((name) => terms.find((term) => term.name === name));
  if (parents.includes(undefined)) throw new Error(`Interaction of covariates not in the model: ${interaction.of}`);
  let products: DesignColumn[] = [];
  parents.forEach((parent, index) => {
    const own = parent!.columns.map((at) => columns[at]);
    products = index === 0 ? own : own.flatMap((b) => products.map((a) => productColumn(a, b)));
  });
  const name = interaction.name ?? interaction.of.join(":");
  const result: DesignTerm = { ...plainTerm(name), of: interaction.of };
  for (const column of products) result.columns.push(columns.push({ ...column, term: terms.length }) - 1);
  return result;
}

const productColumn = (a: DesignColumn, b: DesignColumn): DesignColumn => ({
  name: `${a.name}:${b.name}`,
  term: -1,
  level: [a.level, b.level].filter((level) => level !== null).join(":") || null,
  reference: [a.reference, b.reference].filter((level) => level !== null).join(":") || null,
  parts: [...a.parts, ...b.parts],
});

/** Writes the column's value of each of the rows of `gather`, in that order, to `out` (of the same length). */
export function fillColumn(column: DesignColumn, gather: Gather, out: Float64Array): void {
  const [first, ...others] = column.parts;
  if (first.kind === "value") gather(first.values, out);
  else {
    gather(first.codes, out);
    for (let i = 0; i < out.length; i++) out[i] = out[i] === first.code ? 1 : 0;
  }
  if (others.length === 0) return;
  const factor = new Float64Array(out.length);
  fillColumn({ ...column, parts: others }, gather, factor);
  for (let i = 0; i < out.length; i++) out[i] *= factor[i];
}
