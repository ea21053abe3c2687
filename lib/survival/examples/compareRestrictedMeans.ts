import { compareRestrictedMeans, kaplanMeier } from "@meierboard/survival";

// Acute myelogenous leukemia (survival::aml of R): weeks, 11 patients with maintenance chemotherapy (group 0), 12
// without.
const aml = {
  time: new Float64Array([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]),
  cause: new Uint8Array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
  group: new Int16Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
};

// R: survRM2::rmst2(time, cause, 1 - group, tau = 24)
const [maintained, control] = kaplanMeier(aml);
const { difference } = compareRestrictedMeans(maintained, control, 24);
console.log(
  difference.estimate.toFixed(4),
  difference.lower.toFixed(4),
  difference.upper.toFixed(4),
  difference.p.toFixed(4),
);
// → 3.8510 -1.6764 9.3784 0.1721
