import { difference } from "@meierboard/survival";

// Two estimates that share no patient: 50 % with a standard error of 3 points, 40 % with one of 4.
const { estimate, stdErr, lower, upper, p } = difference({ value: 0.5, stdErr: 0.03 }, { value: 0.4, stdErr: 0.04 });
console.log(estimate.toFixed(2), stdErr.toFixed(2), lower.toFixed(3), upper.toFixed(3), p.toFixed(4));
// → 0.10 0.05 0.002 0.198 0.0455
