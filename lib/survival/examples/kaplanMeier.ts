import { kaplanMeier } from "@meierboard/survival";

// Acute myelogenous leukemia (survival::aml of R): weeks, 11 patients with maintenance chemotherapy (group 0), 12
// without.
const aml = {
  time: new Float64Array([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]),
  cause: new Uint8Array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
  group: new Int16Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
};

// R: survfit(Surv(time, cause) ~ group)
const [maintained, control] = kaplanMeier(aml);
console.log(maintained.n, maintained.events);
// → 11 7
console.log(maintained.survival.at(-1).toFixed(4));
// → 0.1841
console.log(control.time.slice(0, 3), control.nRisk.slice(0, 3));
// → Float64Array(3) [ 5, 8, 12 ] Float64Array(3) [ 12, 10, 8 ]
