import type { Endpoint } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";
import type { EndpointData } from "../../cohort/endpoint";
import { counted, decimals, formatCount, numberInWords, pInWords } from "../../format";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import type { FitNotice, Selection } from "../../survival";
import { notProportionalBelow } from "../notProportional";
import { noticeInWords } from "../reasonInWords";
import type { ReadTerm } from "./covariates";
import { type Fitted, isFitted } from "./fits";
import type { NamedColumn, Names } from "./names";
import type { Proportionality } from "./residuals/proportionality";
import type { RegressionTerm } from "./result";

interface Noticed {
  panel: PanelOf<"regression">;
  endpoint: Endpoint;
  data: EndpointData;
  terms: RegressionTerm[];
  alone: (Fitted | Problem)[];
  joint: Fitted | null;
  /** Why there is no joint model. */
  failure: Problem | null;
  checks: Proportionality;
  /** In the figure. */
  patients: number;
  names: Names;
}

export const noCovariate = problem(
  "regression-empty",
  "No covariate is chosen yet.",
  "Add covariates beside the figure.",
);

/** What the reader of the table must hear. */
export function noticesOf(noticed: Noticed): Problem[] {
  const { panel, endpoint, data, terms, joint, failure, checks, patients, names } = noticed;
  const notices: Problem[] = failure ? [failure] : [];
  if (panel.terms.length === 0) notices.push(noCovariate);
  if (panel.selection !== null)
    notices.push(
      problem(
        "regression-search",
        "Covariates were searched: this is exploratory, and its P values and intervals are too good.",
        "Name the covariates beforehand, or test the model on other patients.",
      ),
    );
  const used = joint?.fit.n ?? 0;
  const lacking = terms.filter(({ missing }) => missing > 0);
  if (joint && used < patients && lacking.length > 0)
    notices.push(
      problem(
        "regression-missing",
        `The joint model has ${formatCount(used)} of ${counted(patients, "patient")}; missing: ${lacking.map(({ label, missing }) => `${label} ${formatCount(missing)}`).join(", ")}.`,
        "Each covariate alone has all patients who have it: the two columns differ in patients.",
      ),
    );
  const fits = [...noticed.alone.filter(isFitted), ...(joint ? [joint] : [])];
  const isPenalized = ({ kind }: { kind: string }) => kind === "firth";
  if (fits.some(isPenalized))
    notices.push(
      problem(
        "regression-firth",
        `By Firth’s penalized likelihood ${fits.every(isPenalized) ? "in every model" : "where a hazard ratio would be 0 or infinite"}.`,
        "Intervals and P are those of the penalized profile likelihood.",
      ),
    );
  notices.push(
    ...(joint?.fit.notices ?? [])
      .filter(({ id }) => !(joint?.kind === "firth" && id === "separated"))
      .map((notice) => noticeInWords(readable(notice, names, joint?.coefficients ?? []))),
  );
  const tested = terms.filter(({ pProportional }) => !Number.isNaN(pProportional)).length;
  const uneven = terms.filter(({ pProportional }) => pProportional < notProportionalBelow(1, tested));
  for (const { label, pProportional } of uneven)
    notices.push(
      problem(
        `not-proportional ${label}`,
        `The hazards of ${label} are not proportional (${pInWords(pProportional)}).`,
        "One hazard ratio does not describe the whole time; look at its residuals.",
      ),
    );
  if (checks.global < notProportionalBelow(tested) && uneven.length === 0)
    notices.push(
      problem(
        "not-proportional",
        `Together the covariates’ hazards are not proportional (${pInWords(checks.global)}).`,
        "Look at the residuals of each.",
      ),
    );
  if (data.causes.length > 0)
    notices.push(
      problem(
        "competing-as-censored",
        `${endpoint.label} has competing events; these hazard ratios are cause-specific.`,
        "They do not tell how a covariate changes the risk itself.",
      ),
    );
  return notices;
}

/** The notice of a fit with what its columns, covariates and levels are called. */
function readable(notice: FitNotice, names: Names, coefficients: readonly NamedColumn[]): FitNotice {
  const named = (name: string) => {
    const column = coefficients.find((each) => each.name === name);
    return column ? names.column(column) : name;
  };
  if ("columns" in notice) return { ...notice, columns: notice.columns.map(named) };
  if (notice.id === "emptyLevels")
    return {
      ...notice,
      term: names.term(notice.term),
      levels: notice.levels.map((level) => names.level(notice.term, level)),
    };
  if (notice.id === "referenceReplaced") {
    const { term, asked, taken } = notice;
    return {
      ...notice,
      term: names.term(term),
      asked: names.level(term, asked),
      taken: taken === null ? null : names.level(term, taken),
    };
  }
  return notice;
}

/** "Backward by AIC: removed Age (424.1), Sex (422.7); kept Hemoglobin." */
export function searchInWords(
  { steps, selected }: Selection,
  { selection }: PanelOf<"regression">,
  terms: ReadTerm[],
): string {
  const label = (name: string) => terms.find(({ covariate }) => covariate.name === name)?.label ?? name;
  const rule = selection?.by === "p" ? `largest Wald P above ${numberInWords(selection.alpha)}` : "AIC";
  const removed = steps.flatMap(({ change, value }, step) => {
    if (!change) return [];
    const shown = selection?.by === "p" ? pInWords(nth(steps, step - 1).value) : `AIC ${decimals(value, 1)}`;
    return [`${label(change.term)} (${shown})`];
  });
  const kept = selected.length === 0 ? "none" : selected.map(label).join(", ");
  return `Backward by ${rule}: removed ${removed.length === 0 ? "none" : removed.join(", ")}; kept ${kept}.`;
}
