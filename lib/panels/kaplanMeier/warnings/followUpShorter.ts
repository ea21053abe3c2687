import { formatTime } from "../../../format";
import { normalTwoSided } from "../../../numeric/normal";
import { nth, numberAt } from "../../../numeric/nth";
import { type Curve, quantile } from "../../../survival";
import { equalPatients } from "./equalPatients";
import { riskWalk } from "./riskWalk";
import { named, type Trigger } from "./warning";

/**
 * Follow-up counts as shorter where its median is at most this share of the longest, each known from so many censored,
 * and a log-rank test of the ends of follow-up tells the two apart (its level shared by the pairs).
 */
const share = 0.6;
const fewestCensored = 5;
const level = 0.02;

export const followUpShorter: Trigger = ({ result: { groups, endpoint, setting } }) => {
  // Who changes group leaves the first curve, which is no end of follow-up.
  if (setting.changes !== null) return null;
  const known = groups.flatMap(({ label, curve }) => {
    const median = curve.censored >= fewestCensored ? reverseMedian(curve) : null;
    return median === null ? [] : [{ label, median, curve }];
  });
  if (known.length < 2) return null;
  const sorted = known.sort((a, b) => a.median - b.median);
  const [shortest, longest] = [nth(sorted, 0), nth(sorted, sorted.length - 1)];
  if (shortest.median > longest.median * share) return null;
  const pairs = (known.length * (known.length - 1)) / 2;
  if (!(normalTwoSided(endsTold(shortest.curve, longest.curve)) < level / pairs)) return null;
  const time = (median: number) => `${formatTime(median, endpoint.unit)} ${endpoint.unit}`;
  return {
    id: "follow-up-shorter",
    message: `Follow-up is shorter in ${named([shortest.label])} (median ${time(shortest.median)}) than in ${named([longest.label])} (${time(longest.median)}).`,
    hint: "Late events are seen in one group only. Compare up to a time both are followed to, with “Censor at”.",
    caption: `Median follow-up ${time(shortest.median)} in ${shortest.label}, ${time(longest.median)} in ${longest.label}.`,
  };
};

/**
 * Median follow-up by the reverse Kaplan–Meier method: censorings end it, and events of the same time come after them.
 * Null where it is not reached.
 */
function reverseMedian(curve: Curve): number | null {
  const { nRisk, nCensor, competing } = curve;
  if (competing > 0) return null;
  let still = 1;
  const survival = nCensor.map((censored, at) => {
    still *= 1 - censored / numberAt(nRisk, at);
    return still;
  });
  const median = quantile({ ...curve, nEvent: nCensor, survival }, 0.5);
  return median.kind === "reached" ? median.time : null;
}

/** Log-rank Z of the ends of follow-up. */
function endsTold(a: Curve, b: Curve): number {
  const [shareA, shareB] = [equalPatients(a), equalPatients(b)];
  const [riskA, riskB] = [riskWalk(a), riskWalk(b)];
  let [i, j] = [0, 0];
  let [sum, variance] = [0, 0];
  while (i < a.time.length || j < b.time.length) {
    const time = Math.min(a.time[i] ?? Number.POSITIVE_INFINITY, b.time[j] ?? Number.POSITIVE_INFINITY);
    const endsA = a.time[i] === time ? numberAt(a.nCensor, i++) * shareA : 0;
    const endsB = b.time[j] === time ? numberAt(b.nCensor, j++) * shareB : 0;
    const [ends, own, other] = [endsA + endsB, riskA(time) * shareA, riskB(time) * shareB];
    const all = own + other;
    if (ends === 0 || own === 0 || other === 0) continue;
    sum += endsA - (ends * own) / all;
    if (all > 1) variance += (ends * own * other * Math.max(0, all - ends)) / (all * all * (all - 1));
  }
  return variance > 0 ? sum / Math.sqrt(variance) : 0;
}
