import { type Agreement, agree, withLimits } from "../../../agreement/agreement";
import {
  type CauseIncidence,
  cumulativeIncidence,
  grayTest,
  type IncidenceCurves,
  incidenceAt,
  incidenceLimits,
} from "../../index";
import { dropped, type ReferenceCase, type Stored, subjectsOf } from "../referenceCase";

type Column = Stored[];
type Limits = Record<"log" | "plain" | "log-log", { lower: Column; upper: Column }>;
type AtTimes = Record<string, { est: Column; stdErrIJ: Column; stdErrAalenDelta: Column; ci95: Limits }>;

interface Group {
  n: number;
  events: number[];
  censored: number;
  curve: {
    time: number[];
    nRisk: Column;
    eventFree: Column;
    cif: Record<string, { nEvent: Column; est: Column; stdErrIJ: Column; ci95: Limits }>;
  };
  atTimes: { times: number[]; cif: AtTimes };
}

export interface CumulativeIncidenceExpected {
  nDropped: number;
  causes: string[];
  groups: Group[];
  gray?: { tests: { cause: string; stat: Stored; df: Stored; p: Stored }[] };
}

const types = ["log", "plain", "log-log"] as const;

/** Aalen–Johansen curves of every cause with their limits, at all and at given times, and Gray's test. */
export function* checkCumulativeIncidence(one: ReferenceCase<CumulativeIncidenceExpected>): Generator<Agreement> {
  const { causes, groups, nDropped } = one.expected;
  const subjects = subjectsOf(one);
  const found = cumulativeIncidence({ ...subjects, strata: undefined });
  yield agree("rows left out", [dropped(subjects)], [nDropped], 0);
  for (const [g, { n, events, censored, curve, atTimes }] of groups.entries()) {
    const group = found[g];
    const own = causes.map((_, i) => group.causes.find(({ cause }) => cause === i + 1));
    const counts = own.map((cause) => cause?.events ?? 0);
    yield agree("subjects, censored, events", [group.n, group.censored, ...counts], [n, censored, ...events], 0);
    const of = (column: Float64Array) => Float64Array.from(curve.time, (t) => column[group.time.indexOf(t)]);
    yield agree("at risk", of(group.nRisk), curve.nRisk, 1e-12);
    yield agree("event-free", of(group.eventFree), curve.eventFree, 1e-10, 1e-12);
    for (const [i, cause] of causes.entries()) {
      if (own[i]) yield* checkCause(group, own[i], curve.cif[cause], of);
      yield* checkReadings(group, i + 1, atTimes.times, atTimes.cif[cause]);
    }
  }
  if (one.expected.gray) yield* checkGray(one, one.expected.gray.tests);
}

function* checkCause(
  curves: IncidenceCurves,
  found: CauseIncidence,
  known: Group["curve"]["cif"][string],
  of: (column: Float64Array) => Float64Array,
): Generator<Agreement> {
  yield agree("events", of(found.nEvent), known.nEvent, 1e-12);
  yield agree("incidence", of(found.incidence), known.est, 1e-10);
  yield agree("standard error", of(found.stdErr), known.stdErrIJ, 1e-10, 1e-6);
  for (const type of types) {
    const limits = incidenceLimits(curves, found, { type });
    const ours = withLimits(
      [...of(found.incidence)],
      {
        lower: [...of(limits.lower)],
        upper: [...of(limits.upper)],
      },
      known.ci95[type],
    );
    yield agree(`${type} lower limit`, ours.lower, known.ci95[type].lower, 1e-9, 1e-6);
    yield agree(`${type} upper limit`, ours.upper, known.ci95[type].upper, 1e-9);
  }
}

/** Past the last follow-up R continues the curve and we give nothing; what R gives there is the curve's last value. */
function* checkReadings(
  group: ReturnType<typeof cumulativeIncidence>[number],
  cause: number,
  times: number[],
  known: AtTimes[string],
): Generator<Agreement> {
  const { est, stdErrIJ, stdErrAalenDelta, ci95 } = known;
  const last = group.time[group.time.length - 1];
  for (const [i, t] of times.entries()) {
    if (!group.causes.some((one) => one.cause === cause)) {
      yield agree("a cause that does not occur", [0], [est[i]], 0);
      continue;
    }
    yield agree(
      "follow-up at times",
      [incidenceAt(group, cause, t) === null],
      [t > last && group.eventFree.at(-1) !== 0],
      0,
    );
    for (const type of types) {
      const { incidence, stdErr, lower, upper } = incidenceAt(group, cause, Math.min(t, last), { type })!;
      yield agree("incidence at times", [incidence], [est[i]], 1e-10);
      yield agree("standard error at times", [stdErr, stdErr], [stdErrIJ[i], stdErrAalenDelta[i]], 1e-10, 1e-6);
      const theirs = { lower: [ci95[type].lower[i]], upper: [ci95[type].upper[i]] };
      const ours = withLimits([incidence], { lower: [lower], upper: [upper] }, theirs);
      yield agree(
        `${type} limits at times`,
        [...ours.lower, ...ours.upper],
        [...theirs.lower, ...theirs.upper],
        1e-9,
        1e-6,
      );
    }
  }
}

/** cmprsk subtracts from 1, which costs digits of a small P. */
function* checkGray(
  one: ReferenceCase<CumulativeIncidenceExpected>,
  known: NonNullable<CumulativeIncidenceExpected["gray"]>["tests"],
): Generator<Agreement> {
  const tests = grayTest(subjectsOf(one));
  yield agree("Gray's tests", [tests.length], [known.length], 0);
  for (const { cause, stat, df, p } of known) {
    const test = tests.find((each) => each.cause === one.expected.causes.indexOf(cause) + 1);
    // Where it cannot be computed cmprsk gives −1.
    const isDefined = stat !== -1;
    yield agree("Gray's test is defined", [test?.kind === "tested"], [isDefined], 0);
    if (test?.kind !== "tested") continue;
    yield agree("Gray's chi-square", [test.chiSquare, test.df], [stat, df], 1e-9, 1e-6);
    yield agree("Gray's P", [test.p], [p], 1e-8, 1e-7);
  }
}
