import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardFrom, tableFrom } from "../../cohort/testing";
import type { ExportRequest } from "../exportFormat";
import { guardedFile } from "../guard";
import { openPrivacy } from "../privacy";
import { schemaProblems, validates } from "../schema/testing";
import { example, exampleTable, requestFor } from "../testing";
import { tellsFew } from "../words";
import { remark } from "./checklists/remark";
import { strobe } from "./checklists/strobe";
import { tripod } from "./checklists/tripod";
import { flowOf } from "./flowOfPatients";
import { paperExport } from "./paperExport";

/** One gray pixel: what a browser would draw. */
const pixel = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAfN0C4wAAAABJRU5ErkJggg=="),
  (letter) => letter.charCodeAt(0),
);
const drawn = (request: ExportRequest): ExportRequest => ({
  ...request,
  pictures: {
    ofFigure: async () => new Blob([pixel], { type: "image/png" }),
    ofText: () => Promise.reject(new Error("no text is drawn")),
    ofRows: () => Promise.reject(new Error("no rows are drawn")),
  },
});

async function written(request: ExportRequest) {
  const { files, notes } = await paperExport.write(request);
  const bytes = new Uint8Array(await (files[0] as { content: Blob }).content.arrayBuffer());
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] as Uint8Array);
  const lines = xml
    .split("</w:p>")
    .map((each) => [...each.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^<w:t[^>]*>/, "")).join(""))
    .map((each) => each.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
  const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^<w:t[^>]*>/, "")).join(" "),
    ),
  );
  return { bytes, xml, notes, lines, rows, text: lines.join("\n") };
}

const shipped = drawn(requestFor(await exampleTable(), example));

const coding = [
  { value: "0", as: "censored" },
  { value: "1", as: "event" },
];
const died = {
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "months", unit: "months" },
  event: { column: "dead", coding },
};

/** A cohort whose table of characteristics has so many rows. */
async function wide(rows: number): Promise<ExportRequest> {
  const names = Array.from({ length: rows }, (_, at) => `factor ${at + 1}`);
  const lines = Array.from({ length: 60 }, (_, row) =>
    [
      row % 2 ? "A" : "B",
      1 + ((row * 7) % 37),
      row % 3 === 0 ? 0 : 1,
      ...names.map((_, at) => (row * (at + 3) + at) % 5),
    ].join(","),
  );
  const board = boardFrom({
    endpoints: [died],
    panels: [
      {
        id: "t",
        kind: "characteristics",
        group: { column: "arm" },
        rows: names.map((column) => ({ of: { column } })),
      },
      { id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } },
    ],
  });
  return drawn(requestFor(await tableFrom(`arm,months,dead,${names.join(",")}\n${lines.join("\n")}\n`), board));
}

