import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { drawingOf } from "../figure/drawing";
import { pixelsPerMm } from "./paper";
import { printPages } from "./printFigure";
import { requestFor, textOf } from "./testing";

const columns = Array.from({ length: 60 }, (_, place) => `marker ${place + 1}`);
const cells = (row: number) => columns.map((_, place) => ["low", "middle", "high"][(Math.floor(row / 2) + place) % 3]);
const table = await tableFrom(
  `id,arm,${columns.join(",")}\n${Array.from({ length: 40 }, (_, row) => `${row},${row % 2 ? "A" : "B"},${cells(row).join(",")}`).join("\n")}\n`,
);
const rows = columns.map((column) => ({ of: { column } }));
const panel = { id: "p", kind: "characteristics", group: { column: "arm" }, rows };
const request = requestFor(table, boardFrom({ panels: [panel] }));
const isName = (text: string) => /^Marker \d+$/.test(text);
const textsOf = ({ tree }: { tree: Parameters<typeof drawingOf>[0] }) =>
  drawingOf(tree).flatMap((shape) => (shape.kind === "text" ? shape.runs.map(({ text }) => text) : []));

it("a table of sixty characteristics is on pages none of which is taller than the paper, each line once and under the header", () => {
  const paper = { ...request.paper, tallestMm: 240 };
  const pages = printPages(request.shown as never, paper, request.privacy);
  expect(pages.length).toBeGreaterThan(2);
  for (const { height } of pages) expect(height).toBeLessThanOrEqual(240 * pixelsPerMm);
  const texts = pages.map(textsOf);
  const ofTable = texts.filter((page) => page.some((text) => text === "low"));
  for (const page of ofTable) expect(page.filter((text) => text === "A" || text === "B")).toHaveLength(2);
  // The balance plot at the end names them again.
  expect(ofTable.flat().filter(isName)).toEqual(columns.map((column) => `M${column.slice(1)}`));
  expect(ofTable.flat().filter((text) => text === "high")).toHaveLength(60);
  // A characteristic and its levels are not torn apart.
  for (const page of ofTable) expect(page.filter((text) => text === "low")).toHaveLength(page.filter(isName).length);
  const notes = (page: string[]) => page.filter((text) => text.includes("Percentages are of")).length;
  expect(ofTable.map(notes)).toEqual([...ofTable.slice(1).map(() => 0), 1]);
});

it("on slides the same table is shared out by its rows, and nothing is said of pages", async () => {
  const xml = await textOf("pptx", request);
  expect(xml.match(/<a:tbl>/g)?.length).toBeGreaterThan(2);
  for (const column of columns) expect(xml.split(`<a:t>M${column.slice(1)}</a:t>`).length).toBeGreaterThan(1);
});
