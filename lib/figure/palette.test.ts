import { describe, expect, it } from "vitest";
import { contrast, readable } from "./contrast";
import { groupColor, groupDash } from "./palette";
import { inks, type Theme } from "./theme";

const themes: Theme[] = ["light", "dark"];

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

describe("the colors of groups", () => {
  const all = (ordered: boolean, theme: Theme, count: number) =>
    Array.from({ length: count }, (_, place) => groupColor(place, count, ordered, theme));

  it("stands out 3:1 from the ground in both themes, for 2 to 12 groups", () => {
    for (const theme of themes)
      for (const ordered of [true, false])
        for (let count = 2; count <= 12; count++)
          for (const color of all(ordered, theme, count))
            expect(contrast(color, inks[theme].surface), `${theme} ${color}`).toBeGreaterThanOrEqual(3);
  });

  it("gives texts a shade of the same color that passes 4.5:1", () => {
    for (const theme of themes)
      for (const color of [...all(false, theme, 12), ...all(true, theme, 12), "#ffff00", "#fefefe", "#010101"])
        expect(contrast(readable(color, inks[theme].surface, 4.5), inks[theme].surface), color).toBeGreaterThanOrEqual(
          4.5,
        );
    expect(readable("#1d4ed8", "#ffffff", 4.5)).toBe("#1d4ed8");
  });

  it("passes as text for inks on both grounds", () => {
    for (const theme of themes) {
      const { surface, ink, soft, faint } = inks[theme];
      for (const text of [ink, soft, faint]) expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("tells groups apart for red-, green- and blue-blind eyes: the first six by color, all twelve by color or dash", () => {
    for (const theme of themes) {
      const colors = all(false, theme, 12);
      for (let a = 0; a < 12; a++)
        for (let b = 0; b < a; b++) {
          const apart = leastDistance(colors[a], colors[b]);
          if (a < 6) expect(apart, `${theme} ${a} ${b}`).toBeGreaterThan(0.05);
          if (apart <= 0.05) expect(groupDash(a, 2), `${theme} ${a} ${b}`).not.toBe(groupDash(b, 2));
        }
      const three = all(true, theme, 3);
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [0, 2],
      ])
        expect(leastDistance(three[a], three[b])).toBeGreaterThan(0.08);
    }
  });

  it("keeps the tone of the board: teal, orange and plum for scores", () => {
    expect(all(true, "light", 3)).toEqual(["#0f766e", "#b45309", "#7a2a6b"]);
    expect(groupColor(0, 2, true, "light")).toBe("#0f766e");
    expect(groupColor(1, 2, true, "light")).toBe("#b45309");
  });
});

/**
 * The smallest distance in OKLab of two colors as seen with normal, protan, deutan and tritan vision (Machado,
 * Oliveira, Fernandes 2009, severity 1).
 */
function leastDistance(a: string, b: string): number {
  return Math.min(
    ...visions.map((vision) => Math.hypot(...seen(a, vision).map((value, index) => value - seen(b, vision)[index]))),
  );
}

const visions = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
];

const times = (matrix: number[], [x, y, z]: number[]) =>
  [0, 3, 6].map((row) => matrix[row] * x + matrix[row + 1] * y + matrix[row + 2] * z);

function seen(color: string, vision: number[]): number[] {
  const linear = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const clipped = times(vision, linear).map((c) => Math.max(0, Math.min(1, c)));
  const cone = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
      0.6299787005,
    ],
    clipped,
  ).map(Math.cbrt);
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
      -0.808675766,
    ],
    cone,
  );
}
