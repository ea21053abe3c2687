import { describe, expect, it } from "vitest";
import { analyze } from "../analysis/analyze";
import { shownKinds } from "../panels/shownKinds";
import { openPrivacy } from "./privacy";
import { withoutSmallGroups } from "./smallGroups";
import { example, exampleTable, requestFor } from "./testing";

const table = await exampleTable();
const { shown, panels } = requestFor(table, example);
const groupsIn = (board: NonNullable<ReturnType<typeof withoutSmallGroups>>, id: string) => {
  if (board === "cannot") throw new Error("cannot");
  const view = analyze(table, board).panels.find((each) => each.id === id);
  if (view?.state !== "ready") throw new Error(view?.state);
  return shownKinds[view.result.kind].groups(view.result).map(({ label, patients }) => [label, patients]);
};
const groups = shownKinds.kaplanMeier.groups(shown.result);

describe("groups of fewer than 11 patients", () => {
  it("are left as they are unless the user says otherwise", () => {
    expect(withoutSmallGroups(example, shown, groups, openPrivacy)).toBeNull();
  });

  it("are left out, and every number is of the others", () => {
    const board = withoutSmallGroups(example, shown, groups, { ...openPrivacy, smallGroups: "suppress" });
    expect(groupsIn(board ?? "cannot", "os-score")).toEqual([
      ["0", 22],
      ["1–2", 46],
    ]);
  });

  it("merge with the neighboring group of a score", () => {
    const board = withoutSmallGroups(example, shown, groups, { ...openPrivacy, smallGroups: "merge" });
    expect(groupsIn(board ?? "cannot", "os-score")).toEqual([
      ["0", 22],
      ["1–2 or ≥3", 53],
    ]);
  });

  it("merge with the next smallest level of a column until they are large enough", () => {
    const byArm = panels.find(({ panel }) => panel.id === "os-arm");
    if (byArm?.result.kind !== "kaplanMeier") throw new Error("no curves");
    const arms = shownKinds.kaplanMeier.groups(byArm.result);
    const board = withoutSmallGroups(example, byArm, arms, { ...openPrivacy, smallest: 30, smallGroups: "merge" });
    expect(groupsIn(board ?? "cannot", "os-arm")).toEqual([["Gene-aberration-related or No such therapy", 75]]);
  });

  it("cannot be written where they are groups of neither a column nor a score", () => {
    const alone = { panel: { ...shown.panel, group: null } };
    const choice = { ...openPrivacy, smallGroups: "suppress" } as const;
    expect(withoutSmallGroups(example, alone, groups, choice)).toBe("cannot");
  });
});
