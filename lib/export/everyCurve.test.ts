import { describe, expect, it } from "vitest";
import { boardSchema } from "../board/board";
import { sentence } from "../panels/kaplanMeier/sentence";
import { shownKinds } from "../panels/shownKinds";
import { example, exampleTable, requestFor, textOf } from "./testing";
import { legendText, resultsText } from "./words";

// Of the example: overall survival with progression-free survival beside it, by arm, for each TP53. Numbers of R in
// everyCurve.R: median and limits, patients and events, hazard ratio v no such therapy, log-rank P, at risk at 0 and 24.
const board = boardSchema.parse({
  ...example,
  filters: [],
  panels: [
    {
      ...{ id: "p", kind: "kaplanMeier", endpoint: "os", also: "pfs" },
      ...{ group: { column: "arm" }, split: { column: "tp53" } },
    },
  ],
});
const request = requestFor(await exampleTable(), board);
const [treated, others] = ["Gene-aberration-related", "No such therapy"];
const byR = [
  {
    ...{ subgroup: "TP53: mutated", endpoint: "Overall survival", ratio: [0.3765805, 0.1784057, 0.7948895] },
    ...{ p: 0.008069445, groups: { [treated]: [20, 13, 22.8], [others]: [29, 27, 11.1] } },
    atRisk: { [treated]: [20, 6], [others]: [29, 3] },
  },
  {
    ...{ subgroup: "TP53: mutated", endpoint: "Progression-free survival", ratio: [0.3084022, 0.1589932, 0.5982136] },
    ...{ p: 0.0002938376, groups: { [treated]: [20, 19, 5.635], [others]: [29, 27, 1.84] } },
    atRisk: { [treated]: [20, 4], [others]: [29, 0] },
  },
  {
    ...{ subgroup: "TP53: wild-type", endpoint: "Overall survival", ratio: [0.7194165, 0.2759265, 1.875717] },
    ...{ p: 0.498903, groups: { [treated]: [7, 6, 7.92], [others]: [19, 16, 7.43] } },
    atRisk: { [treated]: [7, 1], [others]: [19, 1] },
  },
  {
    ...{ subgroup: "TP53: wild-type", endpoint: "Progression-free survival", ratio: [0.6178323, 0.2492066, 1.531728] },
    ...{ p: 0.3078604, groups: { [treated]: [7, 7, 6.14], [others]: [19, 17, 1.91] } },
    atRisk: { [treated]: [7, 0], [others]: [19, 1] },
  },
];

/** The lines of a CSV file as records; no cell here is quoted but that of the population, which has no comma. */
async function records(id: string): Promise<Record<string, string>[]> {
  const [header = "", ...lines] = (await textOf(id, request)).trimEnd().split("\r\n");
  return lines.map((line) =>
    Object.fromEntries(header.split(",").map((name, at) => [name, line.split(",")[at] ?? ""])),
  );
}

