import { describe, expect, it } from "vitest";
import { defaultFigureOptions } from "../../board/figureOptions";
import { levelsOf } from "../../figure/morph";
import { parts, paths, texts } from "../../figure/treeReading";
import { kaplanMeierFigure } from "./figure";
import { fixture } from "./fixture";
import survminer from "./fixtures/survminer.json";

/**
 * The same data drawn by survminer in R (fixtures/survminer.R, with the call and the versions) and by us, point by
 * point.
 */
describe.each(Object.entries(survminer.sets))(
  "%s, drawn as survminer draws it",
  (_, { time, event, group, step, drawn }) => {
    const result = fixture(
      drawn.levels.map((label) => ({
        label,
        time: time.filter((__, row) => group[row] === label),
        event: event.filter((__, row) => group[row] === label),
      })),
      { unit: "days" },
    );
    const sheet = { width: 2400, height: 1600, theme: "light", pixelRatio: 20 } as const;
    const figure = kaplanMeierFigure(result, { ...defaultFigureOptions, fadeBelow: 0, step }, sheet);
    const { plot } = figure;
    const timeAt = (x: number) => ((x - plot.left) / (plot.right - plot.left)) * figure.time.domain[1];
    const survivalAt = (y: number) => (plot.bottom - y) / (plot.bottom - plot.top);
    // Half of the last decimal a path is written with.
    const near = { time: timeAt(plot.left + 0.011), survival: 0.011 / (plot.bottom - plot.top) };
    const expectNear = (ours: number[], theirs: readonly number[], by: number) => {
      expect(ours).toHaveLength(theirs.length);
      for (const [index, value] of ours.entries()) expect(Math.abs(value - theirs[index])).toBeLessThan(by);
    };

    it.each(drawn.levels)("the steps of %s", (label) => {
      const index = drawn.levels.indexOf(label);
      const { xs, ys, end } = levelsOf(paths(figure.tree, "curve", index).map(({ d }) => String(d)));
      const all = drawn.groups[index].steps;
      const steps = all.filter(([, y], at) => at === 0 || y !== all[at - 1][1]);
      expectNear(
        xs.map(timeAt),
        steps.map(([x]) => x),
        near.time,
      );
      expectNear(
        ys.map(survivalAt),
        steps.map(([, y]) => y),
        near.survival,
      );
      expect(Math.abs(timeAt(end) - all[all.length - 1][0])).toBeLessThan(near.time);
    });

    it.each(drawn.levels)("the censoring ticks of %s", (label) => {
      const index = drawn.levels.indexOf(label);
      const [mark] = parts(figure.tree, "censor").filter(({ attributes }) => attributes["data-group"] === index);
      const ours = [...String(mark?.attributes.d ?? "").matchAll(/M([\d.]+),([\d.]+)v([\d.]+)/g)].map(
        ([, x, y, height]) => [timeAt(Number(x)), survivalAt(Number(y) + Number(height) / 2)],
      );
      const theirs = drawn.groups[index].ticks;
      expectNear(
        ours.map(([x]) => x),
        theirs.map(([x]) => x),
        near.time,
      );
      expectNear(
        ours.map(([, y]) => y),
        theirs.map(([, y]) => y),
        2 * near.survival,
      );
    });

    it.each(drawn.levels)("the corners of the band of %s", (label) => {
      const index = drawn.levels.indexOf(label);
      const d = paths(figure.tree, "band", index)
        .map((path) => String(path.d))
        .join("");
      const corners = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
        timeAt(Number(x)),
        survivalAt(Number(y)),
      ]);
      const { band, steps } = drawn.groups[index];
      const limits = band.filter(
        ([x], at) => at > 0 && steps.some(([t, y], place) => t === x && y !== steps[place - 1]?.[1]),
      );
      for (const [x, lower, upper] of limits)
        for (const limit of [lower, upper]) {
          const found = corners.some(([t, s]) => Math.abs(t - x) < near.time && Math.abs(s - limit) < near.survival);
          expect(found, `${x}, ${limit}`).toBe(true);
        }
      expect(limits.length).toBeGreaterThan(3);
    });

    it.each(drawn.levels)("the numbers under the axis for %s: at risk, censored and events", (label) => {
      const index = drawn.levels.indexOf(label);
      const cells = texts(parts(figure.tree, "table-group")[index])
        .map(({ text }) => text)
        .slice(1);
      const { atRisk, censored, events } = drawn.groups[index];
      // survminer counts what happens at a tick beside those still at risk there; ours adds up: before the tick
      // throughout.
      const at = (tick: number, kind: number) =>
        time.filter((t, row) => t === tick && event[row] === kind && group[row] === label).length;
      const theirs = atRisk.flatMap((risk, column) => {
        const tick = drawn.breaks[column];
        return [String(risk), `(${censored[column] - at(tick, 0)}, ${events[column] - at(tick, 1)})`];
      });
      expect(figure.time.numbered.slice(0, drawn.breaks.length)).toEqual(drawn.breaks);
      expect(cells.slice(0, theirs.length)).toEqual(theirs);
    });
  },
);
