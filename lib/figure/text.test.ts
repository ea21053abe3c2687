import { describe, expect, it } from "vitest";
import { ellipsis, textWidth, wrap } from "./text";

describe("text widths", () => {
  it("are those of Inter: all digits as wide as each other, the em space one em", () => {
    const widths = [..."0123456789"].map((digit) => textWidth(digit, 100));
    expect(new Set(widths).size).toBe(1);
    expect(textWidth("\u2003", 100)).toBeCloseTo(100, 0);
    expect(textWidth("ii", 10)).toBe(2 * textWidth("i", 10));
    expect(textWidth("Months", 10, 600)).toBeGreaterThan(textWidth("Months", 10));
  });

  it("know the mathematical signs of the figures", () => {
    for (const sign of "≥≤−×χ²Ŝ–·→½α") expect(textWidth(sign, 1), sign).not.toBe(1.1);
  });

  it("take a square for a character the font lacks and nothing for a combining mark", () => {
    expect(textWidth("😀", 10)).toBe(11);
    expect(textWidth("a\u0323", 10)).toBe(textWidth("a", 10));
  });
});

describe("shortening", () => {
  it("keeps a text that fits and shortens one that does not, never inside an emoji", () => {
    expect(ellipsis("Arm A", 100, 12)).toBe("Arm A");
    const short = ellipsis("No gene aberration-related therapy", 100, 12);
    expect(short).toMatch(/…$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(100);
    expect(ellipsis("👩‍👩‍👧‍👧👩‍👩‍👧‍👧", 100, 12)).toBe("👩‍👩‍👧‍👧…");
  });

  it("wraps at spaces and hyphens and loses nothing while lines last", () => {
    const lines = wrap("No gene aberration-related therapy", 110, 12);
    expect(lines.join(" ").replace("- ", "-")).toBe("No gene aberration-related therapy");
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(110);
  });

  it("ends the last line with an ellipsis where more would follow", () => {
    const lines = wrap("one two three four five six seven", 60, 12, 400, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});
