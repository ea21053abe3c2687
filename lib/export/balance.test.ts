import { describe, expect, it } from "vitest";
import { boardFrom } from "../cohort/testing";
import { drawingOf } from "../figure/drawing";
import type { ExportRequest } from "./exportFormat";
import { printPages } from "./printFigure";
import { exampleTable, requestFor, says, textOf } from "./testing";

const table = await exampleTable();
const board = (panel: object = {}, figure: object = {}) =>
  boardFrom({
    panels: [{ id: "p", kind: "characteristics", group: { column: "arm" }, figure, ...panel }],
  });
const requestOf = (panel: object = {}, figure: object = {}): ExportRequest => requestFor(table, board(panel, figure));
const heading = "Standardized differences, the largest first";

describe("the balance plot of a table of patients", () => {
  it.each(["svg", "report", "pptx"])("is in the file where it is shown, and only there: %s", async (id) => {
    expect(says(await textOf(id, requestOf()), heading)).toBe(true);
    expect(says(await textOf(id, requestOf({}, { balance: false })), heading)).toBe(false);
    expect(says(await textOf(id, requestOf({ differences: false })), heading)).toBe(false);
    expect(says(await textOf(id, requestOf({ group: null })), heading)).toBe(false);
  });

  it("stands on slides after the table that PowerPoint edits, as shapes on a slide of its own", async () => {
    const slides = (text: string) => text.match(/<p:sld /g)?.length;
    const tables = (text: string) => text.match(/<a:tbl>/g)?.length;
    const [shown, hidden] = [
      await textOf("pptx", requestOf()),
      await textOf("pptx", requestOf({}, { balance: false })),
    ];
    expect([slides(shown), tables(shown)]).toEqual([Number(slides(hidden)) + 1, tables(hidden)]);
  });

  it("has no dot of a characteristic whose counts are withheld", () => {
    const request = requestOf();
    const dots = (cut: boolean) => {
      const [page] = printPages(
        request.shown as never,
        { ...request.paper, tallestMm: 2000 },
        {
          ...request.privacy,
          cut,
          smallest: 8,
        },
      );
      return drawingOf(page.tree).filter(({ part, kind }) => part === "balance" && kind === "text").length;
    };
    expect(dots(true)).toBeGreaterThan(2);
    expect(dots(true)).toBeLessThan(dots(false));
  });

  it("stands on a page of its own where the table leaves it no room, and on that of the table where it does", () => {
    const request = requestOf();
    const pages = (tallestMm: number) =>
      printPages(request.shown as never, { ...request.paper, tallestMm }, request.privacy).map(({ tree }) => {
        const parts = new Set(drawingOf(tree).map(({ part }) => part));
        return [parts.has("line"), parts.has("balance")];
      });
    expect(pages(2000)).toEqual([[true, true]]);
    const room = [80, 100, 120, 140, 160, 180, 200, 240].find((height) => pages(height)[1]?.[0] === false) ?? 0;
    expect(pages(room)).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});
