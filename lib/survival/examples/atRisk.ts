import { atRisk, kaplanMeier } from "@meierboard/survival";

// Three patients who came under observation at 0, 2 and 4; nobody of them is at risk before.
const time = new Float64Array([5, 6, 7]);
const entry = new Float64Array([0, 2, 4]);
const [all] = kaplanMeier({ time, entry, cause: new Uint8Array([1, 0, 1]) });
console.log(atRisk(all, 0), atRisk(all, 3), atRisk(all, 5), atRisk(all, 6.5));
// → 1 2 3 1
