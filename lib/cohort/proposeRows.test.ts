import { describe, expect, it } from "vitest";
import { proposedChoice, proposedRules } from "./proposeRows";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

const summaryOf = async (text: string) => tableSummary(await tableFrom(text));

describe("columns of a file with several rows per patient", () => {
  const head = "id,last_contact,first_relapse_date,days_to_follow_up,vital_status,age\n";
  const rows = "1,2020-01-01,2020-01-01,5,alive,61\n1,2021-01-01,2020-06-01,9,dead,61\n2,2020-01-01,,7,alive,50\n";

  it("of the last follow-up take the greatest, of the first relapse the smallest, of the status the last", async () => {
    expect(proposedRules(await summaryOf(head + rows), "id")).toEqual([
      { column: "last_contact", take: { rule: "greatest" } },
      { column: "first_relapse_date", take: { rule: "smallest" } },
      { column: "days_to_follow_up", take: { rule: "greatest" } },
      { column: "vital_status", take: { rule: "last" } },
    ]);
  });

  it("have no rules where each patient has one row, or no column names the patient", async () => {
    const single = await summaryOf(head + rows.split("\n").slice(1).join("\n"));
    expect(proposedRules(single, "id")).toEqual([]);
    expect(proposedRules(await summaryOf(head + rows), null)).toEqual([]);
  });
});

describe("a column of a timeline of cBioPortal", () => {
  const timeline = (type: string) =>
    summaryOf(
      `PATIENT_ID,START_DATE,STOP_DATE,EVENT_TYPE,STATUS\nP1,0,10,${type},stable\nP1,300,310,${type},progressed\n`,
    );

  it("takes the state of the latest day, and of days the last", async () => {
    const status = await timeline("STATUS");
    expect(proposedChoice(status, "STATUS")).toEqual({ rule: "latest", by: "START_DATE" });
    expect(proposedChoice(status, "START_DATE")).toEqual({ rule: "greatest" });
    expect(proposedChoice(status, "STOP_DATE")).toEqual({ rule: "greatest" });
    expect(proposedChoice(status, "EVENT_TYPE")).toEqual({});
  });

  it("takes of treatments the day the first began", async () => {
    const treatment = await timeline("TREATMENT");
    expect(proposedChoice(treatment, "START_DATE")).toEqual({ rule: "smallest" });
    expect(proposedChoice(treatment, "STOP_DATE")).toEqual({ rule: "greatest" });
  });

  it("is nothing else's: other files propose by the names of their columns alone", async () => {
    const other = await summaryOf("id,start_date,gene,last_seen\n1,2020-01-01,TP53,2020-05-01\n1,2020-02-01,RB1,\n");
    expect(proposedChoice(other, "gene")).toEqual({});
    expect(proposedChoice(other, "start_date")).toEqual({});
    expect(proposedChoice(other, "last_seen")).toEqual({ rule: "greatest" });
    expect(proposedChoice(other, "absent")).toEqual({});
  });
});
