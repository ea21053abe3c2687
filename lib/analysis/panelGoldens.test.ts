import { describe, expect, it } from "vitest";
import { panelForms } from "../board/panelForms/registry";
import { boardFrom, tableFrom } from "../cohort/testing";
import { type SvgElement, serialize } from "../figure/svg";
import { incidenceCurves } from "../panels/cumulativeIncidence/drawn";
import { curvesFigure } from "../panels/curves/figure";
import { dataTable } from "../panels/curves/reading/dataTable";
import { readingInWords } from "../panels/curves/reading/readingInWords";
import { methodsInWords } from "../panels/methods/paragraph";
import { residualFigure } from "../panels/regression/residuals/residualFigure";
import type { Sheet } from "../panels/sheet/sheet";
import { shownKinds } from "../panels/shownKinds";
import { analysis } from "./analyze";

/**
 * Figures and words of every kind of panel as they were looked at, one by one, before they were kept. After a change
 * that is meant, `npx vitest run lib/analysis/panelGoldens.test.ts --update` writes them anew: open each in a browser before keeping it.
 */

// 90 patients, most with an event in the first two years; a site of six in which nobody has it.
const random = (row: number, salt: number) => {
  const mixed = Math.imul((row + 1) * 2654435761 + salt * 40503, 2246822519);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
};
const header = "months,status,deathMonths,died,arm,sex,age,site,best,change";
const rows = Array.from({ length: 90 }, (_, row) => {
  const arm = ["Chemotherapy", "Chemotherapy + antibody", "Best supportive care"][row % 3];
  const end = Math.round(-Math.log(1 - random(row, 1)) * (row % 3 === 1 ? 260 : 140)) / 10 + 0.2;
  const site = row % 15 === 7 ? "Hand" : row % 2 ? "Trunk" : "Limb";
  const status = site === "Hand" ? "censored" : ["progressed", "progressed", "died", "censored"][(row * 5) % 4];
  const age = row % 23 === 0 ? "" : 38 + Math.round(random(row, 2) * 40);
  const sex = row % 29 === 0 ? "" : random(row, 3) < 0.4 ? "female" : "male";
  const change = Math.round(-100 + random(row, 4) * 240 * (row % 7 === 0 ? 1 : 0.6));
  const best = row % 13 === 0 ? "NE" : change <= -95 ? "CR" : change <= -32 ? "PR" : change < 20 ? "SD" : "PD";
  const measured = row % 13 === 0 ? "" : row === 20 ? -12 : change;
  const died = status === "censored" ? 0 : 1;
  return [end, status, end * 1.4, died, arm, sex, age, site, row === 20 ? "PR" : best, measured].join(",");
});

// Mutations and copy numbers of the patients: in four of five KRAS was not looked at.
const aberrations = ["missense", "frameshift", "amplification", "deep deletion"];
const genes = rows.flatMap((_, row) =>
  ["TP53", "RB1", "MDM2", "KRAS"].flatMap((gene, place) =>
    random(row * row + 97 * place, 10 + place) < 0.6 / (place + 1)
      ? [`P${row},${gene},${aberrations[(row + 3 * place) % 4]}`]
      : [],
  ),
);
const tableOf = (first: string, lines: string[]) => tableFrom(`${first}\n${lines.join("\n")}\n`);
const answer = analysis(
  await tableOf(
    `${header},patient,assay`,
    rows.map((row, at) => `${row},P${at},${at % 5 ? "small" : "large"}`),
  ),
  new Map([["genes", await tableOf("patient,gene,alteration", genes)]]),
);

