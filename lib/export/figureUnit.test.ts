import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyze } from "../analysis/analyze";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { ShownPanel } from "../panels/result";
import { shownKinds } from "../panels/shownKinds";
import { csvText } from "./csvExport";
import { exportedPanels } from "./exportFormat";
import { paperOfWidth } from "./paper";
import { printFigure } from "./printFigure";
import { openPrivacy } from "./privacy";
import { legendText, methodsText, resultsText, statisticsTable } from "./words";

// mgus2 by age: entry and exit in months; a change and a second cause are made up.
const kaplanMeier = { kind: "kaplanMeier" };
const header = "start,stop,status,sex,moved\n";
const rows = readFileSync(new URL("../survival/reference/data/mgus2_age.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const [names = [], ...cells] = rows;
const of = (row: string[], name: string) => row[names.indexOf(name)] ?? "";
const file = (inUnit: (months: number) => number) =>
  header +
  cells
    .map((row, index) => {
      const [start, stop] = [Number(of(row, "entry")), Number(of(row, "exit"))];
      const status = of(row, "death") === "1" ? "dead" : index % 5 === 0 ? "left" : "alive";
      const moved = index % 3 === 0 ? inUnit((start + stop) / 2) : "";
      return [inUnit(start), inUnit(stop), status, of(row, "sex"), moved].join(",");
    })
    .join("\n");
const tables = {
  months: await tableFrom(file((months) => months)),
  years: await tableFrom(file((months) => (months * 30.4375) / 365.25)),
};

/** All that a panel says, of times in a unit of the file and with that of the figure. */
function said(unit: "months" | "years", panel: object, times: Record<string, number>, competes = true): ShownPanel {
  const own = Object.fromEntries(
    Object.entries(times).map(([name, months]) => [name, unit === "months" ? months : months / 12]),
  );
  const coding = [
    { value: "dead", as: "event" },
    { value: "alive", as: "censored" },
    competes ? { value: "left", as: "competing", cause: "Moved away" } : { value: "left", as: "censored" },
  ];
  const endpoint = {
    id: "os",
    label: "Survival",
    time: { from: "column", column: "stop", unit },
    event: { column: "status", coding },
    origin: "birth",
  };
  const figure = { unit: "years", milestones: [70, 80, 85.5] };
  const entry = panel === kaplanMeier ? "start" : null;
  const panels = [{ id: "p", endpoint: "os", group: { column: "sex" }, figure, ...panel, ...own }];
  const { panels: views } = analyze(tables[unit], boardFrom({ endpoints: [{ ...endpoint, entry }], panels }));
  const [found] = exportedPanels(views);
  if (!found) throw new Error(JSON.stringify(views));
  return found;
}

function allOf(shown: ReturnType<typeof said>) {
  const exported = { ...shown, title: "A title", ledger: null };
  const report = shownKinds[shown.panel.kind];
  const figure = printFigure(exported, paperOfWidth(183), openPrivacy);
  const facts = {
    program: "Meierboard",
    date: "2026-11-29",
    settings: "0123456789ab",
    filters: [],
    selected: 1,
    total: 1,
    example: false,
  };
  const atRisk = report.atRisk(shown.result, figure, null);
  return {
    table: statisticsTable(exported),
    results: resultsText(exported),
    legend: legendText(exported, figure),
    methods: methodsText(exported, facts),
    highlights: report.highlights(shown.result),
    numbers: report.numbers(shown.result),
    steps: report.steps(shown.result),
    atRisk: atRisk && csvText(atRisk),
    at: report.at(shown.result, 80),
    subtitle: report.subtitle(shown.result),
    leftOut: shown.result.leftOut,
    notices: shown.result.notices,
  };
}

/** Times and what follows from them may differ by rounding. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === "number" ? Number(each.toPrecision(9)) : each)).replace(
      /\d+\.\d{9,}/g,
      (digits) => String(Number(Number(digits).toPrecision(9))),
    ),
  );

describe("a panel shown in years of an endpoint in months", () => {
  it.each([
    ["curves with delayed entry", kaplanMeier, {}, false],
    ["curves with landmark, cut, τ and survival given alive", kaplanMeier, { landmark: 780, censorAt: 1080 }, false],
    ["curves with τ and survival given alive", kaplanMeier, { tau: 1020, givenAliveAt: 840 }, false],
    ["curves beside which another event competes", kaplanMeier, { landmark: 780 }, true],
    [
      "a group that changes with time",
      { ...kaplanMeier, group: null, changes: { column: "moved", unit: null } },
      {},
      false,
    ],
    ["small figures", { ...kaplanMeier, group: null, split: { column: "sex" } }, { landmark: 780 }, false],
    ["cumulative incidences", { kind: "cumulativeIncidence", causes: "all" }, { landmark: 780, censorAt: 1080 }, true],
  ] as const)("says what it says of one in years: %s", (_, panel, times, competes) => {
    const [inMonths, inYears] = (["months", "years"] as const).map((unit) => allOf(said(unit, panel, times, competes)));
    expect(rounded(inMonths)).toEqual(rounded(inYears));
    expect(JSON.stringify(inMonths)).not.toMatch(/month/);
    expect(inMonths?.methods).toContain("in years.");
  });

  it("has its medians in years, a twelfth of those in months", () => {
    const { result } = said("months", { ...kaplanMeier }, {}, false);
    const plain = said("months", { ...kaplanMeier, figure: {} }, {}, false).result;
    if (result.kind !== "kaplanMeier" || plain.kind !== "kaplanMeier") throw new Error();
    const medians = [result, plain].map(({ groups }) =>
      groups.map(({ median }) => (median.kind === "reached" ? median.time : null)),
    );
    expect(medians[0]).toEqual(medians[1]?.map((months) => months && months / 12));
  });

  it("says chosen times without the digits of a division", () => {
    const { methods, legend } = allOf(said("months", kaplanMeier, { landmark: 785 }, false));
    for (const text of [methods, legend]) expect(text).toMatch(/65\.4 years/);
    expect(methods).not.toMatch(/65\.41/);
  });
});
