import { atRiskTable, kaplanMeier } from "@meierboard/survival";

// Acute myelogenous leukemia (survival::aml of R): weeks, 11 patients with maintenance chemotherapy (group 0), 12
// without.
const aml = {
  time: new Float64Array([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]),
  cause: new Uint8Array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
  group: new Int16Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
};

// At risk, and events before each time. R: summary(survfit(Surv(time, cause) ~ group), times = c(0, 13, 26))$n.risk
const [maintained] = kaplanMeier(aml);
const { nRisk, nEvent } = atRiskTable(maintained, [0, 13, 26]);
console.log(nRisk, nEvent);
// → Float64Array(3) [ 11, 10, 6 ] Float64Array(3) [ 0, 1, 4 ]
