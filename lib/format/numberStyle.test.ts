import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  besideEachOther,
  dateInWords,
  decimals,
  formatCount,
  formatEstimate,
  formatMedian,
  formatP,
  formatPercent,
  formatRatio,
  formatTime,
  listed,
  nameInStyle,
  numberStyle,
  pInWords,
  plainNumber,
  plainWriting,
  type Writing,
  writtenAs,
} from "./index";

const written = <T>(writing: Partial<Writing>, work: () => T) => writtenAs({ ...plainWriting, ...writing }, work);
const ratio = { estimate: 0.617, lower: 0.249, upper: 1.531 };
const difference = { estimate: -1.2, lower: -3.41, upper: 0.96 };
const said = () => [
  pInWords(0.0127),
  formatP(0.0004),
  formatEstimate(ratio, formatRatio),
  formatEstimate(difference, formatTime),
  formatMedian({ kind: "reached", time: 19.91, lower: 11.14, upper: null }),
  formatPercent(0.0004, 1),
  formatCount(4123),
  formatCount(1234567),
];

describe("one number in each style", () => {
  it("plain, as before there were styles", () => {
    expect(written({}, said)).toEqual([
      ...[
        "P = .013",
        "< .001",
        "0.62 (0.25–1.53)",
        "−1.2 (−3.4 to 1.0)",
        "19.9 (11.1–NE)",
        "<0.1%",
        "4,123",
        "1,234,567",
      ],
    ]);
  });

  it("JAMA: no zero before P, a hyphen, a thin space from five digits on", () => {
    expect(written({ journal: "jama" }, said)).toEqual([
      ...["P = .013", "< .001", "0.62 (0.25-1.53)", "−1.2 (−3.4 to 1.0)", "19.9 (11.1-NE)", "<0.1%", "4123"],
      "1\u202f234\u202f567",
    ]);
  });

  it("NEJM: a zero before P, “to” in every interval, two decimals of P from .01 up", () => {
    expect(written({ journal: "nejm" }, said)).toEqual([
      ...["P = 0.01", "< 0.001", "0.62 (0.25 to 1.53)", "−1.2 (−3.4 to 1.0)", "19.9 (11.1 to NE)", "<0.1%", "4,123"],
      "1,234,567",
    ]);
    const digits = [0.3, 0.046, 0.0499, 0.0504, 0.04996, 0.05, 0.054, 0.0094, 0.00996, 0.0014, 0.995];
    expect(written({ journal: "nejm" }, () => digits.map(formatP))).toEqual([
      ...["0.30", "0.046", "0.0499", "0.0504", "0.04996", "0.05000", "0.054", "0.009", "0.01", "0.001", "> 0.99"],
    ]);
  });

  it("Lancet: a dot on the middle of the line", () => {
    expect(written({ journal: "lancet" }, said)).toEqual([
      ...[
        "P = 0·013",
        "< 0·001",
        "0·62 (0·25–1·53)",
        "−1·2 (−3·4 to 1·0)",
        "19·9 (11·1–NE)",
        "<0·1%",
        "4,123",
        "1,234,567",
      ],
    ]);
  });

  it("with a decimal comma, in any style, and then no other comma within a number", () => {
    const comma = written({ decimal: "comma" }, said);
    expect(comma).toEqual([
      ...["P = 0,013", "< 0,001", "0,62 (0,25–1,53)", "−1,2 (−3,4 to 1,0)", "19,9 (11,1–NE)", "<0,1%"],
      ...["4\u202f123", "1\u202f234\u202f567"],
    ]);
    expect(written({ decimal: "comma" }, () => [besideEachOther(["1,5", "2"]), listed(["1,5", "2", "3"])])).toEqual([
      ...["1,5; 2", "1,5; 2 and 3"],
    ]);
    expect(written({}, () => [besideEachOther(["1.5", "2"]), listed(["1,5", "2", "3"])])).toEqual([
      ...["1.5, 2", "1,5, 2 and 3"],
    ]);
  });

  it("the style ends with the work, also with work that throws", () => {
    expect(() =>
      written({ journal: "lancet" }, () => {
        throw new Error(decimals(1.5, 1));
      }),
    ).toThrow("1·5");
    expect(numberStyle().decimal).toBe(".");
  });
});

describe("names that are numbers", () => {
  it("are written as numbers, and any other name stays", () => {
    const names = [
      "1.5–3",
      "> 3.5",
      "< 9.5",
      "9.5 to < 12.25",
      "≥ 12.25",
      "0.5",
      "v1.2",
      "Dose 1.5 mg",
      "PD-L1 ≥ 1.5",
      "1.2.3",
    ];
    expect(written({ journal: "lancet" }, () => names.map(nameInStyle))).toEqual([
      ...["1·5–3", "> 3·5", "< 9·5", "9·5 to < 12·25", "≥ 12·25", "0·5", "v1.2", "Dose 1.5 mg", "PD-L1 ≥ 1.5", "1.2.3"],
    ]);
    expect(written({ journal: "lancet" }, () => plainNumber(1.5))).toBe("1.5");
  });
});

describe("days", () => {
  it("are written as the board writes them, and what is no day stays", () => {
    const days = ["2021-06-30", "of each patient’s own"];
    expect(written({}, () => days.map(dateInWords))).toEqual(days);
    expect(written({ dates: "dayMonth" }, () => days.map(dateInWords))).toEqual(["30 June 2021", days[1]]);
    expect(written({ dates: "monthDay" }, () => days.map(dateInWords))).toEqual(["June 30, 2021", days[1]]);
  });
});

const files = ["lib/board", "lib/cohort", "lib/panels", "lib/export", "lib/analysis", "lib/figure", "app"]
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => `${folder}/${path}`))
  .filter((path) => /\.tsx?$/.test(path) && !/test|bench|fixture|corpus|reference|rScript/i.test(path));

it("no two numbers are joined by a dash outside of lib/format", () => {
  const byHand = /\}\s?–\s?\$\{/g;
  const names = new Set(["lib/cohort/scores/words.ts"]);
  const found = files.flatMap((path) =>
    names.has(path) ? [] : [...readFileSync(path, "utf8").matchAll(byHand)].map(() => path),
  );
  expect(found).toEqual([]);
});

it("no sentence has a decimal of its own: it would keep its point in every style", () => {
  const literal = /(?:[a-z] |[PC] [<>=] )(?:0?\.\d+|\d+\.\d+)(?= [a-z]|[,;]? [a-z]|\.?["`])/g;
  const apart = /^\s*(\*|\/\*|\/\/)|RECIST|hint: "A month is|return |\? /;
  const found = files
    .filter((path) => /^lib\/(panels|export)\//.test(path) && !/programs|rates\//.test(path))
    .flatMap((path) =>
      readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => !apart.test(line))
        .flatMap((line) => (line.match(literal) ?? []).map((text) => `${path}: ${text} in ${line.trim()}`)),
    );
  expect(found).toEqual([]);
});
