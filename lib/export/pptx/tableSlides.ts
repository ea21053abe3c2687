import { textWidth } from "../../figure/text";
import { nth } from "../../numeric/nth";
import type { TextTable } from "../../panels/report";
import { hasSteps, isWords, nameOf } from "../tableText";
import type { Slide } from "./slideText";
import { slideFont } from "./slideText";

/** Where a table stands on a slide, in inches. */
const place = { x: 0.45, y: 1.3, w: 12.4, h: 5.2 };
const sizes = { largest: 13, smallest: 10 };
/** From baseline to baseline, and between the rules of a row. */
const leading = 1.62;

/** The rows of a table as they are shared out over slides, and the size of its letters in points. */
export function sharedOut({ rows }: TextTable): { size: number; parts: string[][][] } {
  const room = place.h * 72;
  const fitting = room / (leading * (rows.length + 2));
  const size = Math.min(sizes.largest, Math.max(sizes.smallest, Math.floor(fitting * 2) / 2));
  const most = Math.max(1, Math.floor(room / (leading * size)) - 2);
  // Slides alike in length, rather than full ones and two rows on the last.
  const each = Math.ceil(rows.length / Math.max(1, Math.ceil(rows.length / most)));
  const parts: string[][][] = [];
  for (let from = 0; from < rows.length; ) {
    const to = endOfPart(rows, from, from + each);
    parts.push(rows.slice(from, to));
    from = to;
  }
  return { size, parts: parts.length > 0 ? parts : [[]] };
}

/** Where a part ends that would end at `to`: before the name whose levels follow, where that leaves it half its rows. */
function endOfPart(rows: readonly string[][], from: number, to: number): number {
  let end = to;
  while (end < rows.length && nameOf(nth(rows, end)).steps > 0 && end > from + (to - from) / 2) end--;
  return end < rows.length && nameOf(nth(rows, end)).steps > 0 ? to : end;
}

/** Where the caption stands, in inches: under so many rows, whose head may have two lines, and never off the slide. */
export const captionTop = ({ header }: TextTable, rows: number, size: number): number =>
  Math.min(
    6.55,
    place.y + ((rows + (header.some((head) => head.includes(" ")) ? 2.2 : 1.4)) * leading * size) / 72 + 0.12,
  );

/** Some rows of a table, under its head, as a table that PowerPoint edits. */
export function addTextTable(
  slide: Slide,
  table: TextTable,
  rows: readonly string[][],
  size: number,
  clean: (text: string) => string,
): void {
  const { header } = table;
  const bold = hasSteps(table);
  const rule = { type: "solid" as const, pt: 1, color: "44536A" };
  const hair = { type: "solid" as const, pt: 0.5, color: "E6EBF0" };
  const none = { type: "none" as const };
  const cell = (text: string, column: number, look: { bold?: boolean; steps?: number; head?: boolean }) => ({
    text: clean(text),
    options: {
      align: isWords(table, column) ? ("left" as const) : ("right" as const),
      bold: look.bold ?? false,
      color: "0F172A",
      fontSize: size,
      fontFace: slideFont,
      valign: "middle" as const,
      margin: [0, 0.06, 0, column === 0 ? 0.02 + 0.18 * (look.steps ?? 0) : 0.06] as [number, number, number, number],
      border: [none, none, look.head ? rule : hair, none] as [typeof none, typeof none, typeof hair, typeof none],
    },
  });
  const body = rows.map((row) => {
    const { text: name, steps } = nameOf(row);
    return header.map((_, column) =>
      column === 0 ? cell(name, 0, { bold: bold && steps === 0, steps }) : cell(row[column] ?? "", column, {}),
    );
  });
  slide.addTable([header.map((text, column) => cell(text, column, { bold: true, head: true })), ...body], {
    x: place.x,
    y: place.y,
    w: place.w,
    colW: widthsOf(table),
    rowH: (size * leading) / 72,
    objectName: "Table",
  });
}

/** The width of each column, in proportion to its longest text. */
function widthsOf({ header, rows }: TextTable): number[] {
  const longest = header.map((head, column) =>
    Math.max(
      ...head.split(" ").map((word) => textWidth(word, 1, 600)),
      textWidth(head, 1, 600) / 2,
      ...rows.map((row) => textWidth(row[column] ?? "", 1, column === 0 ? 600 : 400)),
      1,
    ),
  );
  const all = longest.reduce((sum, each) => sum + each + 1.2, 0);
  return header.map((_, column) => (place.w * (nth(longest, column) + 1.2)) / all);
}
