import { describe, expect, it } from "vitest";
import { boardSchema } from "../board/board";
import { recognize } from "../cohort/layouts";
import { panelsOfJoined, proposedBoard } from "../cohort/propose";
import { proposeJoin } from "../cohort/proposeJoin";
import { tableSummary } from "../cohort/tableSummary";
import { tableFrom } from "../cohort/testing";
import { analyze } from "./analyze";

const header = "USUBJID,TRT01P,PARAMCD,PARAM,AVALC,ADT";
const visits = (id: string, arm: string, words: string) =>
  words.split(" ").map((word, at) => `${id},${arm},OVRLRESP,Overall response,${word},2020-0${at + 2}-01`);
const bor = (id: string, arm: string, word: string) => `${id},${arm},BOR,Best overall response,${word},2020-03-01`;
// By hand: A has PR and PD, one response in two; B has SD, CR and a patient without an assessment, one in three.
const adrs = [
  header,
  ...visits("S1", "A", "SD PR PD CR"),
  bor("S1", "A", "PR"),
  ...visits("S2", "A", "PD"),
  bor("S2", "A", "PD"),
  ...visits("S3", "B", "NE SD"),
  bor("S3", "B", "SD"),
  ...visits("S4", "B", "PR CR"),
  bor("S4", "B", "CR"),
  bor("S5", "B", "MISSING"),
].join("\n");
const counts = (panel: unknown) => {
  const { groups } = panel as {
    groups: { label: string; categories: number[]; rates: { count: number; of: number }[] }[];
  };
  return groups.map(({ label, categories, rates: [orr] }) => [
    label,
    categories.join(" "),
    `${orr?.count} of ${orr?.of}`,
  ]);
};

describe("responses of CDISC, a row a parameter and visit", () => {
  it("open as responses by arm; “MISSING” is asked about, and then counts as not evaluable", async () => {
    const table = await tableFrom(`${adrs}\n`);
    const summary = tableSummary(table);
    const layout = recognize(summary);
    if (!layout) throw new Error("not recognized");
    const board = proposedBoard("adrs.csv", summary, layout.proposal);
    const panel = board.panels.find(({ kind }) => kind === "response");
    expect(panel).toMatchObject({ response: "AVALC (BOR)", group: { column: "TRT01P" } });
    const [waiting] = analyze(table, { ...board, panels: panel ? [panel] : [] }).panels;
    expect(waiting).toMatchObject({
      state: "blocked",
      problem: { message: "Best response “AVALC (BOR)” has “MISSING” (1) without a meaning (1 patient)." },
    });
    const words = [{ value: "MISSING", as: "NE" }];
    const said = boardSchema.parse({ ...board, panels: [{ ...panel, words }] });
    const [view] = analyze(table, said).panels;
    if (view?.state !== "ready") throw new Error("blocked");
    expect(counts(view.result)).toEqual([
      ["A", "0 1 0 1 0", "1 of 2"],
      ["B", "1 0 1 0 1", "1 of 3"],
    ]);
    // The best of the visits is the same: the CR of S1 came after its progression.
    const ofVisits = boardSchema.parse({ ...board, panels: [{ ...panel, response: "AVALC (OVRLRESP)" }] });
    const [same] = analyze(table, ofVisits).panels;
    if (same?.state !== "ready") throw new Error("blocked");
    expect(counts(same.result)).toEqual([
      ["A", "0 1 0 1 0", "1 of 2"],
      ["B", "1 0 1 0 1", "1 of 3"],
    ]);
  });

  it("joined to a cohort give it a column of best response and a panel; visits after progression are said with their rows", async () => {
    const cohort = await tableFrom("USUBJID,arm,age\nS1,A,50\nS2,A,60\nS3,B,70\nS4,B,55\nS9,B,44\n");
    const second = await tableFrom(`${adrs.replaceAll(",BOR,", ",CLIN,")}\n`);
    const join = proposeJoin({ id: "adrs", file: "adrs.csv" }, tableSummary(cohort), tableSummary(second), "USUBJID");
    const board = boardSchema.parse({
      meierboard: 3,
      source: { file: "c.csv", rows: 5, sha256: null },
      patientId: "USUBJID",
      joins: [join],
    });
    const column = tableSummary(second).columns.find(({ name }) => name === "AVALC");
    if (!column) throw new Error("no column");
    const columns = [...tableSummary(cohort).columns, { ...column, name: "Best response" }];
    const panels = panelsOfJoined({ ...tableSummary(cohort), columns }, board);
    expect(panels).toMatchObject([{ kind: "characteristics" }, { kind: "response", response: "Best response" }]);
    const shown = {
      ...board,
      panels: panels.map((panel) => ("group" in panel ? { ...panel, group: { column: "arm" } } : panel)),
    };
    const snapshot = analyze(cohort, shown, new Map([["adrs", second]]));
    const view = snapshot.panels.find((each) => each.state === "ready" && each.result.kind === "response");
    if (view?.state !== "ready") throw new Error("blocked");
    expect(counts(view.result)).toEqual([
      ["A", "0 1 0 1 0", "1 of 2"],
      // S9 is not in the file.
      ["B", "1 0 1 0 1", "1 of 3"],
    ]);
    expect(snapshot.joins[0]?.problems).toMatchObject([
      { message: "“Best response” passes over 1 row of the second file after the first progression.", rows: [4] },
    ]);
  });
});
