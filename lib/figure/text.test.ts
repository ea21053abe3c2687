import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ellipsis, textWidth, wrap, wrapApart } from "./text";

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

describe("names beside each other", () => {
  const shown = (names: string[], width: number, lines = 1) =>
    wrapApart(
      names.map((name) => ({ name, width, lines })),
      10,
    ).map((each) => each.join("\n"));

  it("stay whole where there is room, and are shortened at their ends where that tells them apart", () => {
    expect(shown(["Trabectedin", "Doxorubicin"], 200)).toEqual(["Trabectedin", "Doxorubicin"]);
    expect(shown(["Trabectedin weekly", "Doxorubicin weekly"], 60).every((name) => /^(Trab|Doxo).*…$/.test(name))).toBe(
      true,
    );
  });

  it("show where they differ, at their ends or in their middle, where shortening would make them one", () => {
    const long = "Trabectedin after anthracycline-based first-line chemotherapy";
    for (const lines of [1, 2]) {
      const [a, b] = shown([`${long}, arm A`, `${long}, arm B`], 110, lines);
      expect(a).toMatch(/^Trab.*….*A$/s);
      expect(b).toMatch(/^Trab.*….*B$/s);
    }
    const middle = shown(
      ["Surgery, then radiotherapy for 5 weeks in one center", "Surgery, then chemotherapy for 5 weeks in one center"],
      80,
    );
    expect(middle[0]).toContain("…radio");
    expect(middle[1]).toContain("…chemo");
    const three = shown([`${long} A, 1`, `${long} A, 2`, `${long} B, 1`], 110);
    expect(new Set(three).size).toBe(3);
  });

  it("are never alike though they differ, nor wider than their room: any names with a common beginning", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 20, maxLength: 80 }),
        fc.uniqueArray(fc.string({ unit: fc.constantFrom("a", "B", "1", "é"), minLength: 1, maxLength: 4 }), {
          minLength: 2,
          maxLength: 6,
        }),
        fc.integer({ min: 80, max: 300 }),
        fc.constantFrom(1, 2),
        (common, ends, width, lines) => {
          const names = ends.map((end) => `x${common}x ${end}`.replace(/\s+/g, " ").trim());
          fc.pre(new Set(names).size === names.length);
          const made = wrapApart(
            names.map((name) => ({ name, width, lines })),
            10,
          );
          expect(new Set(made.map((each) => each.join("\n"))).size).toBe(names.length);
          for (const line of made.flat()) expect(textWidth(line, 10)).toBeLessThanOrEqual(width + 1e-9);
        },
      ),
      { numRuns: 300 },
    );
  });
});
