import { describe, expect, it } from "vitest";
import { unread } from "../../agreement/unread";
import { complaints, verify } from "../../agreement/verify";
import { survivalCheck } from "./checks/registry";
import { isNotCompared } from "./notCompared";
import { allCases, listedIds } from "./referenceCases";

const cases = allCases();
/** From data sets that are not in the reference, and from simulated ones (`further/further.R`). */
const further = allCases("./further");

it("covers all 146 cases of the reference", () => {
  expect(cases.map(({ id }) => id).sort()).toEqual(listedIds().sort());
  expect(cases.length).toBe(146);
});

describe.each([...cases, ...further])("$id agrees with R", (one) => {
  it("in every number", () => {
    const { expected, rest } = unread(one.expected, (leaf) => isNotCompared(one.id, leaf));
    const result = verify(survivalCheck({ ...one, expected }));
    expect(complaints(result)).toEqual([]);
    expect(rest()).toEqual([]);
    expect(result.numbers).toBeGreaterThan(0);
  });
});
