import { describe, expect, it } from "vitest";
import { tableSummary } from "../../lib/cohort/tableSummary";
import { boardFrom, tableFrom } from "../../lib/cohort/testing";
import { groupEntries } from "./groupEntries";

const rows = Array.from({ length: 60 }, (_, row) =>
  [row % 2 ? "A" : "B", 30 + row, row % 4, `Site ${row % 30}`, `20${10 + (row % 5)}-03-0${1 + (row % 9)}`].join(","),
);
const summary = tableSummary(await tableFrom(`arm,age,ecog,site,seen\n${rows.join("\n")}\n`));
const entries = groupEntries(boardFrom({ columns: [{ name: "age", label: "age at referral" }] }), summary, null);
const entry = (label: string) => entries.find((each) => each.label === label);
const within = (label: string, typed: string) =>
  entry(label)
    ?.within?.(typed)
    .map(({ label: words, value }) => ({ words, ...(value && "make" in value ? value.make : {}) }));

describe("any column can be a group", () => {
  it("as it is where its values are few", () => {
    expect(entry("Arm")).toMatchObject({ value: { column: "arm" } });
    expect(entry("Arm")?.within).toBeUndefined();
    expect(entry("Ecog")).toMatchObject({ value: { column: "ecog" } });
  });

  it("a number by its median, tertiles or quartiles, or by cuts that are typed", () => {
    expect(within("Age at referral", "")?.map(({ words }) => words)).toEqual([
      "at the median",
      "at the tertiles",
      "at the quartiles",
    ]);
    expect(within("Age at referral", "tert")).toMatchObject([
      { from: "cut", column: "age", by: { parts: 3 }, name: "age at referral (tertiles)" },
    ]);
    expect(within("Age at referral", "65, 50.5")).toMatchObject([
      { words: "at 50.5, 65", by: { at: [50.5, 65] }, below: "<", name: "age at referral (cut at 50.5, 65)" },
    ]);
    expect(within("Age at referral", "sixty")).toEqual([]);
    expect(within("Ecog, cut", "2")).toMatchObject([{ by: { at: [2] }, name: "ecog (cut at 2)" }]);
  });

  it("a text with many values by those of most patients, as many as are typed", () => {
    expect(within("Site", "")?.map(({ words }) => words)).toEqual([
      "the 3 most frequent and other",
      "the 5 most frequent and other",
      "the 8 most frequent and other",
    ]);
    expect(within("Site", "4")).toMatchObject([{ from: "mostFrequent", keep: 4, name: "site (4 most frequent)" }]);
    expect(within("Site", "40")).toEqual([]);
    expect(within("Site", "0")).toEqual([]);
  });

  it("a date by its year", () => {
    expect(within("Seen", "")).toMatchObject([{ from: "year", column: "seen", name: "seen (year)" }]);
  });

  it("none that looks like it identifies patients", async () => {
    const ids = Array.from({ length: 60 }, (_, row) => `P-${1000 + row},${row}`).join("\n");
    const named = groupEntries(boardFrom({}), tableSummary(await tableFrom(`patient_id,x\n${ids}\n`)), null);
    expect(named.map(({ label }) => label)).not.toContain("Patient_id");
    expect(named.filter(({ disabled }) => disabled).map(({ label }) => label)).toEqual([
      "Patient_id: identifies patients (named like an id)",
    ]);
  });

  it("an age above 89 is listed with why it is not offered, and offered where the user says that it names nobody", async () => {
    const ages = Array.from({ length: 60 }, (_, row) => `${40 + row},${row}`).join("\n");
    const old = tableSummary(await tableFrom(`age,x\n${ages}\n`));
    const of = (identifying?: boolean) =>
      groupEntries(boardFrom({ columns: [{ name: "age", identifying }] }), old, null).filter(({ label }) =>
        label.startsWith("Age"),
      );
    expect(of()).toMatchObject([{ label: "Age: identifies patients (ages above 89)", disabled: true }]);
    expect(of(false)).toMatchObject([{ label: "Age" }]);
    expect(of(false)[0]?.disabled).toBeUndefined();
  });
});
