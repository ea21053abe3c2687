import type { PanelOf } from "../../../board/panelForms/registry";
import { textWidth, wrap } from "../../../figure/text";
import { nth } from "../../../numeric/nth";
import type { Metrics } from "../../sheet/sheet";
import type { CharacteristicsResult } from "../result";
import { allLines, differenceInWords, differenceNumber, type Line, rowP, shownColumns, sizeInWords } from "../words";

export type Options = PanelOf<"characteristics">["figure"];

/** Where the columns of the table stand; 0 for one that has no room or is not asked for. */
export interface Columns {
  names: { left: number; width: number };
  measures: { left: number; width: number };
  /** Of each column of patients that is shown: its place in the result, and where its texts end. */
  patients: { place: number; right: number; width: number }[];
  dots: { left: number; right: number };
  differences: number;
  p: number;
  /** Values stand on two lines: the number over what is in parentheses. */
  stacked: boolean;
}

/** A line of the table at its height, its texts broken. */
export interface PlacedLine {
  line: Line;
  index: number;
  top: number;
  height: number;
  name: string[];
  measure: string[];
  cells: string[][];
}

interface Widths {
  cells: number[];
  names: number;
  measures: number;
  differences: number;
  p: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** "11.9 (10.6–13.0)" as two lines. */
const broken = (cell: string): string[] => cell.split(/ (?=\()/);

/** The narrowest table that can be read, at a size of texts. */
export function leastWidth(result: CharacteristicsResult, metrics: Metrics): number {
  const { cells, differences, p } = widthsOf(result, metrics, true);
  return sum(cells) + differences + p + leastName(metrics) + 2 * metrics.gap;
}

const leastName = ({ text }: Metrics) => text * 7.2;

function widthsOf(result: CharacteristicsResult, { text, small, gap }: Metrics, stacked: boolean): Widths {
  const lines = allLines(result);
  const widest = (texts: readonly string[], weight: 400 | 600 = 400) =>
    Math.max(0, ...texts.map((each) => textWidth(each, text, weight)));
  const space = gap * (stacked ? 1.2 : 2.6);
  const cells = shownColumns(result).map((place) => {
    const column = nth(result.columns, place);
    const values = lines.flatMap(({ cells: all }) => (stacked ? broken(all[place] ?? "") : [all[place] ?? ""]));
    // A long name of a group is broken or shortened: it makes no column wider than its values need.
    const name = Math.min(widest(column.label.split(/[\s-]/), 600), text * (stacked ? 5.6 : 9));
    return Math.max(widest(values), name, textWidth(sizeInWords(column), small)) + space;
  });
  const pairs = result.columns.length > 3;
  const differences = result.rows.flatMap(({ difference }) => (difference ? [differenceNumber(difference)] : []));
  return {
    cells,
    names: Math.max(
      ...lines.map(({ label, kind }) => textWidth(label, text, isName(kind) ? 600 : 400) + (isName(kind) ? 0 : text)),
      0,
    ),
    measures: Math.max(0, ...lines.flatMap(({ measure }) => textWidth(measure, text))),
    differences: !result.differences ? 0 : Math.max(widest(differences), text * (pairs ? 6 : 2.6)) + space,
    p: result.p ? Math.max(widest(result.rows.map(rowP)), text * 1.6) + space : 0,
  };
}

const isName = (kind: Line["kind"]) => kind === "head" || kind === "whole";

/** The columns of a table of this width: what finds no room stands under the names, on two lines, or not at all. */
export function columnsOf(result: CharacteristicsResult, options: Options, width: number, metrics: Metrics): Columns {
  const { text, gap } = metrics;
  const room = width - 2 * gap;
  const plain = widthsOf(result, metrics, false);
  const dots = result.differences && options.dots ? text * 6 : 0;
  const measures = Math.min(plain.measures, text * 7.5) + gap * 1.5;
  const names = Math.min(plain.names, text * 15) + gap;
  const fixed = sum(plain.cells) + plain.differences + plain.p;
  const least = Math.min(names, text * 11);
  if (least + measures + fixed + dots <= room) return placed(plain, measures, dots, false);
  if (least + fixed + dots <= room) return placed(plain, 0, dots, false);
  if (least + fixed <= room) return placed(plain, 0, 0, false);
  return placed(widthsOf(result, metrics, true), 0, 0, true);

  function placed({ cells, differences, p }: Widths, measured: number, dotted: number, stacked: boolean): Columns {
    const right = width - gap;
    const taken = sum(cells) + differences + dotted + p + measured;
    const spare = Math.max(0, room - taken - names);
    // What is left over is shared by the columns of patients.
    const more = Math.min(spare / (cells.length + 1), text * 4);
    const nameWidth = room - taken - more * cells.length;
    let from = gap + nameWidth + measured;
    const patients = cells.map((cell, index) => {
      from += cell + more;
      return { place: nth(shownColumns(result), index), right: from, width: cell + more - gap };
    });
    return {
      names: { left: gap, width: nameWidth - gap },
      measures: { left: measured > 0 ? gap + nameWidth : 0, width: measured - gap },
      patients,
      dots: dotted > 0 ? { left: from + gap * 2.4, right: from + dotted } : { left: 0, right: 0 },
      differences: differences > 0 ? right - p : 0,
      p: p > 0 ? right : 0,
      stacked,
    };
  }
}

/** The lines from a height on, one below the other. */
export function linesAt(result: CharacteristicsResult, columns: Columns, from: number, metrics: Metrics): PlacedLine[] {
  const { text, small } = metrics;
  let top = from;
  return allLines(result).map((line, index) => {
    const own = isName(line.kind);
    const name = wrap(line.label, columns.names.width - (own ? 0 : text), text, own ? 600 : 400, 2);
    const beside = columns.measures.width > 0;
    const measure =
      line.measure === "" || (!beside && !(line.kind === "whole" && line.row.kind === "numbers"))
        ? []
        : beside
          ? wrap(line.measure, columns.measures.width, text, 400, 2)
          : wrap(line.measure, columns.names.width, small, 400, 2);
    const cells = line.cells.map((cell) => (columns.stacked ? broken(cell) : [cell]));
    const pair = own && result.columns.length > 3 && line.row.difference !== null && result.differences ? 2 : 1;
    const left = beside ? Math.max(name.length, measure.length) : name.length + measure.length;
    const texts = Math.max(left, pair, ...cells.map(({ length }) => length));
    const height = text * (0.9 + 1.32 * Math.max(1, texts));
    top += height;
    return { line, index, top: top - height, height, name, measure, cells };
  });
}

/**
 * The lines shared out over pages that have so much room under their header, the last one with `foot` less: a
 * characteristic stands on one page with its levels where it can.
 */
export function linePages(lines: readonly PlacedLine[], room: number, foot: number): PlacedLine[][] {
  const blocks: PlacedLine[][] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    if (open && !isName(line.line.kind)) open.push(line);
    else blocks.push([line]);
  }
  const pages: PlacedLine[][] = [[]];
  let used = 0;
  const add = (own: readonly PlacedLine[], most: number) => {
    const size = sum(own.map(({ height }) => height));
    if (used > 0 && used + size > most) {
      pages.push([]);
      used = 0;
    }
    if (size > most && own.length > 1) for (const line of own) add([line], most);
    else {
      pages.at(-1)?.push(...own);
      used += size;
    }
  };
  for (const [place, block] of blocks.entries()) add(block, place === blocks.length - 1 ? room - foot : room);
  return pages;
}

/** The pair of groups whose difference is the largest, where there are several. */
export const pairOf = (result: CharacteristicsResult, line: Line): string | null =>
  result.columns.length > 3 && line.row.difference
    ? differenceInWords(line.row.difference, result).replace(/^[^,]*, /, "")
    : null;
