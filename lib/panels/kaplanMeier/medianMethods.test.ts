import { expect, it } from "vitest";
import { methodsInWords } from "../methods/paragraph";
import { fixture } from "./fixture";
import { statsOf } from "./stats";

const methods = (...events: number[][]) => {
  const groups = events.map((event, place) => ({ label: `G${place}`, time: event.map((_, i) => i + 1), event }));
  return methodsInWords(statsOf(fixture(groups)).flatMap((stat) => stat.methods));
};
const falls = "stays at exactly 50% before it falls";
const ends = "ends at exactly 50%";

// Four patients: after two deaths the curve is at 50%, until the next death or to its end. Three never get there.
it("says what the median of a curve is that stays at 50%, where a curve does, and not where none does", () => {
  expect(methods([1, 1, 0, 1])).toContain(falls);
  expect(methods([1, 1, 0, 1])).not.toContain(ends);
  expect(methods([1, 1, 0, 0])).toContain(ends);
  expect(methods([1, 1, 0, 0])).not.toContain(falls);
  for (const said of [falls, ends]) {
    expect(methods([1, 1, 0, 1], [1, 1, 0, 0])).toContain(said);
    expect(methods([1, 1, 1])).not.toContain(said);
  }
});
