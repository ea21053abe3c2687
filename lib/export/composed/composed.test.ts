import { describe, expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardSchema } from "../../board/board";
import { collisions, elements, outside, parts } from "../../figure/treeReading";
import { nth } from "../../numeric/nth";
import { figureFile } from "../figureFile";
import { guardedFile } from "../guard";
import { paperOfWidth, pixelsPerMm, pixelsPerPoint } from "../paper";
import { pdfExport } from "../pdfExport";
import { openPrivacy } from "../privacy";
import { svgExport } from "../svgExport";
import { example, exampleTable, requestFor } from "../testing";
import { composedFigure } from "./composedFigure";

const table = await exampleTable();
const request = requestFor(table, example);
const panels = (...ids: string[]) =>
  ids.map((id) =>
    nth(
      request.panels.filter(({ panel }) => panel.id === id),
      0,
    ),
  );
const compose = (ids: string[], columns: number, widthMm = 183, more = {}) =>
  composedFigure(panels(...ids), { paper: { ...paperOfWidth(widthMm), ...more }, privacy: openPrivacy, columns });

function made(of: ReturnType<typeof compose>) {
  if ("refused" in of) throw new Error(of.refused);
  return of;
}

/** Where the axes of each panel are, by its letter: the line of the value axis and the longest of the time axis. */
function cells({ figure }: ReturnType<typeof made>) {
  return parts(figure.tree, "panel").map((cell) => {
    const [letter, inside] = cell.children.filter((child) => typeof child !== "string");
    const [x = 0, y = 0] =
      String(inside?.attributes.transform)
        .match(/[\d.]+/g)
        ?.map(Number) ?? [];
    return { letter, x, y, inside: inside ?? cell };
  });
}

