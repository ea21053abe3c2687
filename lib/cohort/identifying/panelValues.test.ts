import { describe, expect, it } from "vitest";
import type { Panel } from "../../board/board";
import { hasEndpoint, type PanelKindId } from "../../board/panelForms/registry";
import { boardFrom, tableFrom } from "../testing";
import { withoutIdentifyingValues } from ".";

const canary = "Berlin";
const table = await tableFrom(`site,arm,age\n${canary},A,61\nBonn,B,62\n`);
const site = { column: "site" };

/** Of an endpoint where its kind has one. */
const panelOf = (panel: object) => ({
  id: "p",
  ...("kind" in panel && hasEndpoint(panel.kind as PanelKindId) ? { endpoint: "os" } : undefined),
  ...panel,
});

async function saved(panel: object, more: object = {}) {
  const board = boardFrom({
    columns: [{ name: "site", identifying: true }],
    ...more,
    panels: [panelOf(panel)],
  });
  return withoutIdentifyingValues(board, table).panels[0];
}

const levels = {
  reference: canary,
  figure: { hidden: [canary, { level: canary, cause: 2 }], looks: [{ level: canary, color: "#336699" }] },
};
const term = (coding: object) => ({ id: JSON.stringify(coding).length.toString(), of: site, coding });
const list = { kind: "cut", when: { op: "in", values: [canary] } };

/** Every field of a kind that can hold a cell value holds one. */
const planted: { [Kind in PanelKindId]: object[] } = {
  kaplanMeier: [
    { group: site, ...levels },
    { group: { column: "arm" }, ...levels },
    { group: site, split: { column: "arm" }, also: "pfs", ...levels },
    { group: { column: "arm" }, split: site, strata: site, ...levels },
    { changes: { column: "site" }, ...levels },
    { cut: { of: site }, ...levels },
    { group: { column: "gone" }, ...levels },
  ],
  cumulativeIncidence: [
    { group: site, ...levels },
    { group: { column: "arm" }, ...levels },
    { group: null, ...levels },
  ],
  // Names of genes are nobody’s values.
  alterations: [],
  regression: [{ terms: [term({ kind: "levels", reference: canary }), term(list)], strata: site }],
  subgroups: [
    { group: site, reference: canary, compared: canary, by: [site] },
    { group: { column: "arm" }, reference: canary, by: [{ column: "arm" }] },
  ],
  response: [
    { group: site, reference: canary },
    { group: { column: "arm" }, reference: canary },
    { group: site, figure: { only: canary } },
    { group: { column: "arm" }, figure: { only: canary } },
    { response: "site", words: [{ value: canary, as: "PR" }] },
  ],
  characteristics: [
    { group: site, rows: [{ of: site, levels: [canary] }] },
    { group: null, rows: [{ of: { column: "arm" }, levels: [canary] }] },
    { group: { column: "arm" }, rows: [{ of: { column: "gone" }, levels: [canary] }] },
  ],
};

describe.each(Object.entries(planted))("a saved panel of kind %s", (kind, panels) => {
  it.each(panels.map((panel) => [JSON.stringify(panel), panel]))("names no patient’s value: %s", async (_, panel) => {
    const panels = boardFrom({ panels: [panelOf({ kind, ...(panel as object) })] }).panels;
    expect(JSON.stringify(panels)).toContain(canary);
    expect(JSON.stringify(await saved({ kind, ...(panel as object) }))).not.toContain(canary);
  });

  it("keeps everything else", async () => {
    for (const panel of panels) {
      const without = await saved({ kind, ...panel });
      const rewritten = ["reference", "compared", "figure", "terms", "words", "rows"];
      const fields = Object.keys(panel).filter((field) => !rewritten.includes(field));
      expect(without).toMatchObject(Object.fromEntries(fields.map((field) => [field, Reflect.get(panel, field)])));
    }
  });
});

describe("a saved panel of groups that identify nobody", () => {
  const own = { reference: "B", figure: { hidden: ["A"], looks: [{ level: "B", color: "#336699" }] } };
  const of = { endpoint: "os", ...own };

  it.each<[string, Partial<Panel>]>([
    ["a column", { kind: "kaplanMeier", group: { column: "arm" } }],
    ["a column, of incidence", { kind: "cumulativeIncidence", group: { column: "arm" } }],
  ])("keeps what is chosen for the levels of %s", async (_, panel) => {
    expect(await saved({ ...of, ...panel })).toMatchObject(own);
  });

  it("keeps what is chosen for the two sides of a searched cut-point", async () => {
    const sides = { reference: "high", figure: { hidden: ["low"] } };
    expect(await saved({ kind: "kaplanMeier", cut: { of: { column: "age" } }, ...sides })).toMatchObject(sides);
  });

  it("keeps what is chosen for the groups of a score", async () => {
    const groups = [{ label: "poor", min: null, max: null }];
    const scores = [{ id: "s", label: "s", factors: [], groups }];
    const poor = { kind: "kaplanMeier", group: { score: "s" }, reference: "poor" };
    expect(await saved(poor, { scores })).toMatchObject(poor);
  });
});