const timed = (id: string, label: string, column: string, event: object) => ({
  ...{ id, label, origin: "start of therapy", event },
  time: { from: "column", column, unit: "months" },
});
const endpoints = [
  timed("ttp", "Time to progression", "months", {
    column: "status",
    coding: [
      { value: "censored", as: "censored" },
      { value: "progressed", as: "event" },
      { value: "died", as: "competing", cause: "Death without progression" },
    ],
  }),
  timed("os", "Overall survival", "deathMonths", {
    column: "died",
    coding: [
      { value: "0", as: "censored" },
      { value: "1", as: "event" },
    ],
  }),
  timed("pfs", "Progression-free survival", "months", {
    column: "status",
    coding: [
      { value: "censored", as: "censored" },
      { value: "progressed", as: "event" },
      { value: "died", as: "event" },
    ],
  }),
];

const perYear = { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } };
const levels = (column: string, reference: string | null = null) => ({
  ...{ id: column, of: { column } },
  coding: { kind: "levels", reference },
});
const incidence = { kind: "cumulativeIncidence", endpoint: "ttp" };
const survival = { kind: "kaplanMeier", endpoint: "os" };
const regression = {
  ...{ kind: "regression", endpoint: "os", firth: "never" },
  terms: [perYear, levels("sex"), levels("arm", "Best supportive care"), levels("site")],
};
const subgroups = {
  ...{ kind: "subgroups", endpoint: "os", group: { column: "arm" }, reference: "Best supportive care" },
  by: [{ column: "sex" }, { column: "site" }],
};
const byArm = { group: { column: "arm" } };
const response = {
  ...{ kind: "response", group: { column: "sex" }, response: "best", change: { column: "change" } },
  ...{ follow: "os", progression: "pfs" },
};
const looked = [
  { panel: "large", genes: null },
  { panel: "small", genes: ["TP53", "RB1", "MDM2"] },
];
const reading = {
  form: "long",
  gene: "gene",
  class: "alteration",
  tested: { by: "panels", join: null, column: "assay", panels: looked },
};
const joined = {
  patientId: "patient",
  joins: [
    {
      ...{ id: "genes", source: { file: "genes.csv", rows: null, sha256: null }, key: "patient", to: "patient" },
      genes: reading,
    },
  ],
};
const alterations = { kind: "alterations", endpoint: "os", columns: [], leastAltered: 3 };
const table = {
  kind: "characteristics",
  rows: [
    { of: { column: "age" } },
    { of: { column: "change" }, as: "mean", label: "Best change" },
    { of: { column: "sex" } },
    { of: { column: "site" } },
    { of: { column: "best" }, levels: ["CR", "PR"] },
  ],
};

interface Golden {
  panel: object;
  board?: object;
  sheet?: Partial<Sheet>;
}

