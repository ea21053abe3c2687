import { describe, expect, it } from "vitest";
import { recognize } from "../cohort/layouts";
import { proposedBoard } from "../cohort/propose";
import { proposeJoin } from "../cohort/proposeJoin";
import { lastSeenIn } from "../cohort/study/followUps";
import { tableSummary } from "../cohort/tableSummary";
import { tableFrom } from "../cohort/testing";
import { analyze } from "./analyze";

async function proposed(text: string) {
  const table = await tableFrom(text);
  const summary = tableSummary(table);
  const layout = recognize(summary);
  if (!layout) throw new Error("not recognized");
  const board = proposedBoard("test", summary, layout.proposal);
  return { table, board, snapshot: analyze(table, board) };
}

/** The days of the first curve on which somebody died or was last seen. */
function endsOf({ panels }: Awaited<ReturnType<typeof proposed>>["snapshot"]) {
  const [panel] = panels;
  if (panel?.state !== "ready" || panel.result.kind !== "kaplanMeier") throw new Error("not drawn");
  return [...(panel.result.groups[0]?.curve.time ?? [])];
}

/** Four patients of whom three have several follow-ups, not in order; the last known day of TCGA-01 is 900. */
const gdc = [
  "cases.submitter_id,demographic.vital_status,demographic.days_to_death,follow_ups.days_to_follow_up",
  "TCGA-01,Alive,'--,120",
  "TCGA-01,Alive,'--,900",
  "TCGA-01,Alive,'--,450",
  "TCGA-02,Dead,610,200",
  "TCGA-02,Dead,610,600",
  "TCGA-03,Alive,'--,333",
  "TCGA-04,Dead,88,'--",
  "TCGA-05,Alive,'--,'--",
].map((line) => line.replaceAll(",", "\t"));

describe("a file of the GDC with a row for each follow-up", () => {
  it("follows the living up to the greatest day of a follow-up", async () => {
    const { snapshot } = await proposed(gdc.join("\n"));
    // By hand: 900 and 333 days alive, dead at 610 and 88; TCGA-05 has no time.
    expect(snapshot.endpoints[0]).toMatchObject({
      outcomes: { event: 2, censored: 2 },
      ledger: { patients: 5, used: 4, leftOut: [{ reason: "time missing", count: 1, rows: [8] }] },
    });
    expect(endsOf(snapshot).map((time) => Math.round(time * 30.4375))).toEqual([88, 333, 610, 900]);
    expect(snapshot.problems.map(({ message, rows }) => [message, rows])).toContainEqual([
      "“follow_ups.days_to_follow_up” is the greatest value of each patient: 3 other values of 2 patients are not used.",
      [1, 3, 4],
    ]);
  });

  it("has no rule of several rows where each patient has one", async () => {
    const { board, snapshot } = await proposed([gdc[0], gdc[2], gdc[4], gdc[6]].join("\n"));
    expect(board.edits.ofRows).toEqual([]);
    expect(snapshot.problems).toEqual([]);
  });
});

describe("a clinical table of the GDC beside a file of follow-ups", () => {
  /** The same patients as above, whose clinical table says when nobody alive was last seen. */
  const clinical = (lastSeen: string) =>
    [
      "case_submitter_id,vital_status,days_to_death,days_to_last_follow_up",
      `TCGA-01,Alive,'--,${lastSeen}`,
      "TCGA-02,Dead,610,'--",
      "TCGA-03,Alive,'--,'--",
      "TCGA-04,Dead,88,'--",
    ]
      .map((line) => line.replaceAll(",", "\t"))
      .join("\n");
  const followUps = [
    "case_submitter_id,days_to_follow_up",
    "TCGA-01,120",
    "TCGA-01,900",
    "TCGA-02,600",
    "TCGA-03,333",
    "TCGA-03,'--",
  ]
    .map((line) => line.replaceAll(",", "\t"))
    .join("\n");

  async function joined(lastSeen: string) {
    const { table, board } = await proposed(clinical(lastSeen));
    const second = await tableFrom(followUps);
    const summaries = [tableSummary(table), tableSummary(second)] as const;
    const join = proposeJoin({ id: "fu", file: "follow_up.tsv" }, ...summaries, board.patientId);
    const seen = lastSeenIn(
      board,
      summaries[0],
      new Set(summaries[0].columns.map(({ name }) => name)),
      join,
      summaries[1],
    );
    if (!seen) return null;
    const whole = { ...board, endpoints: seen.endpoints, joins: [seen.join] };
    return analyze(table, whole, new Map([["fu", second]]));
  }

  it("follows those alive up to the greatest day of their follow-ups", async () => {
    const snapshot = await joined("'--");
    if (!snapshot) throw new Error("nothing is proposed");
    expect(snapshot.endpoints[0]).toMatchObject({ outcomes: { event: 2, censored: 2 }, ledger: { used: 4 } });
    expect(endsOf(snapshot).map((time) => Math.round(time * 30.4375))).toEqual([88, 333, 610, 900]);
  });

  it("that says when somebody was last seen keeps its own days", async () => {
    expect(await joined("700")).toBeNull();
  });
});

it("A REDCap export with repeated follow-up forms ends at the last day alive, with the last status", async () => {
  const { snapshot } = await proposed(
    [
      "record_id,redcap_event_name,redcap_repeat_instance,rand_date,death_date,last_alive_date,vital_status",
      "1,baseline_arm_1,,2019-01-01,,,",
      "1,fu_arm_1,1,,,2019-09-01,0",
      "1,fu_arm_1,2,,,2020-03-01,0",
      "2,baseline_arm_1,,2019-01-06,,,",
      "2,fu_arm_1,1,,,2019-09-06,0",
      "2,fu_arm_1,2,,2020-03-06,2020-03-06,1",
      "",
    ].join("\n"),
  );
  // By hand: 425 days each, from 2019-01-01 to 2020-03-01 alive, from 2019-01-06 to death on 2020-03-06.
  expect(snapshot.endpoints[0]?.outcomes).toMatchObject({ event: 1, censored: 1 });
  expect(snapshot.problems.map(({ message }) => message)).toContain(
    "“last_alive_date” is the latest date of each patient: 2 other values of 2 patients are not used.",
  );
  expect(endsOf(snapshot).map((time) => time * 30.4375)).toEqual([425]);
});
