import type { PanelOf } from "../../board/panelForms/registry";
import { referenceAmong } from "../../cohort/references";
import { nth } from "../../numeric/nth";
import { type Problem, problem } from "../../result";
import { cumulativeIncidence, grayTest, incidenceAt, type Subjects } from "../../survival";
import type { Grouped } from "../grouped";
import { heaviestIn } from "../heaviestIn";
import type { InFigureUnit } from "../inFigureUnit";
import { plainSetting } from "../setting";
import { causeRatios } from "./causeRatios";
import { cautionsOf } from "./cautions";
import type { CauseComparison, CumulativeIncidenceResult, IncidenceGroup } from "./result";

type Panel = InFigureUnit<PanelOf<"cumulativeIncidence">>;

/** Above so many patients Fine–Gray models take seconds, which a filter must not. */
const mostCompared = 20_000;

/** Aalen–Johansen curves per group and cause, with Gray's test and hazard ratios. `quick`: the curves alone. */
export function analyzeCumulativeIncidence(grouped: Grouped, panel: Panel, quick: boolean): CumulativeIncidenceResult {
  const { data, group, levels, groupLabel, ordered, leftOut } = grouped;
  const confidence = { type: panel.figure.confidenceType, level: panel.figure.confidenceLevel };
  const subjects = { ...data, group, groupCount: levels.length };
  const curves = cumulativeIncidence(subjects, { order: data.order });
  const heaviest = data.weightKind === "sampling" ? heaviestIn(subjects) : null;
  const all = levels.map(
    ({ value, label, color }, place): IncidenceGroup => ({
      level: value,
      label,
      color,
      place,
      curves: nth(curves, place),
      heaviest: heaviest?.[place] ?? null,
    }),
  );
  const groups = all.filter(({ curves: { n } }) => n > 0);
  const reference = referenceAmong(groups, grouped.references, panel.reference);
  const occurring = groups[0]?.curves.causes.map(({ cause }) => cause) ?? [];
  const causes = [
    { cause: 1, label: grouped.shown.words.incident },
    ...occurring.filter((cause) => cause > 1).map((cause) => ({ cause, label: nth(data.causes, cause - 2) })),
  ];
  const shown = panel.causes === "all" ? causes.map(({ cause }) => cause) : [1];
  const eventsOf = (counts: (cause: number) => boolean) =>
    groups.reduce(
      (sum, each) =>
        sum + each.curves.causes.reduce((total, { cause, events }) => total + (counts(cause) ? events : 0), 0),
      0,
    );
  const patients = groups.reduce((sum, each) => sum + each.curves.n, 0);
  const comparisons =
    quick || groups.length < 2
      ? []
      : comparisonsOf(subjects, grouped, { groups, reference, shown, patients, confidence });
  return {
    kind: "cumulativeIncidence",
    endpoint: grouped.shown,
    groupLabel,
    ordered,
    causes,
    shown,
    groups,
    reference,
    patients,
    confidence,
    places: levels.length,
    emptyGroups: all.filter(({ curves: { n } }) => n === 0).map(({ label }) => label),
    events: eventsOf((cause) => cause === 1),
    competing: eventsOf((cause) => cause > 1),
    comparisons,
    atTimes: panel.figure.milestones.map((time) => ({
      time,
      causes: shown.map((cause) => ({
        cause,
        groups: groups.map((each) => incidenceAt(each.curves, cause, time, confidence)),
      })),
    })),
    setting: {
      ...plainSetting,
      ...grouped.rows,
      landmark: panel.landmark === null ? null : { at: panel.landmark, leftOut: grouped.leftAtLandmark },
      censorAt: panel.censorAt,
    },
    leftOut,
    notices: [
      ...(grouped.intervals?.notices ?? []),
      ...noticesOf(data.causes, all, patients),
      ...(quick ? [] : cautionsOf({ groups, causes, comparisons })),
    ],
  };
}

function comparisonsOf(
  subjects: Subjects & { group: Int16Array },
  { data, levels }: Grouped,
  {
    groups,
    reference,
    shown,
    patients,
    confidence,
  }: Pick<CumulativeIncidenceResult, "groups" | "reference" | "shown" | "patients" | "confidence">,
): CauseComparison[] {
  const tests = grayTest(subjects, { order: data.order });
  const present = groups.map(({ place }) => place);
  const few = patients <= mostCompared;
  return shown.map((cause) => ({
    cause,
    gray: tests.find((test) => test.cause === cause) ?? null,
    ...(few
      ? causeRatios({ subjects, levels, present, reference, cause, level: confidence.level })
      : { subdistribution: null, causeSpecific: null, proportionalHazards: Number.NaN }),
  }));
}

function noticesOf(competing: string[], groups: IncidenceGroup[], patients: number): Problem[] {
  const notices: Problem[] = [];
  const empty = groups.filter(({ curves }) => curves.n === 0).map(({ label }) => `“${label}”`);
  if (empty.length > 0)
    notices.push(
      problem("group-empty", `No patient is left in ${empty.join(", ")}.`, "Loosen a filter to see the group."),
    );
  if (competing.length === 0)
    notices.push(
      problem(
        "nothing-competes",
        "No value of the event column is a competing event: the curve is one minus the Kaplan–Meier estimate.",
        "Say in Data which values compete with the event.",
      ),
    );
  if (patients > mostCompared)
    notices.push(
      problem(
        "not-compared",
        "Hazard ratios are not computed for more than 20,000 patients.",
        "Filter to fewer patients to see them. Curves and Gray’s test are of all.",
      ),
    );
  return notices;
}
