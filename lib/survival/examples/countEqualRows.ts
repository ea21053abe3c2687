import { countEqualRows, timeOrder } from "@meierboard/survival";

// 100 patients with only two different times become four rows that count.
const time = Float64Array.from({ length: 100 }, (_, row) => 1 + (row % 2));
const cause = Uint8Array.from({ length: 100 }, (_, row) => (row < 50 ? 1 : 0));
const { subjects } = countEqualRows({ time, cause }, timeOrder(time));
console.log(subjects.time, subjects.cause, subjects.weight);
// → Float64Array(4) [ 1, 1, 2, 2 ] Uint8Array(4) [ 0, 1, 0, 1 ] Float64Array(4) [ 25, 25, 25, 25 ]
