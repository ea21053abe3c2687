import { type Agreement, agree } from "../../../agreement/agreement";
import { contalOQuigley, cutPoint, logRankScan } from "../../index";
import { type ReferenceCase, type Stored, subjectsOf } from "../referenceCase";

type Bridge = { D: number; sigma2: number; Q: number; p: number };

export interface CutPointExpected {
  n: number;
  nDropped: number;
  maxstat: {
    cutpoint: number;
    statistic: number;
    cuts: number[];
    stats: number[];
    p: {
      Lau92: Stored;
      Lau94: Stored;
      HL: Stored;
      exactGauss: Stored;
      exactGaussSpread3Seeds: [number, number];
    };
  };
  logrankScan: {
    cutpoint: number;
    chisq: number;
    pNaive: number;
    pLau92: number;
    cuts: number[];
    chisqs: number[];
    nLow: number[];
  };
  contalOQuigley?: Record<"D_totalDeaths" | "D_distinctTimes", Bridge> & {
    cutpointHighGroupStartsAt: number;
    maxAbsS: number;
  };
}

/** maxstat's statistics and their P, the scan of ordinary log-rank tests, and the test of Contal and O'Quigley. */
export function* checkCutPoint(one: ReferenceCase<CutPointExpected>): Generator<Agreement> {
  const spec = one.spec as typeof one.spec & { variable: string; minprop: number; maxprop: number };
  const values = one.table.column(spec.variable);
  const shares = { minShare: spec.minprop, maxShare: spec.maxprop };
  yield* checkMaxstat(one, values, shares);
  yield* checkScan(one, values, shares);
  if (one.expected.contalOQuigley) yield* checkContal(one, values, one.expected.contalOQuigley);
}

type Shares = { minShare: number; maxShare: number };

function* checkMaxstat(
  one: ReferenceCase<CutPointExpected>,
  values: Float64Array,
  shares: Shares,
): Generator<Agreement> {
  const { n, nDropped, maxstat } = one.expected;
  const found = cutPoint(subjectsOf(one), values, shares);
  yield agree("a cut is found", [found.kind], ["found"], 0);
  if (found.kind !== "found") return;
  yield agree("patients used and left out", [found.n, values.length - found.n], [n, nDropped], 0);
  yield agree("cuts", found.cuts, maxstat.cuts, 0);
  yield agree("statistics", found.statistics, maxstat.stats, 1e-9, 1e-6);
  yield agree("cut", [found.cut], [maxstat.cutpoint], 0);
  yield agree("statistic", [found.statistic], [maxstat.statistic], 1e-9);
  const { Lau92, Lau94, HL, exactGauss, exactGaussSpread3Seeds: spread } = maxstat.p;
  yield agree("P, Lausen–Schumacher 1992", [found.p.lausen1992], [Lau92], 1e-9);
  // R subtracts from 1, to 1e-16, and lets the bound pass 1.
  const bound = Lau94 === null ? null : Math.min(1, Number(Lau94));
  yield agree("P, Lausen–Schumacher 1994", [found.p.lausen1994], [bound], 1e-9, 1e-6);
  if (HL !== null) yield agree("P, Hothorn–Lausen", [found.p.hothornLausen], [HL], 1e-6);
  const allowed = Math.max(0.001, 3 * (spread[1] - spread[0]));
  // Where P is far below R's integration error R has no number.
  if (exactGauss !== null)
    yield agree("P, exact Gauss (absolute; R integrates by chance)", [found.p.gaussian], [exactGauss], allowed, 1);
}

function* checkScan(one: ReferenceCase<CutPointExpected>, values: Float64Array, shares: Shares): Generator<Agreement> {
  const known = one.expected.logrankScan;
  const found = logRankScan(subjectsOf(one), values, shares);
  yield agree("scan finds a cut", [found.kind], ["found"], 0);
  if (found.kind !== "found") return;
  yield agree("scan, cuts", found.cuts, known.cuts, 0);
  yield agree("scan, low groups", found.low, known.nLow, 0);
  yield agree("scan, chi-squares", found.statistics, known.chisqs, 1e-9, 1e-6);
  yield agree("scan, largest", [Math.max(...found.statistics)], [known.chisq], 1e-9);
  yield agree("scan, cut", [found.cut], [known.cutpoint], 0);
  yield agree("scan, P", [found.p.naive, found.p.lausen1992], [known.pNaive, known.pLau92], 1e-8);
}

function* checkContal(
  one: ReferenceCase<CutPointExpected>,
  values: Float64Array,
  known: NonNullable<CutPointExpected["contalOQuigley"]>,
): Generator<Agreement> {
  const subjects = subjectsOf(one);
  const found = contalOQuigley(subjects, values);
  yield agree("Contal–O'Quigley finds a cut", [found.kind], ["found"], 0);
  if (found.kind !== "found") return;
  const above = values.filter((value, row) => value > found.cut && Number.isFinite(subjects.time[row]));
  const start = above.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  yield agree("Contal–O'Quigley, cut", [start], [known.cutpointHighGroupStartsAt], 0);
  yield agree("Contal–O'Quigley, O − E", [found.largest], [known.maxAbsS], 1e-9);
  for (const [test, { D, sigma2, Q, p }] of [
    [found.events, known.D_totalDeaths],
    [found.eventTimes, known.D_distinctTimes],
  ] as const)
    yield agree("Contal–O'Quigley, bridge", [test.count, test.variance, test.q, test.p], [D, sigma2, Q, p], 1e-9);
}
