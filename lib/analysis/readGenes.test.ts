import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { analysis } from "./analyze";

const long = { form: "long", gene: "gene", class: "alteration", change: null, tested: { by: "all" } };
async function genesOf(file: string, second?: string, panel: object = {}) {
  const table = await tableFrom(file);
  const seconds = new Map<string, Table>(second ? [["g", await tableFrom(second)]] : []);
  const joins = [{ id: "g", source: { file: "m.csv", rows: null, sha256: null }, key: "id", to: "id", genes: long }];
  const board = boardFrom({
    patientId: "id",
    joins: second ? joins : [],
    panels: [{ id: "p", kind: "alterations", ...panel }],
  });
  const [view] = analysis(table, seconds)(board).panels;
  if (view?.state !== "ready" || view.result.kind !== "alterations") throw new Error(JSON.stringify(view));
  const { result } = view;
  return {
    result,
    shares: result.genes.map(({ gene, altered, tested }) => `${gene} ${altered}/${tested}`),
    said: result.notices.map(({ message }) => message).join(" "),
  };
}

describe("one gene under two names", () => {
  it("is one gene, by its own name, and that is said with the rows: p53 is TP53, HER2 is ERBB2", async () => {
    const { shares, said, result } = await genesOf(
      "id\nA\nB\nC\nD\n",
      "id,gene,alteration\nA,p53,mutated\nB,TP53,mutated\nC,HER-2,amplification\nD,ERBB2,amplification\nD,p53,mutated\n",
    );
    // By hand: TP53 in A, B and D, ERBB2 in C and D.
    expect(shares).toEqual(["TP53 3/4", "ERBB2 2/4"]);
    expect(said).toContain("2 genes are spelled in several ways: TP53 also as “p53” and ERBB2 also as “HER-2”.");
    expect(result.notices.find(({ code }) => code === "genes-spellings-g")?.rows).toEqual([1, 5, 3]);
    expect((await genesOf("id\nA\n", "id,gene,alteration\nA,p53,mutated\n", { genes: ["TP53"] })).shares).toEqual([
      "p53 1/1",
    ]);
  });

  it("is not read from a column called after a protein", async () => {
    expect((await genesOf("id,HER2,p16,TP53\nA,1,1,1\nB,0,0,0\n")).shares).toEqual(["TP53 1/2"]);
  });
});

describe("a column called after a gene", () => {
  it("with a word that says neither is read without that cell, which is told with its row", async () => {
    const { shares, said } = await genesOf("id,TP53,RB1\nA,mut,loss\nB,wt,intact\nC,wt,wt\nD,mut,maybe\n");
    expect(shares).toEqual(["TP53 2/4", "RB1 1/3"]);
    expect(said).toContain("1 cell says neither altered nor wild type: “maybe” in RB1.");
  });

  it("of which most cells say neither is no gene", async () => {
    expect((await genesOf("id,TP53,RB1\nA,mut,high\nB,wt,low\nC,wt,wt\nD,mut,medium\n")).shares).toEqual(["TP53 2/4"]);
  });
});

it("a file of genes that matches nobody is named beside the figure", async () => {
  const { said } = await genesOf("id\nA\nB\n", "id,gene,alteration\nX,TP53,mutated\n");
  expect(said).toContain("“m.csv” gives no gene: it is not open, or none of its rows is of a patient of the cohort.");
  expect((await genesOf("id\nA\nB\n", "id,gene,alteration\nA,TP53,mutated\n")).said).not.toContain("gives no gene");
});

it("five hundred columns of genes are counted, not listed, and of many that differ by group ten are named", async () => {
  const names = Array.from({ length: 500 }, (_, at) => `G${at}`);
  const file = `id,arm,${names.join(",")}\n${Array.from({ length: 40 }, (_, row) => `P${row},${row < 20 ? "A" : "B"},${names.map(() => (row < 20 ? 1 : 0)).join(",")}`).join("\n")}\n`;
  const { result } = await genesOf(file, undefined, { columns: names, most: 15, group: { column: "arm" } });
  expect(shownKinds.alterations.subtitle(result)).toBe(
    "40 patients · genes from 500 columns · not tested is not wild type",
  );
  const words = shownKinds.alterations.results(result);
  expect(words.match(/differed by arm/g)).toHaveLength(10);
  expect(words).toContain("5 more genes differed at P < .05.");
});
