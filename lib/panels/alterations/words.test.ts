import { describe, expect, it } from "vitest";
import { alterationsReport } from "./report";
import type { GenePair } from "./result";
import { alterations, geneLine } from "./testing";
import { caption, pairInWords, percentOf, results, sentence, subtitle } from "./words";

// R 4.2.2: binom.test(3, 8)$conf.int is 0.0852334, 0.7551368.
const kras = geneLine("KRAS", 3, 8);
const pair = (more: Partial<GenePair>): GenePair => ({
  ...{ a: "KRAS", b: "TP53", both: 3, onlyA: 1, onlyB: 1, neither: 3, oddsRatio: 6.4, p: 0.04, q: 0.08 },
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, at) => geneLine(`G${at + 1}`, 1, 8));

describe("a panel of genes in words", () => {
  it("says of whom and from where, and that not tested is not wild type", () => {
    expect(subtitle(alterations({ patients: 1 }))).toBe("1 patient · not tested is not wild type");
    expect(subtitle(alterations({ patients: 8, sources: ["a.maf", "b.txt"] }))).toBe(
      "8 patients · genes from a.maf and b.txt · not tested is not wild type",
    );
  });

  it("gives no share of a gene for which nobody was tested", () => {
    expect([percentOf(kras), percentOf({ altered: 0, tested: 0 })]).toEqual(["38%", "–"]);
  });

  it("speaks of up to twenty genes and counts the others, and of none where none is", () => {
    expect(sentence(alterations({ patients: 8, genes: [kras] }))).toBe(
      "Gene aberrations of 8 patients; altered of tested with exact 95% CI: KRAS 38% (3/8, 9–76%).",
    );
    expect(sentence(alterations({ patients: 8, genes: many(20) }))).not.toContain("more gene");
    expect(sentence(alterations({ patients: 8, genes: many(21) }))).toContain("G20 13% (1/8, 0–53%); and 1 more gene.");
    expect(sentence(alterations({ patients: 8 }))).toBe("Gene aberrations of 8 patients: no genes yet.");
  });

  it("says of survival by gene that it is too few where it is, and nothing where no endpoint is shown", () => {
    const survival = { lines: [], few: 1, leastAltered: 5, leastEvents: 10, causeSpecific: false };
    const endpoint = { label: "Overall survival" } as never;
    expect(sentence(alterations({ patients: 8, genes: [kras], survival, endpoint }))).toContain(
      "Overall survival by gene: too few altered or events.",
    );
    expect(results(alterations({ genes: [kras], survival, endpoint }))).not.toContain("Overall survival");
    const lines = [
      { gene: "KRAS", tested: 8, altered: 3, events: 5, eventsAltered: 2, ratio: null, p: 0.04, q: 0.0004 },
    ];
    const found = alterations({ genes: [kras], survival: { ...survival, lines }, endpoint });
    const said = "by gene, altered against wild type: KRAS hazard ratio NE, P = .040, q < .001.";
    expect(results(found)).toContain(`Overall survival ${said}`);
    expect(results({ ...found, endpoint: null })).not.toContain("hazard ratio");
  });

  it("calls genes together where both are altered more often than by chance, else apart", () => {
    const words = [6.4, 0.25, Number.POSITIVE_INFINITY, 0].map((oddsRatio) => pairInWords(pair({ oddsRatio })));
    expect(words).toEqual(["together, OR 6.40", "apart, OR 0.25", "together, OR ∞", "apart, OR 0"]);
  });

  it("finds what differs at P < .05: neither at .05 itself nor of more than five pairs", () => {
    const found = (pairs: GenePair[]) => results(alterations({ genes: [kras], pairs }));
    expect(found([pair({})])).toBe(
      "Altered of tested patients: KRAS in 3/8 (38%, 95% CI 9–76%). KRAS and TP53 were altered together, OR 6.40, P = .040, q = .080.",
    );
    expect(found([pair({ p: 0.05 })])).not.toContain("TP53");
    const six = Array.from({ length: 6 }, (_, at) => pair({ b: `B${at + 1}` }));
    expect(found(six)).toContain("B5");
    expect(found(six)).not.toContain("B6");
    expect(results(alterations({}))).toBe("No gene was read.");
    expect(results(alterations({ genes: many(11) }))).toContain("G10 in");
    expect(results(alterations({ genes: many(11) }))).not.toContain("G11 in");
  });

  it("names the genes that differ by group, or says that none does, and neither without groups", () => {
    const groups = ["A", "B"].map((label) => ({ level: label, label, color: null, patients: 4 }));
    const byGroup = [
      { altered: 3, tested: 4 },
      { altered: 0, tested: 4 },
    ];
    const of = (p: number, groupLabel: string | null) =>
      results(alterations({ genes: [{ ...kras, byGroup, p, q: p }], groups, groupLabel }));
    expect(of(0.04, "Arm")).toContain("KRAS differed by Arm: A 3/4 (75%) and B 0/4 (0%), P = .040, q = .040.");
    expect(of(0.05, "Arm")).toContain("No gene differed by Arm at P < .05.");
    expect(of(0.04, null)).not.toContain("differed");
  });

  it("says under the figure how patients stand, and which classes are not counted where some are found", () => {
    const under = (given: Parameters<typeof alterations>[0]) => caption(alterations(given), {} as never);
    expect(under({})).toMatch(/is left out of its row\. Patients are sorted by their alterations, gene by gene\.$/);
    expect(under({ sort: "group", groupLabel: "Arm" })).toContain("sorted by Arm, then by their alterations.");
    expect(under({ sort: "group" })).toContain("sorted by their alterations, then");
    expect(under({ notCounted: { classes: ["gain"], alterations: 1 } })).toMatch(
      /Counted: truncating and missense; not counted: gain\.$/i,
    );
  });
});

describe("the table of genes", () => {
  const group = (altered: number, tested: number) => ({ altered, tested });
  const rows = (genes: Parameters<typeof alterations>[0]["genes"], fewest: number | null) =>
    alterationsReport.statistics(alterations({ genes }), fewest).rows.map((cells) => cells.slice(1, 3));

  it("holds back a gene of which few are altered or few are not, and not one of which none are", () => {
    const counts = [group(4, 20), group(16, 20), group(5, 20), group(15, 20), group(0, 20), group(20, 20)];
    const genes = counts.map(({ altered, tested }) => geneLine("G", altered, tested));
    expect(rows(genes, 5).map(([first]) => first)).toEqual([
      ...["held back: fewer than 5", "held back: fewer than 5", "5/20", "15/20", "0/20", "20/20"],
    ]);
    expect(rows(genes, null).map(([first]) => first)).toEqual(["4/20", "16/20", "5/20", "15/20", "0/20", "20/20"]);
  });

  it("has a dash for the share of a gene for which nobody was tested", () => {
    expect(rows([geneLine("G", 0, 0)], null)).toEqual([["0/0", "–"]]);
  });

  it("gives the log2 of an odds ratio beside it, and a P by group only where there is one", () => {
    const { numbers } = alterationsReport;
    const lines = numbers(alterations({ genes: [kras], pairs: [pair({ oddsRatio: 8 })] })).rows;
    expect(lines).toContainEqual(["KRAS and TP53, log2 odds ratio", "", 3, ...Array(4).fill(Number.NaN)]);
    expect(lines.some(([quantity]) => quantity === "KRAS by group")).toBe(false);
    const tested = numbers(alterations({ genes: [{ ...kras, p: 0.04, q: 0.08 }] })).rows;
    expect(tested).toContainEqual(["KRAS by group", "", ...Array(3).fill(Number.NaN), 0.04, 0.08]);
  });
});