async function grouped(names: readonly string[], more: object = {}): Promise<ExportRequest> {
  const rows = names.flatMap((name, group) =>
    Array.from(
      { length: 20 },
      (_, at) => `"${name}",${((at * 7 + group * 3) % 37) + 1.5},${at % 3 === 0 ? 0 : 1},${at}`,
    ),
  );
  const board = boardFrom({
    endpoints: [died],
    panels: [{ id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
    ...more,
  });
  return drawn(requestFor(await tableFrom(`arm,months,dead,number\n${rows.join("\n")}\n`), board));
}

describe("the draft of a paper", () => {
  it.skipIf(!validates)(
    "is a document that Word opens without repair, whatever is in it",
    { timeout: 120_000 },
    async () => {
      const all = {
        shipped,
        wide: await wide(60),
        twelve: await grouped(Array.from({ length: 12 }, (_, at) => `Hospital ${"ABCDEFGHIJKL"[at]}`)),
        hostile: await grouped(["<b> & 'c'", '=HYPERLINK("x")', "S\u0001ite"]),
      };
      for (const [name, request] of Object.entries(all))
        expect([name, await schemaProblems((await written(request)).bytes, "paper.docx")]).toEqual([name, []]);
    },
  );

  it("has each figure as a picture with its sentence in place of it, and its legend", async () => {
    const { xml, text } = await written(shipped);
    const pictures = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"[^>]*title="([^"]*)"/g)];
    expect(pictures.length).toBe(6);
    const [, description = ""] =
      pictures.find(([, , title]) => title?.includes("Overall survival by risk score")) ?? [];
    expect(description).toMatch(/^Kaplan–Meier curves of Overall survival by risk score, 3 groups: 75 patients/);
    expect(text).toMatch(/Figure 5\. Overall survival by risk score\. .*Kaplan–Meier estimate/);
    expect((await written({ ...shipped, pictures: null })).notes.join()).toContain("Figures need a browser");
  });

  it("has results to paste: AMA style, the reference named, no quotation marks, with the places of their numbers", async () => {
    const { lines } = await written(shipped);
    const found = lines.find((line) => line.startsWith("Median overall survival was 19.9 months")) ?? "";
    expect(found).toContain(
      "Compared with risk score 0 (reference), the hazard ratio was 2.71 (95% CI, 1.42–5.19; P = .003) for risk score 1–2",
    );
    expect(found).toMatch(/ \(Figure 5 and Table 6\)\.$/);
    const results = lines.slice(lines.indexOf("Results") + 1, lines.indexOf("Read with care"));
    expect(results.length).toBe(7);
    for (const line of results) {
      expect(line).not.toMatch(/[“”"]/);
      // Why numbers are not known stands below the tables.
      expect(line).not.toMatch(/NE, a limit/);
    }
  });

  it("says of each method which figures and tables it is of, once, and cites every publication once", async () => {
    const { lines, text } = await written(shipped);
    expect(text.match(/Kaplan–Meier method \(Kaplan and Meier 1958\)/g)).toHaveLength(1);
    expect(lines.find((line) => line.startsWith("Figures 3, 4 and 5: Curves were estimated"))).toBeDefined();
    expect(lines.find((line) => line.startsWith("Figure 5: Risk score: one point each"))).toBeDefined();
    expect(text.match(/J Am Stat Assoc 1958;53:457–481/g)).toHaveLength(1);
  });

  it("has a table of 60 characteristics whose head is repeated and whose rows are not torn", async () => {
    const { xml } = await written(await wide(60));
    const table =
      [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([each]) => each).find((each) => /factor 60/i.test(each)) ?? "";
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/g)?.length).toBe(table.match(/<w:tr>/g)?.length);
  });
});

describe("the flow of patients in a paper", () => {
  it("goes from the file over those left out, by reason, to the groups, and adds up", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => `${row % 8 === 0 ? "" : row % 2 ? "A" : "B"},${row % 10 === 1 ? "" : row + 1},${row % 2}`,
    );
    const board = boardFrom({
      endpoints: [died],
      panels: [{ id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
    });
    const table = await tableFrom(`arm,months,dead\n${rows.join("\n")}\n`);
    const request = drawn(requestFor(table, board));
    const flow = flowOf(request.shown, request.facts, openPrivacy);
    // By hand: 40 patients; rows 1, 11, 21 and 31 (from 0) have no time; of the others rows 0, 8, 16, 24 and 32 no arm.
    expect(flow?.steps).toEqual([
      { remain: "40 patients in the file", leftOut: [] },
      { remain: "31 patients analyzed", leftOut: ["4 time missing", "5 arm missing"] },
    ]);
    // A: odd rows less 4; B: even rows less 5. All odd rows have the event.
    expect(flow?.groups).toEqual([
      ["A", "16 patients", "16 events"],
      ["B", "15 patients", "0 events"],
    ]);
    const { text } = await written(request);
    expect(text).toContain("40 rows in the file; left out: 4 time missing, 5 arm missing; 31 usable patients.");
    expect(flowOf(request.shown, request.facts, { ...openPrivacy, cut: true, smallest: 11 })).toBeNull();
    const privacy = { ...openPrivacy, cut: true, smallest: 11 };
    const answer = analysis(table);
    const guarded = await guardedFile(board, request.panels, privacy, async (each) => answer(each));
    const [shown = request.shown] = guarded.panels;
    const held = await written({ ...request, privacy, shown, panels: guarded.panels });
    expect(held.text).not.toMatch(/\b[45] (time|arm) missing/);
    expect(held.text).not.toMatch(/\b40 (rows|patients)/);
    expect(held.text).not.toContain("31 patients analyzed");
  });

  it("is not drawn where it does not add up", () => {
    const facts = { ...shipped.facts, selected: shipped.facts.selected - 1 };
    expect(flowOf(shipped.shown, shipped.facts, openPrivacy)).not.toBeNull();
    expect(flowOf(shipped.shown, facts, openPrivacy)).toBeNull();
    expect(flowOf({ ...shipped.shown, ledger: null }, shipped.facts, openPrivacy)).toBeNull();
  });
});

describe("sentences that count few", () => {
  it.each([
    ["7 events among 7 patients", true],
    ["13 events among 22 patients", false],
    ["no event: 0 events among 22 patients", false],
    ["5 of 27, 19%", true],
    ["1,005 patients", false],
    ["19.7 patients", false],
    ["median 7 months", false],
  ])("%s", (text, tells) => {
    expect(tellsFew(text, 11)).toBe(tells);
    expect(tellsFew(text, null)).toBe(false);
  });

  it("are held back, also in place of a figure", async () => {
    const { text, xml } = await written({ ...shipped, privacy: { ...openPrivacy, cut: true } });
    expect(text).toContain("Sentences that count few patients are held back.");
    expect(`${text}${xml}`).not.toMatch(/7 events among 7 patients|≥3: 7 patients/);
  });
});

describe("reporting checklists", () => {
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  const lettered = (number: number, letters: string) => [...letters].map((letter) => `${number}${letter}`);

  it("have the items of the published ones, each once and in their order", () => {
    // McShane 2005; von Elm 2007, Table 1; Collins 2015, Table 1.
    expect(remark.items.map(({ number }) => number)).toEqual(numbers(1, 20));
    expect(strobe.items.map(({ number }) => number)).toEqual([
      ...lettered(1, "ab"),
      ...numbers(2, 5),
      ...lettered(6, "ab"),
      ...numbers(7, 11),
      ...lettered(12, "abcde"),
      ...lettered(13, "abc"),
      ...lettered(14, "abc"),
      "15",
      ...lettered(16, "abc"),
      ...numbers(17, 22),
    ]);
    expect(tripod.items.map(({ number }) => number)).toEqual([
      "1",
      "2",
      ...lettered(3, "ab"),
      ...lettered(4, "ab"),
      ...lettered(5, "abc"),
      ...lettered(6, "ab"),
      ...lettered(7, "ab"),
      "8",
      "9",
      ...lettered(10, "abcde"),
      "11",
      "12",
      ...lettered(13, "abc"),
      ...lettered(14, "ab"),
      ...lettered(15, "ab"),
      "16",
      "17",
      "18",
      ...lettered(19, "ab"),
      ...numbers(20, 22),
    ]);
    expect(tripod.items).toHaveLength(37);
  });

  /** The answers of a checklist in a document, by item. */
  async function answers(request: ExportRequest, title: string): Promise<Record<string, string>> {
    const { xml } = await written(request);
    const from = xml.indexOf(`Checklist: ${title}`);
    if (from < 0) return {};
    const table = /<w:tbl>.*?<\/w:tbl>/s.exec(xml.slice(from))?.[0] ?? "";
    const rows = [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:t[ >][^<]*/g)].map(([text]) => text.replace(/^<w:t[^>]*>/, "")).join(""),
      ),
    );
    return Object.fromEntries(rows.slice(1).map(([number, , answer]) => [number, answer]));
  }
  const open = "To be written by the authors.";

  it("are filled where the board proves the answer, with where it stands, and open where it does not", async () => {
    const found = await answers(shipped, remark.title);
    expect(found).toMatchObject({
      1: "Marker: risk score. The rest is to be written by the authors.",
      7: "Defined in Methods: Overall survival, Progression-free survival.",
      15: "See Figure 5 and Table 6.",
    });
    for (const item of ["3", "4", "5", "9", "19", "20"]) expect([item, found[item]]).toEqual([item, open]);
    // The table of patients is by arm, not by the marker; the model has the factors, not the score.
    for (const item of ["14", "16", "17"]) expect([item, found[item]]).toEqual([item, open]);
    const cohort = await answers(shipped, strobe.title);
    expect(cohort["14b"]).toBe("See Table 1. The rest is to be written by the authors.");
    expect(cohort["14c"]).toContain(
      "Median follow-up was 50.4 months (95% CI, 34.9–NE), Overall survival, of 75 patients.",
    );
    for (const item of ["1a", "2", "8", "9", "10", "12e", "16c", "18", "22"])
      expect([item, cohort[item]]).toEqual([item, open]);
    const model = await answers(shipped, tripod.title);
    for (const item of ["10b", "10d", "12", "15b", "16", "22"]) expect([item, model[item]]).toEqual([item, open]);
    expect(model[11]).toContain("Defined in Methods:");
  });

  it("are of the kind that the board is a case of: no marker without a score, none of patients without an endpoint", async () => {
    const arms = await grouped(["A", "B"]);
    expect(Object.keys(await answers(arms, strobe.title)).length).toBe(strobe.items.length);
    expect([await answers(arms, remark.title), await answers(arms, tripod.title)]).toEqual([{}, {}]);
    const patients = boardFrom({
      panels: [{ id: "p", kind: "characteristics", group: { column: "arm" }, rows: [{ of: { column: "tp53" } }] }],
    });
    const { text } = await written(drawn(requestFor(await exampleTable(), patients)));
    expect(text).not.toContain("Checklist:");
  });

  it("claim the marker’s model and its table where they are there", async () => {
    const score = example.scores[0]?.id;
    const panels = [
      { id: "t", kind: "characteristics", group: { score }, rows: [{ of: { column: "age" } }] },
      { id: "km", kind: "kaplanMeier", endpoint: "os", group: { score } },
      {
        id: "cox",
        kind: "regression",
        endpoint: "os",
        terms: [
          { id: "s", of: { score }, coding: { kind: "levels", reference: null } },
          { id: "a", of: { column: "age" }, coding: { kind: "perUnit" } },
        ],
      },
    ];
    const request = drawn(requestFor(await exampleTable(), { ...example, panels: boardFrom({ panels }).panels }));
    const found = await answers(request, remark.title);
    expect(found[14]).toBe("See Table 1. The rest is to be written by the authors.");
    expect(found[16]).toBe("See Table 3.");
    expect(found[17]).toContain("which of them are standard is not known here");
  });
});
