import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { AlterationsResult } from "../panels/alterations/result";
import { shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { analysis } from "./analyze";

const read = (path: string) => readFileSync(path, "utf8");
const fixture = (name: string) => tableFrom(read(`lib/analysis/fixtures/${name}`));
const cohort = await tableFrom(read("public/example/synthetic-lms-cohort.csv"));
const mutations = await tableFrom(read("public/example/synthetic-lms-mutations.csv"));

const endpoint = (time: string, event: string, unit: string) => ({
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: time, unit },
  event: {
    column: event,
    coding: [
      { value: "1", as: "event" },
      { value: "0", as: "censored" },
    ],
  },
});
const long = { form: "long", gene: "gene", class: "alteration", change: "protein_change" };
const join = (genes: object, more: object = {}) => ({
  id: "genes",
  source: { file: "mutations.csv", rows: null, sha256: null },
  key: "patient_id",
  to: "patient_id",
  genes,
  ...more,
});

function view(table: Table, seconds: Record<string, Table>, panel: object, board: object) {
  const given = boardFrom({ panels: [{ id: "p", kind: "alterations", ...panel }], ...board });
  const [first] = analysis(table, new Map(Object.entries(seconds)))(given).panels;
  if (!first) throw new Error("no panel");
  return first;
}

function shown(...given: Parameters<typeof view>): AlterationsResult {
  const found = view(...given);
  if (found.state !== "ready" || found.result.kind !== "alterations") throw new Error(JSON.stringify(found));
  return found.result;
}

const exampleBoard = {
  patientId: "patient_id",
  endpoints: [endpoint("os_months", "os_event", "months")],
  joins: [join({ ...long, tested: { by: "all" } })],
};
const example = (panel: object = {}, board: object = exampleBoard) =>
  shown(cohort, { genes: mutations }, { endpoint: "os", most: 50, ...panel }, board);

const studyBoard = {
  patientId: "patient",
  endpoints: [endpoint("days", "died", "days")],
  joins: [
    join(
      {
        form: "long",
        gene: "Hugo_Symbol",
        class: "Variant_Classification",
        change: "HGVSp_Short",
        tested: {
          by: "panels",
          join: null,
          column: "assay",
          panels: [
            { panel: "WIDE", genes: null },
            { panel: "HOT", genes: ["TP53", "KRAS", "PTEN"] },
          ],
        },
      },
      { key: "Tumor_Sample_Barcode", to: "patient", match: "beginning" },
    ),
    join({ form: "matrix", gene: "Hugo_Symbol" }, { id: "cna", key: "sample", to: "patient", match: "beginning" }),
  ],
};
const study = async (panel: object = {}, board: object = studyBoard) =>
  shown(
    await fixture("alterationsStudy.csv"),
    { genes: await fixture("alterationsStudy.maf"), cna: await fixture("alterationsStudyCna.txt") },
    { endpoint: "os", level: 0.9, most: 50, ...panel },
    board,
  );

