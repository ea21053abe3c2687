import type { PanelOf } from "../../board/panelForms/registry";
import {
  ciInWords,
  counted,
  decimals,
  formatCount,
  formatLevel,
  formatP,
  inSentence,
  listed,
  pInWords,
} from "../../format";
import type { Coefficient } from "../../survival";
import { coefficientInWords } from "../coefficientInWords";
import { concordanceInWords } from "../scoreStudy/report";
import { filtersInText, filtersInTitle, leftOutInWords, settingInWords } from "../setting";
import { whyLimits, whyRatio } from "../whyUnknown";
import type { Counts } from "./counts";
import { noCovariate } from "./notices";
import type { JointModel, RegressionLine, RegressionResult } from "./result";

/** "75 patients, 62 events". */
export const subtitle = (result: RegressionResult): string => `${sizeInWords(result)}${filtersInTitle(result)}`;

/** "75 patients, 62 events; 70 in the joint model". */
export function sizeInWords({ patients, events, joint }: RegressionResult): string {
  const head = `${counted(patients, "patient")}, ${counted(events, "event")}`;
  return joint && joint.n < patients ? `${head}; ${formatCount(joint.n)} in the joint model` : head;
}

/** The figure in words. */
export function sentence(result: RegressionResult): string {
  if (result.terms.length === 0)
    return `Hazard ratios for ${inSentence(result.endpoint.label)}, ${subtitle(result)}. ${noCovariate.message}`;
  const model = shownModel(result);
  const ratios = result.lines.flatMap((line) => {
    const ratio = line.kind === "estimate" && line[model];
    return ratio ? [`${nameOf(line, model)} ${coefficientInWords(ratio)}, ${pOf(ratio)}`] : [];
  });
  const found = ratios.length > 0 ? `: ${ratios.join("; ")}.` : ". None could be estimated.";
  const where = result.joint
    ? `in one Cox model${result.joint.penalized ? " by Firth’s penalized likelihood" : ""}`
    : "of each covariate alone";
  return [
    `Hazard ratios with ${formatLevel(result.level)} confidence intervals for ${inSentence(result.endpoint.label)} ${where}, ${subtitle(result)}${found}`,
    result.withoutJoint ?? "",
  ]
    .join(" ")
    .trim();
}

/** Where there is no model of all, what is said is of each covariate alone. */
const shownModel = ({ joint }: RegressionResult) => (joint ? "together" : "alone");

/** A line by itself, as it stands in a model: "Sex: male v female (main effect, where Age is 0)", "Sex: female (reference)". */
export const nameOf = ({ name, kind, mainEffectAt }: RegressionLine, model: "alone" | "together"): string =>
  kind === "reference" ? `${name} (reference)` : `${name}${mainEffect(mainEffectAt, model)}`;

/** The same under the name of its covariate. */
export const labelOf = ({ label, kind, mainEffectAt }: RegressionLine, model: "alone" | "together"): string =>
  kind === "reference" ? `${label} (reference)` : `${label}${mainEffect(mainEffectAt, model)}`;

const mainEffect = (at: string | null, model: "alone" | "together") =>
  at === null || model === "alone" ? "" : ` (main effect, ${at})`;

const pOf = (coefficient: Coefficient) => (coefficient.kind === "estimated" ? pInWords(coefficient.p) : "no P");

/** The P of a line as it stands in a column: of its coefficient, or beside a name of all its coefficients at once. */
export function pText(line: RegressionLine, model: "alone" | "together"): string {
  const [coefficient, whole] = [line[model], line.whole?.[model]];
  if (whole) return formatP(whole.p);
  return coefficient?.kind === "estimated" ? formatP(coefficient.p) : "";
}

/** "46/75": events among patients of a model. */
export const countsText = (of: Counts | null): string =>
  of === null ? "" : `${formatCount(of.events)}/${formatCount(of.patients)}`;

/** How covariates and interactions were tested as a whole, and the interactions' P. */
export function wholesInWords({ lines, interactions }: RegressionResult): string[] {
  const [first] = lines.flatMap(({ whole }) => whole?.together ?? whole?.alone ?? []);
  return [
    ...(first
      ? [`P beside the name of a covariate or interaction is of all its coefficients at once (${first.test}).`]
      : []),
    ...interactions.map(({ label, p, test }) => `Interaction ${label}: ${test} ${pInWords(p)}.`),
  ];
}

