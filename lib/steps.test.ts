import { describe, expect, it } from "vitest";
import { atOnce, inTurns, type Steps } from "./steps";

function* three(log: number[]): Steps<string> {
  for (const step of [1, 2, 3]) {
    log.push(step);
    yield;
  }
  return "made";
}

describe("work in steps", () => {
  it("gives the same at once and in turns", async () => {
    expect(atOnce(three([]))).toBe("made");
    expect(await inTurns(three([]), async () => true, 0)).toBe("made");
  });

  it("ends, with nothing made, when a pause says that nobody waits", async () => {
    const log: number[] = [];
    let pauses = 0;
    expect(await inTurns(three(log), async () => ++pauses < 2, 0)).toBeNull();
    expect(log).toEqual([1, 2]);
  });

  it("pauses for nothing that is done within its turn", async () => {
    let pauses = 0;
    await inTurns(three([]), async () => ++pauses > 0, Number.POSITIVE_INFINITY);
    expect(pauses).toBe(0);
  });
});
