import { describe, expect, it } from "vitest";
import { commonSuffix, numberStyle, parseStyled } from "./numberStyle";

const ones = (texts: string[]) => texts.map(() => 1);
const styleOf = (texts: string[]) => numberStyle(texts, ones(texts));

describe("numberStyle", () => {
  it("takes points and commas as most cells prove them", () => {
    expect(styleOf(["1.5", "2", "12,5"]).style).toMatchObject({ decimal: ".", thousands: "" });
    expect(styleOf(["1,5", "2", "12,25"]).style).toMatchObject({ decimal: ",", thousands: "" });
    expect(styleOf(["1,234.5", "12,345", "987"]).style).toMatchObject({ decimal: ".", thousands: "," });
    expect(styleOf(["1.234,5", "12.345", "987"]).style).toMatchObject({ decimal: ",", thousands: "." });
    expect(styleOf(["1\u00a0234", "2\u202f500", "7"]).style).toMatchObject({ thousands: " " });
    expect(styleOf(["1'234.50", "12'345.00"]).style).toMatchObject({ decimal: ".", thousands: "'" });
  });

  it("names the other reading where every comma stands before three digits", () => {
    const { style, rivals } = styleOf(["1,234", "987", "2,345"]);
    const readings = [style, ...rivals].map((each) => parseStyled("1,234", each)).sort();
    expect(readings).toEqual([1.234, 1234]);
    expect(styleOf(["1,234", "0,500"]).rivals).toEqual([]);
    expect(styleOf(["1,234", "1,234,567"]).rivals).toEqual([]);
    expect(styleOf(["1,234", "1.5"]).rivals).toEqual([]);
  });

  it("keeps to a decimal mark that is given", () => {
    const { style, rivals } = numberStyle(["1,234"], [1], { decimal: "," });
    expect(parseStyled("1,234", style)).toBe(1.234);
    expect(rivals).toEqual([]);
  });

  it("reads numbers whose minus is the sign of print", () => {
    const { style, cells } = styleOf(["\u22121,5", "\u22122,25", "\u22120,5"]);
    expect([style.decimal, cells]).toEqual([",", 3]);
    expect(parseStyled("\u22122,25", style)).toBe(-2.25);
  });

  it("reads 12% as 12", () => {
    const { style, cells } = styleOf(["12%", "33.3 %", "5"]);
    expect(cells).toBe(3);
    expect(parseStyled("33.3 %", style)).toBe(33.3);
  });
});

describe("parseStyled", () => {
  it("takes marks between thousands only in complete groups", () => {
    const style = { decimal: ".", thousands: ",", suffix: "" } as const;
    expect(parseStyled("1,234,567.5", style)).toBe(1_234_567.5);
    for (const text of ["12,34", "1234,567", ",123", "1,2345", "0,123", "1,234,56"])
      expect(parseStyled(text, style)).toBeNaN();
  });
});

describe("commonSuffix", () => {
  it("is the unit behind nine of ten numbers", () => {
    const months = ["1 mo", "2 mo", "3.5 mo", "7 mo"];
    expect(commonSuffix(months, ones(months))).toBe("mo");
    expect(commonSuffix([...months, "unknown"], [3, 3, 3, 3, 1])).toBe("mo");
    expect(commonSuffix([...months, "unknown"], ones([...months, ""]))).toBeNull();
  });

  it("is none where only two numbers have it: they may be two codes", () => {
    expect(commonSuffix(["1 mo", "2 mo"], [50, 50])).toBeNull();
    expect(commonSuffix(["1 mo", "2 mo", "3 mo"], [50, 50, 1])).toBe("mo");
  });

  it("is none where text follows a code", () => {
    const status = ["0:LIVING", "1:DECEASED"];
    expect(commonSuffix(status, [1, 99])).toBeNull();
    const stages = ["1A", "1B", "2A", "3A"];
    expect(commonSuffix(stages, ones(stages))).toBeNull();
  });
});
