import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { shownKinds } from "../panels/shownKinds";
import { statisticsExport } from "./csvExport";
import { htmlReport } from "./htmlReport";
import { requestFor } from "./testing";
import { htmlTable, legendText, resultsText, statisticsTable, tabbed } from "./words";

type Patient = [arm: string, site: string, time: number, status: 0 | 1 | 2, response: string];

const coding = (two: "event" | "competing") => [
  { value: "1", as: "event" },
  { value: "2", as: two, ...(two === "competing" ? { cause: "Other" } : undefined) },
  { value: "0", as: "censored" },
];
const endpoint = (id: string, two: "event" | "competing") => ({
  ...{ id, label: `Survival ${id}`, origin: "enrolment" },
  time: { from: "column", column: "time", unit: "months" },
  event: { column: "status", coding: coding(two) },
});
const arm = { column: "arm" };
const curves = {
  endpoint: "os",
  group: arm,
  reference: "A",
  tau: 4,
  figure: { milestones: [4], annotation: ["medians"] },
};
const kinds = {
  kaplanMeier: { ...curves },
  cumulativeIncidence: { endpoint: "cr", group: arm, reference: "A", figure: { milestones: [4] } },
  regression: {
    endpoint: "os",
    firth: "never",
    terms: ["arm", "site"].map((column) => ({ id: column, of: { column }, coding: { kind: "levels" } })),
  },
  response: { response: "response", group: arm, oddsRatio: true },
  characteristics: { group: arm, rows: [{ of: { column: "site" } }, { of: { column: "time" } }] },
};

async function written(kind: keyof typeof kinds, patients: Patient[]) {
  const table = await tableFrom(
    ["arm,site,time,status,response", ...patients.map((cells) => cells.join(","))].join("\n"),
  );
  const board = boardFrom({
    endpoints: [endpoint("os", "event"), endpoint("cr", "competing")],
    panels: [{ id: "p", kind, ...kinds[kind] }],
  });
  const request = requestFor(table, board);
  const { shown } = request;
  // A panel that cannot be computed says so in the place of all its numbers.
  if (!shown) return { reasons: [], texts: { copied: "" } };
  const [file] = (await statisticsExport.write(request)).files;
  const stood = statisticsTable(shown);
  return {
    reasons: shownKinds[shown.panel.kind].reasons(shown.result),
    texts: {
      copied: tabbed(stood),
      html: htmlTable(stood).replace(/<[^>]*>/g, "\n"),
      csv: file ? await (file.content as Blob).text() : "",
      report: htmlReport(request, "").text.replace(/<[^>]*>/g, "\n"),
      legend: legendText(shown),
      results: resultsText(shown),
    },
  };
}

const times = (of: string, site: string, each: [number, 0 | 1 | 2][], response = "PD") =>
  each.map(([time, status]): Patient => [of, site, time, status, response]);
const eventFree = (of: string, response = "PD") =>
  times(
    of,
    of,
    [
      [4, 0],
      [5, 0],
      [6, 0],
      [7, 0],
      [8, 0],
    ],
    response,
  );
const dead = (of: string, response = "PD") =>
  times(
    of,
    of,
    [
      [1, 1],
      [2, 1],
      [3, 1],
      [3.5, 2],
    ],
    response,
  );
const usual = (of: string, more: number): Patient[] =>
  Array.from(
    { length: 160 },
    (_, i): Patient => [
      of,
      i % 3 === 0 ? "north" : "south",
      Math.round(10 * (1 + ((i * 7) % 160) * 0.075 * (1 + more))) / 10,
      (i * 7) % 160 > 108 || i % 9 === 0 ? 0 : i % 7 === 0 ? 2 : 1,
      ["CR", "PR", "SD", "PD"][(i + (more > 0 ? 0 : i % 2)) % 4] as string,
    ],
  );

const cohorts: Record<string, Patient[]> = {
  "without an event": [...eventFree("A"), ...eventFree("B")],
  "of which one group has no event": [...dead("A"), ...eventFree("B")],
  "that has died out": [...dead("A"), ...dead("B", "CR")],
  "of which one group has died out before the other begins to die": [
    ...dead("A"),
    ...times("B", "B", [
      [5, 1],
      [6, 1],
      [9, 0],
    ]),
  ],
  "that died all at once": [
    ...times("A", "x", [
      [3, 1],
      [3, 1],
      [3, 1],
    ]),
    ...times("B", "y", [
      [3, 1],
      [3, 1],
    ]),
  ],
  "of one patient a group": [...times("A", "x", [[5, 1]]), ...times("B", "x", [[6, 0]])],
};

/** What says that there is no number. */
const lacking = /\b(NE|NR)\b|[Nn]ot estimable|separated/;
/** What stands in a file, without the sentences that say why, and without the words of a best response. */
const bare = (text: string, reasons: readonly string[]) =>
  reasons.reduce((rest, reason) => rest.replaceAll(reason, ""), text);

describe.each(Object.entries(kinds))("a panel of the kind %s", (kind) => {
  it.each(Object.entries(cohorts))(
    "of a cohort %s says why a number is missing, in each file that lacks it",
    async (_, patients) => {
      const { reasons, texts } = await written(kind as keyof typeof kinds, patients);
      for (const [file, text] of Object.entries(texts))
        for (const word of bare(text, reasons).match(new RegExp(lacking, "g")) ?? []) {
          const opening = /not estimable/.test(word)
            ? /[Nn]ot estimable/
            : word === "separated"
              ? /^Separated/
              : new RegExp(`^${word}\\b`);
          expect(
            reasons.filter((reason) => opening.test(reason) && text.includes(reason)),
            `${word} in ${file}: ${text}`,
          ).not.toEqual([]);
        }
    },
  );

  it("says nothing of the kind where every number is known", async () => {
    const { reasons, texts } = await written(kind as keyof typeof kinds, [...usual("A", 0), ...usual("B", 0.2)]);
    expect(reasons).toEqual([]);
    expect(texts.copied).not.toMatch(lacking);
  });
});

it("the tables of these cohorts do lack numbers", async () => {
  const found = await Promise.all(
    Object.values(cohorts).map((patients) => written("kaplanMeier", patients).then(({ texts }) => texts.copied)),
  );
  expect(found.filter((text) => lacking.test(text))).toHaveLength(Object.keys(cohorts).length);
});
