import type { Endpoint } from "../../board/board";
import { type EndpointData, unitOfEndpoint } from "../../cohort/endpoint";
import type { Level } from "../../cohort/levels";
import { counted } from "../../format";
import { type Problem, problem } from "../../result";
import { type Curve, estimateAndTest, quantile, type SurvivalTest } from "../../survival";
import type { Grouped } from "../grouped";
import { compareGroups } from "./comparisons";
import type { GroupResult, KaplanMeierResult } from "./result";

export interface KaplanMeierInput extends Omit<Grouped, "ledger"> {
  test: SurvivalTest;
  /** A quick answer: curves and test alone. */
  quick: boolean;
  /** Of every interval of the panel. */
  confidence: KaplanMeierResult["confidence"];
}

/** Above so many patients the models take seconds, which a filter must not. */
const mostCompared = 1_000_000;
const notCompared = problem(
  "not-compared",
  "Hazard ratios, trend and follow-up are not computed for more than 1,000,000 patients.",
  "Filter to fewer patients to see them. Curves, medians and the test are of all.",
);

/** One pass over the rows in time order gives the curves and their log-rank test. */
export function analyzeKaplanMeier({
  endpoint,
  data,
  group,
  levels,
  groupLabel,
  ordered,
  confidence,
  test: chosen,
  quick,
}: KaplanMeierInput): KaplanMeierResult {
  const subjects = { ...data, group, groupCount: levels.length };
  const { curves, test } = estimateAndTest(subjects, { order: data.order, test: chosen });
  const groups = levels.map((level, place) => groupResult(level, place, curves[place], confidence));
  const present = groups.filter(({ curve }) => curve.n > 0);
  const sum = (of: (curve: Curve) => number) => present.reduce((total, { curve }) => total + of(curve), 0);
  const patients = sum(({ n }) => n);
  return {
    kind: "kaplanMeier",
    endpoint: { id: endpoint.id, label: endpoint.label, unit: unitOfEndpoint(endpoint), origin: endpoint.origin },
    groupLabel,
    ordered,
    groups: present,
    places: levels.length,
    emptyGroups: groups.filter(({ curve }) => curve.n === 0).map(({ label }) => label),
    test: present.length > 1 ? test : null,
    patients,
    events: sum(({ events }) => events),
    confidence,
    comparisons:
      quick || patients > mostCompared
        ? null
        : compareGroups({ subjects, order: data.order, levels, ordered, confidence, trend: { test: chosen } }),
    leftOut: [],
    warnings: [],
    notices: [...noticesOf(groups, endpoint, data), ...(patients > mostCompared ? [notCompared] : [])],
  };
}

function groupResult(
  { value, label, color }: Level,
  place: number,
  curve: Curve,
  confidence: KaplanMeierResult["confidence"],
): GroupResult {
  return { level: value, label, color, place, curve, median: quantile(curve, 0.5, confidence) };
}

function noticesOf(groups: GroupResult[], endpoint: Endpoint, data: EndpointData): Problem[] {
  const notices: Problem[] = [];
  const inWords = (some: GroupResult[]) => some.map(({ label }) => `“${label}”`).join(", ");
  const empty = groups.filter(({ curve }) => curve.n === 0);
  const present = groups.filter(({ curve }) => curve.n > 0);
  const eventless = present.filter(({ curve }) => curve.events === 0);
  const small = present.filter(({ curve }) => curve.events > 0 && (curve.n < 10 || curve.events < 5));
  if (empty.length > 0)
    notices.push(
      problem("group-empty", `No patient is left in ${inWords(empty)}.`, "Loosen a filter to see the group."),
    );
  if (eventless.length > 0)
    notices.push(
      problem(
        "group-no-events",
        `No event in ${inWords(eventless)}: the curve stays at 100%.`,
        "Its median cannot be estimated.",
      ),
    );
  if (small.length > 0)
    notices.push(
      problem(
        "group-small",
        `Few patients or events in ${smallInWords(small)}.`,
        "Read its curve and median with care.",
      ),
    );
  if (data.causes.length > 0)
    notices.push(
      problem(
        "competing-as-censored",
        `${endpoint.label} has competing events; this curve counts them as censored (cause-specific).`,
        "Do not read 1 − survival as a risk.",
      ),
    );
  return notices;
}

const smallInWords = (groups: GroupResult[]) =>
  groups
    .map(({ label, curve }) => `“${label}” (${counted(curve.n, "patient")}, ${counted(curve.events, "event")})`)
    .join(", ");