describe("gene aberrations", () => {
  it("of the example are TP53 49/75 and RB1 34/75, in the file and in the columns of the cohort", () => {
    const said = (result: AlterationsResult) =>
      result.genes
        .filter(({ gene }) => /TP53|RB1/.test(gene))
        .map(({ gene, altered, tested }) => `${gene} ${altered}/${tested}`);
    expect(said(example())).toEqual(["TP53 49/75", "RB1 34/75"]);
    const ofColumns = shown(cohort, {}, {}, {});
    expect(said(ofColumns)).toEqual(["TP53 49/75", "RB1 34/75"]);
    expect(ofColumns.genes.map(({ column }) => column)).toEqual(["tp53", "rb1"]);
    expect(shownKinds.alterations.sentence(ofColumns)).toContain("TP53 65% (49/75, 53–76%)");
  });

  it("wait until it is said who was tested", () => {
    const undecided = { ...exampleBoard, joins: [join(long)] };
    expect(view(cohort, { genes: mutations }, {}, undecided)).toMatchObject({
      state: "blocked",
      problem: { code: "genes-tested", hint: "Say who was tested." },
    });
  });

  it("that no row names are wild type only in those tested", () => {
    const listed = example({}, { ...exampleBoard, joins: [join({ ...long, tested: { by: "listed" } })] });
    const rows = new Set(mutations.columns[0]?.written?.levels);
    const [tp53] = listed.genes;
    expect([tp53?.gene, tp53?.altered, tp53?.tested]).toEqual(["TP53", 49, rows.size]);
    expect(example({ genes: ["BRCA2"] }).genes[0]).toMatchObject({ altered: 2, tested: 39 });
  });

  it("count the classes chosen, and say which are not counted", async () => {
    const plain = await study();
    expect(plain.notCounted).toMatchObject({ classes: ["gain", "shallowLoss", "silent"] });
    const all = await study({ counted: ["missense", "gain", "shallowLoss", "silent"], genes: ["MDM2"] });
    expect(all.genes[0]?.classes.map(({ of }) => of)).toEqual(["gain", "shallowLoss"]);
  });

  it("name what of a file is not used: dates for symbols, samples of nobody, repeated rows, two spellings", async () => {
    const messages = (await study()).notices.map(({ message, join: of }) => [message, of?.id]);
    expect(messages).toContainEqual([
      "mutations.csv: 2 rows have a date or a number in place of a gene, such as “2-Sep”: a spreadsheet has changed the symbol.",
      "genes",
    ]);
    expect(messages).toContainEqual(["mutations.csv: 1 row of 1 sample belongs to no patient of the cohort.", "genes"]);
    expect(messages).toContainEqual(["mutations.csv: 1 row repeats an alteration of the same patient.", "genes"]);
    expect(messages).toContainEqual([
      "mutations.csv: 1 gene is spelled in several ways: NKX2-1 also as “nkx2-1”.",
      "genes",
    ]);
    expect(example().notices.filter(({ join: of }) => of)).toEqual([]);
  });

  it("have each row of each file in one place of the ledger: read, or left out with its reason", async () => {
    const panel = { endpoint: "os", level: 0.9, most: 50 };
    const found = view(
      await fixture("alterationsStudy.csv"),
      { genes: await fixture("alterationsStudy.maf"), cna: await fixture("alterationsStudyCna.txt") },
      panel,
      studyBoard,
    );
    if (found.state !== "ready") throw new Error(found.state);
    const rows = read("lib/analysis/fixtures/alterationsStudy.maf").trim().split("\n").length - 2;
    const [mutations, copies] = found.ledger.seconds;
    expect(mutations).toMatchObject({ join: "genes", rows, used: rows - 4, unit: "row" });
    expect(mutations?.leftOut.map(({ reason, count }) => [reason, count])).toEqual([
      ["of no patient of the cohort", 1],
      ["with a date or a number in place of a gene", 2],
      ["that repeat an alteration of the same patient", 1],
    ]);
    expect(mutations?.leftOut.flatMap((line) => line.rows)).toHaveLength(4);
    expect(copies).toMatchObject({ join: "cna", rows: 80, leftOut: [], used: 80, unit: "sample" });
  });

  it("say what chance gives among so many genes, and which were tested in fewer than half", async () => {
    const said = ({ notices }: AlterationsResult, code: string) => notices.find((each) => each.code === code);
    const many = said(example(), "genes-many");
    expect(many?.message).toBe("6 genes were compared.");
    // 1 − .95⁶ = .2649
    expect(many?.hint).toMatch(/^With no true effect at all, 26 of 100 such cohorts/);
    expect(said(example({ endpoint: null }), "genes-many")).toBeUndefined();
    expect(said(example(), "genes-few-tested")).toBeUndefined();
    expect(said(await study(), "genes-few-tested")?.message).toBe(
      "MDM2 (79) was tested in fewer than half of 160 patients.",
    );
  });

  it("hold back every count of a gene with few altered in a group where a file asks for that", () => {
    const result = example({ group: { column: "arm" }, genes: ["TP53", "ATRX"] });
    const rows = (fewest: number | null) => shownKinds.alterations.statistics(result, fewest).rows;
    // 16 of 61 are altered in ATRX, 3 of them in the first arm.
    expect(rows(null).map((cells) => cells.slice(0, 4))).toEqual([
      ["TP53", "49/75", "65% (53–76)", "20/27 (74%)"],
      ["ATRX", "16/61", "26% (16–39)", "3/21 (14%)"],
    ]);
    expect(rows(5).map((cells) => cells.slice(0, 5))).toEqual([
      ["TP53", "49/75", "65% (53–76)", "20/27 (74%)", "29/48 (60%)"],
      ["ATRX", "held back: fewer than 5", "", "", ""],
    ]);
  });

  it("follow the filters", () => {
    const filters = [{ kind: "values", of: { column: "tp53" }, values: ["mutated"], missing: true }];
    const result = example({}, { ...exampleBoard, filters });
    expect(result.patients).toBe(49);
    expect(result.genes.find(({ gene }) => gene === "RB1")).toMatchObject({ altered: 25, tested: 49 });
  });

  it("have a track of best response in the order and with the categories of the panel of responses, others as they are", () => {
    const { tracks } = example({ tracks: [{ column: "best_response" }, { column: "arm" }] });
    expect(tracks[0]?.levels.map(({ label, response }) => [label, response])).toEqual(
      ["CR", "PR", "SD", "PD", "NE"].map((word, place) => [word, place]),
    );
    // As in the panel of responses: one CR, six PR, 27 SD, 30 PD, 11 NE.
    const counts = [0, 1, 2, 3, 4].map((place) => tracks[0]?.codes.filter((code) => code === place).length);
    expect(counts).toEqual([1, 6, 27, 30, 11]);
    expect(tracks[1]?.levels.map(({ response }) => response)).toEqual([null, null]);
  });

  it("call two words of response by their categories, and not one alone nor those with another word among them", async () => {
    const track = async (...words: string[]) => {
      const text = `patient_id,tp53,best\n${words.map((word, row) => `P${row},${row % 2},${word}`).join("\n")}\n`;
      const found = shown(await tableFrom(text), {}, { columns: ["tp53"], tracks: [{ column: "best" }] }, {});
      return found.tracks[0]?.levels.map(({ label, response }) => [label, response]);
    };
    expect(await track("PD", "CR", "PD", "CR")).toEqual([
      ["CR", 0],
      ["PD", 3],
    ]);
    expect(await track("PD", "PD")).toEqual([["PD", null]]);
    expect(await track("PD", "CR", "left")).toEqual(expect.arrayContaining([["PD", null]]));
  });

  it("are compared by survival with just so many altered and events as are asked for, not with one fewer", () => {
    // 49 of 75 are altered in TP53; 62 of the 75 die.
    const lines = (panel: object) => example({ genes: ["TP53"], ...panel }).survival;
    expect(lines({ leastAltered: 49, leastEvents: 62 })).toMatchObject({
      lines: [{ gene: "TP53", events: 62 }],
      few: 0,
    });
    expect(lines({ leastAltered: 50 })).toMatchObject({ lines: [], few: 1 });
    // Where all are altered there is nobody to compare with.
    const all = { kind: "values", of: { column: "tp53" }, missing: true };
    expect(
      example({ genes: ["TP53"] }, { ...exampleBoard, filters: [{ ...all, values: ["mutated"] }] }).survival,
    ).toMatchObject({ lines: [], few: 1 });
    expect(lines({ leastEvents: 63 })).toMatchObject({ lines: [], few: 1 });
  });

  it("stand in memo order: the altered of the first gene first, and among them those of the second", () => {
    const { genes, order } = example({ genes: ["TP53", "RB1"] });
    const altered = (line: number) =>
      Array.from(genes[line]?.cells.bits ?? [], (bits) => ((bits & 0xff) !== 0 ? 1 : 0));
    expect(altered(0)).toEqual(Array.from({ length: 75 }, (_, at) => (at < 49 ? 1 : 0)));
    const second = altered(1);
    expect(second.slice(49)).toEqual([...second.slice(49)].sort((a, b) => b - a));
    expect([...order.rows].sort((a, b) => a - b)).toEqual(Array.from({ length: 75 }, (_, row) => row));
    const byArm = example({ genes: ["TP53"], sort: "group", group: { column: "arm" } });
    expect([...byArm.order.group]).toEqual([...byArm.order.group].sort((a, b) => a - b));
  });
});

