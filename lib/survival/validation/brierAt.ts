import { type Censoring, knownAt, throughCensoring } from "./censoring";
import { type Judged, judged } from "./judged";

/**
 * Brier score at time `t`: the mean squared distance between who has had the event by then (1 or 0) and the `risk` of it
 * that was predicted (by input row); 0 is perfect, and 0.25 what a risk of one half for all gives. Weights 1/Ĝ make up
 * for those censored before; the standard error holds their estimate too. Null where all are censored by then.
 *
 * Equals `riskRegression::Score(metrics = "brier", cens.model = "km", se.fit = TRUE)`; where times are equal its standard
 * errors hang on the order of the rows, and these do not. Sources: Graf et al., Stat Med
 * 1999;18:2529–45; Gerds and Schumacher, Biom J 2006;48:1029–40.
 */
export function brierAt(censoring: Censoring, risk: Float64Array, t: number): Judged | null {
  const known = knownAt(censoring, t);
  if (!known) return null;
  const { rows, size, n } = censoring;
  const share = Float64Array.from(rows, (row, place) => {
    const happened = known.state[place] === "event" ? 1 : 0;
    return known.weight[place] * (happened - risk[row]) ** 2;
  });
  let sum = 0;
  for (let place = 0; place < share.length; place++) sum += size[place] * share[place];
  const value = sum / n;
  const influence = throughCensoring(censoring, known, share).map((through, place) => through + share[place] - value);
  return judged(censoring, value, influence);
}
