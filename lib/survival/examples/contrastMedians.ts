import { bootstrapMedians, contrastMedians } from "@meierboard/survival";

// Acute myelogenous leukemia (survival::aml of R): weeks, 11 patients with maintenance chemotherapy (group 0), 12
// without. Their medians are 31 and 23.
const aml = {
  time: new Float64Array([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45]),
  cause: new Uint8Array([1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
  group: new Int16Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
};

const drawn = bootstrapMedians(aml, { count: 2000, seed: 1 });
if (drawn.kind === "drawn") {
  const [maintained, control] = drawn.medians;
  const { difference, ratio, notReached } = contrastMedians(
    { median: 31, resamples: maintained },
    { median: 23, resamples: control },
  );
  console.log(difference.estimate, difference.lower, difference.upper, ratio.estimate.toFixed(3));
  // The upper limit falls on resamples in which the first median is not reached.
  console.log(notReached);
}
// → 8 -10 NaN 1.348
// → { a: 77, b: 0, both: 0 }
