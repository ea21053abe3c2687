import { describe, expect, it } from "vitest";
import { groupColor, groupDash } from "./palette";

const looks = (theme: "light" | "dark", count: number, ordered: boolean) =>
  Array.from({ length: count }, (_, place) => ({
    color: groupColor(place, count, ordered, theme),
    dash: groupDash(place, 2),
  }));

describe.each(["light", "dark"] as const)("on the %s ground", (theme) => {
  it.each([
    ["unordered", false],
    ["ordered", true],
  ] as const)("up to six %s groups differ in their dash, so that grey print tells them apart", (_, ordered) => {
    expect(new Set(looks(theme, 6, ordered).map(({ dash }) => dash)).size).toBe(6);
  });

  it("twelve groups differ in color, and their neighbors in dash too", () => {
    const twelve = looks(theme, 12, false);
    expect(new Set(twelve.map(({ color }) => color)).size).toBe(12);
    for (const [index, { dash }] of twelve.slice(1).entries()) expect(dash).not.toBe(twelve[index].dash);
  });
});
