import { effectiveSize } from "@meierboard/survival";

// Four patients with sampling weights tell as much as 3.67 of equal weight.
const time = new Float64Array([1, 2, 3, 4]);
const weight = new Float64Array([1, 2, 1, 1.5]);
const [size] = effectiveSize({ time, cause: new Uint8Array([1, 0, 1, 1]), weight, weightKind: "sampling" });
console.log(size.toFixed(2));
// → 3.67
