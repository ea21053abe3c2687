import { eventRates } from "@meierboard/survival";

// Acute myelogenous leukemia (survival::aml of R): weeks, 11 patients with maintenance chemotherapy (group 0), 12
// without.
const aml = {
  time: new Float64Array([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]),
  cause: new Uint8Array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
  group: new Int16Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
};

// R: poisson.test(7, 423)
const [maintained] = eventRates(aml) ?? [];
console.log([maintained?.events, maintained?.time]);
// → [ 7, 423 ]
console.log([maintained?.rate, maintained?.lower, maintained?.upper].map((each) => each?.toFixed(8)));
// → [ '0.01654846', '0.00665334', '0.03409616' ]