/** The texts of a file without its tags. */
const said = (text: string) =>
  text
    .replace(/<[^>]*>/g, "\n")
    .replace(/\n+/g, "\n")
    .replace(/\n(?=\()/g, " ");

describe("small figures and a second endpoint are whole", () => {
  it.each(byR)("in the CSV of statistics: $subgroup, $endpoint", async ({ subgroup, endpoint, ratio, p, groups }) => {
    const lines = (await records("statistics")).filter(
      (line) => line.subgroup === subgroup && line.endpoint === endpoint,
    );
    const line = (quantity: string, group: string) =>
      lines.find((each) => each.quantity === quantity && each.group === group);
    for (const [group, [n, events, median]] of Object.entries(groups)) {
      expect(Number(line("patients", group)?.value)).toBe(n);
      expect(Number(line("events", group)?.value)).toBe(events);
      expect(Number(line("median", group)?.value)).toBeCloseTo(median ?? Number.NaN, 3);
    }
    const found = line(`hazard ratio v ${others}`, treated);
    for (const [at, column] of ["value", "lower", "upper"].entries())
      expect(Number(found?.[column])).toBeCloseTo(ratio[at] ?? Number.NaN, 5);
    expect(Number(line("Log-rank chi-square", "")?.p)).toBeCloseTo(p, 6);
  });

  it.each(byR)("in the CSV of numbers at risk: $subgroup, $endpoint", async ({ subgroup, endpoint, atRisk }) => {
    const lines = (await records("at-risk")).filter((line) => line.subgroup === subgroup && line.endpoint === endpoint);
    for (const [group, counts] of Object.entries(atRisk))
      expect(
        ["0", "24"].map((time) =>
          Number(lines.find((line) => line.group === group && line.time === time)?.["at.risk"]),
        ),
      ).toEqual(counts);
  });

  it("in the CSV of curves, each line with its small figure and endpoint", async () => {
    const lines = await records("steps");
    const first = byR.map(
      ({ subgroup, endpoint }) =>
        lines.find((line) => line.subgroup === subgroup && line.endpoint === endpoint && line.group === treated)?.[
          "n.risk"
        ],
    );
    expect(first).toEqual(["20", "20", "7", "7"]);
    expect(lines.filter(({ subgroup }) => subgroup === "").length).toBeGreaterThan(0);
  });

  it("in the sentences of results, legend and the one for those who do not see the figure", () => {
    const results = resultsText(request.shown);
    expect(results).toContain(
      `TP53: wild-type: median progression-free survival was 6.1 months (95% CI, 0.9–10.2) for ${treated} (7 events among 7 patients) and 1.9 months (95% CI, 0.7–2.7) for ${others} (17 events among 19 patients); log-rank P = .31. Compared with ${others} (reference), the hazard ratio was 0.62 (95% CI, 0.25–1.53; P = .30) for ${treated}.`,
    );
    expect(legendText(request.shown)).toContain(
      `TP53: mutated, PFS: 49 patients, 46 events (${treated}, n = 20; ${others}, n = 29), Log-rank P < .001`,
    );
    expect(legendText(request.shown)).toContain(
      "Kaplan–Meier estimate of overall survival and progression-free survival.",
    );
    const { result } = request.shown;
    if (result.kind !== "kaplanMeier") throw new Error(result.kind);
    expect(shownKinds.kaplanMeier.sentence(result)).toContain("Kaplan–Meier curves of Progression-free survival");
    expect(sentence({ ...result, multiples: null })).toContain("Kaplan–Meier curves of Progression-free survival");
  });

  it.each(["docx", "pptx", "report"])("in the tables of %s", async (id) => {
    const text = await textOf(id, request);
    for (const part of [
      ...["TP53: wild-type, PFS", "22.8 (3.0–53.1)", "7.9 (0.9–NE)", "0.38 (0.18–0.79)", "0.31 (0.16–0.60)"],
      ...["0.72 (0.28–1.88)", "0.62 (0.25–1.53)"],
    ])
      expect(said(text)).toSatisfy((all: string) => all.includes(part));
  });

  it("on the slide, whose numbers at risk are those of each small figure and never of all together", async () => {
    const text = await textOf("pptx", request);
    const slide = said(text.slice(text.indexOf("<p:sld "), text.indexOf("</p:sld>")));
    const counts = slide.match(/\d+ ?\(\d+, \d+\)/g) ?? [];
    for (const first of ["20 (0, 0)", "29 (0, 0)", "7 (0, 0)", "19 (0, 0)"])
      expect(counts.filter((each) => each === first)).toHaveLength(2);
    // 27 and 48 are at risk at first in all.
    expect(counts.filter((each) => /^(27|48) \(0, 0\)/.test(each))).toEqual([]);
  });

  it("and a panel of one curve set has neither column nor names of parts", async () => {
    const alone = requestFor(
      await exampleTable(),
      boardSchema.parse({ ...board, panels: [{ ...board.panels[0], also: null, split: null }] }),
    );
    expect((await textOf("statistics", alone)).split("\r\n")[0]).toBe(
      "quantity,group,value,lower,upper,df,p,endpoint,unit,population,program",
    );
    expect(legendText(alone.shown)).not.toContain("TP53");
  });
});
