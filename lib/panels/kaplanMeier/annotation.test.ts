import { describe, expect, it } from "vitest";
import { figureOptionsSchema } from "../../board/figureOptions";
import { collisions, elements, outside, texts } from "../../figure/treeReading";
import { kaplanMeierFigure } from "./figure";
import { fixture, simulated } from "./fixture";

type Figure = ReturnType<typeof kaplanMeierFigure>;

const options = figureOptionsSchema.parse({ annotation: ["test", "patients", "medians"], labels: "legend" });
const draw = (result: Parameters<typeof kaplanMeierFigure>[0], size: object, chosen = options) =>
  kaplanMeierFigure(result, chosen, { width: 760, height: 560, theme: "light", ...size });

/** The box of the figure, in pixels. */
function boxOf({ tree }: Figure) {
  const mark = elements(tree).find(({ attributes }) => attributes["data-part"] === "annotation");
  const rect = mark && elements(mark).find(({ tag }) => tag === "rect");
  if (!rect) throw new Error("no box");
  const { x, y, width, height } = rect.attributes;
  return { left: Number(x), top: Number(y), right: Number(x) + Number(width), bottom: Number(y) + Number(height) };
}

/** Whether a step of a curve lies in the box, by the curve's own values and the scales of the figure. */
function hides({ drawn, time, value, plot }: Figure, box: ReturnType<typeof boxOf>): boolean {
  const [from, to] = time.domain;
  const x = (at: number) => plot.left + ((at - from) / (to - from)) * (plot.right - plot.left);
  const [low, high] = value.domain;
  const y = (survival: number) => plot.bottom - ((survival - low) / (high - low)) * (plot.bottom - plot.top);
  return drawn.curves.some(({ points }) => {
    const times = [0, ...points.time];
    const levels = [1, ...points.value];
    return times.some((start, at) => {
      const end = times[at + 1] ?? start;
      const [here, next] = [y(levels[at] as number), y(levels[at + 1] ?? (levels[at] as number))];
      const along = x(start) < box.right && x(end) > box.left && here > box.top && here < box.bottom;
      const down = x(end) > box.left && x(end) < box.right && here < box.bottom && next > box.top;
      return along || down;
    });
  });
}

describe("the box of test, counts and medians", () => {
  const cohorts = [1, 2, 3, 5, 8].flatMap((count) =>
    [3, 17].map((seed) =>
      fixture(
        Array.from({ length: count }, (_, at) => simulated(`Group ${"ABCDEFGH"[at]}`, 40, 8 + at * 5, 40, seed + at)),
      ),
    ),
  );
  const sizes = [{}, { width: 336, height: 320, text: 8, titleInside: true }, { width: 1500, height: 900, text: 22 }];

  it("hides no step of a curve and touches no text, in the plot or above it", () => {
    const above: boolean[] = [];
    for (const result of cohorts)
      for (const size of sizes) {
        const figure = draw(result, size);
        const box = boxOf(figure);
        const over = box.bottom <= figure.plot.top;
        above.push(over);
        expect(!over && hides(figure, box)).toBe(false);
        expect([...collisions(figure.tree), ...outside(figure.tree, figure.width, figure.height)]).toEqual([]);
      }
    // Both happen.
    expect(new Set(above).size).toBe(2);
  });

  it("stands in the plot where there is room, as where one curve falls early", () => {
    const figure = draw(fixture([simulated("A", 60, 3, 40, 5)]), {});
    expect(boxOf(figure).top).toBeGreaterThan(figure.plot.top);
  });

  it("takes no room where nothing was chosen for it", () => {
    const [wide, none] = [options, { ...options, annotation: [] }].map((chosen) => draw(cohorts[9], {}, chosen));
    expect(none.plot.top).toBeLessThan(wide.plot.top);
  });
});

describe("whatever the width, the number of groups and the length of their names", () => {
  const long = "Trabectedin after anthracycline-based first-line chemotherapy of the whole cohort, arm";
  const letters = [..."ABCDEFGHIJKL"];
  const everything = figureOptionsSchema.parse({
    annotation: ["test", "patients", "hazardRatios", "medians"],
    milestones: [12],
    medianLines: true,
  });

  it.each([300, 358, 420, 560, 760, 1000, 1400])(
    "%i pixels: no name and no box hides a curve or a number, no number is cut, and names stay apart",
    (width) => {
      for (const count of [1, 2, 4, 12])
        for (const begins of ["", long.slice(0, 36), long]) {
          const result = fixture(
            letters
              .slice(0, count)
              .map((letter, at) => simulated(`${begins} ${letter}`.trim(), 30, 6 + at * 3, 36, at + 1)),
          );
          const figure = kaplanMeierFigure(result, everything, { width, height: 560, theme: "light" });
          const at = `${width} ${count} ${begins.length}`;
          expect([at, ...collisions(figure.tree)]).toEqual([at]);
          expect([at, ...outside(figure.tree, figure.width, figure.height)]).toEqual([at]);
          const box = boxOf(figure);
          expect([at, box.bottom > figure.plot.top && hides(figure, box)]).toEqual([at, false]);
          const names = elements(figure.tree).filter(({ attributes }) => attributes["data-part"] === "label");
          for (const name of names)
            for (const each of texts(name))
              expect([at, each.text, hides(figure, each.box)]).toEqual([at, each.text, false]);
          const entries = elements(figure.tree).filter(({ attributes }) => attributes["data-part"] === "legend-entry");
          const shown = (entries.length > 0 ? entries : names).map((entry) =>
            texts(entry)
              .map(({ text }) => text.replace(/( · )?median.*$/, ""))
              .join(" "),
          );
          expect([at, new Set(shown).size]).toEqual([at, count]);
          // The box says its numbers whole, over several lines where it must.
          const mark = elements(figure.tree).find(({ attributes }) => attributes["data-part"] === "annotation");
          const said = mark ? texts(mark).map(({ text }) => text) : [];
          expect([at, said.filter((text) => text.endsWith("…"))]).toEqual([at, []]);
        }
    },
  );
});
