import { describe, expect, it } from "vitest";
import {
  chiSquareInWords,
  decimals,
  formatChiSquare,
  formatCount,
  formatEstimate,
  formatLevel,
  formatMedian,
  formatP,
  formatPercent,
  formatPoints,
  formatRatio,
  formatTime,
  pInWords,
  plainNumber,
  withUnit,
} from "./index";

const sizes = [
  0,
  1,
  0.997,
  0.0025,
  0.05,
  9.995,
  99.95,
  35.48000000000001,
  0.1 + 0.2,
  1e15,
  1e21,
  1e300,
  Number.MIN_VALUE,
  1e-7,
  Number.MAX_VALUE,
];
const extremes = [
  ...sizes,
  ...sizes.map((size) => -size),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

const ways: Record<string, (value: number) => string> = {
  decimals: (value) => decimals(value, 2),
  formatTime: (value) => formatTime(value),
  inDays: (value) => formatTime(value, "days"),
  formatRatio: (value) => formatRatio(Math.abs(value)),
  formatP: (value) => formatP(Math.min(1, Math.abs(value))),
  pInWords: (value) => pInWords(Math.min(1, Math.abs(value))),
  formatChiSquare: (value) => formatChiSquare(Math.abs(value)),
  chiSquareInWords: (value) => chiSquareInWords(Math.abs(value)),
  formatPercent: (value) => formatPercent(Math.min(1, Math.abs(value)), 1),
  formatPoints: (value) => formatPoints(Math.max(-1, Math.min(1, value))),
  formatCount: (value) => formatCount(Math.abs(value)),
  formatLevel: (value) => formatLevel(Math.min(1, Math.abs(value))),
  formatMedian: (value) => formatMedian({ kind: "reached", time: value, lower: value, upper: null }),
  formatEstimate: (value) =>
    formatEstimate({ estimate: value, lower: value, upper: Number.NaN }, (each) => formatTime(each)),
  plainNumber,
  withUnit: (value) => withUnit(value, "months"),
};
/** These say whole numbers in full, or what somebody wrote. */
const inFull = [
  "decimals",
  "formatTime",
  "inDays",
  "formatCount",
  "formatMedian",
  "formatEstimate",
  "plainNumber",
  "withUnit",
];

describe.each(Object.entries(ways))("%s of extreme numbers", (name, said) => {
  it("is no word of a computer, has one sign, and no more digits than somebody can mean", () => {
    for (const value of extremes) {
      const text = said(value);
      expect(text, String(value)).not.toMatch(/NaN|Infinity|e[+-]?\d|undefined|= [<>]|= NE|P NE|-/);
      if (inFull.includes(name)) continue;
      const digits = (text.match(/\d[\d.]*/g) ?? []).map((number) => number.replace(".", "").replace(/^0+/, ""));
      for (const each of digits) expect(each.length, text).toBeLessThanOrEqual(6);
    }
  });
});

describe("times near nothing", () => {
  it("are said to be near it, on either side", () => {
    expect([0.00001, -0.00001, 0.0005, 0.0421, 0].map((time) => formatTime(time))).toEqual([
      "< 0.001",
      "> −0.001",
      "0.0005",
      "0.042",
      "0.0",
    ]);
  });
});
