import { censoringOf } from "@meierboard/survival";

// Ovarian cancer (survival::ovarian of R): days to death and age in years of 26 patients.
const time = new Float64Array([
  59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 268, 329,
  353, 365, 377,
]);
const cause = new Uint8Array([1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0]);

// The share not yet censored after each time of a censoring. R: survfit(Surv(futime, 1 - fustat) ~ 1, ovarian)
const censoring = censoringOf({ time, cause }, new Uint8Array(26).fill(1));
if (censoring.ok) console.log(censoring.value.at.slice(0, 3), censoring.value.after[0].toFixed(4));
// → Float64Array(3) [ 377, 421, 448 ] 0.9474
