import { describe, expect, it } from "vitest";
import { analysis } from "../analysis/analyze";
import { type Board, boardSchema } from "../board/board";
import { boardFrom, tableFrom } from "../cohort/testing";
import { dataSetOf } from "./dataSet/dataSet";
import type { ExportRequest } from "./exportFormat";
import { guardedFile, mergedScores } from "./guard";
import { openPrivacy, type Privacy } from "./privacy";
import { example, exampleTable, requestFor, textOf } from "./testing";

// 90 patients: site A 50, B 33, C 7; sex missing in 4; stage I 45, II 45; time missing in 3 for the second endpoint.
const rows = Array.from({ length: 90 }, (_, row) => {
  const site = row < 50 ? "A" : row < 83 ? "B" : "C";
  const sex = [3, 20, 51, 70].includes(row) ? "" : row % 2 ? "male" : "female";
  const second = [10, 40, 60].includes(row) ? "" : 1 + ((row * 5) % 31);
  return [1 + ((row * 7) % 41), row % 3 ? 1 : 0, second, site, sex, row % 4 < 2 ? "I" : "II", 40 + (row % 30)].join(
    ",",
  );
});
const table = await tableFrom(`months,died,relapse,site,sex,stage,age\n${rows.join("\n")}\n`);
const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const endpointOf = (id: string, column: string) => ({
  ...{ id, label: id === "os" ? "Overall survival" : "Relapse-free survival" },
  ...{ time: { from: "column", column, unit: "months" }, event: { column: "died", coding } },
});
const curves = (id: string, column: string | null, endpoint = "os", more: object = {}) => ({
  ...{ id, kind: "kaplanMeier", endpoint, group: column === null ? null : { column }, ...more },
});
const board = (...panels: object[]): Board =>
  boardFrom({ endpoints: [endpointOf("os", "months"), endpointOf("rfs", "relapse")], panels });

const held: Privacy = { ...openPrivacy, smallGroups: "suppress" };

/** What is written of a board that holds back small groups, as the page makes it. */
async function requestOf(asked: Board, privacy: Privacy, of = table): Promise<ExportRequest> {
  const answer = analysis(of);
  const open = requestFor(of, asked);
  const made = await guardedFile(asked, open.panels, privacy, async (each) => answer(each));
  const snapshot = made.snapshot ?? answer(asked);
  const [first] = made.panels;
  if (!first) throw new Error("nothing is left");
  return {
    ...open,
    ...{ shown: first, panels: made.panels, without: made.without, board: made.board, privacy },
    facts: { ...open.facts, filters: [...snapshot.filtered], ...snapshot.patients },
    dataSet: async () =>
      dataSetOf(answer.prepare(made.board).prepared, {
        wholeMonths: false,
        withoutPoints: mergedScores(asked, made.board),
      }),
  };
}
const sizes = ({ panels }: ExportRequest) => panels.map(({ panel, result }) => [panel.id, result.patients]);

