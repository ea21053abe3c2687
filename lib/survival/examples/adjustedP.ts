import { adjustedP } from "@meierboard/survival";

// R: p.adjust(c(0.01, 0.02, 0.03), "holm"), "BH", "bonferroni"
const { holm, benjaminiHochberg, bonferroni } = adjustedP([0.01, 0.02, 0.03]);
console.log(holm, benjaminiHochberg, bonferroni);
// → Float64Array(3) [ 0.03, 0.04, 0.04 ] Float64Array(3) [ 0.03, 0.03, 0.03 ] Float64Array(3) [ 0.03, 0.06, 0.09 ]
