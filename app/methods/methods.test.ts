import { describe, expect, it } from "vitest";
import { testChoices } from "../../lib/board/panelForms/kaplanMeier";
import { citations } from "../../lib/panels/methods/citations";
import { methodIds } from "../../lib/panels/methods/methods";
import { methodGroups, sourceOf } from "./methods";

const all = methodGroups.flatMap(({ methods }) => methods);

/** Sentences of a paragraph that say what was taken, not how it was computed. */
const plain = [
  ...[
    "assignedAtRandom",
    "endpoint",
    "filters",
    "countedCells",
    "score",
    "cutFollowUp",
    "interactions",
    "missingCovariates",
    "multiples",
    "second",
    "multiplicity",
    "publishedMedians",
  ],
];

describe("the Methods place", () => {
  it("explains every method that a paragraph can name, once, and none besides", () => {
    const explained = all.flatMap(({ of }) => of);
    expect(explained).toHaveLength(new Set(explained).size);
    expect([...explained, ...plain].sort()).toEqual([...methodIds].sort());
  });

  it("has a formula of its own for every test of the menu", () => {
    for (const { label } of testChoices) expect(all.filter(({ name }) => name === label)).toHaveLength(1);
    const formulas = all.map(({ formula }) => formula);
    expect(formulas).toHaveLength(new Set(formulas).size);
    for (const formula of formulas) expect(formula.match(/w\(tⱼ\) =/g) ?? []).not.toHaveLength(2);
  });

  it("cites whole: author, where, year and pages, or a book with its publisher", () => {
    for (const [id, { short, whole }] of Object.entries(citations)) {
      const [year = ""] = /\d{4}$/.exec(short) ?? [];
      expect(whole, id).toContain(year);
      expect(whole, id).toMatch(/ \d{4};\d+:\d+(–\d+)?$|, (Springer|Wiley) \d{4}$|, Physica \d{4}:\d+–\d+$/);
      expect(whole.split(/[, ]/)[0], id).toBe(short.split(/[, ]/)[0]);
    }
  });

  it("cites the pages that are right", () => {
    const peto = all.filter(({ sources }) => sources.includes("peto")).map(sourceOf);
    expect(peto.join()).toContain("J R Stat Soc A 1972;135:185–207");
    // As the weights of survminer and survMisc name it.
    const modified = all.find(({ name }) => name === "Modified Peto–Peto");
    expect(modified && sourceOf(modified)).toMatch(/^Andersen, Borgan, Gill and Keiding, Int Stat Rev 1982;50:219–/);
    const difference = all.find(({ of }) => of.includes("differenceAt"));
    expect(difference && sourceOf(difference)).toMatch(
      /^Klein, Logan, Harhoff and Andersen, Stat Med 2007;26:4505–4519/,
    );
    // As maxstat of R cites it.
    expect(citations.lausenSauerbrei.whole).toMatch(/Physica 1994:483–496$/);
  });

  it("promises nothing that the page does not do", () => {
    const said = all.flatMap(({ name, says, formula, r }) => [name, says, formula, r]).join(" ");
    expect(said).not.toMatch(
      /bootstrap|optimism|Martingale|deviance|dfbeta\)\^|BIC|[Ff]orward|exact ones|Nelson|O'Quigley|quantiles/,
    );
  });
});
