import { contrastMeans, kaplanMeier, restrictedMean } from "@meierboard/survival";

// Acute myelogenous leukemia (survival::aml of R): weeks, 11 patients with maintenance chemotherapy (group 0), 12
// without.
const aml = {
  time: new Float64Array([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]),
  cause: new Uint8Array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
  group: new Int16Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
};

// R: survRM2::rmst2(time, cause, 1 - group, tau = 24)
const [maintained, control] = kaplanMeier(aml).map((curve) => restrictedMean(curve, 24));
const { ratio, timeLostRatio } = contrastMeans(maintained, control, 45);
console.log(ratio.estimate.toFixed(4), timeLostRatio.estimate.toFixed(4));
// → 1.2256 0.4443
