import { describe, expect, it } from "vitest";
import { plainNumber, separating } from "./index";

describe("a number written between two", () => {
  it("is the lower one with six digits, and with more where fewer would put one of the two on the wrong side", () => {
    expect([separating(5, 6), separating(1.23456789, 1.3), separating(35.48000000000001, 36)]).toEqual([
      "5",
      "1.23457",
      "35.48",
    ]);
    expect(separating(1.23456749, 1.23456751)).toBe("1.2345675");
    expect(separating(-0.5, 0)).toBe("−0.5");
  });

  it("keeps both on their sides, whatever they are", () => {
    let seed = 1;
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return seed / 2 ** 32;
    };
    for (let n = 0; n < 2000; n++) {
      const low = (random() - 0.5) * 10 ** Math.floor(random() * 9 - 3);
      const high = low + Math.abs(low) * 10 ** -(1 + random() * 9) + 1e-9;
      const shown = Number(separating(low, high).replace("−", "-"));
      expect(shown, `${low} ${high}`).toBeGreaterThanOrEqual(low - Math.abs(low) * 1e-11);
      expect(shown, `${low} ${high}`).toBeLessThan(high);
    }
  });
});

describe("a number as it was chosen", () => {
  it("has no noise of arithmetic, no exponent, and the sign of print", () => {
    const given = [35.48000000000001, 0.1 + 0.2, Number.MIN_VALUE, 1e-7, 1e21, -2.5, 12, Number.NaN];
    expect(given.map(plainNumber)).toEqual([
      "35.48",
      "0.3",
      "0",
      "0.0000001",
      "1000000000000000000000",
      "−2.5",
      "12",
      "NE",
    ]);
  });
});
