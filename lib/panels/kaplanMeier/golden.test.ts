import { describe, expect, it } from "vitest";
import { type FigureOptions, figureOptionsSchema } from "../../board/figureOptions";
import { serialize } from "../../figure/svg";
import type { Sheet } from "../sheet/sheet";
import { kaplanMeierFigure } from "./figure";
import { aml, type FixtureGroup, fixture, simulated } from "./fixture";
import type { KaplanMeierResult } from "./result";

/**
 * Twelve small figures, looked at one by one before they were kept. After a change that is meant, `npx vitest run
 * golden -u` writes them anew: open each in a browser before keeping it.
 */
interface Golden {
  result: KaplanMeierResult;
  options?: Partial<FigureOptions>;
  sheet?: Partial<Sheet>;
  frozen?: KaplanMeierResult;
}

const hostile = ["<b>", "=1+1", "__proto__", "😀 & “quotes”", "שלום"];
const long = [
  "Trabectedin after anthracycline-based first-line chemotherapy",
  "Best supportive care with palliative radiotherapy where indicated",
];
const groups = (names: string[], count = 12): FixtureGroup[] =>
  names.map((name, index) => simulated(name, count, 6 + 8 * index, 40, index + 5));
const scores = fixture(
  [
    simulated("0", 18, 25, 50, 11),
    simulated("1–2", 30, 10, 50, 12),
    { label: "≥3", time: [0.3, 0.5, 0.9, 1.2, 1.5, 4.6], event: [1, 1, 1, 1, 1, 1] },
  ],
  { ordered: true },
);

const goldens: Record<string, Golden> = {
  arms: { result: aml },
  scoresDark: { result: scores, sheet: { theme: "dark" } },
  onePatient: { result: fixture([{ label: "All patients", time: [7.3], event: [1] }]) },
  censoredAndSingleEvent: {
    result: fixture([
      { label: "Nobody died", time: [3, 5, 8, 13], event: [0, 0, 0, 0] },
      { label: "One died", time: [2, 5, 9, 11], event: [0, 1, 0, 0] },
    ]),
  },
  twelveGroups: {
    result: fixture(
      groups(
        Array.from({ length: 12 }, (_, index) => `Group ${index + 1}`),
        10,
      ),
    ),
    sheet: { height: 600 },
  },
  longNames: { result: fixture(groups(long, 20)) },
  hostileNames: { result: fixture(groups(hostile)) },
  failureWithMarks: {
    result: aml,
    options: {
      scale: "failure",
      end: 60,
      medianLines: true,
      milestones: [12, 24],
      annotation: ["test", "patients", "medians"],
    },
  },
  hazardWithGhosts: {
    result: aml,
    options: { scale: "cumulativeHazard", band: false, labels: "legend", dashes: false },
    frozen: fixture([{ label: "Maintained", time: [4, 9, 20, 40], event: [1, 1, 0, 1] }]),
  },
  logLog: { result: aml, options: { scale: "logLog", censorTicks: false, fadeBelow: 0 } },
  tableInRows: { result: scores, options: { tableLayout: "rows", yRange: [0.2, 1], end: 24, step: 3 } },
  column89mm: {
    result: scores,
    options: { unit: "years", table: ["atRisk"] },
    sheet: { width: 336, height: 320, text: 8, titleInside: true },
  },
};

describe("golden figures", () => {
  for (const [name, { result, options = {}, sheet = {}, frozen }] of Object.entries(goldens))
    it(`${name} looks as it was reviewed`, async () => {
      const size: Sheet = { width: 640, height: 460, theme: "light", ...sheet };
      const { tree } = kaplanMeierFigure(result, figureOptionsSchema.parse(options), size, frozen);
      await expect(inLines(serialize(tree).text)).toMatchFileSnapshot(`golden/${name}.svg`);
    });
});

/** A line per element, where no text is touched. */
const inLines = (svg: string) => svg.replace(/><(?=\/?(g|svg)\b|path|rect|line|circle|text)/g, ">\n<");
