import { kaplanMeier, longestTau } from "@meierboard/survival";

// Everybody of the second group has died at 3: it stays at 0 and does not bound how far the two are compared.
const time = new Float64Array([1, 4, 9, 2, 3]);
const group = new Int16Array([0, 0, 0, 1, 1]);
const [followed, dead] = kaplanMeier({ time, cause: new Uint8Array([1, 0, 0, 1, 1]), group });
console.log(longestTau(followed, dead));
// → 9
