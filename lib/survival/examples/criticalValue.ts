import { criticalValue } from "@meierboard/survival";

console.log(criticalValue(0.95).toFixed(6));
// → 1.959964
