import { describe, expect, it } from "vitest";
import { legendOf } from "./legend";

const read = (name: string) => legendOf(name)?.entries.map(({ value, as }) => `${value} ${as}`) ?? null;

describe("the legend of a header", () => {
  it.each([
    ["dead (0=yes 1=no)", "0 event", "1 censored"],
    ["Death (yes=0)", "0 event"],
    ["Tod (0=ja, 1=nein)", "0 event", "1 censored"],
    ["event_0yes_1no", "0 event", "1 censored"],
    ["event0yes1no", "0 event", "1 censored"],
    ["status (1 = dead, 2 = alive)", "1 event", "2 censored"],
    ["status: 0 alive; 1 dead", "0 censored", "1 event"],
    ["dead 1 alive 0", "1 event", "0 censored"],
    ["vital status (alive=1, dead=0)", "1 censored", "0 event"],
    ["décès (0: non / 1: oui)", "0 censored", "1 event"],
    ["muerte [1=sí, 0=no]", "1 event", "0 censored"],
    ["censor (1=censored, 0=event)", "1 censored", "0 event"],
    ["status (0 = no event, 1 = event)", "0 censored", "1 event"],
    ["dead_1yes_0no", "1 event", "0 censored"],
  ])("“%s” is read", (name, ...meanings) => {
    expect(read(name)).toEqual(meanings);
  });

  it("says of a column of what is the opposite of an event the opposite", () => {
    expect(read("alive (1=yes, 0=no)")).toEqual(["1 censored", "0 event"]);
    expect(read("censored (0=no 1=yes)")).toEqual(["0 event", "1 censored"]);
  });

  it("leaves values open whose word it does not know, or that stand twice", () => {
    expect(read("status (0=alive, 1=dead, 2=lost)")).toEqual(["0 censored", "1 event", "2 null"]);
    expect(read("dead (0=yes, 0=no)")).toEqual(["0 null", "0 null"]);
    expect(read("status (0=not dead, 1=no longer alive)")).toEqual(["0 censored", "1 null"]);
  });

  it.each([
    "os_event",
    "OS.time",
    "death",
    "event_2",
    "relapse 1",
    "arm (1=treated, 0=control)",
    "death within 30 days",
    "alive at 24 months",
    "sex (1=m 2=f)",
    "dead_2020",
    "Death: 0/1",
    "event: 1 or 0",
    "death [0-1]",
    "dead 0/1",
    "",
  ])("“%s” has none", (name) => {
    expect(legendOf(name)).toBeNull();
  });

  it("is apart from what the column is called", () => {
    expect(legendOf("OS status (0=alive 1=dead)")?.stem).toBe("OS status");
    expect(legendOf("event_0yes_1no")?.stem).toBe("event");
  });
});
