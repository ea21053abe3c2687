import { describe, expect, it } from "vitest";
import { endpointWords } from "../../cohort/endpointWords";
import type { Quantile } from "../../survival";
import type { ShownEndpoint } from "../shownEndpoint";
import { statsOf } from "./stats";
import { patient, responses } from "./testing";

const endpoint: ShownEndpoint = {
  ...{ id: "dor", label: "Duration of response", unit: "months", origin: "response", definition: "", cutoff: null },
  words: endpointWords({ label: "Duration of response" }),
};
const reached: Quantile = { kind: "reached", time: 12, lower: 6, upper: null };

/** The lines of durations, one a group, in a panel of so many groups. */
function durations(medians: Quantile[], groups = medians.length) {
  const [group] = responses([patient(1)]).groups;
  if (!group) throw new Error("no group");
  const all = Array.from({ length: groups }, (_, at) => ({ ...group, label: `Arm ${at + 1}` }));
  const each = medians.map((median, at) => ({ level: `${at}`, label: `Arm ${at + 1}`, n: 7, median }));
  const result = responses([patient(1)], {
    groups: all,
    duration: { endpoint, unit: "months", entry: false, groups: each },
  });
  return statsOf(result).filter(({ number }) => number?.quantity.startsWith("median"));
}
const medianMethod = (stat: ReturnType<typeof durations>[number] | undefined) =>
  stat?.methods.find(({ id }) => id === "median");

describe("the median duration of response", () => {
  it("stands with its limits and of how many, and names its group where there are several", () => {
    const [one] = durations([reached]);
    expect(one?.text?.[0]).toMatch(/^Median .*, months \(95% CI\)$/);
    expect(one?.text?.[1]).toBe("12.0 (6.0–NE); 7 patients");
    expect(one?.number).toMatchObject({ group: "Arm 1", value: 12, lower: 6, upper: Number.NaN });
    const [first, second] = durations([reached, { kind: "notReached", lower: 9, upper: null }]);
    expect([first?.text?.[0], second?.text?.[0]]).toEqual([
      expect.stringMatching(/\(95% CI\), Arm 1$/),
      expect.stringMatching(/\(95% CI\), Arm 2$/),
    ]);
    expect(second?.number).toMatchObject({ value: Number.NaN, lower: 9 });
    // One group alone has responders; it is still named among several.
    expect(durations([reached], 2)[0]?.text?.[0]).toMatch(/, Arm 1$/);
  });

  it("says how a flat curve is read where one is flat, and not where none is", () => {
    expect(medianMethod(durations([reached])[0])).toMatchObject({ falls: false, ends: false });
    const falls = durations([reached, { ...reached, flat: "falls" }]);
    expect(falls.map(medianMethod)).toEqual([
      expect.objectContaining({ falls: true, ends: false }),
      expect.objectContaining({ falls: true, ends: false }),
    ]);
    expect(medianMethod(durations([{ ...reached, flat: "ends" }])[0])).toMatchObject({ falls: false, ends: true });
    expect(medianMethod(durations([{ kind: "notReached", lower: null, upper: null }])[0])).toMatchObject({
      ...{ falls: false, ends: false },
    });
  });
});
