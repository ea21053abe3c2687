import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainWriting } from "../../format";
import { readBoard, writeBoard } from "../boardFile";
import { endpointOf } from "../panelForms/registry";
import { boardVersion } from "../version";
import { migrations } from ".";

const folder = new URL("boards/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), "utf8");
const opened = (name: string) => {
  const read = readBoard(text(name));
  if (!read.ok) throw new Error(`${read.problem.message} ${read.problem.hint}`);
  return read.value;
};

describe("a board of an earlier version", () => {
  it("has a migration for each version up to today's", () => {
    expect(migrations.length).toBe(boardVersion - 1);
  });

  it.each(readdirSync(folder))("opens whole: %s", (name) => {
    const before = JSON.parse(text(name));
    const board = opened(name);
    expect(board.meierboard).toBe(boardVersion);
    for (const part of ["endpoints", "scores", "filters", "panels", "columns"] as const)
      expect([part, board[part].length]).toEqual([part, (before[part] ?? []).length]);
    expect(board.panels.map((panel) => [panel.kind, endpointOf(panel)])).toEqual(
      (before.panels ?? []).map(({ kind, endpoint }: { kind: string; endpoint: string }) => [kind, endpoint]),
    );
    expect(readBoard(writeBoard(board))).toEqual({ ok: true, value: board });
  });

  it("keeps every option of every kind of panel", () => {
    const before = JSON.parse(text("everyOption.json"));
    const { panels, ...rest } = opened("everyOption.json");
    const { panels: panelsBefore, ...restBefore } = before;
    // When a score's predictions are judged was not chosen then, nor how numbers are written.
    const scores = restBefore.scores.map((score: object) => ({ ...score, at: null }));
    expect(rest).toEqual({ ...restBefore, scores, meierboard: boardVersion, session: null, writing: plainWriting });
    expect(panels.map(({ kind }) => kind)).toEqual(["kaplanMeier", "cumulativeIncidence", "regression"]);
    for (const [i, { figure, ...panel }] of panels.entries()) {
      const { figure: figureBefore, ...panelBefore } = panelsBefore[i];
      // Nobody had notes then, and nobody compared medians.
      const since = { notes: "", ...(panel.kind === "kaplanMeier" ? { medians: null } : {}) };
      expect(panel).toEqual({ ...panelBefore, ...since });
      const { withoutCautions = [], ...options }: Record<string, unknown> = figure;
      const { cautions: _, ...optionsBefore } = figureBefore;
      expect({ ...options, looks: [], hidden: [] }).toEqual({ ...optionsBefore, looks: [], hidden: [] });
      // The warnings that were chosen stand in the caption, as all others do since.
      expect(withoutCautions).toEqual([]);
    }
    expect(panels[1]?.figure).toMatchObject({
      looks: [{ level: "t108", cause: 3 }],
      hidden: ["t109", { level: "t110", cause: 3 }],
    });
  });

  it("keeps which curve of a cause is hidden or has a look; other names stay as they are", () => {
    expect(opened("curvesByText.json").panels.map(({ figure }) => figure)).toMatchObject([
      {
        hidden: [{ level: 'A "x"', cause: 2 }, "B", "[B,2]"],
        looks: [
          { level: "A", cause: 1, color: "#123456" },
          { level: "B", dash: "long" },
        ],
      },
      { hidden: ['["A",2]'] },
    ]);
  });

  it("is not touched where it is of today's version: a level may look like an older name", () => {
    const { panels, ...rest } = JSON.parse(text("curvesByText.json"));
    const read = readBoard(JSON.stringify({ ...rest, meierboard: boardVersion, panels }));
    expect(read.ok && read.value.panels[0].figure).toMatchObject({
      hidden: ['["A \\"x\\"",2]', "B", "[B,2]"],
    });
  });
});

describe("a board that is wrong is refused in words", () => {
  const message = (change: object) => {
    const read = readBoard(JSON.stringify({ ...JSON.parse(text("lung.json")), ...change }));
    return read.ok ? "" : read.problem.message;
  };

  it.each([
    [{ patientId: 7 }, "“patientId” is not a text"],
    [{ color: 1 }, "it has “color”, which this program does not know"],
    [{ filters: {} }, "“filters” is not a list"],
    [{ endpoints: [{ id: "os", label: 3 }] }, "“label” of endpoint 1 is not a text"],
    [
      { panels: [{ id: "p", kind: "nomogram", endpoint: "os" }] },
      "“kind” of panel 1 has a value this program does not know",
    ],
  ])("%j", (change, said) => {
    expect(message(change)).toContain(`The board file is not as expected: ${said}`);
  });

  it("and what is no board at all as well", () => {
    for (const json of ["null", "[]", "7", '"text"', '{"meierboard": "1"}'])
      expect(readBoard(json)).toMatchObject({ ok: false, problem: { code: "board-invalid" } });
  });
});
