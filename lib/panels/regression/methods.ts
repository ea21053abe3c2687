import type { PanelOf } from "../../board/panelForms/registry";
import type { MethodUse } from "../methods/methods";
import { isRobust, settingMethods } from "../setting";
import type { RegressionResult } from "./result";

/** The methods of everything a panel of hazard ratios shows. */
export function methods(result: RegressionResult, { selection, firth }: PanelOf<"regression">): MethodUse[] {
  const { joint, terms, lines, setting, level } = result;
  const robust = isRobust(setting);
  const uses: MethodUse[] = settingMethods(result);
  const shown = lines.flatMap(({ alone, together }) => [alone, together]).filter((each) => each !== null);
  if (shown.length > 0)
    uses.push({
      id: "coxModels",
      level,
      robust,
      strata: setting.strata,
      together: joint !== null,
      wald: hasWald(result),
    });
  if (joint?.penalized || terms.some(({ penalizedAlone }) => penalizedAlone))
    uses.push({ id: "firthModels", always: firth === "always" });
  if (result.search !== null && selection) uses.push({ id: "selection", ...selection });
  const isTerm = (line: { term: string }) => terms.some(({ id }) => id === line.term);
  if (lines.some((line) => line.together !== null && !isTerm(line))) uses.push({ id: "interactions" });
  const whole = lines.find((line) => isTerm(line) && line.whole)?.whole;
  const first = whole?.together ?? whole?.alone ?? result.interactions[0];
  if (first)
    uses.push({
      id: "wholeTests",
      by: first.test,
      covariates: whole != null,
      interactions: result.interactions.length > 0,
    });
  if (terms.some(({ missing }) => missing > 0)) uses.push({ id: "missingCovariates" });
  if (joint && !Number.isNaN(joint.p)) uses.push({ id: "modelTest", by: joint.test, penalized: joint.penalized });
  if (joint && !Number.isNaN(joint.aic)) uses.push({ id: "aic" });
  if (joint?.concordance) uses.push({ id: "concordance" });
  if (joint && [joint.pProportional, ...terms.map(({ pProportional }) => pProportional)].some((p) => !Number.isNaN(p)))
    uses.push({ id: "proportionalCovariates" });
  if (result.residuals.length > 0) uses.push({ id: "residuals" });
  if (shown.filter(({ kind }) => kind === "estimated").length > 1) uses.push({ id: "multiplicity", but: [] });
  return uses;
}

/** Whether an interval shown is one of Wald: a finite ratio of a model that is not penalized. */
function hasWald({ joint, terms, lines }: RegressionResult): boolean {
  const penalizedAlone = new Map(terms.map((term) => [term.id, term.penalizedAlone]));
  return lines.some(
    ({ term, alone, together }) =>
      (alone?.kind === "estimated" && !penalizedAlone.get(term)) ||
      (together?.kind === "estimated" && joint?.penalized === false),
  );
}