/** "Joint model: 75 patients, 62 events, 15.5 events per coefficient; likelihood ratio P < .001; C 0.70 (0.63–0.77)". */
export function jointInWords(joint: JointModel): string {
  const per =
    joint.coefficients === 0 ? "" : `, ${decimals(joint.events / joint.coefficients, 1)} events per coefficient`;
  const parts = [
    `${joint.penalized ? "Penalized joint model" : "Joint model"}: ${counted(joint.n, "patient")}, ${counted(joint.events, "event")}${per}`,
    ...(Number.isNaN(joint.p) ? [] : [`${joint.penalized ? "penalized " : ""}${joint.test} ${pInWords(joint.p)}`]),
    ...(Number.isNaN(joint.aic) ? [] : [`AIC ${decimals(joint.aic, 1)}`]),
    ...(joint.concordance ? [`Harrell’s C ${concordanceInWords(joint.concordance)}`] : []),
    ...(Number.isNaN(joint.pProportional) ? [] : [`proportional hazards ${pInWords(joint.pProportional)}`]),
  ];
  return `${parts.join("; ")}.`;
}

/** Why ratios are not known, and of which lines: of the models shown. */
export function reasons({ lines }: RegressionResult, show: Show = "both"): string[] {
  const models = show === "both" ? (["alone", "together"] as const) : [show];
  const why = lines.flatMap((line) =>
    models.flatMap((model) => (line[model] ? whyRatio(line[model], nameOf(line, model)) : [])),
  );
  return [...new Set(why)];
}

type Show = PanelOf<"regression">["figure"]["show"];

/** What was found. */
export function results(result: RegressionResult): string {
  if (result.terms.length === 0) return noCovariate.message;
  const ci = `${ciInWords(result.level)},`;
  const model = shownModel(result);
  const found = result.lines.flatMap((line) => {
    const ratio = line.kind === "estimate" && line[model];
    return ratio && ratio.kind === "estimated"
      ? [`${coefficientInWords(ratio, ci).replace(/\)$/, `; ${pOf(ratio)})`)} for ${nameOf(line, model)}`]
      : [];
  });
  const where = `${result.joint ? "In the joint model" : "Of each covariate alone"}${strataInWords(result)}`;
  const wholes = result.lines.flatMap(({ label, term, whole }) =>
    whole?.together && result.terms.some(({ id }) => id === term)
      ? [`${label} as a whole: ${whole.together.test}, ${whole.together.df} df, ${pInWords(whole.together.p)}.`]
      : [],
  );
  return [
    result.search ?? "",
    result.withoutJoint ?? "",
    found.length > 0 ? `${where}, the hazard ratio was ${listed(found)}.` : "No hazard ratio could be estimated.",
    ...wholes,
    ...result.interactions.map(({ label, p, df, test }) => `Interaction ${label}: ${test}, ${df} df, ${pInWords(p)}.`),
    result.joint ? jointInWords(result.joint) : "",
    ...limitsInWords(result),
    filtersInText(result).trim(),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** " stratified by sex", or nothing. */
export const strataInWords = ({ setting: { strata } }: Pick<RegressionResult, "setting">): string =>
  strata === null ? "" : ` stratified by ${strata}`;

/** Which of the models shown are penalized: ", by Firth’s penalized likelihood"; nothing where none is. */
function penalizedInWords({ joint, terms }: RegressionResult): string {
  const each = [...(joint ? [joint.penalized] : []), ...terms.map(({ penalizedAlone }) => penalizedAlone)];
  if (!each.includes(true)) return "";
  return each.includes(false)
    ? ", by Firth’s penalized likelihood where a ratio would be 0 or infinite"
    : ", by Firth’s penalized likelihood";
}

/** Why C has no limits, where it has none. */
const limitsInWords = ({ joint }: RegressionResult): string[] => whyLimits([joint?.concordance ?? null]);

/** Under the figure. */
export function caption(result: RegressionResult, { show }: PanelOf<"regression">["figure"]): string {
  if (result.terms.length === 0) return `Hazard ratios, Cox regression. ${noCovariate.message}`;
  const which = {
    together: result.joint ? "in one model of all" : "in one model of all, which there is not",
    alone: "each alone",
    both: result.joint ? "each alone (hollow) and in one model of all (filled)" : "each alone",
  }[show];
  return [
    `Hazard ratios with ${formatLevel(result.level)} confidence intervals, Cox regression (Efron)${strataInWords(result)}${penalizedInWords(result)}, covariates ${which}; a ratio above 1 means earlier events.`,
    ...wholesInWords(result),
    ...(result.joint ? [jointInWords(result.joint)] : []),
    ...(show !== "alone" && result.withoutJoint ? [result.withoutJoint] : []),
    ...reasons(result, show),
    ...limitsInWords(result),
    ...settingInWords(result),
    ...leftOutInWords(result.leftOut, result.setting),
  ].join(" ");
}
