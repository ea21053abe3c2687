import { describe, expect, it } from "vitest";
import {
  chiSquareInWords,
  columnInWords,
  counted,
  decimals,
  formatChiSquare,
  formatCount,
  formatEstimate,
  formatMedian,
  formatP,
  formatPercent,
  formatPoints,
  formatRatio,
  formatTime,
  limitTime,
  listed,
  listedUpTo,
  pInWords,
  rowsInWords,
} from "./index";

describe("formatP", () => {
  it("gives two significant digits from .01 up", () => {
    expect([0.0127846, 0.01, 0.0449, 0.0551, 0.2, 0.5, 0.95].map(formatP)).toEqual([
      ".013",
      ".010",
      ".045",
      ".055",
      ".20",
      ".50",
      ".95",
    ]);
  });

  it("keeps .0499 and .0504 apart", () => {
    expect([0.0499, 0.0504, 0.045, 0.055].map(formatP)).toEqual([".0499", ".0504", ".0450", ".0550"]);
  });

  it("gives four digits where three would still read .050", () => {
    expect([0.04996, 0.05003, 0.05].map(formatP)).toEqual([".04996", ".05003", ".05000"]);
  });

  it("gives three decimals from .001 to .01 and never 0", () => {
    expect([0.0012778, 0.001, 0.0096, 0.00099, 2e-9, 0].map(formatP)).toEqual([
      ".001",
      ".001",
      ".010",
      "< .001",
      "< .001",
      "< .001",
    ]);
  });

  it("says P =, P < or P >, and that there is none", () => {
    expect([0.0127846, 2e-9, 0.9993, Number.NaN].map(pInWords)).toEqual([
      "P = .013",
      "P < .001",
      "P > .99",
      "P not estimable",
    ]);
  });

  it("rounds the written number half up, and never to 1", () => {
    expect([0.0025, 0.0045, 0.0085, 0.145, 0.285, 0.0745, 0.0996, 0.99, 0.995, 1].map(formatP)).toEqual([
      ".003",
      ".005",
      ".009",
      ".15",
      ".29",
      ".075",
      ".10",
      ".99",
      "> .99",
      "> .99",
    ]);
  });

  it("does not invent a P that could not be computed", () => {
    expect(formatP(Number.NaN)).toBe("NE");
  });
});

describe("formatTime", () => {
  it("gives one decimal, and none from 100 up", () => {
    expect([15.9, 5.82, 1.875, 0.92, 0, 310, 99.96, 1234.5].map((time) => formatTime(time))).toEqual([
      "15.9",
      "5.8",
      "1.9",
      "0.9",
      "0.0",
      "310",
      "100",
      "1235",
    ]);
  });

  it("rounds the written number half up, as a reader of the file would", () => {
    expect([5.85, 8.705, 1.005].map((time) => decimals(time, time === 1.005 ? 2 : 1))).toEqual(["5.9", "8.7", "1.01"]);
  });

  it("keeps whole days whole and tiny times visible", () => {
    expect([formatTime(17, "days"), formatTime(17.5, "days"), formatTime(0.0421), formatTime(-3.24)]).toEqual([
      "17",
      "17.5",
      "0.042",
      "−3.2",
    ]);
  });
});

describe("formatMedian", () => {
  it("prints NE for a limit that cannot be estimated and NR for a median not reached", () => {
    expect(formatMedian({ kind: "reached", time: 19.91, lower: 11.14, upper: null })).toBe("19.9 (11.1–NE)");
    expect(formatMedian({ kind: "notReached", lower: 30.2 })).toBe("NR (30.2–NE)");
    expect(formatMedian({ kind: "notReached", lower: null })).toBe("NR (NE–NE)");
  });
});

describe("formatPercent", () => {
  it("never rounds something to nothing or everything", () => {
    expect([0.7074, 0, 1, 0.004, 0.996].map((share) => formatPercent(share))).toEqual([
      "71%",
      "0%",
      "100%",
      "<1%",
      ">99%",
    ]);
    expect([formatPercent(0.7074, 1), formatPercent(0.0004, 1), formatPercent(0.9996, 1)]).toEqual([
      "70.7%",
      "<0.1%",
      ">99.9%",
    ]);
  });
});

