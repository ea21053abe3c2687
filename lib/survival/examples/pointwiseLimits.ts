import { pointwiseLimits } from "@meierboard/survival";

// Two survival probabilities with their standard errors; none for a standard error of 0.
const survival = new Float64Array([1, 0.8, 0.5]);
const stdErr = new Float64Array([0, 0.1, 0.15]);
const { lower, upper } = pointwiseLimits({ survival, stdErr }, { type: "plain" });
console.log(lower[0], lower[1].toFixed(3), upper[2].toFixed(3));
// → NaN 0.604 0.794
