import { censoringOf, longestJudged } from "@meierboard/survival";

// Ovarian cancer (survival::ovarian of R): days to death and age in years of 26 patients.
const time = new Float64Array([
  59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 268, 329,
  353, 365, 377,
]);
const cause = new Uint8Array([1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0]);

// The last death at which more than a tenth are not yet censored.
const censoring = censoringOf({ time, cause }, new Uint8Array(26).fill(1));
if (censoring.ok) console.log(longestJudged(censoring.value));
// → 638
