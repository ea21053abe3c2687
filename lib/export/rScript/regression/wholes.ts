import type { RegressionLine, RegressionResult, WholeTest } from "../../../panels/regression/result";
import { type Check, same, sameWhereKnown } from "../checked";
import { rTexts } from "../rText";
import { type Covariate, type modelCall, ofColumn } from "./model";

/** A covariate or interaction of several coefficients as R calls it, and its tests in the two models. */
type Whole = { name: string } & NonNullable<RegressionLine["whole"]>;

const isRatio = (test: WholeTest | null) => test?.test === "likelihood ratio";

/** What is tested as a whole: of `alone`, only in models that R computes. */
export function wholesOf(
  { lines, interactions }: RegressionResult,
  covariates: Covariate[],
  products: { term: string; name: string }[],
  computed: { joint: boolean; alone: Set<string> },
): Whole[] {
  const named = [...covariates.map(({ id, name }) => ({ term: id, name })), ...products];
  return named.flatMap(({ term, name }) => {
    // An interaction of one coefficient has no head of its own.
    const single = interactions.find((each) => each.term === term) ?? null;
    const head = lines.find((line) => line.term === term && line.kind === "head")?.whole;
    const whole = head ?? (single && { alone: null, together: single });
    if (!whole) return [];
    const together = computed.joint ? whole.together : null;
    const alone = computed.alone.has(term) ? whole.alone : null;
    return together || alone ? [{ name, together, alone }] : [];
  });
}

/** P of covariates as a whole: by the likelihood ratio of the model without them, or by robust Wald. */
export function wholesInR(wholes: Whole[], terms: string[], call: ReturnType<typeof modelCall>): string[] {
  const [together, alone] = [wholes.filter((each) => each.together), wholes.filter((each) => each.alone)];
  const ratio = together.some((each) => isRatio(each.together));
  return [
    ...(together.length === 0
      ? []
      : [
          `whole <- sapply(${rTexts(together.map(({ name }) => name))}, function(x) {`,
          ...(ratio
            ? [
                `  without <- ${call.ofText(`paste(c("1", setdiff(${rTexts(terms)}, x)), collapse = " + ")`, "complete")}`,
                "  df <- length(coef(cox)) - length(coef(without))",
                "  c(pchisq(2 * (tail(cox$loglik, 1) - tail(without$loglik, 1)), df, lower.tail = FALSE), df)",
              ]
            : ["  c(wald_whole(cox, cox$assign[[x]]), length(cox$assign[[x]]))"]),
          "})",
        ]),
    ...(alone.length === 0
      ? []
      : [
          `whole_alone <- sapply(alone[${rTexts(alone.map(({ name }) => name))}], function(fit)`,
          alone.some((each) => isRatio(each.alone))
            ? "  c(pchisq(2 * diff(fit$loglik), length(coef(fit)), lower.tail = FALSE), length(coef(fit))))"
            : "  c(wald_whole(fit), length(coef(fit))))",
        ]),
  ];
}

export function wholeChecks(wholes: Whole[]): Check[] {
  const of = (model: "alone" | "together", name: string) => {
    const tests = wholes.flatMap((each) => each[model] ?? []);
    if (tests.length === 0) return [];
    const how = isRatio(tests[0] ?? null) ? "likelihood ratio" : "robust Wald test";
    return [
      sameWhereKnown(
        `${how} of covariates with several levels, ${model}`,
        `${name}[1, ]`,
        tests.map(({ p }) => p),
        ofColumn(`p whole ${model}`),
      ),
      same(
        `its degrees of freedom, ${model}`,
        `${name}[2, ]`,
        tests.map(({ df }) => df),
        ofColumn(`df whole ${model}`),
      ),
    ];
  };
  return [...of("together", "whole"), ...of("alone", "whole_alone")];
}
