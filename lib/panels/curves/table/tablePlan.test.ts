import { describe, expect, it } from "vitest";
import { defaultFigureOptions, type FigureOptions } from "../../../board/figureOptions";
import { textWidth } from "../../../figure/text";
import { survivalCurves } from "../../kaplanMeier/drawn";
import { fixture } from "../../kaplanMeier/fixture";
import { metricsOf } from "../../sheet/sheet";
import { tablePlan } from "./tablePlan";

const metrics = metricsOf({ width: 700, height: 500, theme: "light", text: 10 });
const groups = (labels: string[], patients = 4) =>
  labels.map((label) => ({
    label,
    time: Array.from({ length: patients }, (_, at) => at + 1),
    event: Array.from({ length: patients }, (_, at) => at % 2),
  }));
const plan = (given: ReturnType<typeof groups>, width: number, more: Partial<FigureOptions> = {}) => {
  const options = {
    ...defaultFigureOptions,
    table: ["atRisk", "censored", "events"] as const,
    ...more,
  } as FigureOptions;
  const made = tablePlan(survivalCurves(fixture(given), options), options, metrics, width);
  if (!made) throw new Error("no table");
  return made;
};
const two = groups(["A", "B"]);

describe("the plan of the table under the axis", () => {
  it("is none where no counts are asked for", () => {
    const options = { ...defaultFigureOptions, table: [] };
    expect(tablePlan(survivalCurves(fixture(two), options), options, metrics, 500)).toBeNull();
  });

  it("has one line a group as long as three columns, a letter apart, take 62% of the width", () => {
    // The widest cell is "4 (2, 2)": a text of 10, a gap of three tenths of it, and the parenthesis in small letters.
    const cell = textWidth("4", 10) + 3 + textWidth("(2, 2)", 9.2);
    expect(plan(two, 1000).cellWidth).toBeCloseTo(cell, 9);
    const least = (3 * (cell + 10)) / 0.62;
    expect(plan(two, least + 0.1)).toMatchObject({ inline: true, leadWidth: textWidth("4", 10) });
    expect(plan(two, least - 0.1)).toMatchObject({ inline: false, leadWidth: 0, cellWidth: textWidth("4", 10) });
    expect(plan(two, 1000, { tableLayout: "rows" }).inline).toBe(false);
  });

  it("has one line a group for a single count, however narrow and however many patients", () => {
    expect(plan(two, 30, { table: ["atRisk"] }).inline).toBe(true);
    expect(plan(two, 30, { table: ["atRisk"], tableLayout: "rows" }).inline).toBe(true);
    expect(plan(groups(["A"], 10_000), 5000, { table: ["events"] }).inline).toBe(true);
  });

  it("has a row for each count from 10,000 patients in a group on", () => {
    expect(plan(groups(["A"], 9_999), 5000).inline).toBe(true);
    expect(plan(groups(["A"], 10_000), 5000).inline).toBe(false);
  });

  it("has the counts in the order of KMunicate, whichever was asked for first", () => {
    expect(plan(two, 1000, { table: ["events", "atRisk"] }).counts).toEqual(["atRisk", "events"]);
  });

  it("has names beside the numbers up to a fifth of the width and fourteen letters' heights, else above", () => {
    const name = "Radiotherapy";
    // A swatch of two and a half letters' heights stands before the name.
    const width = textWidth(name, 10, 600) + 25;
    const named = groups([name, "B"]);
    expect(width).toBeLessThan(140);
    expect(plan(named, 5 * width + 1)).toMatchObject({ namesAbove: false, labelWidth: width });
    expect(plan(named, 5 * width - 1)).toMatchObject({ namesAbove: true, labelWidth: 0 });
    const wide = groups(["Adjuvant radiochemotherapy", "B"]);
    expect(textWidth("Adjuvant radiochemotherapy", 10, 600) + 25).toBeGreaterThan(140);
    expect(plan(wide, 5000).namesAbove).toBe(true);
  });

  it("puts the names of up to four groups above, and shortens those of more to where they differ", () => {
    const long = (count: number) =>
      groups(Array.from({ length: count }, (_, at) => `Adjuvant radiotherapy, center number ${at}`));
    expect(plan(long(4), 1000)).toMatchObject({ namesAbove: true, names: long(4).map(({ label }) => label) });
    const five = plan(long(5), 1000);
    expect(five.namesAbove).toBe(false);
    expect(five.names.map((name) => name.replace(/^Adjuvant.*…/, ""))).toEqual(
      long(5).map((_, at) => expect.stringMatching(new RegExp(`^(number )?${at}$`))),
    );
    // Fourteen letters' heights, the swatch included.
    expect(five.labelWidth).toBeLessThanOrEqual(140);
  });

  it("is as high as its lines: one for each group and one of headings, or a name and three counts a group", () => {
    // A line is 14.5, a gap 5; beside names a fifth of a gap, below each name above half a gap.
    expect(plan(two, 1000).height).toBeCloseTo(3 * 14.5 + 0.2 * 5, 9);
    expect(plan(two, 1000, { tableLayout: "rows" }).height).toBeCloseTo(8 * 14.5 + 2 * 0.5 * 5, 9);
    expect(plan(two, 1000, { tableLayout: "rows" }).labelWidth).toBeCloseTo(textWidth("Censored", 10), 9);
  });
});
