import type { PanelOf } from "../../board/panelForms/registry";
import { formatCount, formatInterval, formatLevel, formatP, formatRatio, pInWords } from "../../format";
import { nth } from "../../numeric/nth";
import type { Coefficient } from "../../survival";
import { coefficientInWords, standardErrorOf } from "../coefficientInWords";
import type { NumberTable, PanelReport, TextTable } from "../report";
import { filtersInText } from "../setting";
import { whyConcordance, whyLimits } from "../whyUnknown";
import type { Counts } from "./counts";
import { headline } from "./headline";
import { methods } from "./methods";
import type { JointModel, RegressionLine, RegressionResult } from "./result";
import {
  caption,
  jointInWords,
  nameOf,
  pText,
  reasons,
  results,
  sizeInWords,
  strataInWords,
  wholesInWords,
} from "./words";

export const regressionReport: PanelReport<PanelOf<"regression">, RegressionResult> = {
  methods,
  headline,
  results,
  legend: (result, { figure }) =>
    `${sizeInWords(result)}.${figure.caption === null ? "" : filtersInText(result)} ${figure.caption ?? caption(result, figure)}`,
  statistics,
  reasons: (result) => [
    ...reasons(result),
    ...(result.joint ? [...whyConcordance(result.joint.concordance), ...whyLimits([result.joint.concordance])] : []),
  ],
  asTable: () => null,
  tableOnSlides: () => false,
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
    lines.flatMap((line) => {
      const { kind, label, term, counts, together } = line;
      return kind === "estimate" && together?.kind === "estimated"
        ? [
            {
              level: `${term} ${label}`,
              label: nameOf(line, "together"),
              patients: counts.together?.patients ?? 0,
              value: `HR ${formatRatio(together.hazardRatio)}`,
              interval: `${formatLevel(confidence)} CI ${formatInterval(together, formatRatio)}, ${pInWords(together.p)}`,
            },
          ]
        : [];
    }),
  groups: ({ lines }) =>
    lines.flatMap(({ counts, label, who, term }) => {
      const found = [counts.alone, counts.together].flatMap((each) => each?.patients ?? []);
      return found.length === 0 ? [] : [{ level: `${term} ${label}`, label: who, patients: Math.min(...found) }];
    }),
};

/**
 * The usual table: hazard ratio and P of each covariate alone and of all together, with the patients and events of each
 * model where they differ.
 */
export function statistics(result: RegressionResult): TextTable {
  const hr = `HR (${formatLevel(result.level)} CI)`;
  const proportional = new Map(result.terms.map(({ id, pProportional }) => [id, pProportional]));
  const differ = result.lines.some(({ counts: { alone, together } }) => alone && together && differs(alone, together));
  const seen = new Set<string>();
  const rows = result.lines.map((line) => {
    const first = !seen.has(line.term);
    seen.add(line.term);
    const p = proportional.get(line.term) ?? Number.NaN;
    return [
      nameOf(line, line.together === null ? "alone" : "together"),
      ...sizes(differ ? line.counts.alone : (line.counts.alone ?? line.counts.together)),
      ...[ratio(line, line.alone), pText(line, "alone")],
      ...(differ ? sizes(line.counts.together) : []),
      ...[ratio(line, line.together), pText(line, "together")],
      first && !Number.isNaN(p) ? formatP(p) : "",
    ];
  });
  return {
    caption: [
      `${result.endpoint.label}, Cox regression${strataInWords(result)}.`,
      ...(result.joint ? [jointInWords(result.joint)] : []),
      ...wholesInWords(result),
      filtersInText(result).trim(),
    ]
      .filter((part) => part !== "")
      .join(" "),
    header: [
      ...["Covariate", "n", "Events", `Alone, ${hr}`, "P"],
      ...(differ ? ["n", "Events"] : []),
      ...[`Together, ${hr}`, "P", "PH test P"],
    ],
    rows,
  };
}

const sizes = (of: Counts | null) => (of ? [formatCount(of.patients), formatCount(of.events)] : ["", ""]);

const differs = (a: Counts, b: Counts) => a.patients !== b.patients || a.events !== b.events;

const ratio = ({ kind }: RegressionLine, coefficient: Coefficient | null) =>
  kind === "reference" ? "1" : coefficient ? coefficientInWords(coefficient) : "";

const nothing = (length: number) => Array.from({ length }, () => Number.NaN);

/** What stands beside the lines of a model: of each covariate, and once of the model of all. */
const ofModel = ["p proportional hazards", "c", "c lower", "c upper", "aic"];

/** The model of all: its patients, events and test, and how well it tells patients apart. */
function modelRow(joint: JointModel, width: number): (string | number)[] {
  const { n, events, coefficients, p, pProportional, concordance, aic } = joint;
  const c = concordance ? [concordance.c, concordance.lower, concordance.upper] : nothing(3);
  return [
    "joint model",
    ...nothing(width),
    n,
    events,
    ...nothing(width - 4),
    coefficients,
    p,
    pProportional,
    ...c,
    aic,
  ];
}

function numbers(result: RegressionResult): NumberTable {
  const models = ["alone", "together"] as const;
  const values = ({ counts, whole, ...line }: RegressionLine, model: (typeof models)[number]): number[] => {
    // An interaction of one coefficient has no line of its own for its test.
    const alone =
      model === "together" && line.kind === "estimate"
        ? result.interactions.find(({ term }) => term === line.term)
        : undefined;
    const [own, size, test] = [line[model], counts[model], whole?.[model] ?? (alone?.df === 1 ? alone : undefined)];
    const estimates =
      own?.kind === "estimated"
        ? [own.coefficient, standardErrorOf(own), own.hazardRatio, own.lower, own.upper, own.p]
        : nothing(6);
    return [
      size?.patients ?? Number.NaN,
      size?.events ?? Number.NaN,
      ...estimates,
      test?.df ?? Number.NaN,
      test?.p ?? Number.NaN,
    ];
  };
  const proportional = new Map(result.terms.map(({ id, pProportional }) => [id, pProportional]));
  /** Of a covariate of several lines on the first of them. */
  const ofTerm = (term: string) => {
    const p = proportional.get(term) ?? Number.NaN;
    proportional.delete(term);
    return p;
  };
  const columns = ["n", "events", "coef", "se", "hr", "lower", "upper", "p", "df whole", "p whole"];
  return {
    header: ["covariate", ...models.flatMap((model) => columns.map((name) => `${name} ${model}`)), ...ofModel],
    rows: result.lines
      .filter(({ kind, whole }) => kind !== "head" || whole)
      .map((line): (string | number)[] => [
        nameOf(line, line.together === null ? "alone" : "together"),
        ...models.flatMap((model) => values(line, model)),
        ...[ofTerm(line.term), ...nothing(ofModel.length - 1)],
      ])
      .concat(result.joint ? [modelRow(result.joint, columns.length)] : [])
      .concat(
        result.setting.filters.map((filter) => [`filter: ${filter}`, ...nothing(2 * columns.length + ofModel.length)]),
      ),
  };
}

/** Scaled Schoenfeld residuals, one line per event and coefficient. */
function residuals({ residuals: plots }: RegressionResult): NumberTable {
  return {
    header: ["coefficient", "time", "transformed time", "beta(t)"],
    rows: plots.flatMap(({ label, time, x, value }) =>
      Array.from(time, (t, event) => [label, t, nth(x, event), nth(value, event)]),
    ),
  };
}
