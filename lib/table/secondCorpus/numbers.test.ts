import { describe } from "vitest";
import { cohort, csv, springs, twenty, withX } from "./check";

const x = (facts: string) => ({ x: facts });

describe("a column of numbers", () => {
  springs([
    {
      it: "keeps limits apart and asks about them",
      file: withX("<0.5", "≥90", ">200", "< 5", "1.2", "3.4", "2.2", "7", "8", "9"),
      columns: x("number 12 0 8"),
      unparsed: { x: ["<0.5", "≥90", ">200", "< 5"] },
      says: {
        "unparseable-numbers": [1, 2, 3, 4, 11, 12, 13, 14],
        "censored-lab-values": [1, 2, 3, 4, 11, 12, 13, 14],
      },
    },
    {
      it: "is one although most cells are below the limit",
      file: csv(cohort("x", [...twenty("<0.5").slice(0, 14), "1.2", "3.4", "2", "7", "8", "9.1"])),
      columns: x("number 6 0 14"),
      says: { "censored-lab-values": 14 },
    },
    { it: "is none where limits alone are groups", file: withX("<65", "≥65"), columns: x("category 20 0 0") },
    {
      it: "names ages written as limits and 90+",
      file: withX("≥90", "45", "50", "67", "72", "81", "90+", "55", "60", "77"),
      columns: x("number 16 0 4"),
      unparsed: { x: ["≥90", "90+"] },
    },
    {
      it: "names the errors of spreadsheets",
      file: withX("#DIV/0!", "#N/A", "#VALUE!", "1", "2.5", "3", "4", "5", "6", "7"),
      columns: x("number 14 2 4"),
      unparsed: { x: ["#DIV/0!", "#VALUE!"] },
      says: { "unparseable-numbers": [1, 3, 11, 13], "missing-tokens": 2 },
    },
    {
      it: "takes no infinity for a number, and NaN for missing",
      file: withX("Inf", "-Inf", "Infinity", "1e400", "NaN", "1.5", "2", "3", "4", "5"),
      columns: x("number 10 2 8"),
      unparsed: { x: ["Inf", "-Inf", "Infinity", "1e400"] },
    },
    {
      it: "reads exponents, and nothing that only resembles them",
      file: withX("1e3", "1E-3", "1.5e+10", "1e", "e5", "1e5.5", "2", "3", "4.5", "6"),
      columns: x("number 14 0 6"),
      unparsed: { x: ["1e", "e5", "1e5.5"] },
    },
    {
      it: "reads the minus sign of typographers, and no dash",
      file: withX("−1.5", "–2", "-4", "7", "8", "9.5", "10", "11", "12", "13"),
      columns: x("number 18 0 2"),
      unparsed: { x: ["–2"] },
    },
    {
      it: "names digits of other scripts",
      file: withX("１２", "٣", "4", "5.5", "6", "7", "8", "9", "10", "11"),
      columns: x("number 16 0 4"),
      unparsed: { x: ["１２", "٣"] },
    },
    {
      it: "names what other programs might coerce",
      file: withX(
        "0x1F",
        "12 mo",
        "5-10",
        "1/2",
        "(12)",
        "12-",
        "1.2.3",
        ..."1 2 3 4.5 5 6 7 8 9 10 11 12 13".split(" "),
      ),
      unparsed: { x: ["0x1F", "12 mo", "5-10", "1/2", "(12)", "12-", "1.2.3"] },
    },
    {
      it: "reads blanks between thousands, ordinary and narrow ones",
      file: withX("1 234", "12\u00a0345", "2\u202f500", "5"),
      columns: x("number 20 0 0"),
      says: { "thousands-separators": 15 },
    },
    {
      it: "reads Swiss thousands",
      file: withX("1'234.5", "987.0", "12’000"),
      columns: x("number 20 0 0"),
      says: { "thousands-separators": 13 },
    },
    {
      it: "reads points between thousands where a comma is the decimal mark",
      file: withX("1.234,5", "12,5", "1.000.000", "3"),
      columns: x("number 20 0 0"),
      reading: { decimal: "." },
      says: { "decimal-comma": 1, "thousands-separators": 10 },
    },
    {
      it: "asks about 1,234 where nothing else proves the mark",
      file: csv([["id", "x"], ...twenty("1,234", "2,345").map((cell, row) => [`P${row}`, cell])], ";"),
      columns: x("category 20 0 0"),
      says: { "number-mark-open": 20 },
    },
    {
      it: "names the cells with the other mark where both are used",
      file: withX("1.234,5", "1,234.5", "2.5", "3.5"),
      columns: x("number 15 0 5"),
      unparsed: { x: ["1.234,5"] },
    },
    {
      it: "reads per cent as written, and says so",
      file: withX("12%", "5 %", "33.3%", "7"),
      columns: x("number 20 0 0"),
      says: { "percent-values": 15 },
    },
    {
      it: "asks about a unit in the cells",
      file: withX("1 mo", "2 mo", "3 mo", "4 mo"),
      columns: x("category 20 0 0"),
      says: { "unit-in-cells": 20 },
    },
    {
      it: "says when there are two units",
      file: withX("1 mo", "2 months", "3 mo"),
      columns: x("category 20 0 0"),
      says: { "units-mixed": 20 },
    },
    {
      it: "keeps leading zeros as text",
      file: withX("01234", "00501", "90210"),
      columns: x("category 20 0 0"),
      says: { "leading-zeros-kept": 14 },
    },
    {
      it: "keeps ids of many digits as text",
      file: withX("9007199254740993", "9007199254740995"),
      columns: x("category 20 0 0"),
      says: { "leading-zeros-kept": 20 },
    },
    {
      it: "asks about 999 and −9",
      file: withX("1.2", "999", "-9", "4", "5"),
      columns: x("number 20 0 0"),
      says: { "sentinel-values": 8 },
    },
    {
      it: "takes listed words for missing, and others not",
      file: withX("NA", ".", "-", "not reported", "n.d.", "1.5", "2", "3", "4", "5"),
      columns: x("number 10 8 2"),
      unparsed: { x: ["n.d."] },
      says: { "missing-tokens": 8 },
    },
    {
      it: "is text where words are many, and says how many numbers there are",
      file: withX("1", "2", "3", "see note", "n.d."),
      columns: x("category 20 0 0"),
      says: { "numbers-in-text": [4, 5, 9, 10, 14, 15, 19, 20] },
    },
    {
      it: "trims blanks of every width",
      file: withX("\u00a01", "2\u2007", "\u202f3", " 4"),
      columns: x("number 20 0 0"),
      says: { "blanks-trimmed": 20 },
    },
    {
      it: "shows what cannot be seen",
      file: withX("1\u200b", "2", "3", "4\u00ad"),
      says: { "invisible-characters": [1, 4, 5, 8, 9, 12, 13, 16, 17, 20] },
    },
    {
      it: "says that apostrophes make texts of numbers",
      file: withX("'12", "'13", "14"),
      says: { "apostrophe-numbers": 14 },
    },
    { it: "keeps groups of ages as text", file: withX("40-49", "50-59", "70+"), columns: x("category 20 0 0") },
  ]);
});
