import { cumulativeIncidence, incidenceLimits } from "@meierboard/survival";

// Ten patients: 0 followed until then without an ending, 1 relapse, 2 death without relapse; group 1 under the new
// treatment.
const ten = {
  time: new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  cause: new Uint8Array([1, 2, 0, 1, 1, 2, 0, 1, 0, 0]),
  group: new Int16Array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1]),
};

const [all] = cumulativeIncidence({ time: ten.time, cause: ten.cause });
const { lower, upper } = incidenceLimits(all, all.causes[0], { type: "plain" });
console.log(lower[4].toFixed(4), upper[4].toFixed(4));
// → 0.0225 0.6347
