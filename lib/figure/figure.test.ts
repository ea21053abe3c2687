import { describe, expect, it } from "vitest";
import { contrast, readable } from "./contrast";
import { groupColor, groupDash } from "./palette";
import { spread } from "./spread";
import { element, serialize } from "./svg";
import { ellipsis, textWidth, wrap } from "./text";
import { inks, type Theme } from "./theme";
import { timeTicks } from "./timeTicks";

const themes: Theme[] = ["light", "dark"];

describe("serialize", () => {
  it("writes any text literally", () => {
    const names = ["<b>", "=1+1", "__proto__", "😀", "שלום", 'a "b" & c', "]]>"];
    const { text, removed } = serialize(
      element("svg", {}, ...names.map((name) => element("text", { "data-name": name }, name))),
    );
    expect(text).toContain('<text data-name="&lt;b&gt;">&lt;b&gt;</text>');
    expect(text).toContain('<text data-name="a &quot;b&quot; &amp; c">a &quot;b&quot; &amp; c</text>');
    expect(text).toContain('<text data-name="😀">😀</text>');
    expect(text).toContain("שלום");
    expect(text).not.toContain("]]>");
    expect(removed).toBe(0);
  });

  it("leaves out what XML cannot hold, and counts it", () => {
    const { text, removed } = serialize(element("svg", {}, element("text", {}, "a\u0000b\u001bc\ud800d\uffff")));
    expect(text).toContain("<text>abcd</text>");
    expect(removed).toBe(4);
  });

  it("rounds coordinates to hundredths and leaves out what is undefined", () => {
    expect(element("rect", { x: 1 / 3, y: undefined }).attributes).toEqual({ x: 0.33 });
  });

  it("opens alone: a namespace and, where given, the font", () => {
    const { text } = serialize(element("svg", { width: 10 }), { embedFont: "AAAA" });
    expect(text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="10">/,
    );
    expect(text).toContain("src:url(data:font/woff2;base64,AAAA)");
  });
});

describe("text widths", () => {
  it("are those of Inter: all digits as wide as each other, the em space one em", () => {
    const widths = [..."0123456789"].map((digit) => textWidth(digit, 100));
    expect(new Set(widths).size).toBe(1);
    expect(textWidth("\u2003", 100)).toBeCloseTo(100, 0);
    expect(textWidth("ii", 10)).toBe(2 * textWidth("i", 10));
    expect(textWidth("Months", 10, 600)).toBeGreaterThan(textWidth("Months", 10));
  });

  it("know the mathematical signs of the figures", () => {
    for (const sign of "≥≤−×χ²Ŝ–·→½α") expect(textWidth(sign, 1), sign).not.toBe(1.1);
  });

  it("take a square for a character the font lacks and nothing for a combining mark", () => {
    expect(textWidth("😀", 10)).toBe(11);
    expect(textWidth("a\u0323", 10)).toBe(textWidth("a", 10));
  });
});

describe("shortening", () => {
  it("keeps a text that fits and shortens one that does not, never inside an emoji", () => {
    expect(ellipsis("Arm A", 100, 12)).toBe("Arm A");
    const short = ellipsis("No gene aberration-related therapy", 100, 12);
    expect(short).toMatch(/…$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(100);
    expect(ellipsis("👩‍👩‍👧‍👧👩‍👩‍👧‍👧", 100, 12)).toBe("👩‍👩‍👧‍👧…");
  });

  it("wraps at spaces and hyphens and loses nothing while lines last", () => {
    const lines = wrap("No gene aberration-related therapy", 110, 12);
    expect(lines.join(" ").replace("- ", "-")).toBe("No gene aberration-related therapy");
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(110);
  });

  it("ends the last line with an ellipsis where more would follow", () => {
    const lines = wrap("one two three four five six seven", 60, 12, 400, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});

describe("spread", () => {
  it("leaves alone what does not touch", () => {
    expect(spread([10, 50, 90], [10, 10, 10], 0, 100)).toEqual([10, 50, 90]);
  });

  it("moves what touches apart by as little as possible, keeping the order", () => {
    expect(spread([50, 50], [10, 10], 0, 100)).toEqual([45, 55]);
    expect(spread([52, 50, 90], [10, 10, 10], 0, 100)).toEqual([56, 46, 90]);
  });

  it("stays inside, and says when there is no room", () => {
    expect(spread([99, 100], [10, 10], 0, 100)).toEqual([85, 95]);
    expect(spread([-20], [10], 0, 100)).toEqual([5]);
    expect(spread([1, 2, 3], [40, 40, 40], 0, 100)).toBeNull();
  });

  it("never overlaps, whatever is wanted", () => {
    for (let seed = 1; seed < 200; seed++) {
      const wanted = Array.from({ length: 12 }, (_, index) => ((seed * 7919 + index * 104729) % 997) / 10);
      const sizes = wanted.map((_, index) => 4 + (index % 5));
      const centers = spread(wanted, sizes, 0, 100) as number[];
      const boxes = centers
        .map((center, index) => [center - sizes[index] / 2, center + sizes[index] / 2])
        .sort((a, b) => a[0] - b[0]);
      expect(boxes[0][0]).toBeGreaterThanOrEqual(-1e-9);
      for (let index = 1; index < boxes.length; index++)
        expect(boxes[index][0]).toBeGreaterThanOrEqual(boxes[index - 1][1] - 1e-9);
      expect(boxes[boxes.length - 1][1]).toBeLessThanOrEqual(100 + 1e-9);
    }
  });
});

describe("timeTicks", () => {
  const ticks = (unit: string, last: number) => timeTicks({ unit, last, length: 560, room: 60 });

  it("steps by 3, 6 or 12 months", () => {
    expect(ticks("months", 22)).toMatchObject({ step: 3, end: 22.5 });
    expect(ticks("months", 53.1)).toMatchObject({ step: 6, end: 54, labeled: [0, 6, 12, 18, 24, 30, 36, 42, 48, 54] });
    expect(ticks("months", 100)).toMatchObject({ step: 12, end: 102 });
  });

  it("knows hours to decades in every unit", () => {
    expect(ticks("days", 0.3).step).toBe(0.05);
    expect(ticks("days", 1022).step).toBe(180);
    expect(ticks("weeks", 100).step).toBe(13);
    expect(ticks("years", 31).step).toBe(5);
    expect(ticks("months", 1e-6).step).toBe(2e-7);
    expect(ticks("years", 5000).step).toBe(1000);
  });

  it("shows everybody: the axis never ends before the last time", () => {
    for (const unit of ["days", "weeks", "months", "years"])
      for (const last of [0.001, 0.7, 3.3, 12, 53.1, 365, 3652.5, 1e6]) {
        const { end, step, labeled } = ticks(unit, last);
        expect(end).toBeGreaterThanOrEqual(last);
        expect((step / end) * 560 >= 60 || labeled.length <= 2, `${unit} ${last}`).toBe(true);
      }
  });

  it("thins the numbers of a step that was asked for where they would collide", () => {
    const made = timeTicks({ unit: "months", last: 53.1, step: 1, length: 560, room: 60 });
    expect(made.ticks).toHaveLength(54);
    expect(made.labeled).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48]);
  });

  it("takes an end that was asked for, and copes with nobody followed", () => {
    expect(timeTicks({ unit: "months", last: 53.1, end: 24, length: 560, room: 60 })).toMatchObject({
      end: 24,
      step: 3,
    });
    expect(ticks("months", 0).end).toBeGreaterThan(0);
  });
});

describe("palette", () => {
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
