import { formatCount } from "../../format";
import { nth, numberAt } from "../../numeric/nth";
import {
  type Curve,
  contrastMeans,
  type GroupRows,
  type Limits,
  longestTau,
  type RestrictedMean,
  type RestrictedMeanComparison,
  restrictedMean,
  restrictedMeanLimits,
  survivalAt,
} from "../../survival";

/** Mean survival time within the first `tau`, per group in the order of the result's groups. */
export interface RestrictedMeans {
  tau: number;
  /** `longestTau` of the groups: past it a curve would only be continued flat. */
  limit: number;
  groups: (RestrictedMean & { estimate: number; lower: number; upper: number; followed: number })[];
  /** Each group against the reference; null for the reference itself. */
  contrasts: (MeansContrast | null)[];
}

/** Limits, and P, from the time lost: plain ones claim too much at few events. */
export interface MeansContrast {
  /** Up to here: `longestTau` of the two groups, or the time asked for. */
  tau: number;
  /** The fewer followed then of the two, and the fewer events until then. */
  followed: number;
  events: number;
  difference: Limits & { estimate: number; p: number };
  ratio: Limits & { estimate: number };
}

/** Fewer at risk than this carry no mean. */
const few = 5;

/** "; 2 at risk then", where what comes last rests on so few. */
export const restsOn = ({ followed }: { followed: number }): string =>
  followed < few ? `; ${formatCount(followed)} at risk then` : "";

/**
 * Who is at risk at `tau`, rows where weights are of a sample; of a group in which all have died the curve is known from
 * there on.
 */
function followedTo(curve: Curve, { subjects, group }: GroupRows, { tau, nRisk }: RestrictedMean): number {
  if (survivalAt(curve, tau)?.survival === 0) return Number.POSITIVE_INFINITY;
  if (subjects.weightKind !== "sampling") return nRisk;
  const { time, entry } = subjects;
  const isAtRisk = (row: number) => numberAt(time, row) >= tau && (!entry || numberAt(entry, row) < tau);
  return time.filter((_, row) => (subjects.group?.[row] ?? 0) === group && isAtRisk(row)).length;
}

/** Null where follow-up is 0 in some group. Curves of sampling weights need the rows behind them. */
export function restrictedMeansOf(
  curves: Curve[],
  rows: GroupRows[],
  asked: number | null,
  reference: number,
  level: number,
): RestrictedMeans | null {
  const limit = longestTau(...curves);
  if (!(limit > 0)) return null;
  const tau = Math.min(asked ?? limit, limit);
  const means = curves.map((curve, place) => restrictedMean(curve, tau, rows[place]));
  const contrast = (place: number) => {
    const longest = longestTau(nth(curves, place), nth(curves, reference));
    const end = Math.min(asked ?? longest, longest);
    const mean = (of: number) => (end === tau ? nth(means, of) : restrictedMean(nth(curves, of), end, rows[of]));
    const [own, other] = [mean(place), mean(reference)];
    const followed = Math.min(
      followedTo(nth(curves, place), nth(rows, place), own),
      followedTo(nth(curves, reference), nth(rows, reference), other),
    );
    const events = Math.min(own.events, other.events);
    return { tau: end, followed, events, ...contrastOf(contrastMeans(own, other, longest, level)) };
  };
  return {
    tau,
    limit,
    groups: means.map((mean, place) => ({
      ...withLimits(mean, level),
      followed: followedTo(nth(curves, place), nth(rows, place), mean),
    })),
    contrasts: means.map((_, place) => (place === reference ? null : contrast(place))),
  };
}

const withLimits = (mean: RestrictedMean, level: number) => ({
  ...mean,
  estimate: mean.restrictedMean,
  ...restrictedMeanLimits(mean, level),
});

function contrastOf({ difference, byTimeLost, ratio, ratioByTimeLost, timeLostRatio }: RestrictedMeanComparison) {
  return {
    difference: { estimate: difference.estimate, ...byTimeLost, p: timeLostRatio.p },
    ratio: { estimate: ratio.estimate, ...ratioByTimeLost },
  };
}
