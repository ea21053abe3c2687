import { describe, expect, it } from "vitest";
import { timeOrder } from "./timeOrder";

const order = (time: number[], entry?: number[]) =>
  timeOrder(Float64Array.from(time), entry && Float64Array.from(entry));

describe("timeOrder", () => {
  it("lists rows by time, ticks of equal times, and leaves out rows without a finite time", () => {
    const result = order([5, Number.NaN, 3, 5, Number.POSITIVE_INFINITY, -1]);
    expect([...result.order]).toEqual([5, 2, 0, 3]);
    expect([...result.times]).toEqual([-1, 3, 5]);
    expect([...result.start]).toEqual([0, 1, 2, 4]);
    expect([...result.tick]).toEqual([2, 3, 1, 2, 3, 0]);
  });

  it("merges times that differ by rounding to the smallest of them, as aeqSurv does", () => {
    // R 4.2.2, survival 3.5-3: aeqSurv(Surv(c(0.3, 0.1 + 0.2, 1, 1 + 1e-8, 1 + 1.6e-8, 2), rep(1, 6)))[, 1] is 0.3 0.3
    // 1 1 1 2.
    const result = order([0.3, 0.1 + 0.2, 1, 1 + 1e-8, 1 + 1.6e-8, 2]);
    expect([...result.times]).toEqual([0.3, 1, 2]);
    expect([...result.tick]).toEqual([0, 0, 1, 1, 1, 2]);
  });

  it("merges relative to the mean of distinct times where these are large, and keeps times of 1e-6 apart", () => {
    // R 4.2.2, survival 3.5-3: of c(1e9, 1e9 + 10, 1e9 + 30) aeqSurv merges the first two; c(1e-6, 2e-6, 3e-6) stay
    // three.
    expect([...order([1e9, 1e9 + 10, 1e9 + 30]).times]).toEqual([1e9, 1e9 + 30]);
    expect([...order([1e-6, 2e-6, 3e-6]).times]).toEqual([1e-6, 2e-6, 3e-6]);
  });

  it("gives the first tick at risk: entering at an event time is not at risk for it", () => {
    const { entry, times } = order([4, 6, 6, 9], [0, 4, 3.9, 6]);
    expect([...times]).toEqual([4, 6, 9]);
    expect([...entry!.tick]).toEqual([0, 1, 0, 2]);
    expect([...entry!.order]).toEqual([0, 2, 1, 3]);
  });

  it("leaves out rows that enter at or after their time, also where only rounding keeps these apart", () => {
    expect([...order([4, 4, 4], [4, 5, 1]).order]).toEqual([2]);
    expect([...order([4, 4, 4], [Number.NaN, 4 - 1e-9, 1]).order]).toEqual([2]);
  });

  it("answers an empty endpoint", () => {
    const result = order([]);
    expect([result.order.length, result.times.length, [...result.start]]).toEqual([0, 0, [0]]);
    expect(order([Number.NaN], [0]).order.length).toBe(0);
  });
});
