import type { PanelOf } from "../../board/panelForms/registry";
import { counted, decimals, formatCount, formatLevel, formatP, inSentence, pInWords } from "../../format";
import type { Coefficient } from "../../survival";
import { coefficientInWords } from "../coefficientInWords";
import { concordanceInWords } from "../scoreStudy/report";
import type { JointModel, RegressionLine, RegressionResult } from "./result";

/** "75 patients, 62 events". */
export function subtitle({ patients, events, joint }: RegressionResult): string {
  const head = `${counted(patients, "patient")}, ${counted(events, "event")}`;
  return joint && joint.n < patients ? `${head}; ${formatCount(joint.n)} in the joint model` : head;
}

/** The figure in words. */
export function sentence(result: RegressionResult): string {
  const ratios = result.lines.flatMap(({ kind, label, together }) =>
    kind === "estimate" && together ? [`${label} ${coefficientInWords(together)}, ${pOf(together)}`] : [],
  );
  const found = ratios.length > 0 ? ratios.join("; ") : "no covariate";
  return `Hazard ratios for ${inSentence(result.endpoint.label)} in one Cox model, ${subtitle(result)}: ${found}.`;
}

const pOf = (coefficient: Coefficient) => (coefficient.kind === "estimated" ? pInWords(coefficient.p) : "no P");

/** The P of a line as it stands in a column. */
export const pText = (coefficient: Coefficient | null): string =>
  coefficient?.kind === "estimated" ? formatP(coefficient.p) : "";

/** "46/75": events among patients. */
export const countsText = ({ n, events }: RegressionLine): string =>
  n === null || events === null ? "" : `${formatCount(events)}/${formatCount(n)}`;

/** "Joint model: 75 patients, 62 events, 15.5 events per coefficient; likelihood ratio P < .001; C 0.70 (0.63–0.77)". */
export function jointInWords(joint: JointModel): string {
  const per =
    joint.coefficients === 0 ? "" : `, ${decimals(joint.events / joint.coefficients, 1)} events per coefficient`;
  const parts = [
    `${joint.penalized ? "Penalized joint model" : "Joint model"}: ${counted(joint.n, "patient")}, ${counted(joint.events, "event")}${per}`,
    `${joint.test} ${pInWords(joint.p)}`,
    ...(joint.concordance ? [`Harrell’s C ${concordanceInWords(joint.concordance)}`] : []),
    ...(Number.isNaN(joint.pProportional) ? [] : [`proportional hazards ${pInWords(joint.pProportional)}`]),
  ];
  return `${parts.join("; ")}.`;
}

/** What was found. */
export function results(result: RegressionResult): string {
  const found = result.lines.flatMap(({ kind, label, together }) =>
    kind === "estimate" && together?.kind === "estimated"
      ? [`${label}: hazard ratio ${coefficientInWords(together)}, ${pOf(together)}`]
      : [],
  );
  return [
    result.search ?? "",
    found.length > 0 ? `In the joint model, ${found.join("; ")}.` : "",
    result.joint ? jointInWords(result.joint) : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Under the figure. */
export function caption(result: RegressionResult, { show }: PanelOf<"regression">["figure"]): string {
  const which = {
    together: "in one model of all",
    alone: "each alone",
    both: "each alone (hollow) and in one model of all (filled)",
  }[show];
  return `Hazard ratios with ${formatLevel(result.level)} confidence intervals, Cox regression (Efron), covariates ${which}; a ratio above 1 means earlier events.${result.joint ? ` ${jointInWords(result.joint)}` : ""}`;
}
