import { expect, it } from "vitest";
import type { EndpointData } from "../cohort/endpoint";
import { beforeLandmark, clocked, entersTooLate } from "./clock";

const endpoint = (more: Partial<EndpointData> = {}) =>
  ({
    time: Float64Array.of(3, 10, 12, 5),
    cause: Uint8Array.of(1, 1, 1, 0),
    reason: new Uint8Array(4),
    ...more,
  }) as EndpointData;
const seen = (data: EndpointData, landmark: number | null, censorAt: number | null) => {
  const { time, cause, entry } = clocked(data, { landmark, censorAt });
  return { time: [...time], cause: [...cause], ...(entry && { entry: [...entry] }) };
};

it("follow-up is cut at its end, where the event still counts, and the rest is looked at from the landmark on", () => {
  const data = endpoint();
  expect(clocked(data, { landmark: null, censorAt: null })).toBe(data);
  expect(seen(data, null, 10)).toEqual({ time: [3, 10, 10, 5], cause: [1, 1, 0, 0] });
  // Who ends at the landmark itself is not in it.
  expect(seen(data, 3, null)).toEqual({ time: [Number.NaN, 7, 9, 2], cause: [1, 1, 1, 0] });
  expect(seen(data, 3, 10)).toEqual({ time: [Number.NaN, 7, 7, 2], cause: [1, 1, 0, 0] });
  expect([0, 1, 2, 3].map(beforeLandmark(data, 3))).toEqual([true, false, false, false]);
});

it("who enters at the end of follow-up or later is in no figure, who enters just before it is", () => {
  const data = endpoint({ entry: Float64Array.of(0, 10, 11, 4) });
  expect(seen(data, null, 10)).toMatchObject({ time: [3, Number.NaN, Number.NaN, 5] });
  expect([0, 1, 2, 3].map(entersTooLate(data, 10))).toEqual([false, true, true, false]);
  expect([0, 1].map(entersTooLate(endpoint(), 10))).toEqual([false, false]);
});

it("the times are sorted once for each endpoint and clock, whatever is filtered meanwhile", () => {
  const [one, other] = [endpoint(), endpoint()];
  const first = clocked(one, { landmark: null, censorAt: 10 });
  expect(clocked(other, { landmark: null, censorAt: 10 })).not.toBe(first);
  expect(clocked(one, { landmark: null, censorAt: 10 })).toBe(first);
  expect(clocked(one, { landmark: null, censorAt: 9 })).not.toBe(first);
});
