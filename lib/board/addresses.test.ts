import { describe, expect, it } from "vitest";
import exampleBoard from "../../public/example/synthetic-lms-board.json";
import { type Board, boardSchema, emptyBoard } from "./board";
import { type HashSettings, hashOf, hashWith, readHash } from "./hash";
import { leftOutOfHash } from "./leftOutOfHash";
import { areOfExample, fitting, namesOf, unknownIn } from "./namesInHash";
import { openingPanel } from "./panelForms/registry";

const example = boardSchema.parse(exampleBoard);
const ofCurves = openingPanel(example.panels);
const columns = ["patient_id", "arm", "age", "sex", "tp53", "rb1", "best_response", "best_change_pct"];
const known = namesOf(example, columns);
const nobody = () => false;

function settingsOf(board: Board, cohort?: HashSettings["cohort"]): HashSettings {
  const settings = readHash(hashOf(board, { cohort, place: "board", focus: null }, nobody));
  if (!settings) throw new Error("unreadable");
  return settings;
}

const ranged = (column: string): Board => ({
  ...example,
  filters: [{ kind: "range", of: { column }, min: 1, max: null, missing: true }],
});

describe("an address", () => {
  it("says whether its settings are of the example or of an own file", () => {
    expect(settingsOf(example, "own").cohort).toBe("own");
    expect(settingsOf(example, "example").cohort).toBe("example");
    expect(readHash(hashWith(settingsOf(example, "own")))).toEqual(settingsOf(example, "own"));
  });

  it("of an own file is never the example's, even where the example has every column it names", () => {
    expect(areOfExample(settingsOf(ranged("age"), "own"), known)).toBe(false);
    expect(areOfExample(settingsOf(ranged("size_mm"), "example"), known)).toBe(true);
  });

  it("that does not say it is the example's only where the example has all that it names", () => {
    expect(areOfExample(settingsOf(ranged("age")), known)).toBe(true);
    expect(areOfExample(settingsOf(ranged("size_mm")), known)).toBe(false);
    const panel = { ...ofCurves, endpoint: "relapse" } as Board["panels"][number];
    expect(areOfExample(settingsOf({ ...example, panels: [panel] }), known)).toBe(false);
  });

  it("gives a file what fits it, and names what does not", () => {
    const settings = settingsOf(
      { ...example, filters: [...ranged("age").filters, ...ranged("size_mm").filters] },
      "own",
    );
    const { settings: fits, unknown } = fitting(settings, known);
    expect(unknown).toEqual(["size_mm"]);
    expect(fits.ranges.map(({ of }) => of)).toEqual([{ column: "age" }]);
    expect(fits.panels).toEqual(settings.panels);
  });

  it("names columns, scores and endpoints wherever they stand, and no texts or options", () => {
    const nothing = namesOf(emptyBoard, []);
    expect(
      unknownIn(
        { id: "p", endpoint: "os", test: "logRank", changes: { column: "date" }, group: { score: "s" } },
        nothing,
      ),
    ).toEqual(["os", "date", "s"]);
  });
});

describe("what a link leaves out", () => {
  it("is nothing for a board as its address opens", () => {
    expect(leftOutOfHash(example, example, nobody)).toEqual([]);
    expect(leftOutOfHash(ranged("age"), { ...example, filters: [] }, nobody)).toEqual([]);
  });

  it("are filters on values, by their columns", () => {
    const on = (column: string) => ({ kind: "values" as const, of: { column }, values: ["x"], missing: true });
    expect(leftOutOfHash({ ...example, filters: [on("site")] }, example, nobody)).toEqual([
      "the filter on “site” (it names values)",
    ]);
    expect(leftOutOfHash({ ...example, filters: [on("site"), on("arm"), on("sex")] }, example, nobody)).toEqual([
      "the filters on “site”, “treatment arm” and “sex” (they name values)",
    ]);
  });

  it("is no filter that keeps every patient", () => {
    const open = { kind: "values" as const, of: { column: "site" }, values: null, missing: true };
    expect(leftOutOfHash({ ...example, filters: [open] }, example, nobody)).toEqual([]);
  });

  it("are ranges of columns that may identify patients", () => {
    expect(leftOutOfHash(ranged("birth"), example, (column) => column === "birth")).toEqual([
      "the filter on “birth” (it may identify patients)",
    ]);
  });

  it("are texts and reference groups of panels, and covariates", () => {
    const named = { ...ofCurves, title: "Figure 2", reference: "A" } as Board["panels"][number];
    expect(
      leftOutOfHash(
        { ...example, panels: example.panels.map((panel) => (panel === ofCurves ? named : panel)) },
        example,
        nobody,
      ),
    ).toEqual(["reference groups", "titles and texts of figures"]);
  });

  it("is for an own file what its board says beyond the panels", () => {
    expect(leftOutOfHash(example, emptyBoard, nobody)).toEqual(
      expect.arrayContaining(["endpoints and their event words", "names, units and levels of columns"]),
    );
    expect(leftOutOfHash(example, emptyBoard, nobody)).not.toContain("second files");
  });
});
