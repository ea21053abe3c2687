import { describe, expect, it } from "vitest";
import { coursesFrom, markersFrom, measurementsFrom } from "./proposeCourses";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

const columnsOf = async (text: string) => tableSummary(await tableFrom(text)).columns;
const join = (key: string) => ({ id: "file1", key });

describe("a second file beside responses begins with", () => {
  it("days and the agents in a timeline of cBioPortal, never its patients nor a column that says one thing", async () => {
    const columns = await columnsOf(
      "PATIENT_ID,START_DATE,STOP_DATE,EVENT_TYPE,TREATMENT_TYPE,AGENT\nP1,0,60,TREATMENT,Systemic,Doxorubicin\nP1,70,90,TREATMENT,Systemic,Gemcitabine\nP2,-3,,TREATMENT,Radiation,\n",
    );
    expect(coursesFrom(join("PATIENT_ID"), columns)).toEqual({
      join: "file1",
      time: "START_DATE",
      unit: "days",
      stop: "STOP_DATE",
      state: "AGENT",
    });
    expect(markersFrom(join("PATIENT_ID"), columns)).toMatchObject({ time: "START_DATE", unit: "days" });
  });

  it("the unit of the header, days where months would be too long, else months", async () => {
    const unit = async (header: string, last: number) =>
      markersFrom(join("id"), await columnsOf(`id,${header},event\nA,3,surgery\nB,${last},relapse\n`)).unit;
    expect(await unit("time_weeks", 900)).toBe("weeks");
    expect(await unit("time", 900)).toBe("days");
    expect(await unit("time", 60)).toBe("months");
  });

  it("the value that its name speaks of, as a change where it says so", async () => {
    const columns = await columnsOf("id,visit_day,weight,change_pct\nA,0,70,0\nA,40,68,-12\nB,0,80,0\n");
    expect(measurementsFrom(join("id"), columns)).toMatchObject({
      time: "visit_day",
      unit: "days",
      value: "change_pct",
      as: "percent",
    });
  });
});
