import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { atRiskExport, statisticsExport } from "./csvExport";
import type { ExportFormat } from "./exportFormat";
import { openPrivacy, type Privacy } from "./privacy";
import { requestFor } from "./testing";

// Twelve patients, one a month: all six of A die, and of B the one of month 2.
const rows = Array.from(
  { length: 12 },
  (_, at) => `${at % 2 ? "B" : "A"},${at + 1},${at % 2 === 0 || at === 1 ? 1 : 0}`,
);
const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const time = { from: "column", column: "months", unit: "months" };
const board = boardFrom({
  endpoints: [{ id: "os", label: "Overall survival", time, event: { column: "died", coding } }],
  panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
});
const request = requestFor(await tableFrom(`arm,months,died\n${rows.join("\n")}\n`), board);

const linesOf = async (format: ExportFormat, privacy: Privacy = openPrivacy) => {
  const [file] = (await format.write({ ...request, privacy })).files;
  const lines = ((await file?.content.text()) ?? "").trimEnd().split("\r\n");
  return lines.map((line) => line.replace(/"[^"]*"/g, "quoted").split(","));
};

it("numbers at risk are written as they are, but for counts that a file holds back, with those that give them away", async () => {
  // Of A after months 1 to 8: 5, 5, 4, 4, 3, 3, 2 at risk and 1, 1, 2, 2, 3, 3, 4 dead; counts of 1 and 2 are small.
  const counts = async (privacy?: Privacy) =>
    (await linesOf(atRiskExport, privacy))
      .filter(([group]) => group === "A")
      .map((cells) => cells.slice(2, 5).join(" "));
  const open = ["6 0 0", "6 0 0", "5 0 1", "5 0 1", "4 0 2", "4 0 2", "3 0 3", "3 0 3", "2 0 4"];
  expect((await counts()).slice(0, 9)).toEqual(open);
  expect(await counts({ ...openPrivacy, cut: true, smallest: 3 })).toEqual(
    open.map((line) => (/[12]/.test(line) ? "NA NA NA" : line)),
  );
  expect((await counts({ ...openPrivacy, wholeMonths: true })).slice(0, 9)).toEqual(open);
});

it("every line of the statistics has a cell for each column, those that say why a number is missing too", async () => {
  const [header, ...lines] = await linesOf(statisticsExport);
  for (const line of lines) expect(line).toHaveLength(header?.length ?? 0);
  const notes = lines.filter(([first]) => first === "quoted");
  expect(notes.length).toBeGreaterThan(0);
  for (const note of notes) expect(note.slice(1, 7)).toEqual(["NA", "NA", "NA", "NA", "NA", "NA"]);
  expect(header?.slice(7)).toEqual(["endpoint", "unit", "population", "program"]);
});
