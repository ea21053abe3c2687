import { fineGray, predictedIncidence } from "@meierboard/survival";

// Ten patients: 0 followed until then without an ending, 1 relapse, 2 death without relapse; group 1 under the new
// treatment.
const ten = {
  time: new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  cause: new Uint8Array([1, 2, 0, 1, 1, 2, 0, 1, 0, 0]),
  group: new Int16Array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1]),
};

const fit = fineGray({ ...ten, covariates: [{ name: "treated", values: Float64Array.from(ten.group) }] });
if (!fit.ok) throw new Error("no model");
const { time, incidence } = predictedIncidence(fit.value, { treated: 1 });
console.log(time, incidence.at(-1)?.toFixed(4));
// → Float64Array(4) [ 1, 4, 5, 8 ] 0.2832
