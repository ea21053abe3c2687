import { describe, expect, it } from "vitest";
import { analysis } from "../analysis/analyze";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { PanelResult } from "../panels/result";
import { shownKinds } from "../panels/shownKinds";
import { exportedPanels } from "./exportFormat";
import { timeToRelapse } from "./testing";
import { legendText, methodsText, resultsText, statisticsTable } from "./words";

// 60 patients; time is missing in six (of them two women), the arm in four (one woman); 30 women.
const rows = Array.from({ length: 60 }, (_, row) => {
  const sex = row % 2 === 0 ? "f" : "m";
  const time = [0, 2, 1, 3, 5, 7].includes(row) ? "" : 1 + ((row * 7) % 41);
  const arm = [10, 11, 13, 15].includes(row) ? "" : row % 4 < 2 ? "A" : "B";
  const status = ["relapse", "death", "none"][row % 3];
  return `P${row + 1000},${time},${status},${arm},${sex},${40 + (row % 30)}.5,${row % 5 === 0 ? "" : "x"}`;
});
const answer = analysis(await tableFrom(`patient_id,time,status,arm,sex,age,site\n${rows.join("\n")}\n`));
const term = { id: "age", of: { column: "age" }, coding: { kind: "perUnit" } };
const panels = [
  { id: "km", kind: "kaplanMeier", endpoint: "ttr", group: { column: "arm" } },
  { id: "ci", kind: "cumulativeIncidence", endpoint: "ttr", group: { column: "arm" } },
  { id: "cox", kind: "regression", endpoint: "ttr", terms: [term], strata: { column: "arm" } },
];
const women = { kind: "values", of: { column: "sex" }, values: ["f"] };

function shown(filters: object[]) {
  const snapshot = answer(boardFrom({ endpoints: [timeToRelapse], panels, filters }));
  const found = exportedPanels(snapshot.panels);
  expect(found).toHaveLength(3);
  const facts = {
    ...{
      program: "Meierboard",
      date: "2026-11-29",
      settings: "0123456789ab",
      filters: [...snapshot.filtered],
      example: false,
    },
    ...{ selected: snapshot.patients.selected, total: snapshot.patients.total },
  };
  return found.map((each) => ({
    each,
    texts: {
      title: shownKinds[each.panel.kind].subtitle(each.result),
      legend: legendText(each),
      ownCaption: legendText({
        ...each,
        panel: { ...each.panel, figure: { ...each.panel.figure, caption: "Mine." } },
      } as typeof each),
      results: resultsText(each),
      methods: methodsText(each, facts),
      table: statisticsTable(each).caption,
      numbers: JSON.stringify(shownKinds[each.panel.kind].numbers(each.result).rows),
    },
  }));
}

const leftOut = ({ leftOut: lines }: PanelResult) => lines.map(({ reason, count }) => [reason, count]);

describe.each(["km", "ci", "cox"])("a panel under filters (%s)", (id) => {
  const of = (filters: object[]) => {
    const found = shown(filters).find(({ each }) => each.panel.id === id);
    if (!found) throw new Error(id);
    return found;
  };

  it("counts as left out those of the patients asked about, so that they and those in the figure make the selected", () => {
    const { each } = of([women]);
    expect(leftOut(each.result)).toEqual([
      ["time missing", 2],
      ["arm missing", 1],
    ]);
    expect(each.result.patients).toBe(30 - 2 - 1);
    expect(leftOut(of([]).each.result)).toEqual([
      ["time missing", 6],
      ["arm missing", 4],
    ]);
    expect(of([women]).texts.methods).toContain(
      "60 patients, 30 of them kept by the filters; left out: 2 time missing, 1 arm missing; 27 patients in this figure.",
    );
  });

  it("names the filters in title line, legend, results, methods, tables and files, and the range as it was chosen", () => {
    const young = { kind: "range", of: { column: "age" }, min: null, max: 35.48000000000001 + 20 };
    for (const [place, text] of Object.entries(of([women, young]).texts)) {
      expect(text, place).toContain("Sex: f");
      expect(text, place).toContain("Age ≤ 55.48");
      expect(text, place).not.toContain("55.480");
    }
  });

  it("names no filter that leaves nobody out, nor the values of a column that may identify patients", () => {
    const idle = { kind: "range", of: { column: "age" }, min: null, max: null };
    const gone = { kind: "values", of: { column: "not there" }, values: ["x"] };
    for (const [place, text] of Object.entries(of([idle, gone]).texts))
      expect(text, place).not.toMatch(/filter|Age ≤|not there/i);
    const one = { kind: "values", of: { column: "patient_id" }, values: ["P1001", "P1009", "P1008", "P1024"] };
    for (const [place, text] of Object.entries(of([one]).texts)) {
      expect(text, place).toContain("1 on columns that may identify patients");
      expect(text, place).not.toMatch(/P1001|patient_id/);
    }
    // Only those with a value: nothing is chosen, and it leaves some out.
    const known = { kind: "values", of: { column: "site" }, values: null, missing: false };
    expect(of([known]).texts.title).toContain("Site: any, with a value");
  });
});
