import { hasRecurrentEvents } from "@meierboard/survival";

// One patient with an infection at 2 and another at 5.
const twice = {
  entry: new Float64Array([0, 2]),
  time: new Float64Array([2, 5]),
  cause: new Uint8Array([1, 1]),
  patient: new Int32Array([0, 0]),
};
console.log(hasRecurrentEvents(twice), hasRecurrentEvents({ ...twice, cause: new Uint8Array([0, 1]) }));
// → true false