describe("one gene as a column of the cohort", () => {
  const derived = { from: "alteration", name: "BRCA2", gene: "brca2" };

  it("is altered, wild type, or missing where it was not tested, and groups survival curves", () => {
    const board = boardFrom({
      ...exampleBoard,
      edits: { derivedColumns: [derived] },
      panels: [{ id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "BRCA2" } }],
    });
    const [km] = analysis(cohort, new Map([["genes", mutations]]))(board).panels;
    if (km?.state !== "ready" || km.result.kind !== "kaplanMeier") throw new Error(JSON.stringify(km));
    expect(shownKinds.kaplanMeier.groups(km.result).map(({ label, patients }) => [label, patients])).toEqual([
      ["wild type", 37],
      ["altered", 2],
    ]);
    expect(km.ledger.leftOut).toMatchObject([{ reason: "BRCA2 missing", count: 36 }]);
  });

  it("is not made of a gene that nothing is said of, nor while it is open who was tested", () => {
    const problems = (joins: object[], gene: string) =>
      analysis(
        cohort,
        new Map([["genes", mutations]]),
      )(boardFrom({ ...exampleBoard, joins, edits: { derivedColumns: [{ ...derived, gene }] } })).problems.map(
        ({ code }) => code,
      );
    expect(problems([join({ ...long, tested: { by: "all" } })], "XYZ")).toEqual(["derived-gene"]);
    expect(problems([join(long)], "BRCA2")).toEqual(["genes-tested"]);
  });
});

