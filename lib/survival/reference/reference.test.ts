import { describe, expect, it } from "vitest";
import { allCases, listedIds } from "./referenceCases";
import { unread } from "./unread";
import { type CaseAgreement, verify } from "./verify";

const cases = allCases();
/** From data sets that are not in the reference, and from simulated ones (`further/further.R`). */
const further = allCases("./further");

/** What does not agree, in words. */
const complaints = ({ error, quantities }: CaseAgreement) => [
  ...(error ? [error] : []),
  ...quantities.filter(({ passes }) => !passes).map((q) => `${q.quantity}: ${q.where} (${q.worst} > ${q.tolerance})`),
];

it("covers all 146 cases of the reference", () => {
  expect(cases.map(({ id }) => id).sort()).toEqual(listedIds().sort());
  expect(cases.length).toBe(146);
});

describe.each([...cases, ...further])("$id agrees with R", (one) => {
  it("in every number", () => {
    const { expected, rest } = unread(one.expected, one.id);
    const result = verify({ ...one, expected });
    expect(complaints(result)).toEqual([]);
    expect(rest()).toEqual([]);
    expect(result.numbers).toBeGreaterThan(0);
  });
});
