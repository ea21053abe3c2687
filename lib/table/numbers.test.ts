import { describe, expect, it } from "vitest";
import { looksLikeCode, parseNumber } from "./numbers";

describe("parseNumber", () => {
  it("reads sign, digits, one decimal mark and an exponent", () => {
    const read = ["12", "+1", "-3", "\u22121.5", ".5", "7.", "1.2e3", "4E-2", "2e-10", "0012"].map((text) =>
      parseNumber(text, "."),
    );
    expect(read).toEqual([12, 1, -3, -1.5, 0.5, 7, 1200, 0.04, 2e-10, 12]);
  });

  it("gives the double nearest to the decimal text, as Number does", () => {
    for (const text of [
      "0.1",
      "0.3",
      "2.675",
      "123456.789012",
      "999999999999.999",
      "4.35",
      "1234567890123456789",
      "0.12345678901234567",
    ]) {
      expect(parseNumber(text, ".")).toBe(Number(text));
    }
  });

  it("reads a decimal comma only where the comma is the decimal mark", () => {
    expect(parseNumber("12,5", ",")).toBe(12.5);
    expect(parseNumber("12,5", ".")).toBeNaN();
    expect(parseNumber("12.5", ",")).toBeNaN();
    expect(parseNumber("1,5e2", ",")).toBe(150);
  });

  it("takes nothing else for a number", () => {
    const texts = [
      "",
      " ",
      "-",
      ".",
      "12 mo",
      "5-10",
      "0x1F",
      "1,234",
      "1.2.3",
      "1e",
      "e5",
      "1e400",
      "Inf",
      "NaN",
      "1_000",
      "١٢",
      "12%",
      "--1",
      "1 2",
    ];
    expect(texts.filter((text) => !Number.isNaN(parseNumber(text, ".")))).toEqual([]);
  });
});

describe("looksLikeCode", () => {
  it("is about digits with a superfluous zero, or more than a number can keep apart", () => {
    expect(["007", "00", "0012", "1234567890123456"].every(looksLikeCode)).toBe(true);
    expect(
      ["0", "0.5", "70", "00.5", "-07", "0a", "", "123456789012345", "1234567890123456.5"].some(looksLikeCode),
    ).toBe(false);
  });
});