describe("panels as A, B, C in one figure", () => {
  it("have bold letters at their upper left, in the order in which they were chosen", () => {
    const found = cells(made(compose(["pfs-arm", "os-arm", "os-score"], 2)));
    expect(found.map(({ letter }) => letter?.children[0])).toEqual(["A", "B", "C"]);
    expect(
      found.every(
        ({ letter, x }) =>
          letter?.attributes["font-weight"] === 600 && Math.abs(Number(letter.attributes.x) - x) < 0.01,
      ),
    ).toBe(true);
    expect(found[1]?.x).toBeGreaterThan(found[0]?.x ?? 0);
    expect(found[2]?.y).toBeGreaterThan(found[0]?.y ?? 0);
    const other = made(compose(["os-score", "pfs-arm"], 2)).legend;
    expect(other.indexOf("(A) Overall survival by risk score")).toBe(0);
    expect(other).toContain(" (B) Progression-free survival by treatment arm");
  });

  it("have plots of one width on one line, though their names and tables differ", () => {
    for (const columns of [1, 2]) {
      const { figure } = made(compose(["os-score", "os-arm"], columns, 183, { heightMm: columns === 1 ? 230 : 90 }));
      // The ground line of each time axis: its first path, from the left to the right border of the plot.
      const axes = parts(figure.tree, "axes").map((axis) => {
        const grid = elements(axis).filter(
          ({ tag, attributes }) => tag === "path" && /^M[\d.]+,[\d.]+H/.test(String(attributes.d)),
        );
        const [left = 0, , right = 0] =
          String(nth(grid, 0).attributes.d)
            .match(/[\d.]+/g)
            ?.map(Number) ?? [];
        const lowest = Math.max(
          ...grid.flatMap(({ attributes }) =>
            [...String(attributes.d).matchAll(/,([\d.]+)H/g)].map(([, y]) => Number(y)),
          ),
        );
        return { left, right, lowest };
      });
      expect(axes).toHaveLength(2);
      expect(axes[0]?.left).toBeCloseTo(axes[1]?.left ?? 0, 1);
      expect(axes[0]?.right).toBeCloseTo(axes[1]?.right ?? 0, 1);
      if (columns === 2) expect(axes[0]?.lowest).toBeCloseTo(axes[1]?.lowest ?? 0, 1);
    }
  });

  it("stand apart, inside the figure, with no text under 6 points and no title or caption of their own", () => {
    for (const [ids, columns, width] of [
      [["pfs-arm", "os-arm"], 2, 183],
      [["pfs-arm", "os-arm", "os-score"], 3, 190],
      [["pfs-arm", "os-forest"], 1, 183],
      [["os-arm", "os-score"], 1, 89],
    ] as [string[], number, number][]) {
      const { figure } = made(compose(ids, columns, width, { heightMm: 230 }));
      expect(figure.width).toBeCloseTo(width * pixelsPerMm, 0);
      expect(figure.smallestPt).toBeGreaterThanOrEqual(6);
      const sizes = elements(figure.tree).flatMap(({ attributes }) =>
        "font-size" in attributes ? [Number(attributes["font-size"])] : [],
      );
      expect(Math.min(...sizes) / pixelsPerPoint).toBeGreaterThanOrEqual(5.99);
      for (const { inside, x } of cells(made(compose(ids, columns, width, { heightMm: 230 })))) {
        expect(collisions(inside)).toEqual([]);
        expect(outside(inside, figure.width - x, figure.height)).toEqual([]);
      }
      for (const part of ["title", "subtitle", "caption"]) expect(parts(figure.tree, part)).toEqual([]);
    }
  });

  it("are without color where that is asked for, as a figure alone is, and then without title and caption where that is", async () => {
    const colors = (text: string) => [...new Set(text.match(/(?<==")#[0-9a-f]{6}(?=")/gi))];
    const isGray = (color: string) =>
      color.slice(1, 3) === color.slice(3, 5) && color.slice(3, 5) === color.slice(5, 7);
    for (const more of [{}, { together: { panels: ["pfs-arm", "os-arm"], columns: 2 }, heightMm: 90 }]) {
      const of = { ...request, panels: panels("pfs-arm", "os-arm"), shown: nth(panels("pfs-arm"), 0) };
      const written = async (paper: object) =>
        nth((await svgExport.write({ ...of, paper: { ...of.paper, ...more, ...paper } })).files, 0).content.text();
      const gray = await written({ gray: true, bare: true });
      expect(colors(gray).length).toBeGreaterThan(2);
      expect(colors(gray).filter((color) => !isGray(color))).toEqual([]);
      expect(gray).not.toMatch(/data-part="(title|caption)"/);
      expect(gray).toContain("stroke-dasharray");
      expect(colors(await written({})).filter((color) => !isGray(color)).length).toBeGreaterThan(2);
    }
  });

  it("are refused in a sentence where they do not fit", () => {
    expect(compose(["pfs-arm", "os-arm", "os-score"], 3, 89)).toEqual({
      refused: "3 columns of 89 mm leave 26 mm for a panel, which needs 45 mm: choose fewer columns or a wider figure.",
    });
    const tall = compose(["pfs-arm", "os-arm", "os-score", "patients"], 1, 183, { heightMm: 240 });
    expect("refused" in tall && tall.refused).toMatch(/^The panels need \d+ mm of height, and a page has 240 mm: /);
  });

  it("are one file in each format, whose properties hold the legend and where the numbers come from", async () => {
    const together = { panels: ["pfs-arm", "os-arm"], columns: 2 };
    const of = {
      ...request,
      panels: panels(...together.panels),
      shown: nth(panels("pfs-arm"), 0),
      paper: { ...request.paper, heightMm: 90, together },
    };
    const svg = await svgExport.write(of);
    expect(svg.files).toHaveLength(1);
    const text = await nth(svg.files, 0).content.text();
    expect(text).toMatch(/<desc>\(A\) Progression-free survival.* \(B\) Overall survival.*75 rows in the file/);
    expect(text.match(/data-part="panel"/g)).toHaveLength(2);
    const pdf = await pdfExport.write(of);
    expect((await nth(pdf.files, 0).content.text()).match(/\/Type\/Page\//g)).toHaveLength(1);
    const narrow = { ...of, paper: { ...paperOfWidth(80), together } };
    const refused = await svgExport.write(narrow);
    expect(refused).toMatchObject({ files: [], notes: [expect.stringMatching(/^2 columns of 80 mm leave 37 mm/)] });
  });

  it("hold back a small group in every panel: what one must not show is in none", async () => {
    const board = boardSchema.parse({ ...example });
    const answer = analysis(table);
    const privacy = { ...openPrivacy, smallGroups: "suppress" as const, smallest: 11 };
    const { panels: guarded } = await guardedFile(board, panels("os-score", "os-arm"), privacy, async (asked) =>
      answer(asked),
    );
    expect(guarded.length).toBeGreaterThan(0);
    const file = await figureFile({
      ...request,
      panels: guarded,
      shown: nth(guarded, 0),
      privacy,
      paper: { ...request.paper, heightMm: 230, together: { panels: ["os-score", "os-arm"], columns: 1 } },
    });
    if ("refused" in file) throw new Error(file.refused);
    const said = `${JSON.stringify(nth(file.pages, 0).tree)} ${file.legend} ${file.about}`;
    // Seven patients have three points or more; without them there are 68.
    expect(said).not.toContain("≥3");
    expect(said).not.toMatch(/\b75 patients/);
  });
});
