import { capitalized, ciInWords, counted, decimals, listedUpTo } from "../../format";
import { nth } from "../../numeric/nth";
import { coefficientInWords } from "../coefficientInWords";
import { clearBelow, type Headline, noProof } from "../headline";
import { noCovariate } from "./notices";
import type { RegressionLine, RegressionResult } from "./result";
import { nameOf } from "./words";

/** More than these are counted, not named. */
const mostNamed = 3;

/** Which covariates stand out, in the model of all where there is one, and what chance alone would find. */
export function headline(result: RegressionResult): Headline | null {
  const { lines, terms, joint, level } = result;
  const model = joint ? "together" : "alone";
  const asked = terms.filter(({ dropped }) => !(joint && dropped));
  if (terms.length === 0) return { claim: noCovariate.message, evidence: noCovariate.hint };
  if (asked.length === 0) return null;
  const alpha = clearBelow(level);
  const own = asked.map(({ id, label }) => ({
    label,
    lines: lines.filter(({ term, mainEffectAt }) => term === id && (mainEffectAt === null || model === "alone")),
  }));
  // An interaction is no covariate by its id; it may say that the effect of one differs, where no main effect stands out.
  const interactions = joint
    ? [...new Set(lines.flatMap(({ term }) => (terms.some(({ id }) => id === term) ? [] : [term])))].map((term) => {
        const its = lines.filter((line) => line.term === term);
        return { label: `the interaction ${nth(its, 0).label}`, lines: its };
      })
    : [];
  const tested = [...own, ...interactions].flatMap((each) => {
    const p = pOf(each.lines, model);
    return Number.isNaN(p) ? [] : [{ ...each, p }];
  });
  const standing = tested.filter(({ p }) => p < alpha);
  const where = joint ? " in one model of all" : ", each tested alone";
  const what = tested.length > 0 && interactions.length > 0 ? "covariate or interaction" : "covariate";
  const many = interactions.length > 0 ? "covariates and interactions" : "covariates";
  const chance = `Of ${counted(tested.length, what, many)} without any effect, ${decimals(tested.length * alpha, 2)} would stand out by chance.`;
  if (tested.length === 0) return { claim: "No covariate could be tested.", evidence: result.withoutJoint ?? "" };
  if (standing.length === 0) return { claim: `No ${what} stands out${where}. ${noProof}`, evidence: chance };
  const names = standing.map(({ label }) => label);
  const ratios = standing
    .slice(0, mostNamed)
    .flatMap((term) => ratiosOf(term.lines, model))
    .map((ratio, place) => (place === 0 ? ratio.replace(/\(([^()]*)\)$/, `(${ciInWords(level)} $1)`) : ratio));
  return {
    claim: `${capitalized(listedUpTo(mostNamed, names))} ${standing.length === 1 ? "stands" : "stand"} out${where}.`,
    evidence: `${ratios.length > 0 ? `Hazard ratio, ${ratios.join("; ")}. ` : ""}${chance}`,
  };
}

type Model = "alone" | "together";

/**
 * Of the covariate as a whole, where it has several coefficients; where these have no test together, as by Firth's
 * likelihood, the least of their P times their number (Bonferroni).
 */
function pOf(lines: readonly RegressionLine[], model: Model): number {
  const whole = lines.flatMap((line) => line.whole?.[model] ?? [])[0];
  if (whole) return whole.p;
  const coefficients = lines.flatMap((line) => (line.kind === "estimate" ? (line[model] ?? []) : []));
  const known = coefficients.flatMap((each) => (each.kind === "estimated" && !Number.isNaN(each.p) ? [each.p] : []));
  return known.length === 0 ? Number.NaN : Math.min(1, coefficients.length * Math.min(...known));
}

const ratiosOf = (lines: readonly RegressionLine[], model: Model): string[] =>
  lines.flatMap((line) => {
    const coefficient = line.kind === "estimate" ? line[model] : null;
    return coefficient?.kind === "estimated" ? [`${nameOf(line, model)} ${coefficientInWords(coefficient)}`] : [];
  });
