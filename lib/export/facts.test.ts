import { describe, expect, it } from "vitest";
import type { Ledger } from "../cohort/ledger";
import { fixture } from "../panels/kaplanMeier/fixture";
import type { PanelResult } from "../panels/result";
import type { ExportRequest } from "./exportFormat";
import { cutoffInWords, type Facts, ledgerInWords, selectionInWords, withheld } from "./facts";
import { example, exampleTable, requestFor, says, textOf } from "./testing";

const facts: Facts = {
  program: "Meierboard 1.2.3",
  filters: ["Age 60 to 70", "Sex F"],
  selected: 1040,
  total: 1075,
  example: false,
  date: "2026-11-29",
  settings: "0123456789ab",
};
const plain = fixture([{ label: "all", time: [1, 2], event: [1, 0] }]);
const result = (id: string, label: string, cutoff: string | null) => ({
  ...plain,
  endpoint: { ...plain.endpoint, id, label, cutoff },
});
const ledger: Ledger = {
  rows: 340,
  merged: { reason: "merged into another row of the same patient", count: 0, rows: [] },
  weighted: false,
  weightless: { reason: "rows without a usable weight", count: 0, rows: [] },
  patients: 340,
  leftOut: [],
  used: 340,
  seconds: [],
};

describe("the facts of an export", () => {
  it("say whom the filters select, of how many, and by which filters", () => {
    expect(selectionInWords(facts)).toBe("1,040 of 1,075 patients; filters: Age 60 to 70; Sex F.");
    expect(selectionInWords({ ...facts, filters: [], selected: 75, total: 75 })).toBe("75 patients; no filters.");
    expect(selectionInWords({ ...facts, filters: [], selected: 1, total: 1 })).toBe("1 patient; no filters.");
  });

  it("say what became of the rows of second files, after the patients", () => {
    const leftOut = [
      { reason: "of no patient of the cohort", count: 1, rows: [3] },
      { reason: "without a gene", count: 2, rows: [4, 5] },
    ];
    const second = { join: "g", file: "mutations.csv", as: "alterations", unit: "row" as const };
    expect(
      ledgerInWords(
        { ...ledger, seconds: [{ ...second, rows: 9, leftOut, used: 6 }] },
        { patients: 340, leftOut: [] },
        { ...facts, filters: [] },
      ),
    ).toBe(
      "340 rows in the file; 340 usable patients. mutations.csv: 9 rows; left out: 1 of no patient of the cohort, 2 without a gene; 6 read as alterations.",
    );
  });

  it("give no count where small groups could be computed from it", () => {
    expect(selectionInWords(facts, false)).toBe("Filters: Age 60 to 70; Sex F.");
    expect(selectionInWords({ ...facts, filters: [] }, false)).toBe("No filters.");
  });

  it("state the data cut-off of the endpoint shown, each by its name where they differ, or that there is none", () => {
    const [os, pfs] = [
      result("os", "Overall survival", "2021-06-30"),
      result("pfs", "Progression-free survival", null),
    ];
    expect(cutoffInWords([os])).toBe("Data cut-off 2021-06-30.");
    expect(cutoffInWords([pfs])).toBe("Data cut-off not stated.");
    expect(cutoffInWords([os, result("ttp", "Time to progression", "2021-06-30")])).toBe("Data cut-off 2021-06-30.");
    expect(cutoffInWords([os, pfs, os])).toBe(
      "Data cut-off: Overall survival 2021-06-30; Progression-free survival not stated.",
    );
    expect(cutoffInWords([{ ...pfs, second: { ...os, groups: [], thinned: false } }])).toContain(
      "Overall survival 2021-06-30",
    );
  });

  it("account for every row from the file to the figure", () => {
    const all340 = { patients: 340, leftOut: [] };
    const unfiltered = { ...facts, filters: [] };
    expect(ledgerInWords(ledger, all340, unfiltered)).toBe("340 rows in the file; 340 usable patients.");
    expect(ledgerInWords({ ...ledger, rows: 1, patients: 1, used: 1 }, { patients: 1, leftOut: [] }, unfiltered)).toBe(
      "1 row in the file; 1 usable patient.",
    );
    const all: Ledger = {
      ...ledger,
      merged: { ...ledger.merged, count: 1 },
      leftOut: [
        { reason: "time missing", count: 6, rows: [] },
        { reason: "event missing", count: 3, rows: [] },
      ],
      used: 330,
    };
    expect(ledgerInWords(all, { patients: 118, leftOut: [] }, unfiltered)).toBe(
      "340 rows in the file; 1 row merged into another row of the same patient; left out: 6 time missing, 3 event missing; 330 usable patients, 118 of them in this figure.",
    );
    const asked = { patients: 118, leftOut: [{ reason: "time missing", count: 2 }] };
    expect(ledgerInWords({ ...all, patients: 339 }, asked, { ...facts, selected: 120 })).toBe(
      "340 rows in the file; 1 row merged into another row of the same patient; 339 patients, 120 of them kept by the filters; left out: 2 time missing; 118 patients in this figure.",
    );
  });
});