const inPrint = { titleInside: true, height: 560 };
const goldens: Record<string, Golden> = {
  incidence: { panel: { ...incidence, ...byArm } },
  incidenceOfEveryCause: {
    panel: {
      ...{ ...incidence, ...byArm, causes: "all", landmark: 1 },
      figure: { milestones: [6, 12], annotation: ["patients"], fadeBelow: 6, unit: "years" },
    },
    sheet: { ...inPrint, theme: "dark" },
  },
  incidenceOfAllPatients: { panel: { ...incidence, causes: "all" }, sheet: inPrint },
  incidenceInPart: {
    panel: {
      ...{ ...incidence, ...byArm },
      figure: {
        ...{ hidden: ["Chemotherapy"], yRange: [0, 0.6], end: 18, labels: "legend", tableLayout: "rows" },
        looks: [{ level: "Best supportive care", color: "#884400", dash: "long" }],
      },
    },
    sheet: inPrint,
  },
  incidenceHeldBack: {
    panel: { ...incidence, ...byArm, figure: { table: ["atRisk", "events"] } },
    sheet: { ...inPrint, heldBack: { wholeMonths: true, fewest: 5 } },
  },
  multiples: { panel: { ...survival, ...byArm, split: { column: "sex" } }, sheet: { width: 980 } },
  multiplesOfHazards: {
    panel: {
      ...{ ...survival, group: { column: "sex" }, split: { column: "site" } },
      figure: { scale: "cumulativeHazard", table: ["atRisk"] },
    },
    sheet: { width: 900, height: 700, titleInside: true, theme: "dark" },
  },
  twoEndpoints: {
    panel: { ...survival, group: { column: "sex" }, also: "pfs", figure: { annotation: ["test", "medians"] } },
    sheet: inPrint,
  },
  survivalInPrint: {
    panel: {
      ...{ ...survival, ...byArm, strata: { column: "sex" }, censorAt: 30 },
      figure: { annotation: ["test", "hazardRatios"], zoom: [3, 20], milestones: [12] },
    },
    sheet: { ...inPrint, heldBack: { wholeMonths: true, fewest: 5 } },
  },
  causeSpecific: { panel: { ...survival, endpoint: "ttp", ...byArm, figure: { scale: "logLog" } }, sheet: inPrint },
  forest: { panel: regression },
  forestOfBothModels: {
    panel: { ...regression, firth: "whenSeparated", figure: { show: "both" } },
    sheet: { ...inPrint, width: 900, theme: "dark" },
  },
  forestNarrow: {
    panel: { ...regression, figure: { show: "alone", counts: false, range: [0.5, 2] } },
    sheet: { width: 336, text: 8, titleInside: true },
  },
  forestWithoutCovariates: { panel: { ...regression, terms: [] } },
  subgroups: { panel: subgroups },
  subgroupsInPrint: { panel: { ...subgroups, level: 0.9 }, sheet: { ...inPrint, theme: "dark" } },
  subgroupsNarrow: { panel: subgroups, sheet: { width: 336, text: 8, titleInside: true } },
  waterfall: { panel: { ...response, strip: { column: "arm" }, figure: { show: "waterfall" } } },
  responseInPrint: {
    panel: { ...response, compared: "DCR", oddsRatio: true, figure: { show: "both", sort: "group" } },
    sheet: inPrint,
  },
  swimmer: {
    panel: { ...response, color: { column: "arm" }, denominator: "evaluable", figure: { show: "swimmer" } },
    sheet: { theme: "dark" },
  },
  swimmerOnItsSecondPage: {
    panel: { ...response, group: null, figure: { show: "swimmer", sort: "response" } },
    sheet: { ...inPrint, page: { tallest: 560, number: 1 } },
  },
  oncoprint: {
    panel: { ...alterations, ...byArm, tracks: [{ column: "best" }, { column: "sex" }] },
    board: joined,
    sheet: { height: 0 },
  },
  oncoprintInPrint: {
    panel: { ...alterations, group: { column: "sex" }, sort: "group", genes: ["MDM2", "TP53", "KRAS"] },
    board: joined,
    sheet: { ...inPrint, width: 500, theme: "dark", heldBack: { wholeMonths: true, fewest: 5 } },
  },
  characteristics: { panel: { ...table, ...byArm }, sheet: { width: 900, height: 0 } },
  characteristicsInPrint: {
    panel: { ...table, group: { column: "sex" }, percentOf: "all", missing: "always" },
    sheet: { ...inPrint, width: 500, theme: "dark", alone: true, heldBack: { wholeMonths: true, fewest: 5 } },
  },
  characteristicsOfAllPatients: { panel: table, sheet: { height: 0 } },
  characteristicsNarrow: { panel: { ...table, ...byArm, randomized: true }, sheet: { width: 346, height: 0 } },
  responseWithoutChange: { panel: { ...response, change: null, follow: null, progression: null } },
};

function shown(panel: object, more: object = {}) {
  const board = boardFrom({ endpoints, panels: [{ id: "one", ...panel }], ...more });
  const [view] = answer(board).panels;
  if (view.state !== "ready") throw new Error(JSON.stringify(view));
  return { result: view.result, panel: board.panels[0] };
}

it("every kind of panel has a golden", () => {
  const kinds = Object.values(goldens).map(({ panel, board }) => shown(panel, board).result.kind);
  expect([...new Set(kinds)].sort()).toEqual(Object.keys(panelForms).sort());
});