describe("other files of genes", async () => {
  const patients = await tableFrom("patient_id,os_months,os_event\nP1,1,1\nP2,2,0\nP3,3,1\nP4,4,1\n");
  const of = async (text: string, genes: object, more: object = {}) =>
    shown(
      patients,
      { genes: await tableFrom(text) },
      { endpoint: null },
      { patientId: "patient_id", joins: [join(genes, more)] },
    );
  const counts = ({ genes }: AlterationsResult) =>
    genes.map(({ gene, altered, tested }) => `${gene} ${altered}/${tested}`);

  it("structural variants alter both genes", async () => {
    const reading = { form: "long", gene: "g1", partner: "g2", as: "fusion", tested: { by: "all" } };
    const result = await of("patient_id,g1,g2\nP1,EWSR1,FLI1\nP2,EWSR1,\n", reading);
    expect(counts(result)).toEqual(["EWSR1 2/4", "FLI1 1/4"]);
    expect(result.genes[0]?.classes).toEqual([{ of: "fusion", count: 2 }]);
  });

  it("of copy numbers, a patient with several samples was tested if one of them was, and is altered if one is", async () => {
    const text = "Hugo_Symbol,P1-A,P1-B,P2-A,P3-A\nRB1,NA,0,-2,NA\nMDM2,2,0,0,1\n";
    const result = await of(text, { form: "matrix", gene: "Hugo_Symbol" }, { key: "sample", match: "beginning" });
    expect(counts(result)).toEqual(["MDM2 1/3", "RB1 1/2"]);
  });

  it("with a column for each gene, blank is not tested, and what is neither altered nor wild type is named", async () => {
    const text = "patient_id,TP53,RB1,KRAS\nP1,p.R248Q,1,VUS\nP2,wt,0,wt\nP3,,1,G12D\nP4,fs,,wt\n";
    const result = await of(text, { form: "wide", columns: ["TP53", "RB1", "KRAS"] });
    expect(counts(result)).toEqual(["RB1 2/3", "KRAS 1/3", "TP53 1/2"]);
    expect(result.notices[0]).toMatchObject({
      message: "mutations.csv: 2 cells say neither altered nor wild type: “fs” in TP53 and “VUS” in KRAS.",
      rows: [4, 1],
      join: { id: "genes", column: "patient_id" },
    });
  });

  it("whose panels of genes are not all described wait for that, and say which", async () => {
    const reading = {
      form: "long",
      gene: "gene",
      tested: { by: "panels", join: null, column: "os_event", panels: [{ panel: "1", genes: null }] },
    };
    const board = { patientId: "patient_id", joins: [join(reading)] };
    expect(view(patients, { genes: await tableFrom("patient_id,gene\nP1,TP53\n") }, {}, board)).toMatchObject({
      state: "blocked",
      problem: { code: "genes-panels", message: "1 panel of genes in “os_event” is without a list of genes: “0”." },
    });
  });
});
