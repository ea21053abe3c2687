import { timeDependentGroup } from "@meierboard/survival";

// Three patients followed for 10 months; the second gets a transplant at month 4, the third at the start.
const followed = { time: new Float64Array([10, 10, 10]), cause: new Uint8Array([1, 1, 0]) };
const { subjects, rows } = timeDependentGroup(followed, new Float64Array([Number.NaN, 4, 0]));
console.log(rows, subjects.time, subjects.group);
// → Uint32Array(4) [ 0, 1, 1, 2 ] Float64Array(4) [ 10, 4, 10, 10 ] Int16Array(4) [ 0, 0, 1, 1 ]
