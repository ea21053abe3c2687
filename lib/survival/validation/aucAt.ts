import { sortedOrder } from "../../numeric/sortedOrder";
import { type Censoring, knownAt, throughCensoring } from "./censoring";
import { type Judged, judged } from "./judged";

/**
 * Area under the ROC curve at time `t`, cumulative and dynamic: how often, of a patient with the event by then and one
 * without, the first has the higher marker (`marker` by input row; equal ones count half). Those with a competing event
 * by then are without. Weights 1/Ĝ make up for those censored before; the standard error holds their estimate too.
 * Null where nobody has the event by then, nobody is without it, or all are censored.
 *
 * Equals `riskRegression::Score(metrics = "auc", cens.model = "km", se.fit = TRUE)`; where times are equal its standard
 * errors hang on the order of the rows, and these do not. Sources: Uno et al., JASA
 * 2007;102:527–37; Hung and Chiang, Can J Stat 2010;38:8–26; Blanche, Dartigues, Jacqmin-Gadda, Stat Med
 * 2013;32:5381–97.
 */
export function aucAt(censoring: Censoring, marker: Float64Array, t: number): Judged | null {
  const known = knownAt(censoring, t);
  if (!known) return null;
  const { rows, size, n } = censoring;
  const { weight, state } = known;
  const values = Float64Array.from(rows, (row) => marker[row]);
  const is = (place: number) => state[place] === "event";
  const isFree = (place: number) => state[place] === "free" || state[place] === "competing";
  const order = sortedOrder(values);
  // Of each: the weight of those of the other kind below it, equal ones half.
  const others = new Float64Array(rows.length);
  let cases = 0;
  let free = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let casesHere = 0;
    let freeHere = 0;
    for (; to < order.length && values[order[to]] === values[order[from]]; to++) {
      const place = order[to];
      if (is(place)) casesHere += weight[place] * size[place];
      else if (isFree(place)) freeHere += weight[place] * size[place];
    }
    for (let k = from; k < to; k++) others[order[k]] = is(order[k]) ? free + freeHere / 2 : cases + casesHere / 2;
    cases += casesHere;
    free += freeHere;
    from = to;
  }
  if (cases === 0 || free === 0) return null;
  let pairs = 0;
  for (let place = 0; place < rows.length; place++) {
    if (is(place)) pairs += weight[place] * size[place] * others[place];
    // Of one without the event: those with it and a higher marker.
    else if (isFree(place)) others[place] = cases - others[place];
  }
  const value = pairs / (cases * free);
  const share = Float64Array.from(rows, (_, place) => {
    if (is(place)) return (n * weight[place] * (others[place] / free - value)) / cases;
    return isFree(place) ? (n * weight[place] * (others[place] / cases - value)) / free : 0;
  });
  const influence = throughCensoring(censoring, known, share).map((through, place) => through + share[place]);
  return judged(censoring, value, influence);
}
