import { kaplanMeier, restrictedMean, restrictedMeanLimits } from "@meierboard/survival";

// Ten patients, two events within a year: limits from the logarithm of the time lost do not reach beyond it.
const time = new Float64Array([5, 8, 12, 12, 12, 12, 12, 12, 12, 12]);
const [all] = kaplanMeier({ time, cause: new Uint8Array([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]) });
const mean = restrictedMean(all, 12);
const { lower, upper } = restrictedMeanLimits(mean);
console.log(mean.restrictedMean.toFixed(2), lower.toFixed(2), upper.toFixed(2));
// → 10.90 7.98 11.70
