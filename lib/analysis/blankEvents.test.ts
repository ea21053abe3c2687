import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { analyze } from "./analyze";

const endpoint = (coding: object[]) => ({
  id: "os",
  label: "Overall survival",
  time: { from: "column", column: "months", unit: "months" },
  event: { column: "dead", coding },
});
const panel = { id: "km", kind: "kaplanMeier", endpoint: "os" };
const dead = { value: "1", as: "event" };
const alive = { value: "0", as: "censored" };
async function answer(cells: string[], coding: object[]) {
  const table = await tableFrom(
    `id,months,dead\n${cells.map((cell, row) => `P${row},${row + 1},${cell}`).join("\n")}\n`,
  );
  const { endpoints, panels } = analyze(table, boardFrom({ endpoints: [endpoint(coding)], panels: [panel] }));
  return { endpoint: endpoints[0], panel: panels[0] };
}

describe("an event column that names only those with the event", () => {
  const cells = ["1", "", "1", "", "1", ""];

  it("waits until somebody says what its blank cells mean", async () => {
    const { endpoint: view, panel: shown } = await answer(cells, [dead]);
    expect(view?.problem).toMatchObject({
      code: "event-blank-undecided",
      message: "Overall survival: “dead” says “1” for 3 patients and is blank for 3.",
    });
    expect(shown?.state).toBe("blocked");
  });

  it("counts blank as censored where that is said, and says so where it tells how the endpoint is read", async () => {
    const { endpoint: view, panel: shown } = await answer(cells, [dead, { value: "", as: "censored" }]);
    expect(view).toMatchObject({
      problem: null,
      outcomes: { event: 3, censored: 3 },
      ledger: { used: 6, leftOut: [] },
    });
    if (shown?.state !== "ready" || shown.result.kind !== "kaplanMeier") throw new Error("not drawn");
    expect(shown.result.endpoint.definition).toContain("a blank cell is censored");
  });

  it("leaves blank out where that is said", async () => {
    const { endpoint: view } = await answer(cells, [dead, { value: "", as: "exclude" }]);
    expect(view).toMatchObject({
      problem: null,
      ledger: { used: 3, leftOut: [{ reason: "event missing", count: 3, rows: [2, 4, 6] }] },
    });
  });
});

it("a blank cell beside both outcomes is left out without a question", async () => {
  const { endpoint: view } = await answer(["1", "0", "", "0"], [dead, alive]);
  expect(view).toMatchObject({ problem: null, ledger: { used: 3, leftOut: [{ reason: "event missing", count: 1 }] } });
});
