import { joinSpells } from "@meierboard/survival";

// The first patient's rows (0, 2] and (2, 5] are one; the second has one row.
const { time, cause } = joinSpells({
  entry: new Float64Array([0, 2, 0]),
  time: new Float64Array([2, 5, 4]),
  cause: new Uint8Array([0, 1, 0]),
  patient: new Int32Array([7, 7, 8]),
});
console.log(time, cause);
// → Float64Array(2) [ 5, 4 ] Uint8Array(2) [ 1, 0 ]
