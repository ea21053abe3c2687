import { bootstrapMedians } from "@meierboard/survival";

// Acute myelogenous leukemia (survival::aml of R): weeks, 11 patients with maintenance chemotherapy (group 0), 12
// without.
const aml = {
  time: new Float64Array([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]),
  cause: new Uint8Array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
  group: new Int16Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
};

const drawn = bootstrapMedians(aml, { count: 1000, seed: 1 });
if (drawn.kind === "drawn") {
  const [maintained, control] = drawn.medians;
  // A median that is not reached in a resample is ∞.
  console.log(
    maintained.length,
    maintained.some((median) => median === Infinity),
    control.every(Number.isFinite),
  );
}
// → 1000 true true
