import type { PanelOf } from "../../board/panelForms/registry";
import { formatCount, formatLevel, formatP, formatRatio, pInWords } from "../../format";
import type { Coefficient } from "../../survival";
import { coefficientInWords } from "../coefficientInWords";
import type { NumberTable, PanelReport, TextTable } from "../report";
import { methods } from "./methods";
import type { RegressionLine, RegressionResult } from "./result";
import { caption, jointInWords, pText, results, subtitle } from "./words";

export const regressionReport: PanelReport<PanelOf<"regression">, RegressionResult> = {
  methods,
  results,
  legend: (result, { figure }) => `${subtitle(result)}. ${figure.caption ?? caption(result, figure)}`,
  statistics,
  numbers,
  steps: residuals,
  atRisk: () => null,
  figureHoldsBack: false,
  heldBack: () => null,
  at: () => null,
  remarks: () => [],
  inCuts: () => [],
  compared: () => false,
  highlights: ({ lines, level: confidence }) =>
    lines.flatMap(({ kind, label, term, n, together }) =>
      kind === "estimate" && together?.kind === "estimated"
        ? [
            {
              ...{ level: `${term} ${label}`, label, patients: n ?? 0 },
              value: `HR ${formatRatio(together.hazardRatio)}`,
              interval: `${formatLevel(confidence)} CI ${formatRatio(together.lower)}–${formatRatio(together.upper)}, ${pInWords(together.p)}`,
            },
          ]
        : [],
    ),
  groups: ({ lines }) =>
    lines.flatMap(({ n, label, term }) => (n === null ? [] : [{ level: `${term} ${label}`, label, patients: n }])),
};

/** The usual table: n, events, then hazard ratio and P of each covariate alone and of all together. */
export function statistics(result: RegressionResult): TextTable {
  const hr = `HR (${formatLevel(result.level)} CI)`;
  const proportional = new Map(result.terms.map(({ id, pProportional }) => [id, pProportional]));
  const seen = new Set<string>();
  const rows = result.lines.map((line) => {
    const first = !seen.has(line.term);
    seen.add(line.term);
    const p = proportional.get(line.term) ?? Number.NaN;
    return [
      line.kind === "reference" ? `${line.label} (reference)` : line.label,
      line.n === null ? "" : formatCount(line.n),
      line.events === null ? "" : formatCount(line.events),
      ratio(line, line.alone),
      pText(line.alone),
      ratio(line, line.together),
      pText(line.together),
      first && !Number.isNaN(p) ? formatP(p) : "",
    ];
  });
  return {
    caption:
      `${result.endpoint.label}, Cox regression${result.setting.strata ? ` stratified by ${result.setting.strata}` : ""}. ${result.joint ? jointInWords(result.joint) : ""}`.trim(),
    header: ["Covariate", "n", "Events", `Alone, ${hr}`, "P", `Together, ${hr}`, "P", "PH test P"],
    rows,
  };
}

const ratio = ({ kind }: RegressionLine, coefficient: Coefficient | null) =>
  kind === "reference" ? "1" : coefficient ? coefficientInWords(coefficient) : "";

function numbers(result: RegressionResult): NumberTable {
  const values = (coefficient: Coefficient | null): number[] =>
    coefficient?.kind === "estimated"
      ? [
          coefficient.coefficient,
          coefficient.stdErr,
          coefficient.hazardRatio,
          coefficient.lower,
          coefficient.upper,
          coefficient.p,
        ]
      : Array.from({ length: 6 }, () => Number.NaN);
  const named = (model: string) => ["coef", "se", "hr", "lower", "upper", "p"].map((name) => `${name} ${model}`);
  return {
    header: ["covariate", "n", "events", ...named("alone"), ...named("together")],
    rows: result.lines
      .filter(({ kind }) => kind !== "head")
      .map(({ label, n, events, alone, together }) => [
        label,
        n ?? Number.NaN,
        events ?? Number.NaN,
        ...values(alone),
        ...values(together),
      ]),
  };
}

/** Scaled Schoenfeld residuals, one line per event and coefficient. */
function residuals({ residuals: plots }: RegressionResult): NumberTable {
  return {
    header: ["coefficient", "time", "transformed time", "beta(t)"],
    rows: plots.flatMap(({ label, time, x, value }) =>
      Array.from(time, (t, event) => [label, t, x[event], value[event]]),
    ),
  };
}