describe.each(Object.entries(goldens))("the golden panel %s", (name, { panel: asked, board, sheet = {} }) => {
  const { result, panel } = shown(asked, board);
  const { figure, thumbnail, subtitle, sentence } = shownKinds[result.kind];
  const drawn = figure(result, panel.figure, { width: 640, height: 460, theme: "light", ...sheet });

  it("looks as it was reviewed", async () => {
    await expect(inLines(drawn.tree)).toMatchFileSnapshot(`panelGoldens/${name}.svg`);
  });

  it("is small as it was reviewed", async () => {
    const small = thumbnail(result, { width: 150, height: 76 }, sheet.theme ?? "light");
    await expect(inLines(small)).toMatchFileSnapshot(`panelGoldens/${name}.small.svg`);
  });

  it("says what it said", async () => {
    const { methods, legend, results, statistics, highlights, verdict, at, atRisk } = shownKinds[result.kind];
    const { ticks, levels, colors, problems } = drawn;
    const said = {
      ...{ subtitle: subtitle(result), sentence: sentence(result), methods: methodsInWords(methods(result, panel)) },
      ...{ legend: legend(result, panel, drawn), results: results(result), statistics: statistics(result) },
      ...{
        highlights: highlights(result),
        verdict: verdict?.(result),
        at: at(result, 9.5) ?? undefined,
        atRisk: atRisk(result, drawn, 3),
      },
      ...{ ticks: ticks?.map(({ time }) => time), levels, colors: colors?.map(({ color }) => color), problems },
    };
    await expect(`${JSON.stringify(said, null, 1)}\n`).toMatchFileSnapshot(`panelGoldens/${name}.txt`);
  });
});

describe("a golden incidence", () => {
  it("gives Gray's test of its own event, whether other causes are drawn beside it or not", () => {
    const test = (causes: object) => {
      const { result } = shown({ ...incidence, ...byArm, ...causes });
      return /Gray’s test P [^;.]*\.\d+/.exec(shownKinds[result.kind].headline(result)?.evidence ?? "")?.[0];
    };
    expect(test({})).toMatch(/^Gray’s test P/);
    expect(test({ causes: "all" })).toBe(test({}));
  });

  it("is read as it was reviewed, at a time and as a table", async () => {
    const { result, panel } = shown({ ...incidence, group: { column: "sex" } });
    if (result.kind !== "cumulativeIncidence" || panel.kind !== "cumulativeIncidence") throw new Error("no incidence");
    const figure = curvesFigure(incidenceCurves(result), panel.figure, { width: 640, height: 460, theme: "light" });
    const at = [0, 2.4, 9.5, 60].map((time) =>
      readingInWords(figure.drawn, { time, given: 1, unit: "months", factor: 1 }),
    );
    const read = { at, table: dataTable(figure.drawn, figure.time) };
    await expect(`${JSON.stringify(read, null, 1)}\n`).toMatchFileSnapshot("panelGoldens/incidenceRead.txt");
  });
});

describe("the golden residuals", () => {
  const { result } = shown({ ...regression, terms: [perYear, levels("sex")] });
  const residuals = result.kind === "regression" ? result.residuals : [];

  it.each(residuals.map((plot, index) => ({ plot, index })))(
    "of $plot.label look as they were reviewed",
    async ({ plot, index }) => {
      const theme = index === 0 ? "light" : "dark";
      const tree = residualFigure(plot, "months", { width: 320, height: 220, theme });
      await expect(inLines(tree)).toMatchFileSnapshot(`panelGoldens/residuals${index + 1}.svg`);
    },
  );
});

/** A line per element, where no text is touched. */
const inLines = (tree: SvgElement) =>
  serialize(tree).text.replace(/><(?=\/?(g|svg)\b|path|rect|line|circle|text)/g, ">\n<");
