import { describe, expect, it } from "vitest";
import type { PanelOf } from "../../board/panelForms/registry";
import type { Prepared } from "../prepared";
import { noticesOf } from "./notices";
import type { PanelGenes } from "./read";
import type { AlterationsResult } from "./result";
import { alterations, geneLine } from "./testing";

interface Told {
  endpoint?: string | null;
  board?: object;
  columns?: { name: string; kind: string }[];
  problem?: object;
  absent?: string[];
}

/** What is said of a result, by code. */
function told(given: Partial<AlterationsResult>, { endpoint = null, board, columns, problem, absent }: Told = {}) {
  const prepared = {
    board: { endpoints: [{ id: "os", label: "Overall survival", entry: null }], joins: [], ...board },
    endpoints: [{ view: { problem: problem ?? null } }],
    links: new Map(),
    table: { columns: columns ?? [] },
  } as unknown as Prepared;
  const read = { absent: absent ?? [], sources: [] } as unknown as PanelGenes;
  const notices = noticesOf(prepared, { endpoint } as PanelOf<"alterations">, alterations(given), read);
  return Object.fromEntries(notices.map(({ code, message, hint }) => [code, `${message} ${hint}`]));
}

const genes = (count: number, p: number) =>
  Array.from({ length: count }, (_, at) => geneLine(`G${at + 1}`, 1, 8, { p }));
const named = (count: number) => Array.from({ length: count }, (_, at) => `G${at + 1}`);

