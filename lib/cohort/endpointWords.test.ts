import { describe, expect, it } from "vitest";
import { boardSchema } from "../board/board";
import type { Endpoint } from "../board/endpoint";
import { endpointSchema } from "../board/endpoint";
import { boardVersion } from "../board/version";
import { endpointDefinition } from "./endpointDefinition";
import { endpointWords } from "./endpointWords";

const named = (label: string, causes: string[] = []) => endpointWords({ label }, causes);
const dated = (rule: string, more: object = {}): Endpoint =>
  endpointSchema.parse({
    ...{ id: "e", label: "Mine", event: null },
    time: {
      ...{ from: "rule", rule, start: "rx", progression: "pd", death: "dod", lastContact: "lfu", unit: "months" },
      ...more,
    },
  });

describe("the words of an endpoint", () => {
  it.each([
    ["Overall survival", "death from any cause", "alive", "overall survival", "Overall survival", "OS"],
    ["OS", "death from any cause", "alive", "OS", "Alive", "OS"],
    [
      "Progression-free survival",
      "the event",
      "event-free",
      "progression-free survival",
      "Progression-free survival",
      "PFS",
    ],
    ["Time to progression", "progression", "free of progression", "time to progression", "Free of progression", "TTP"],
    [
      "Time to first relapse",
      "relapse",
      "free of relapse",
      "time to first relapse",
      "Free of relapse",
      "Time to first relapse",
    ],
    ["Time to death", "death", "alive", "time to death", "Alive", "Time to death"],
    ["Relapse", "the event", "event-free", "time to relapse", "Event-free", "Relapse"],
    ["Duration of response", "the event", "event-free", "duration of response", "Event-free", "DOR"],
    ["Time to response", "response", "free of response", "time to response", "Free of response", "TTR"],
    ["Survival", "the event", "event-free", "survival", "Survival", "Survival"],
    [
      "Disease-specific survival",
      "the event",
      "event-free",
      "disease-specific survival",
      "Disease-specific survival",
      "Disease-specific survival",
    ],
  ])("are those of its name: %s", (label, event, without, duration, share, short) => {
    expect(named(label)).toMatchObject({ event, without, duration, share, short });
  });

  it("call nobody alive, and no death of any cause, where other deaths compete", () => {
    expect(named("Overall survival", ["Death of another cause"])).toMatchObject({
      event: "the event",
      without: "event-free",
    });
  });

  it("are those of its rule, whatever it is called", () => {
    expect(endpointWords(dated("OS"))).toMatchObject({ event: "death from any cause", without: "alive" });
    expect(endpointWords(dated("PFS"))).toMatchObject({ event: "progression or death", without: "event-free" });
    expect(endpointWords(dated("TTP"), ["death"])).toMatchObject({
      event: "progression",
      without: "free of progression",
    });
    expect(endpointWords(dated("DFS"))).toMatchObject({ event: "recurrence or death", without: "event-free" });
    expect(endpointWords(dated("PFS"), ["toxic death"])).toMatchObject({ event: "the event", without: "event-free" });
  });

  it("name what a cumulative incidence is of", () => {
    expect(named("Time to progression", ["Death"]).incident).toBe("Progression");
    expect(named("Relapse", ["Death"]).incident).toBe("Relapse");
  });
});

describe("the definition of an endpoint", () => {
  const board = boardSchema.parse({
    ...{ meierboard: boardVersion, source: { file: null, rows: null, sha256: null } },
    columns: [{ name: "rx", label: "start of therapy" }],
  });

  it("says by its rule what ends the time, and what ends it without an event", () => {
    expect(endpointDefinition(board, dated("PFS", { lastAssessment: "scan" }), "progression or death")).toBe(
      "Time runs from start (“start of therapy”) to the first of progression (“pd”) and death (“dod”); without an event it ends with the last assessment (“scan”).",
    );
    expect(endpointDefinition(board, dated("OS", { cutoff: { day: "2024-01-31" } }), "death from any cause")).toBe(
      "Time runs from start (“start of therapy”) to death (“dod”); without an event it ends with the last contact (“lfu”), at the latest with the data cut-off (2024-01-31).",
    );
    expect(endpointDefinition(board, dated("TTP"), "progression")).toBe(
      "Time runs from start (“start of therapy”) to progression (“pd”); death (“dod”) before it competes; without an event it ends with the last contact (“lfu”).",
    );
  });

  it("says which values are the event, are censored, compete or are left out", () => {
    const coding = [
      { value: "2", as: "event" },
      { value: "3", as: "event" },
      { value: "0", as: "censored" },
      { value: "4", as: "competing", cause: "Toxic death" },
      { value: "9", as: "exclude" },
    ];
    const time = { from: "column", column: "t", unit: "months" };
    const endpoint = endpointSchema.parse({ id: "e", label: "Relapse", time, event: { column: "st", coding } });
    expect(endpointDefinition(board, endpoint, "the event")).toBe(
      "In “st”, “2” or “3” is the event, “0” is censored, “4” (Toxic death) competes and “9” is left out.",
    );
    const second = { column: "cause", coding: [{ value: "1", as: "event" }], cause: "death of another cause" };
    const both = endpointSchema.parse({
      ...endpoint,
      event: { column: "st", coding: coding.slice(1, 3), competing: second },
    });
    expect(endpointDefinition(board, both, "the event")).toBe(
      "In “st”, “3” is the event and “0” is censored. Of those censored, “1” in “cause” competes (death of another cause).",
    );
  });
});

it("time to response is of responders alone, and says so", () => {
  const endpoint = dated("TTR");
  expect(endpointWords({ ...endpoint, label: "Time to response" })).toMatchObject({
    event: "first response",
    without: "without response",
  });
  const board = boardSchema.parse({ meierboard: boardVersion, source: { file: null, rows: null, sha256: null } });
  expect(endpointDefinition(board, endpoint, "first response")).toBe(
    "Time runs from start (“rx”) to first response (“pd”); patients without a response are left out.",
  );
});
