import type { Curve } from "../../survival";
import type { GroupResult, KaplanMeierResult } from "../kaplanMeier/result";
import type { CumulativeIncidenceResult, IncidenceGroup } from "./result";
import { estimateInWords, sentence, subtitle, testsInWords } from "./words";

/**
 * The incidences as curves of one minus them, which the figure of survival curves draws rising on its scale "failure": one for each cause
 * shown in each group. Ticks and the column of the table count those censored; the other causes are neither censored nor events there.
 */
export function asCurves(result: CumulativeIncidenceResult): KaplanMeierResult {
  const { shown, groups, causes } = result;
  const several = shown.length > 1;
  const drawn = groups.flatMap((group) =>
    shown.map((cause, index): GroupResult => {
      const name = causes.find((each) => each.cause === cause)?.label ?? "";
      return {
        level: several ? JSON.stringify([group.level, cause]) : group.level,
        label: !several ? group.label : result.groupLabel === null ? name : `${group.label}, ${name}`,
        color: index === 0 ? group.color : null,
        place: group.place * shown.length + index,
        curve: curveOf(group, cause),
        median: { kind: "notReached", lower: null, upper: null },
      };
    }),
  );
  const { endpoint, groupLabel, ordered, places, emptyGroups, reference, patients, events, confidence } = result;
  const label = several ? "Cumulative incidence" : `Cumulative incidence: ${endpoint.label}`;
  return {
    kind: "kaplanMeier",
    thinned: false,
    preview: false,
    endpoint: { ...endpoint, label },
    ...{ groupLabel, ordered, emptyGroups, reference, patients, events, confidence },
    groups: drawn,
    places: places * shown.length,
    ...{
      test: null,
      cut: null,
      permutation: null,
      comparisons: null,
      atTimes: [],
      restrictedMeans: null,
      givenAlive: null,
    },
    ...{ setting: result.setting, notices: result.notices, leftOut: result.leftOut, warnings: [] },
    ...{ multiples: null, second: null },
    incidence: {
      estimate: estimateInWords(result),
      sentences: testsInWords(result),
      subtitle: subtitle(result),
      spoken: sentence(result),
    },
  };
}

function curveOf({ curves }: IncidenceGroup, cause: number): Curve {
  const { n, censored, time, nRisk, nCensor } = curves;
  const own = curves.causes.find((each) => each.cause === cause);
  const nEvent = own?.nEvent ?? new Float64Array(time.length);
  return {
    ...{ n, censored, time, nRisk, nCensor, nEvent },
    events: own?.events ?? 0,
    competing: curves.causes.reduce((sum, each) => sum + (each.cause === cause ? 0 : each.events), 0),
    survival: own ? own.incidence.map((value) => 1 - value) : new Float64Array(time.length).fill(1),
    stdErr: own?.stdErr ?? new Float64Array(time.length),
    cumulativeHazard: new Float64Array(time.length),
  };
}
