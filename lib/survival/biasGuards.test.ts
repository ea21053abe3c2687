import { describe, expect, it } from "vitest";
import { kaplanMeier } from "./kaplanMeier";
import { landmark } from "./landmark";
import { subjects } from "./reference/subjects";
import { timeDependentGroup } from "./timeDependentGroup";

describe("landmark", () => {
  it("keeps who is followed past the landmark, with the clock set back, in their rows", () => {
    const late = landmark(subjects([1, 2, 3, 9], [1, 1, 0, 1], { group: [0, 1, 0, 1] }), 2);
    expect([...late.time]).toEqual([Number.NaN, Number.NaN, 1, 7]);
    expect(kaplanMeier(late).map(({ n }) => n)).toEqual([1, 1]);
  });

  it("sets delayed entry back too", () => {
    const late = landmark(subjects([5, 5, 5], [1, 1, 1], { entry: Float64Array.of(0, 2, 4) }), 2);
    expect([...late.entry!]).toEqual([0, 0, 2]);
  });
});

describe("timeDependentGroup", () => {
  const spells = (...args: Parameters<typeof timeDependentGroup>) => {
    const { subjects: made, rows } = timeDependentGroup(...args);
    return [...rows].map((row, i) => [row, made.entry![i], made.time[i], made.cause[i], made.group![i]]);
  };
  const start = Number.NEGATIVE_INFINITY;

  it("splits a row where the patient switches, and counts an event there in the old group", () => {
    expect(spells(subjects([10, 10, 10], [1, 1, 1]), Float64Array.of(4, Number.NaN, 10))).toEqual([
      [0, start, 4, 0, 0],
      [0, 4, 10, 1, 1],
      [1, start, 10, 1, 0],
      [2, start, 10, 1, 0],
    ]);
  });

  it("puts who has switched by entry into the new group as a whole", () => {
    expect(spells(subjects([10, 10], [1, 2]), Float64Array.of(0, -3))).toEqual([
      [0, start, 10, 1, 1],
      [1, start, 10, 2, 1],
    ]);
    const late = subjects([10, 10], [1, 1], { entry: Float64Array.of(3, 3) });
    expect(spells(late, Float64Array.of(3, 5))).toEqual([
      [0, 3, 10, 1, 1],
      [1, 3, 5, 0, 0],
      [1, 5, 10, 1, 1],
    ]);
  });

  it("leaves out rows of group −1 and carries the other columns along", () => {
    const { subjects: made, rows } = timeDependentGroup(
      subjects([10, 10], [1, 1], { group: [-1, 3], weight: Float64Array.of(1, 2), strata: Int32Array.of(7, 8) }),
      Float64Array.of(4, 4),
    );
    expect([...rows]).toEqual([1, 1]);
    expect([[...made.weight!], [...made.strata!], [...made.cluster!]]).toEqual([
      [2, 2],
      [8, 8],
      [1, 1],
    ]);
  });

  it("never has a switched patient at risk before the switch", () => {
    const [before, after] = kaplanMeier(
      timeDependentGroup(subjects([3, 5, 8], [1, 1, 1]), Float64Array.of(Number.NaN, 4, 4)).subjects,
    );
    expect([...before.nRisk]).toEqual([3, 2]);
    expect([...after.nRisk]).toEqual([2, 1]);
  });
});
