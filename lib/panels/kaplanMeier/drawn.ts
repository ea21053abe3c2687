import type { FigureOptions } from "../../board/figureOptions";
import { confidenceLimits, survivalAt } from "../../survival";
import type { Drawn, DrawnCurve } from "../curves/drawn";
import { givenAlive } from "./givenAlive";
import type { GroupResult, KaplanMeierResult } from "./result";
import { survivalScale } from "./scales";
import { bothEndpoints } from "./secondEndpoint";
import { curveMethod } from "./stats";
import { wordsOf } from "./words";

/** The curves of a result as its figure draws them: of both endpoints where there is a second. */
export const survivalCurves = (result: KaplanMeierResult, options: FigureOptions): Drawn =>
  ownCurves(bothEndpoints(result), options);

/** The curves of the result's own endpoint, for what stands beside the figure. */
export const ownCurves = (result: KaplanMeierResult, options: FigureOptions): Drawn => ({
  label: result.endpoint.label,
  without: result.endpoint.words.without,
  unit: result.endpoint.unit,
  origin: result.endpoint.origin,
  curves: result.groups.map((group) => drawnCurve(group, result.confidence)),
  reference: result.groups[result.reference]?.level ?? null,
  places: result.places,
  ordered: result.ordered,
  patients: result.patients,
  shape: "steps",
  before: 1,
  values: "share",
  scale: survivalScale(options.scale, result.endpoint.label),
  confidence: result.confidence,
  limits: (survival, stdErr) => confidenceLimits(survival, stdErr, result.confidence),
  thinned: result.thinned,
  exploratory: result.cut !== null,
  method: curveMethod(result),
  words: wordsOf(result, options),
  facets:
    result.multiples?.facets.map(({ level, label, result: within }) => ({
      level,
      label,
      drawn: survivalCurves(within, options),
    })) ?? null,
});

function drawnCurve(
  { level, label, color, place, curve, sample, median, endpointPlace }: GroupResult,
  confidence: KaplanMeierResult["confidence"],
): DrawnCurve {
  const { time, survival, stdErr, nRisk, nCensor } = curve;
  return {
    key: { level, endpoint: endpointPlace },
    label,
    color,
    place,
    median,
    dash: endpointPlace === undefined ? undefined : endpointPlace === 0 ? "solid" : "short",
    points: { time, value: survival, stdErr, nRisk, nCensor },
    counts: curve,
    heaviest: sample?.heaviest ?? null,
    after: survival[survival.length - 1] === 0 ? 0 : null,
    limitsAt: (time) => survivalAt(curve, time, confidence),
    given(from, to) {
      const given = givenAlive(curve, from, to, confidence);
      return given && { value: given.survival, lower: given.lower, upper: given.upper };
    },
  };
}
