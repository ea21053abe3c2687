import type { Swept } from "./hazardSweep";
import type { Means } from "./riskSetMeans";

/** Position of a slot in the list of tied slots, −1 when it has a single step. */
export function indexTied({ sets, sweep }: Swept): Int32Array {
  const index = new Int32Array(sets.slots).fill(-1);
  sweep.tied.forEach((s, t) => {
    index[s] = t;
  });
  return index;
}

/** The mean over Efron's steps of the risk-weighted covariate means at slot s. */
export function meanAtEvent(swept: Swept, means: Means, s: number, tied: number, mean: Float64Array): void {
  const { sets, sweep } = swept;
  const weight = sets.steps[s] * sets.stepWeight[s];
  const correction = sweep.squareOff[s] / sweep.square[s];
  for (let j = 0; j < mean.length; j++) {
    const own = tied < 0 ? 0 : means.tiedSum[j * sweep.tied.length + tied];
    const sum = means.shifted[j * sets.slots + s] + correction * own;
    mean[j] = (sum * sweep.hazard[s] - own * sweep.hazardOff[s]) / weight;
  }
}
