import { grayTest } from "@meierboard/survival";

// Ten patients: 0 followed until then without an ending, 1 relapse, 2 death without relapse; group 1 under the new
// treatment.
const ten = {
  time: new Float64Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  cause: new Uint8Array([1, 2, 0, 1, 1, 2, 0, 1, 0, 0]),
  group: new Int16Array([0, 0, 0, 1, 0, 0, 1, 0, 1, 1]),
};

const [relapse] = grayTest(ten);
console.log(relapse.cause, relapse.kind === "tested" && relapse.p.toFixed(4));
// → 1 0.4451
