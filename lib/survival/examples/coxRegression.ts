import { coxRegression } from "@meierboard/survival";

// Ovarian cancer (survival::ovarian of R): days to death, age in years and treatment (0: A, 1: B) of 26 patients.
const time = new Float64Array([
  59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 268, 329,
  353, 365, 377,
]);
const cause = new Uint8Array([1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0]);
const age = new Float64Array([
  72.3315, 74.4932, 66.4658, 53.3644, 50.3397, 56.4301, 56.937, 59.8548, 64.1753, 55.1781, 56.7562, 50.1096, 59.6301,
  57.0521, 39.2712, 43.1233, 38.8932, 44.6, 53.9068, 44.2055, 59.589, 74.5041, 43.137, 63.2192, 64.4247, 58.3096,
]);
const rx = new Int32Array([0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1]);
const covariates = [
  { name: "age", values: age },
  { name: "rx", codes: rx, levels: ["A", "B"] },
];

// R: coxph(Surv(time, cause) ~ age + rx)
const fit = coxRegression({ time, cause, covariates });
if (!fit.ok) throw new Error("no model");
for (const line of fit.value.coefficients)
  if (line.kind === "estimated")
    console.log(
      line.name,
      line.hazardRatio.toFixed(4),
      line.lower.toFixed(4),
      line.upper.toFixed(4),
      line.p.toFixed(5),
    );
console.log(fit.value.likelihoodRatio?.chiSquare.toFixed(4));
// → age 1.1587 1.0585 1.2684 0.00141
// → rxB 0.4475 0.1297 1.5447 0.20337
// → 15.8861
