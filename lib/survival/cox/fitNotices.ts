import type { Coefficient } from "./coefficientTable";
import type { Convergence } from "./coxModel";
import type { Design } from "./designMatrix";

/**
 * Fewer events than this per estimated coefficient and the estimates are unsteady (Peduzzi et al., J Clin Epidemiol
 * 1995;48:1503–10).
 */
const EVENTS_PER_COEFFICIENT = 10;

/** What the reader of a fit must hear, by id, with what the words need. */
export type FitNotice =
  /** The iterations were used up: the numbers are not a maximum. */
  | { id: "notConverged"; iterations: number }
  /** The likelihood rises without end in these columns. */
  | { id: "separated"; columns: string[] }
  /** These columns do not vary, or those before them determine them. */
  | { id: "aliased"; columns: string[] }
  /** Of these levels and their reference nobody has the event. */
  | { id: "noEventInEither"; columns: string[] }
  /** Levels that nobody analyzed has. */
  | { id: "emptyLevels"; term: string; levels: string[] }
  /** Nobody analyzed has the reference asked for, so that another level was taken. */
  | { id: "referenceReplaced"; term: string; asked: string; taken: string | null }
  | { id: "fewEvents"; events: number; coefficients: number; wanted: number };

interface Noticed {
  coefficients: readonly Coefficient[];
  convergence: Convergence;
  design: Design;
  events: number;
  /** Estimated coefficients. */
  df: number;
}

/** The notices of a fit, most serious first. */
export function fitNotices({ coefficients, convergence, design, events, df }: Noticed): FitNotice[] {
  return [
    ...convergenceNotices(convergence),
    ...inestimable(coefficients, "aliased"),
    ...inestimable(coefficients, "noEventInEither"),
    ...design.terms.flatMap(({ name: term, emptyLevels: levels, replacedReference: asked, reference: taken }) => [
      ...(levels.length > 0 ? [{ id: "emptyLevels" as const, term, levels }] : []),
      ...(asked === null ? [] : [{ id: "referenceReplaced" as const, term, asked, taken }]),
    ]),
    ...(df > 0 && events / df < EVENTS_PER_COEFFICIENT
      ? [{ id: "fewEvents" as const, events, coefficients: df, wanted: EVENTS_PER_COEFFICIENT }]
      : []),
  ];
}

function convergenceNotices(convergence: Convergence): FitNotice[] {
  switch (convergence.kind) {
    case "converged":
      return [];
    case "notConverged":
      return [{ id: "notConverged", iterations: convergence.iterations }];
    case "separated":
      return [{ id: "separated", columns: convergence.columns }];
  }
}

function inestimable(coefficients: readonly Coefficient[], id: "aliased" | "noEventInEither"): FitNotice[] {
  const of = coefficients.filter((each) => each.kind === "inestimable" && each.reason === id);
  return of.length > 0 ? [{ id, columns: of.map(({ name }) => name) }] : [];
}