describe("what is said beside the numbers of genes", () => {
  it("is nothing where nothing is to be said", () => {
    expect(told({ patients: 8, genes: genes(1, 0.04), groupLabel: "Arm" }, { endpoint: "os" })).toEqual({});
  });

  it("is what chance gives among several: 10 of 100 among 2, and never 100 of 100", () => {
    const chance = (count: number) => told({ genes: genes(count, 0.5), groupLabel: "Arm" })["genes-many"];
    // 1 − .95² = .0975; 1 − .95⁹⁰ = .9901; 1 − .95¹⁰⁴ = .9952, which is no certainty.
    expect(chance(1)).toBeUndefined();
    expect(chance(2)).toMatch(/^2 genes were compared\. With no true effect at all, 10 of 100 such cohorts/);
    expect(chance(90)).toContain(" 99 of 100 ");
    expect(chance(104)).toContain(" more than 99 of 100 ");
  });

  it("is of the genes that were compared: not of those without a P, nor without groups", () => {
    expect(told({ genes: genes(9, Number.NaN), groupLabel: "Arm" })).toEqual({});
    expect(told({ genes: genes(9, 0.5) })).toEqual({});
    const survival = (p: number) => ({
      ...{ few: 0, leastAltered: 5, leastEvents: 10, causeSpecific: false },
      lines: [p, p, p].map((each) => ({
        ...{ gene: "TP53", tested: 8, altered: 4, events: 6, eventsAltered: 3, ratio: null },
        ...{ p: each, q: each },
      })),
    });
    // The larger of the two families: 1 − .95³ = .1426.
    expect(told({ genes: genes(2, 0.5), groupLabel: "Arm", survival: survival(0.5) })["genes-many"]).toMatch(
      /^3 genes .* 14 of 100/,
    );
    expect(told({ survival: survival(Number.NaN) })).toEqual({});
  });

  it("is which were tested in fewer than half, five by name, and not one that was tested in half", () => {
    const few = (tested: number[]) =>
      told({ patients: 8, genes: tested.map((each, at) => geneLine(`G${at + 1}`, 0, each)) })["genes-few-tested"];
    expect(few([4, 8])).toBeUndefined();
    expect(few([3, 4])).toMatch(/^G1 \(3\) was tested in fewer than half of 8 patients\./);
    expect(few([3, 2, 1, 3, 3])).toMatch(/^G1 \(3\), G2 \(2\), G3 \(1\), G4 \(3\) and G5 \(3\) were tested/);
    expect(few([3, 2, 1, 3, 3, 0])).toMatch(/^G1 \(3\), G2 \(2\), G3 \(1\), G4 \(3\), G5 \(3\) and 1 more were tested/);
  });

  it("is which were tested by one file and not by another, four by name, and none of those tested by all", () => {
    const partly = (counts: number[]) =>
      told({ genes: counts.map((each, at) => geneLine(`G${at + 1}`, 0, 8, { partly: each })) })["genes-partly"];
    expect(partly([0, 0])).toBeUndefined();
    expect(partly([0, 1])).toContain("not by another: G2 1.");
    expect(partly([1, 2, 3, 4])).toContain("not by another: G1 1, G2 2, G3 3 and G4 4.");
    expect(partly([1, 2, 3, 4, 5])).toContain("not by another: G1 1, G2 2, G3 3, G4 4 and 1 more gene.");
  });

  it("is which genes nobody speaks of, five by name", () => {
    const absent = (count: number) => told({}, { absent: named(count) })["genes-absent"];
    expect(absent(1)).toMatch(/^No file and no column says anything of G1\. /);
    expect(absent(5)).toContain("G4 and G5. ");
    expect(absent(6)).toContain("G4, G5 and 1 more. ");
  });

  it("is that an endpoint is gone, or what is wrong with it, and nothing where none is asked for", () => {
    const gone = { board: { endpoints: [] } };
    expect(told({}, { ...gone, endpoint: "os" })["genes-endpoint-absent"]).toMatch(/^The endpoint of survival by gene/);
    expect(told({}, gone)).toEqual({});
    const problem = { code: "event-open", message: "A value is open.", hint: "Say what it means." };
    expect(told({}, { endpoint: "os", problem })).toEqual({ "event-open": "A value is open. Say what it means." });
    expect(told({}, { problem })).toEqual({});
  });

  it("is that patients must live to be sequenced, where a column says until when and nobody enters then", () => {
    const report = { name: "report_date", kind: "date" };
    const said = (columns: Told["columns"], entry: object | null, endpoint: string | null = "os") =>
      told({}, { endpoint, columns, board: { endpoints: [{ id: "os", label: "Overall survival", entry }] } })[
        "genes-entry"
      ];
    expect(said([{ name: "birth_date", kind: "date" }, report], null)).toContain("and “report_date” says until when. ");
    expect(said([report], { from: "column", column: "entry" })).toBeUndefined();
    expect(said([{ ...report, kind: "number" }], null)).toBeUndefined();
    expect(said([report], null, null)).toBeUndefined();
  });

  it("is which findings are not counted, of one and of several", () => {
    const unused = (count: number) =>
      told({ notCounted: { classes: ["gain"], alterations: count } })["genes-not-counted"];
    expect(unused(0)).toBeUndefined();
    expect(unused(1)).toMatch(/^1 finding of these genes is not counted: /);
    expect(unused(2)).toMatch(/^2 findings of these genes are not counted: /);
  });

  it("is that files of genes give none, one or several of them, and nothing of a file that gives some or has no genes", () => {
    const join = (id: string, genes: object | null = {}) => ({ id, genes, source: { file: `${id}.maf` } });
    const nobody = (...joins: object[]) => told({}, { board: { joins } })["genes-file-nobody"];
    expect(nobody(join("a"))).toMatch(/^“a\.maf” gives no gene: it is not open, or none of its rows is of a patient/);
    expect(nobody(join("a"), join("b"))).toMatch(/^“a\.maf” and “b\.maf” give no gene: they are not open/);
    expect(nobody(join("a", null))).toBeUndefined();
  });

  it("is that sampling weights are not used, where the setting has them", () => {
    const setting = alterations({}).setting;
    expect(told({ setting: { ...setting, weights: "sampling" } })["genes-sampling"]).toMatch(
      /each patient counts once/,
    );
  });
});
