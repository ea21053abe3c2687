import { aucAt, censoringOf } from "@meierboard/survival";

// Ovarian cancer (survival::ovarian of R): days to death and age in years of 26 patients.
const time = new Float64Array([
  59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 268, 329,
  353, 365, 377,
]);
const cause = new Uint8Array([1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0]);
const age = new Float64Array([
  72.3315, 74.4932, 66.4658, 53.3644, 50.3397, 56.4301, 56.937, 59.8548, 64.1753, 55.1781, 56.7562, 50.1096, 59.6301,
  57.0521, 39.2712, 43.1233, 38.8932, 44.6, 53.9068, 44.2055, 59.589, 74.5041, 43.137, 63.2192, 64.4247, 58.3096,
]);

// R: riskRegression::Score(list(age), Surv(futime, fustat) ~ 1, ovarian, times = 500, metrics = "auc", cens.model = "km")
const censoring = censoringOf({ time, cause }, new Uint8Array(26).fill(1));
const found = censoring.ok ? aucAt(censoring.value, age, 500) : null;
console.log(found?.value.toFixed(4), found?.stdErr.toFixed(4));
// → 0.8470 0.0880
