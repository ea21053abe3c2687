import { describe, expect, it } from "vitest";
import { dayToIso } from "./dates";
import { serialDay } from "./serials";

const read = (texts: string[], system: 1900 | 1904) => texts.map((text) => dayToIso(serialDay(text, system)));

describe("serialDay", () => {
  it("counts as spreadsheets do, with the 29 February 1900 that never was", () => {
    expect(read(["1", "59", "60", "61", "25569", "36526", "43831", "0", "-1"], 1900)).toEqual([
      ...["1900-01-01", "1900-02-28", "", "1900-03-01", "1970-01-01", "2000-01-01", "2020-01-01", "", ""],
    ]);
  });

  it("counts from 1904-01-01 in workbooks of the old Macintosh", () => {
    expect(read(["0", "24107", "42369"], 1904)).toEqual(["1904-01-01", "1970-01-01", "2020-01-01"]);
  });

  it("cuts off the time of day and takes no other text", () => {
    expect(read(["43890.5", "x", ""], 1900)).toEqual(["2020-02-29", "", ""]);
  });
});
