import { drawingOf } from "../../figure/drawing";
import { textWidth } from "../../figure/text";
import { nth } from "../../numeric/nth";
import type { NumberTable } from "../../panels/report";
import type { PrintFigure } from "../printFigure";
import { countsInWords } from "../tables";
import { origin, perInch, pointsPerInch, type Slide, slideFont, smallest } from "./slideText";

/** Whether a shape of a figure is of its table, which slides have as one to edit. */
export const isTable = (part: string | null): boolean => part === "table" || part === "table-group";

/**
 * The numbers at risk as a table whose columns stand under the ticks of the axis; null where the figure has none, or
 * its names or counts have no room there uncut: then they stay as they are drawn.
 */
export function atRiskTable(
  { rows }: NumberTable,
  figure: PrintFigure,
  clean: (text: string) => string,
): ((slide: Slide) => void) | null {
  const ticks = figure.ticks ?? [];
  const [zero, next] = ticks;
  const tops = drawingOf(figure.tree).flatMap((shape) =>
    shape.kind === "text" && isTable(shape.part) ? [Math.round(shape.y - (shape.runs[0]?.size ?? 0))] : [],
  );
  if (!zero || !next || tops.length === 0) return null;
  const step = (next.x - zero.x) / perInch;
  const labels = [...new Set(rows.map(([label]) => String(label)))];
  const counts = labels.map((label) => rows.filter(([of]) => of === label).map(countsInWords));
  const widthOf = (content: string, weight: 400 | 600) =>
    (textWidth(clean(content), smallest / 0.75, weight) * 1.05) / perInch;
  // Columns reach from tick to tick half-way, but the first begins with its counts, so that names have room.
  const count = Math.max(...counts.flat().map((each) => widthOf(each, 400))) + 0.1;
  const first = zero.x / perInch - count / 2;
  const beside = (step - count) / 2;
  const fit = labels.every((label) => widthOf(label, 600) <= first);
  // Names that do not fit stand over their counts, where the figure left room for that.
  const over = !fit && new Set(tops).size > 2 * labels.length;
  if (beside < 0 || (!fit && !over)) return null;
  const margins: Record<number, [number, number, number, number]> = {
    0: [0, beside, 0, 0],
    [ticks.length - 1]: [0, 0, 0, beside],
  };
  const cell = (content: string, align: "left" | "center", look: object = {}) => ({
    text: clean(content),
    options: { align, fontSize: smallest, color: "0F172A", fontFace: slideFont, margin: 0, ...look },
  });
  const named = { bold: true, ...(over ? { colspan: ticks.length + 1 } : {}) };
  const body = labels.flatMap((label, at) => {
    const name = cell(label, "left", named);
    const row = nth(counts, at).map((each, column) => cell(each, "center", { margin: margins[column] ?? 0 }));
    return over ? [[name], [cell("", "left"), ...row]] : [[name, ...row]];
  });
  const head = [cell("At risk (censored, events so far)", "left", { bold: true, colspan: ticks.length + 1 })];
  const columns = ticks.map((_, column) => (margins[column] ? count + beside : step));
  return (slide) =>
    slide.addTable([head, ...body], {
      x: origin.x,
      y: origin.y + Math.min(...tops) / perInch,
      w: first + columns.reduce((sum, each) => sum + each, 0),
      colW: [first, ...columns],
      rowH: (smallest * 1.45) / pointsPerInch,
      border: { type: "none" },
      margin: 0,
      objectName: "Numbers at risk",
    });
}