const shown = requestFor(await exampleTable(), example);
/** The example as if each endpoint were cut off on a day. */
const cutOff = <P extends { result: PanelResult }>(panel: P): P => ({
  ...panel,
  result: { ...panel.result, endpoint: { ...panel.result.endpoint, cutoff: "2021-06-30" } },
});
const request: ExportRequest = {
  ...shown,
  shown: cutOff(shown.shown),
  panels: shown.panels.map(cutOff),
  dataSet: async () => {
    const set = await shown.dataSet();
    return { ...set, panels: set.panels.map((each) => (each.state === "ready" ? cutOff(each) : each)) } as typeof set;
  },
  facts: { ...facts, selected: 40, total: 75, example: true },
};
const heldBack: ExportRequest = {
  ...request,
  shown: { ...request.shown, ledger: null },
  panels: request.panels.map((panel) => ({ ...panel, ledger: null })),
};

const selection = "40 of 75 patients; filters: Age 60 to 70; Sex F.";
const stating = ["svg", "pdf", "report", "pptx", "data"];

describe.each(stating)("what the files of “%s” say of their numbers", async (id) => {
  const open = await textOf(id, request);
  const held = await textOf(id, heldBack);

  it.each([
    ["the program", "Meierboard 1.2.3"],
    ["that it is for research use", "Research use, not a medical device."],
    ["who is selected by which filters", selection],
    ["the data cut-off", "Data cut-off 2021-06-30."],
  ])("is %s", (_, sentence) => {
    expect(says(open, sentence)).toBe(true);
  });

  it("is no count of all patients where small groups are held back, and the filters all the same", () => {
    expect(says(held, "40 of 75 patients")).toBe(false);
    expect(says(held, "75 rows in the file")).toBe(false);
    expect(says(held, "Filters: Age 60 to 70; Sex F.")).toBe(true);
    if (id !== "data") expect(says(held, withheld)).toBe(true);
  });

  it("is no cut-off and no filter where the board has none", async () => {
    const text = await textOf(id, { ...shown, facts: { ...request.facts, filters: [] } });
    expect(says(text, "Data cut-off 2021")).toBe(false);
    expect(says(text, "Age 60 to 70")).toBe(false);
    expect(says(text, "75 patients; no filters.")).toBe(true);
    expect(says(text, "Data cut-off not stated.")).toBe(true);
  });
});

describe("a figure of the synthetic example", () => {
  it.each(["svg", "pdf", "report", "pptx"])("is called one in %s, and no other is", async (id) => {
    expect((await textOf(id, request)).toLowerCase()).toMatch(id === "pdf" ? /./ : /synthetic example cohort/);
    expect(says(await textOf(id, request), "Synthetic example cohort.") || id === "pptx").toBe(true);
    const other = await textOf(id, { ...request, facts: { ...request.facts, example: false } });
    expect(other.toLowerCase()).not.toContain("synthetic example cohort");
    expect(says(other, "Synthetic example cohort.")).toBe(false);
  });
});

describe("the CSV of numbers", () => {
  it.each(["statistics", "at-risk", "steps"])(
    "“%s” holds its table, and in each line endpoint, unit, population and program",
    async (id) => {
      const lines = (await textOf(id, request)).trimEnd().split("\r\n");
      expect(lines.length).toBeGreaterThan(1);
      expect(lines[0]).toMatch(/,endpoint,unit,population,program$/);
      const about =
        /,Overall survival,months,40 of 75 patients; filters: [^"]+"?\.,"Meierboard 1\.2\.3, 2026-11-29, settings 0123456789ab\."$/;
      for (const line of lines.slice(1)) expect(line).toMatch(about);
    },
  );

  it.each(["at-risk", "steps"])("“%s” names the filters, and no count where groups are left out", async (id) => {
    const filters = ["Age 60 to 70", "Sex F"];
    const asked = { ...request, facts: { ...request.facts, filters, selected: 40 } };
    expect(await textOf(id, asked)).toContain("40 of 75 patients; filters: Age 60 to 70; Sex F.");
    const withheld = await textOf(id, { ...asked, shown: { ...asked.shown, ledger: null } });
    expect(withheld).toContain("Filters: Age 60 to 70; Sex F.");
    expect(withheld).not.toContain("40 of 75");
  });
});
