import { describe, expect, it } from "vitest";
import { bytesSource } from "../table";
import { describeFile } from "./describeFile";

/** Twelve patients, of whom seven died, four of them of the disease. */
const times = [3, 5.5, 7, 8.2, 11, 13.5, 2.1, 9, 15, 6.4, 18, 4.3];
const died = [1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1];
const ofDisease = [1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1];

/** What is proposed of a time and columns that hold all deaths, those of the disease, or the others. */
async function proposed(header: string, ...columns: ("all" | "disease" | "other" | "time" | "later")[]) {
  const cell = {
    all: died,
    disease: ofDisease,
    other: died.map((one, place) => one - (ofDisease[place] ?? 0)),
    time: times,
    later: times.map((time) => time + 3),
  };
  const rows = times.map((_, place) => [`P${place}`, ...columns.map((name) => cell[name][place])].join());
  const text = `id,${header}\n${rows.join("\n")}\n`;
  const found = await describeFile(bytesSource("a.csv", new TextEncoder().encode(text)));
  if (!found.ok) throw new Error(found.problem.message);
  const said = found.value.notices.map(({ code }) => code);
  return {
    endpoints: found.value.endpoints.map(({ endpoint, curve, waits }) => [
      endpoint.id,
      endpoint.event?.column,
      waits ? "asked" : curve?.events,
    ]),
    said: said.filter((code) => /event-column-open|time-column-open|other-event|deaths-in-doubt/.test(code)),
  };
}

describe("deaths of one cause beside all deaths", () => {
  it.each([
    "months,death,cancer_death",
    "survival_months,Death from any cause,Death from breast cancer",
    "time_months,dead,dead_of_disease",
    "monate,tod,tumorbedingter_tod",
  ])("are asked about where the time does not say which it ends with: %s", async (header) => {
    const { endpoints, said } = await proposed(header, "time", "all", "disease");
    expect([endpoints.map(([, , state]) => state), said]).toEqual([["asked"], ["event-column-open"]]);
  });

  it("are asked about where no column holds all of them", async () => {
    const { endpoints } = await proposed("months,died_of_cancer,died_other_cause", "time", "disease", "other");
    expect(endpoints).toEqual([["dss", "died_of_cancer", "asked"]]);
  });

  it("are no question where the time says so, whichever stands first", async () => {
    const all = [["os", "death_any_cause", 7]];
    const first = await proposed("os_months,death_any_cause,death_of_disease", "time", "all", "disease");
    const last = await proposed("os_months,death_of_disease,death_any_cause", "time", "disease", "all");
    expect([first, last]).toEqual([
      { endpoints: all, said: [] },
      { endpoints: all, said: [] },
    ]);
    const both = await proposed("os_months,dss_months,death,death_of_disease", "time", "time", "all", "disease");
    expect(both.endpoints).toEqual([
      ["os", "death", 7],
      ["dss", "death_of_disease", 4],
    ]);
  });

  it("that are the same patients are none either", async () => {
    const { endpoints, said } = await proposed("months,death,cancer_death", "time", "all", "all");
    expect([endpoints, said]).toEqual([[["os", "death", 7]], []]);
  });

  it("alone make no overall survival", async () => {
    expect((await proposed("months,died_of_cancer", "time", "disease")).endpoints).toEqual([
      ["dss", "died_of_cancer", 4],
    ]);
  });
});

describe("two times with one event", () => {
  it.each(["OS_from_surgery_months,OS_from_diagnosis_months,OS_event", "follow_up_months,survival_months,death"])(
    "are asked about where they differ: %s",
    async (header) => {
      const { endpoints, said } = await proposed(header, "time", "later", "all");
      expect([endpoints.map(([, , state]) => state), said]).toEqual([["asked"], ["time-column-open"]]);
    },
  );

  it("are no question in two units, or where they are the same", async () => {
    const units = await proposed("os_months,os_days,os_event", "time", "later", "all");
    const same = await proposed("OS_months_1,OS_months_2,OS_event", "time", "time", "all");
    expect([units.said, same.said, same.endpoints.map(([, , state]) => state)]).toEqual([[], [], [7]]);
  });

  it("is none where a column of 0 and 1 has the name of an endpoint", async () => {
    const { endpoints } = await proposed("overall_survival_months,overall_survival,death", "time", "all", "all");
    expect(endpoints).toEqual([["os", "death", 7]]);
  });
});

describe("a name that says the opposite", () => {
  it.each([
    "months,not_dead",
    "monate,nicht verstorben",
    "os_months,no_event",
    "os_months,alive",
    "pfs_months,progression_free",
  ])("is asked about: %s", async (header) => {
    const { endpoints } = await proposed(header, "time", "all");
    expect(endpoints.map(([, , state]) => state)).toEqual(["asked"]);
  });

  it.each(["months,dead (yes/no)", "survie (mois),décès oui/non", "os_months,event no/yes"])(
    "is none where both stand there: %s",
    async (header) => {
      const { endpoints } = await proposed(header, "time", "all");
      expect(endpoints.map(([, , state]) => state)).toEqual([7]);
    },
  );
});

describe("a time with the event of another endpoint", () => {
  it.each([
    ["os_months,death_of_disease", "os"],
    ["os_months,css_event", "os"],
    ["os_months,pfs_status", "os"],
    ["os_months,relapse", "os"],
    ["Overall survival (months),Progression status", "os"],
    ["pfs_months,death", "pfs"],
    ["dss_months,death", "dss"],
  ])("is asked about: %s", async (header, id) => {
    const { endpoints, said } = await proposed(header, "time", "all");
    expect([endpoints.map(([name, , state]) => [name, state]), said]).toEqual([[[id, "asked"]], ["other-event"]]);
  });

  it.each([
    "os_months,death",
    "os_months,status",
    "pfs_months,pfs_event",
    "pfs_months,Progressed or died",
    "dfs_months,event",
    "rfs_months,recurrence",
    "dss_months,death_of_disease",
  ])("is not, where the names agree or say nothing: %s", async (header) => {
    const { endpoints, said } = await proposed(header, "time", "all");
    expect([endpoints.map(([, , state]) => state), said.includes("other-event")]).toEqual([[7], false]);
  });
});
