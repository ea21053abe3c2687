import { underName } from "../../format";
import type { Coefficient } from "../../survival";
import type { ReadTerm } from "./covariates";

/** A coefficient as its fit names it. */
export type NamedColumn = Pick<Coefficient, "name" | "term" | "level" | "reference">;

/** A product of two covariates, by the names they have in the model. */
export interface Product {
  name: string;
  of: readonly string[];
}

/**
 * What covariates, levels and coefficients are called: never by an id, and never a level without its covariate and what
 * it is compared with.
 */
export interface Names {
  /** "Sex", "Age per 10 years", "Treatment × Sex". */
  term(name: string): string;
  level(term: string, level: string): string;
  /** "male v female", of a number null. */
  contrast(column: NamedColumn): string | null;
  /** "Sex: male v female", "Age per 10 years", "Treatment: B v A × Sex: male v female". */
  column(column: NamedColumn): string;
  /**
   * Where the hazard ratio of a covariate that takes part in an interaction holds: "where Sex is female"; null for
   * others.
   */
  mainEffectAt(term: string): string | null;
}

export function namesOf(
  terms: readonly ReadTerm[],
  products: readonly Product[],
  columns: readonly NamedColumn[] = [],
): Names {
  const read = new Map(terms.map((term) => [term.covariate.name, term]));
  const product = (name: string) => products.find((each) => each.name === name);
  const termLabel = (name: string): string =>
    product(name)?.of.map(termLabel).join(" × ") ?? read.get(name)?.label ?? name;
  const level = (term: string, value: string): string => {
    const found = read.get(term);
    if (!found || !("codes" in found.covariate)) return value;
    return found.levelLabels?.[found.covariate.levels.indexOf(value)] ?? value;
  };
  const compared = ({ term, level: own, reference }: NamedColumn) =>
    own === null ? [] : [level(term, own), ...(reference === null ? [] : [level(term, reference)])];
  const contrast = (column: NamedColumn) => (column.level === null ? null : compared(column).join(" v "));
  const columnLabel = (column: NamedColumn): string => {
    const parts = product(column.term)?.of.map((name) => columns.filter((each) => each.term === name));
    if (parts) {
      // A product's column has the names of its parts, one after the other.
      const [first = [], second = []] = parts;
      const pair = first.flatMap((a) =>
        second.flatMap((b) => (`${a.name}:${b.name}` === column.name ? [[a, b]] : [])),
      )[0];
      return pair ? pair.map(columnLabel).join(" × ") : termLabel(column.term);
    }
    const said = compared(column);
    return said.length === 0 ? termLabel(column.term) : underName(termLabel(column.term), said, " v ");
  };
  const at = (name: string): string => {
    const found = read.get(name);
    const reference = columns.find(({ term }) => term === name)?.reference ?? null;
    if (reference !== null) return `${termLabel(name)} is ${level(name, reference)}`;
    return found?.term.coding.kind === "cut" ? `not ${termLabel(name)}` : `${found?.title ?? name} is 0`;
  };
  return {
    term: termLabel,
    level,
    contrast,
    column: columnLabel,
    mainEffectAt(term) {
      const others = products.flatMap(({ of }) => (of.includes(term) ? of.filter((name) => name !== term) : []));
      return others.length === 0 ? null : `where ${[...new Set(others)].map(at).join(" and ")}`;
    },
  };
}
