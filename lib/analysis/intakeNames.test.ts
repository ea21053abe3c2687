import { describe, expect, it } from "vitest";
import { bytesSource } from "../table";
import { describeFile } from "./describeFile";

/** Twelve patients, of whom seven died. */
const times = [3, 5.5, 7, 8.2, 11, 13.5, 2.1, 9, 15, 6.4, 18, 4.3];
const died = [1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1];

async function opened(header: string, row: (time: number, dead: boolean, place: number) => string) {
  const lines = [header, ...times.map((time, place) => row(time, died[place] === 1, place))];
  const found = await describeFile(bytesSource("a.csv", new TextEncoder().encode(lines.join("\n"))));
  if (!found.ok) throw new Error(found.problem.message);
  const [endpoint] = found.value.endpoints;
  return { found: found.value, events: endpoint?.curve?.events ?? null, waits: endpoint?.waits?.code ?? null };
}

describe("names of columns that are easily misread", () => {
  it("“event free” says yes where nothing happened, and is asked about", async () => {
    const { events, waits } = await opened(
      "id,months,event free",
      (time, dead, place) => `P${place},${time},${dead ? "no" : "yes"}`,
    );
    expect([events, waits]).toEqual([null, "event-undecided"]);
  });

  it("“alive status” of dead and alive is plain, of 0 and 1 asked about", async () => {
    const words = await opened(
      "id,os_months,alive status",
      (time, dead, place) => `P${place},${time},${dead ? "dead" : "alive"}`,
    );
    expect([words.events, words.waits]).toEqual([7, null]);
    const chinese = await opened(
      "患者编号,总生存时间(月),生存状态",
      (time, dead, place) => `P${place},${time},${dead ? "死亡" : "存活"}`,
    );
    expect([chinese.events, chinese.waits]).toEqual([7, null]);
    const flags = await opened("id,os_months,alive status", (time, dead, place) => `P${place},${time},${dead ? 0 : 1}`);
    expect(flags.waits).toBe("event-undecided");
  });

  it("years of death are no follow-up", async () => {
    const { found } = await opened(
      "id,death_year,dead",
      (_, dead, place) => `P${place},${2001 + place},${dead ? 1 : 0}`,
    );
    expect(found.endpoints).toEqual([]);
  });

  it("the circumference of an arm is no arm of a trial", async () => {
    const row = (time: number, dead: boolean, place: number) => `P${place},${time},${dead ? 1 : 0},${30 + (place % 3)}`;
    const { found, events } = await opened("id,os_months,dead,arm circumference", row);
    expect([events, found.endpoints[0]?.group]).toEqual([7, null]);
  });

  it("days with the name of their month are dates, and no numbers of “März 2019”", async () => {
    const row = (_: number, dead: boolean, place: number) =>
      `P${place},${place + 1}. März 2019,${place + 1}. Dez. 2020,${dead ? "ja" : "nein"}`;
    const { found } = await opened("id,Beginn,Ende,Tod", row);
    expect(found.columns.map(({ kind }) => kind)).toEqual(["category", "date", "date", "category"]);
  });

  it("steps between states give no curve, which is said", async () => {
    const { found } = await opened("id,from,to,trans,Tstart,Tstop,status", (time, dead, place) =>
      [`P${place >> 1}`, 1, 2 + (place % 2), 1 + (place % 2), 0, time, dead ? 1 : 0].join(","),
    );
    expect([found.layout?.id, found.endpoints]).toEqual(["transitions", []]);
  });

  it.each([
    "overall_survival_event,overall_survival_months",
    "survival_status,survival_months",
    "Überleben Status,Überleben Monate",
  ])("the event of “%s” is no time", async (names) => {
    const { events, found } = await opened(`id,${names}`, (time, dead, place) => `P${place},${dead ? 1 : 0},${time}`);
    expect([events, found.endpoints.length]).toEqual([7, 1]);
  });

  it("“days to last follow-up or death” is the time of overall survival, beside other times", async () => {
    const row = (time: number, dead: boolean, place: number) =>
      `P${place},${place * 7 + 3},${30 * time},${dead ? 1 : 0}`;
    const { events, found } = await opened("id,days_to_progression,days_to_last_followup_or_death,death", row);
    expect([events, found.endpoints.map(({ endpoint }) => endpoint.label)]).toEqual([7, ["Overall survival"]]);
  });

  it("“OS (m)” is a time whose unit is asked, and “OS (x)” none", async () => {
    const row = (time: number, dead: boolean, place: number) => `P${place},${time},${dead ? "yes" : "no"}`;
    const { found } = await opened("id,OS (m),Exitus", row);
    expect(found.endpoints[0]?.endpoint.time).toMatchObject({ column: "OS (m)", unit: null });
    expect((await opened("id,OS (x),Exitus", row)).found.endpoints).toEqual([]);
  });
});
