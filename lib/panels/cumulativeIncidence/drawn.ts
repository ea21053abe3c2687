import { confidenceLimits, incidenceAt } from "../../survival";
import type { Counts, Drawn, DrawnCurve, Points, Scale } from "../curves/drawn";
import type { CumulativeIncidenceResult, IncidenceGroup } from "./result";
import { curveMethod } from "./stats";
import { wordsOf } from "./words";

/** The incidences as the figure of curves draws them, rising from 0: one curve for each cause shown in each group. */
export function incidenceCurves(result: CumulativeIncidenceResult): Drawn {
  const { shown, groups, endpoint, confidence, patients, places, ordered } = result;
  const label = shown.length > 1 ? "Cumulative incidence" : `Cumulative incidence: ${endpoint.words.incident}`;
  return {
    label,
    without: endpoint.words.without,
    unit: endpoint.unit,
    origin: endpoint.origin,
    patients,
    ordered,
    confidence,
    curves: groups.flatMap((group) => shown.map((cause, index) => curveOf(result, group, cause, index))),
    reference: groups[result.reference]?.level ?? null,
    places: places * shown.length,
    shape: "steps",
    before: 0,
    values: "share",
    scale: { ...incidenceScale, title: label },
    limits: (incidence, stdErr) => confidenceLimits(incidence, stdErr, confidence),
    thinned: false,
    method: curveMethod(result),
    words: wordsOf(result, label),
    facets: null,
  };
}

const incidenceScale: Omit<Scale, "title"> = {
  of: (incidence) => incidence,
  quantity: "share",
  fromZero: true,
  logTime: false,
};

function curveOf(
  { shown, groupLabel, causes, confidence }: CumulativeIncidenceResult,
  group: IncidenceGroup,
  cause: number,
  index: number,
): DrawnCurve {
  const several = shown.length > 1;
  const name = causes.find((each) => each.cause === cause)?.label ?? "";
  return {
    key: several ? { level: group.level, cause } : { level: group.level },
    label: !several ? group.label : groupLabel === null ? name : `${group.label}, ${name}`,
    color: index === 0 ? group.color : null,
    place: group.place * shown.length + index,
    points: pointsOf(group, cause),
    counts: countsOf(group, cause),
    heaviest: group.heaviest,
    median: null,
    after: afterAll(group, cause),
    limitsAt: (time) => incidenceAt(group.curves, cause, time, confidence),
  };
}

/** Where everybody has had an event the incidence of each stays. */
function afterAll({ curves }: IncidenceGroup, cause: number): number | null {
  const own = curves.causes.find((each) => each.cause === cause);
  return curves.eventFree.at(-1) === 0 ? (own?.incidence.at(-1) ?? 0) : null;
}

function pointsOf({ curves }: IncidenceGroup, cause: number): Points {
  const { time, nRisk, nCensor } = curves;
  const own = curves.causes.find((each) => each.cause === cause);
  const none = new Float64Array(time.length);
  return { time, nRisk, nCensor, value: own?.incidence ?? none, stdErr: own?.stdErr ?? none };
}

/** Ticks and the column of the table count those censored; the other causes are neither censored nor events there. */
function countsOf({ curves }: IncidenceGroup, cause: number): Counts {
  const { n, censored, time, nRisk, nCensor, entered } = curves;
  const own = curves.causes.find((each) => each.cause === cause);
  return {
    n,
    censored,
    time,
    nRisk,
    nCensor,
    entered,
    nEvent: own?.nEvent ?? new Float64Array(time.length),
    events: own?.events ?? 0,
    competing: curves.causes.reduce((sum, each) => sum + (each.cause === cause ? 0 : each.events), 0),
  };
}