describe("a file that holds back small groups", () => {
  it("leaves whom one panel must not show out of every panel, so that none tells of them by its difference", async () => {
    const all = board(curves("all", null), curves("site", "site"), curves("stage", "stage"));
    expect(sizes(requestFor(table, all))).toEqual([
      ["all", 90],
      ["site", 90],
      ["stage", 90],
    ]);
    expect(sizes(await requestOf(all, held))).toEqual([
      ["all", 83],
      ["site", 83],
      ["stage", 83],
    ]);
  });

  it("leaves those without a value out of every panel where they are few", async () => {
    const made = await requestOf(board(curves("all", null), curves("sex", "sex")), held);
    expect(sizes(made)).toEqual([
      ["all", 86],
      ["sex", 86],
    ]);
    const model = {
      ...{ id: "cox", kind: "regression", endpoint: "os" },
      terms: [{ id: "sex", of: { column: "sex" }, coding: { kind: "levels" } }],
    };
    expect(sizes(await requestOf(board(curves("all", null), model), held))).toEqual([
      ["all", 86],
      ["cox", 86],
    ]);
  });

  it("leaves a panel out by its name where another tells of it, or where it cannot be without small groups", async () => {
    const endpoints = await requestOf(board(curves("os", "stage"), curves("rfs", "stage", "rfs")), held);
    expect(sizes(endpoints)).toEqual([["os", 90]]);
    expect(endpoints.without).toEqual([
      "Left out: “Relapse-free survival by stage”: with “Overall survival by stage” it would tell of fewer than 11 patients.",
    ]);
    const model = {
      ...{ id: "cox", kind: "regression", endpoint: "os" },
      terms: [{ id: "site", of: { column: "site" }, coding: { kind: "levels" } }],
    };
    const modelled = await requestOf(board(curves("stage", "stage"), model), held);
    expect(modelled.without.join()).toMatch(/^Left out: “[^”]*”: it has groups of fewer than 11 patients/);
    for (const id of ["report", "pptx"])
      expect(await textOf(id, endpoints)).toSatisfy((text: string) => text.includes("it would tell of fewer than 11"));
    expect(await textOf("data", endpoints)).toSatisfy((text: string) =>
      text.includes("Relapse-free survival by stage”"),
    );
  });

  it.each(["suppress", "merge"] as const)(
    "leaves a panel of subgroups out by its name where one is small, and the other panels whole: %s",
    async (smallGroups) => {
      const parted = {
        ...{ id: "parted", kind: "subgroups", endpoint: "os", group: { column: "stage" } },
        by: [{ column: "site" }],
      };
      const made = await requestOf(board(curves("all", null), curves("stage", "stage"), parted), {
        ...held,
        smallGroups,
      });
      expect(sizes(made).filter(([id]) => id !== "parted")).toEqual([
        ["all", 90],
        ["stage", 90],
      ]);
      expect(sizes(made).map(([id]) => id)).not.toContain("parted");
      expect(made.without.join()).toMatch(
        /^Left out: “[^”]*in subgroups[^”]*”: it has groups of fewer than 11 patients/,
      );
    },
  );

  it("leaves those without a value of a column of subgroups out where they are few", async () => {
    const parted = {
      ...{ id: "parted", kind: "subgroups", endpoint: "os", group: { column: "stage" } },
      by: [{ column: "sex" }],
    };
    const made = await requestOf(board(curves("all", null), parted), held);
    expect(sizes(made).find(([id]) => id === "all")).toEqual(["all", 86]);
    expect(made.without).toEqual([]);
  });

  it("merges on the whole board, and the data set lacks the points that would tell merged groups apart", async () => {
    const cohort = await exampleTable();
    const scores = boardSchema.parse({
      ...example,
      filters: [],
      panels: example.panels.filter(({ id }) => id === "os-score"),
    });
    const made = await requestOf(scores, { ...openPrivacy, smallGroups: "merge" }, cohort);
    const header = (text: string) => text.split("\r\n")[0];
    const open = await requestFor(cohort, scores).dataSet();
    const guarded = await made.dataSet();
    expect(header(open.csv)).toContain("points");
    expect(header(guarded.csv)).not.toContain("points");
    expect(guarded.notes.join()).toContain("they would tell merged groups apart: points of risk score");
    expect(guarded.csv).toContain("1–2 or ≥3");
  });

  it("says nowhere how many are left out, nor of how many: in every format", async () => {
    const made = await requestOf(board(curves("sex", "sex"), curves("site", "site"), curves("all", null)), held);
    // 79 are left: without the seven of site C and the four without sex.
    expect(sizes(made).map(([, patients]) => patients)).toEqual([79, 79, 79]);
    for (const id of ["svg", "pdf", "report", "pptx", "docx", "data", "statistics", "at-risk", "steps"]) {
      const text = (await textOf(id, made)).replace(/<[^>]*>/g, " ");
      expect([id, /\b(90|86|83) (of|patients|rows)|of (90|86|83) |\b[47] (sex|site) missing/.exec(text)?.[0]]).toEqual([
        id,
        undefined,
      ]);
    }
  });

  it("keeps every count where nothing is small, and says nothing of small groups", async () => {
    const made = await requestOf(board(curves("stage", "stage"), curves("all", null)), held);
    expect(made.panels.map(({ ledger }) => ledger?.rows)).toEqual([90, 90]);
    expect(await textOf("report", made)).toSatisfy((text: string) => !text.includes("are not given"));
  });

  it("says in one filter which groups are kept, and that only those with a value are", async () => {
    const some = await tableFrom(
      `months,died,relapse,site,sex,stage,age\n${rows.map((row, at) => (at === 5 ? row.replace(",A,", ",,") : row)).join("\n")}\n`,
    );
    const made = await requestOf(board(curves("all", null), curves("site", "site")), held, some);
    expect(sizes(made).map(([, patients]) => patients)).toEqual([82, 82]);
    expect(made.facts.filters).toEqual(["Site: A, B, with a value"]);
  });

  it("is as it was where nothing is held back", async () => {
    const all = board(curves("all", null), curves("site", "site"));
    const made = await requestOf(all, openPrivacy);
    expect(made.panels).toEqual(requestFor(table, all).panels);
    expect(made.board).toBe(all);
  });
});

describe("the line of those left out", () => {
  const sentence = async (privacy: Privacy) => {
    const made = await requestOf(board(curves("sex", "sex")), privacy);
    return /Left out: [^.]*sex missing\./.exec(await textOf("report", made))?.[0];
  };

  it("counts them, or says that they are fewer than the limit where small counts are held back", async () => {
    expect(await sentence(openPrivacy)).toBe("Left out: 4 sex missing.");
    expect(await sentence({ ...openPrivacy, cut: true })).toBe("Left out: fewer than 11 sex missing.");
    expect(await sentence({ ...openPrivacy, cut: true, smallest: 3 })).toBe("Left out: 4 sex missing.");
  });
});

describe("where fewer than 11 at risk are held back", () => {
  const cut: Privacy = { ...openPrivacy, cut: true };
  const incidence = { id: "cif", kind: "cumulativeIncidence", endpoint: "os", group: { column: "site" } };

  it.each([
    ["curves", curves("site", "site")],
    ["incidences", incidence],
  ])("Word and slides have no smaller count in the numbers at risk of %s, nor what gives it away", async (_, panel) => {
    const counted = async (id: string, privacy: Privacy) => {
      const text = (await textOf(id, await requestOf(board(panel), privacy))).replace(/<[^>]*>/g, "\n");
      return [...text.matchAll(/^(\d+) \((\d+), (\d+)\)$/gm)].map(([, ...counts]) => counts.map(Number));
    };
    for (const id of ["docx", "pptx"]) {
      const open = await counted(id, openPrivacy);
      expect(open.flat().some((count) => count > 0 && count < 11)).toBe(true);
      expect((await counted(id, cut)).flat().filter((count) => count > 0 && count < 11)).toEqual([]);
    }
  });

  it("the table has no smaller number of patients or events, nor how few a mean rests on", async () => {
    const made = await requestOf(board(curves("site", "site")), cut);
    const text = (await textOf("report", made)).replace(/<[^>]*>/g, "\n");
    expect(text).not.toMatch(/; \d at risk then/);
    expect(await textOf("report", await requestOf(board(curves("site", "site")), openPrivacy))).toMatch(
      /; \d at risk then/,
    );
    expect(text).toContain("; fewer than 11 at risk then");
  });
});
