import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analysis } from "../analysis/analyze";
import { defaultFigureOptions } from "../board/figureOptions";
import { boardFrom, tableFrom } from "../cohort/testing";
import { texts as textsIn } from "../figure/treeReading";
import { incidenceCurves } from "../panels/cumulativeIncidence/drawn";
import { readingInWords, readingText } from "../panels/curves/reading/readingInWords";
import { survivalCurves } from "../panels/kaplanMeier/drawn";
import { shownKinds } from "../panels/shownKinds";
import { exportedPanels } from "./exportFormat";
import { timeToRelapse } from "./testing";
import { legendText, methodsText, resultsText, statisticsTable } from "./words";

const rows = Array.from({ length: 90 }, (_, row) => {
  const status = ["relapse", "death", "none"][row % 3];
  return `${1 + ((row * 7) % 41)},${status},${"ABC"[(row * 5) % 3]},${40 + (row % 31)}`;
});
const answer = analysis(await tableFrom(`time,status,arm,age\n${rows.join("\n")}\n`));
const terms = [
  { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } },
  { id: "arm", of: { column: "arm" }, coding: { kind: "levels" } },
];
const shownAt = (level: number) => {
  const figure = { confidenceLevel: level, milestones: [12], annotation: ["medians", "hazardRatios"] };
  const panels = [
    { id: "km", kind: "kaplanMeier", endpoint: "ttr", group: { column: "arm" }, givenAliveAt: 6, figure },
    {
      id: "ci",
      kind: "cumulativeIncidence",
      endpoint: "ttr",
      group: { column: "arm" },
      figure: { confidenceLevel: level, milestones: [12] },
    },
    { id: "cox", kind: "regression", endpoint: "ttr", terms, level },
  ];
  return exportedPanels(answer(boardFrom({ endpoints: [timeToRelapse], panels })).panels);
};
const facts = {
  program: "Meierboard",
  date: "2026-11-29",
  settings: "0123456789ab",
  filters: [],
  selected: 90,
  total: 90,
  example: false,
};

describe("the confidence level chosen", () => {
  it.each(shownAt(0.9).map((each) => [each.panel.id, each] as const))(
    "is named in every text with intervals, and no other (%s)",
    (_, each) => {
      const { panel, result } = each;
      const kind = shownKinds[panel.kind];
      const { tree } = kind.figure(result, panel.figure, { width: 700, height: 460, theme: "light" });
      const drawn =
        result.kind === "kaplanMeier"
          ? survivalCurves(result, defaultFigureOptions)
          : result.kind === "cumulativeIncidence"
            ? incidenceCurves(result)
            : null;
      const texts = {
        legend: legendText(each),
        results: resultsText(each),
        methods: methodsText(each, facts),
        table: JSON.stringify(statisticsTable(each)),
        highlights: JSON.stringify([kind.highlights(result), kind.verdict?.(result)]),
        figure: textsIn(tree)
          .map(({ text }) => text)
          .join(" "),
        reading: drawn ? readingText(readingInWords(drawn, { time: 12, given: 6, unit: "months", factor: 1 })) : "90%",
      };
      for (const [place, text] of Object.entries(texts)) {
        // A figure of incidences has its level in the caption.
        if (place !== "figure" || panel.kind !== "cumulativeIncidence") expect(text, place).toContain("90%");
        expect(text, place).not.toMatch(/\b95\b/);
      }
    },
  );

  it("is that of C: 1.644854 and 2.575829 standard errors to each side (qnorm(.95), qnorm(.995))", () => {
    for (const [level, quantile] of [
      [0.9, 1.6448536269514722],
      [0.99, 2.5758293035489004],
    ] as const) {
      const result = shownAt(level).find(({ panel }) => panel.id === "cox")?.result;
      const c = result?.kind === "regression" ? result.joint?.concordance : null;
      if (!c) throw new Error("no C");
      expect(c.level).toBe(level);
      expect(c.c - c.lower).toBeCloseTo(quantile * c.stdErr, 12);
      expect(c.upper - c.c).toBeCloseTo(quantile * c.stdErr, 12);
    }
  });

  it("is written nowhere as a number of the program's own", () => {
    // Tests, fixtures and the script of rates choose a level of their own; the Methods place explains with one.
    const folders = ["lib/panels", "lib/export", "lib/format", "lib/analysis", "lib/figure", "app"];
    const files = folders
      .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => `${folder}/${path}`))
      .filter((path) => /\.tsx?$/.test(path) && !/test|app\/methods\/|fixture|warnings\/rates\//.test(path));
    expect(files.length).toBeGreaterThan(300);
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
    const own = files.filter((path) => /\b95\s?%|1\.96\b|\.975\b/.test(code(readFileSync(path, "utf8"))));
    expect(own).toEqual([]);
  });
});
