import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../../../board/figureOptions";
import type { Drawn } from "../drawn";
import { valueAxis } from "./valueAxis";

/** One curve with these values, on an axis of numbers from 0 or of shares. */
const ticksOf = (quantity: "number" | "share", values: number[], yRange: [number, number] | null = null, most = 5) => {
  const scale = { quantity, fromZero: true, of: (value: number) => value, logTime: false, title: "" };
  const drawn = { scale, curves: [{ points: { value: Float64Array.from(values) } }] } as unknown as Drawn;
  return valueAxis(drawn, { ...defaultFigureOptions, yRange }, most).ticks.map(({ text }) => text);
};

describe("ticks of numbers", () => {
  it("have no decimals where none is needed", () => {
    expect(ticksOf("number", [0, 5])).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  it("have all as many as the one that needs most", () => {
    expect(ticksOf("number", [0, 1])).toEqual(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
    expect(ticksOf("number", [0, 0.05])).toEqual(["0.00", "0.01", "0.02", "0.03", "0.04", "0.05"]);
  });

  it("reach to 1 where the curve stays at 0", () => {
    expect(ticksOf("number", [0, 0]).at(-1)).toBe("1.0");
  });
});

describe("ticks of shares", () => {
  it("are quarters of all, and halves where there is little room", () => {
    expect(ticksOf("share", [1, 0.2])).toEqual(["0%", "25%", "50%", "75%", "100%"]);
    expect(ticksOf("share", [1, 0.2], null, 4)).toEqual(["0%", "50%", "100%"]);
  });

  it("are round percents of a part, with decimals only where they need them", () => {
    expect(ticksOf("share", [1], [0.8, 1], 4)).toEqual(["80%", "85%", "90%", "95%", "100%"]);
    expect(ticksOf("share", [1], [0.99, 1], 2)).toEqual(["99.0%", "99.5%", "100.0%"]);
  });
});
