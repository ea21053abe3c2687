import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { boardSchema } from "../board/board";
import { endpointFrom } from "../cohort/layouts/endpointParts";
import { boardFrom, tableFrom } from "../cohort/testing";
import { panelKinds } from "../panels/registry";
import { analyze } from "./analyze";

const read = (path: string) => tableFrom(readFileSync(new URL(path, import.meta.url), "utf8"));

afterEach(() => vi.restoreAllMocks());

describe("a panel whose analysis throws", () => {
  it("says so in its place, and the others keep their numbers", async () => {
    const table = await read("../../public/example/synthetic-lms-cohort.csv");
    const board = boardSchema.parse(exampleBoard);
    const place = board.panels.findIndex(({ kind }) => kind === "kaplanMeier");
    const before = analyze(table, board);
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const { analyze: whole } = panelKinds.kaplanMeier;
    vi.spyOn(panelKinds.kaplanMeier, "analyze").mockImplementation((prepared, panel, quick) => {
      if (panel.id === board.panels[place]?.id) throw new Error("a fault");
      return whole(prepared, panel, quick);
    });
    const after = analyze(table, board);
    expect(after.panels[place]).toMatchObject({ state: "blocked", problem: { code: "panel-failed" }, ledger: null });
    expect({ ...after, panels: after.panels.toSpliced(place, 1) }).toEqual({
      ...before,
      panels: before.panels.toSpliced(place, 1),
    });
    expect(said).toHaveBeenCalledOnce();
  });
});

describe("names as long as a column may have", () => {
  const long = "w".repeat(1990);

  it("leave a model its numbers and the score that comes of it", async () => {
    const table = await read("../survival/reference/data/lung.csv");
    const endpoint = {
      id: "os",
      label: long,
      time: { from: "column", column: "time", unit: "days" },
      event: {
        column: "event",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
        ],
      },
    };
    const terms = [{ id: "ecog", of: { column: "ecog_f" }, coding: { kind: "levels" } }];
    const panels = [{ id: "cox", kind: "regression", endpoint: "os", terms }];
    const named = (label: string) => boardFrom({ endpoints: [endpoint], panels, columns: [{ name: "ecog_f", label }] });
    const [short, longer] = [named("ECOG"), named(long)].map((board) => {
      const [panel] = analyze(table, board).panels;
      if (panel.state !== "ready" || panel.result.kind !== "regression") throw new Error(JSON.stringify(panel));
      return panel.result;
    });
    const points = (result: typeof short) => result.proposal?.score.factors.map((factor) => factor.points);
    // The levels of four, one of which has an interval that holds 0 and carries no point.
    expect([...(points(longer) ?? []), ...(longer?.proposal?.withoutPoints ?? [])]).toHaveLength(3);
    expect(points(longer)).toEqual(points(short));
  });

  it("leave an endpoint named after them", () => {
    const time = { from: "column", column: "a", unit: "days" } as const;
    const made = endpointFrom({ id: "a", label: "w".repeat(20_000), time, event: null });
    expect(made.label).toMatch(/^w+$/);
  });
});
