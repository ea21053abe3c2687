import { describe, expect, it } from "vitest";
import { boardSchema } from "../board/board";
import {
  endpointOf,
  needsEndpoint,
  newPanel,
  type PanelKindId,
  panelForms,
  panelSchema,
} from "../board/panelForms/registry";
import { boardFrom, tableFrom } from "../cohort/testing";
import { serialize } from "../figure/svg";
import { methodsInWords } from "../panels/methods/paragraph";
import { panelKinds } from "../panels/registry";
import { shownKinds } from "../panels/shownKinds";
import { analysis } from "./analyze";

const kinds = Object.keys(panelForms) as PanelKindId[];

const endpoint = {
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "months", unit: "months" },
  event: {
    column: "event",
    coding: [
      { value: "0", as: "censored" },
      { value: "1", as: "event" },
      { value: "2", as: "competing" },
    ],
  },
};
const rows = Array.from(
  { length: 40 },
  (_, row) => `${1 + ((row * 7) % 23)},${row % 3},${row % 2 ? "A" : "B"},${row % 3 ? "SD" : "PR"}`,
);
const table = await tableFrom(`months,event,arm,best\n${rows.join("\n")}\n`);
const answer = analysis(table);

/** The columns without which a kind has nothing to show. */
const given: Partial<Record<PanelKindId, object>> = {
  response: { response: "best" },
  subgroups: { group: { column: "arm" } },
};

describe.each(kinds)("a %s panel", (kind) => {
  const panel = newPanel(kind, "os");
  const board = boardFrom({ endpoints: [endpoint], panels: [{ ...panel, ...given[kind] }] });

  it("has a label of its own, a computation and a drawing", () => {
    expect(kinds.filter((other) => panelForms[other].label === panelForms[kind].label)).toEqual([kind]);
    expect(panelKinds[kind]).toBeDefined();
    expect(shownKinds[kind]).toBeDefined();
  });

  const ofEndpoint = endpointOf(panel) !== null;

  it("begins with an endpoint alone, if with that, and comes back from a board file as it was", () => {
    expect(panel).toMatchObject({ id: "new", kind, title: null });
    expect(["os", null]).toContain(endpointOf(panel));
    expect(panelForms[kind].endpoints(panel)).toEqual(ofEndpoint ? ["os"] : []);
    expect(panelSchema.parse(JSON.parse(JSON.stringify(panel)))).toEqual(panel);
  });

  it("writes its group in title and texts as the column is called, in capitals or not", async () => {
    for (const name of ["Arm", "arm", "ARM"]) {
      const own = await tableFrom(`months,event,${name},best\n${rows.join("\n")}\n`);
      const grouped = { ...panel, ...given[kind], ...("group" in panel ? { group: { column: name } } : undefined) };
      const [view] = analysis(own)(boardFrom({ endpoints: [endpoint], panels: [grouped] })).panels;
      if (view?.state !== "ready" || !("group" in panel)) continue;
      expect(view.title).toMatch(new RegExp(` by ${name}$`));
      const { results, methods } = shownKinds[kind];
      const texts = [results(view.result as never), methodsInWords(methods(view.result as never, view.panel as never))];
      for (const [said] of texts.join(" ").matchAll(/ by arm\b/gi)) expect(said).toBe(` by ${name}`);
    }
  });

  it("is refused with a field that it does not know", () => {
    expect(panelSchema.safeParse({ ...panel, surprise: 1 }).success).toBe(false);
  });

  it("lets an address carry no text", () => {
    const { inHash, figureInHash } = panelForms[kind];
    for (const texts of ["title", "subtitle", "caption", "originLabel"]) {
      expect(inHash.shape).not.toHaveProperty(texts);
      expect(figureInHash.shape).not.toHaveProperty(texts);
    }
  });

  it("is answered with a result of its kind, drawn and said in words", () => {
    const [view] = answer(board).panels;
    if (view.state !== "ready") throw new Error(JSON.stringify(view));
    expect(view.result.kind).toBe(kind);
    if (needsEndpoint(kind)) expect(view.title).toContain("Overall survival");
    const drawing = shownKinds[kind];
    const figure = drawing.figure(view.result, panel.figure, { width: 700, height: 480, theme: "light" });
    expect(figure.height).toBeGreaterThanOrEqual(480);
    expect(serialize(figure.tree).text).toContain("<svg");
    expect(serialize(drawing.thumbnail(view.result, { width: 150, height: 76 }, "dark")).text).toContain("<svg");
    expect(drawing.sentence(view.result)).toMatch(needsEndpoint(kind) ? /[Oo]verall survival/ : /40 patients/);
    expect(drawing.subtitle(view.result)).toContain("40 patients");
  });

  it.runIf(ofEndpoint && !needsEndpoint(kind))("says that its endpoint is gone, and shows the rest", () => {
    expect(answer({ ...board, endpoints: [] }).panels[0]).toMatchObject({
      state: "ready",
      result: { endpoint: null, patients: 40, notices: [{ code: "genes-endpoint-absent" }] },
    });
  });

  it.runIf(needsEndpoint(kind))("is blocked with a sentence when its endpoint is gone", () => {
    expect(answer({ ...board, endpoints: [] }).panels[0]).toMatchObject({
      state: "blocked",
      problem: { code: "endpoint-absent" },
    });
  });

  it("is blocked with a sentence when the filters leave nobody", () => {
    const nobody = { kind: "values", of: { column: "arm" }, values: [], missing: false };
    expect(answer(boardSchema.parse({ ...board, filters: [nobody] })).panels[0]).toMatchObject({
      state: "blocked",
      problem: { code: "nobody-selected" },
    });
  });
});
