import { eventFreeLimits, kaplanMeier } from "@meierboard/survival";

// Forty patients followed for a year without an event. R: binom.test(40, 40)$conf.int
const [all] = kaplanMeier({ time: new Float64Array(40).fill(12), cause: new Uint8Array(40) });
const { lower, upper } = eventFreeLimits(all, 6);
console.log(lower.toFixed(4), upper);
// → 0.9119 1
