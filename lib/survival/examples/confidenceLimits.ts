import { confidenceLimits } from "@meierboard/survival";

// After one death among five patients: Ŝ = 4/5, with Greenwood's standard error √(4/125).
const { lower, upper } = confidenceLimits(0.8, Math.sqrt(4 / 125), { type: "plain" });
console.log(lower.toFixed(4), upper);
// → 0.4494 1