describe("formatEstimate", () => {
  it("joins limits by a dash, and by “to” where one is negative", () => {
    expect(formatEstimate({ estimate: 19.91, lower: 11.14, upper: Number.NaN }, formatTime)).toBe("19.9 (11.1–NE)");
    expect(formatEstimate({ estimate: -0.1234, lower: -0.3, upper: 0.05 }, formatPoints)).toBe("−12.3 (−30.0 to 5.0)");
  });
});

describe("counts and rows", () => {
  it("sets thousands off and agrees in number", () => {
    expect([formatCount(75), formatCount(1234567), counted(1, "patient"), counted(48, "patient")]).toEqual([
      "75",
      "1,234,567",
      "1 patient",
      "48 patients",
    ]);
  });

  it("gives a sum of weights one decimal and never sets off decimals", () => {
    expect([formatCount(1234.56789), formatCount(12.04)]).toEqual(["1,234.6", "12.0"]);
  });

  it("names the first rows and counts the others", () => {
    expect(rowsInWords([12])).toBe("row 12");
    expect(rowsInWords([12, 40])).toBe("rows 12 and 40");
    expect(rowsInWords([12, 40, 41])).toBe("rows 12, 40 and 41");
    expect(rowsInWords([12, 40, 41, 50, 51, 52, 53, 54, 55, 56])).toBe("rows 12, 40, 41 and 7 more");
    expect(rowsInWords([12, 40, 41], 10)).toBe("rows 12, 40, 41 and 7 more");
  });
});

describe("formatRatio", () => {
  it("gives two decimals below ten, and more where they decide on which side of 1 it lies", () => {
    expect([0.45, 9.996, 1, 0.997, 1.0004, 0.9951, 1.005, 0.00001, 2000, 0.99999].map(formatRatio)).toEqual([
      "0.45",
      "10.0",
      "1.00",
      "0.997",
      "1.0004",
      "0.995",
      "1.01",
      "< 0.01",
      "> 1000",
      "1.00",
    ]);
  });
});

describe("formatChiSquare", () => {
  it("stands in a sentence without two signs", () => {
    expect([40.31, 0.0001, Number.NaN].map(chiSquareInWords)).toEqual(["χ² = 40.3", "χ² < 0.01", "χ² not estimable"]);
  });

  it("gives two decimals below 10, one above, and never a bare 0", () => {
    expect([40.31, 6.2, 9.996, 0.0001, 0].map(formatChiSquare)).toEqual(["40.3", "6.20", "10.0", "< 0.01", "0.00"]);
  });
});

describe("columnInWords", () => {
  it("reads underscores as spaces and known abbreviations as such, and leaves what has capitals as it is", () => {
    expect(["primary_site", "ecog", "LDH_U_L", "ageAtDx", "TP53", "bmi"].map(columnInWords)).toEqual([
      "Primary site",
      "ECOG",
      "LDH U L",
      "AgeAtDx",
      "TP53",
      "BMI",
    ]);
  });
});

it("a time that numbers reach up to is read with one decimal, under 10 with two, and is never 0 where it is not", () => {
  expect([58.7433, 12.2081, 148.599589, 8.99384, 965, 1010, 0.25, 0.0041, 12].map(limitTime)).toEqual([
    ...["58.7", "12.2", "148.6", "8.99", "965", "1010", "0.25", "0.0041", "12"],
  ]);
});

describe("names in a row", () => {
  it("are all said up to the limit, and beyond it the others are counted, one as one", () => {
    expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map((names) => listed(names))).toEqual([
      "",
      "A",
      "A and B",
      "A, B and C",
    ]);
    expect(listedUpTo(2, ["A", "B"])).toBe("A and B");
    expect(listedUpTo(2, ["A", "B", "C"])).toBe("A, B and 1 more");
    expect(listedUpTo(2, ["A", "B", "C"], "more gene", "more genes")).toBe("A, B and 1 more gene");
    expect(listedUpTo(2, ["A", "B", "C", "D"], "more gene", "more genes")).toBe("A, B and 2 more genes");
  });
});
