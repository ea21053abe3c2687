import { squaredAndAdded } from "@meierboard/survival";

// 56 of 70 less 48 of 80 (Newcombe 1998, Stat Med 17:873–890, table II, method 10), from Wilson's limits of each.
const first = { value: 56 / 70, lower: 0.6919, upper: 0.8769 };
const second = { value: 48 / 80, lower: 0.4903, upper: 0.7004 };
const { lower, upper } = squaredAndAdded(first.value - second.value, first, second);
console.log(lower.toFixed(3), upper.toFixed(3));
// → 0.052 0.334
