import { fineGray } from "@meierboard/survival";

// Twelve patients: 0 followed until then without an ending, 1 relapse, 2 death without relapse; group 1 under the new
// treatment.
const twelve = {
  time: new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  cause: new Uint8Array([1, 2, 0, 1, 1, 2, 0, 1, 0, 0, 1, 0]),
  group: new Int16Array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 1, 0]),
};

const fit = fineGray({ ...twelve, covariates: [{ name: "treated", values: Float64Array.from(twelve.group) }] });
if (!fit.ok) throw new Error("no model");
const [treated] = fit.value.coefficients;
if (treated.kind === "estimated") console.log(treated.hazardRatio.toFixed(4), treated.robustStdErr?.toFixed(4));
// → 0.8576 0.7876
