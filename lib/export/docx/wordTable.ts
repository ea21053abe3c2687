import type * as Word from "docx";
import type { TextTable } from "../../panels/report";
import { hasSteps, isWords, nameOf } from "../tableText";

/** How far a level is set in, in twentieths of a point, in which Word measures: 10 pt. */
const step = 200;

/**
 * A table as journals set it: a line above and below its head and at its end, names on the left and set in, numbers
 * centered; its head is repeated on every page, and no row is torn. `fixed`: as wide as
 * that in twentieths of a point, in smaller letters, its columns by their texts; missing: as each program makes it.
 */
export function wordTable(
  word: typeof Word,
  table: TextTable,
  clean: (text: string) => string,
  fixed?: { width: number; words?: boolean },
): Word.Table {
  const { header, rows } = table;
  const rule = { style: word.BorderStyle.SINGLE, size: 6, color: "000000" };
  const none = { style: word.BorderStyle.NONE };
  const bold = hasSteps(table);
  const cell = (
    text: string,
    column: number,
    look: { bold?: boolean; steps?: number; top?: boolean; bottom?: boolean },
  ) =>
    new word.TableCell({
      borders: { top: look.top ? rule : none, bottom: look.bottom ? rule : none, left: none, right: none },
      margins: { top: 30, bottom: 30, left: column === 0 ? 0 : 80, right: 80 },
      children: [
        new word.Paragraph({
          ...(fixed ? { spacing: { after: 0, line: 240, lineRule: word.LineRuleType.AUTO } } : {}),
          alignment: fixed?.words || isWords(table, column) ? word.AlignmentType.LEFT : word.AlignmentType.CENTER,
          indent: look.steps ? { left: look.steps * step } : undefined,
          children: [new word.TextRun({ text: clean(text), bold: look.bold, size: fixed ? 17 : undefined })],
        }),
      ],
    });
  return new word.Table({
    width: { size: 100, type: word.WidthType.PERCENTAGE },
    ...(fixed ? { columnWidths: widthsOf(table, fixed.width), layout: word.TableLayoutType.FIXED } : {}),
    rows: [
      new word.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: header.map((text, column) => cell(text, column, { bold: true, top: true, bottom: true })),
      }),
      ...rows.map((row, at) => {
        const { text: name, steps } = nameOf(row);
        const bottom = at === rows.length - 1;
        return new word.TableRow({
          cantSplit: true,
          children: header.map((_, column) =>
            column === 0
              ? cell(name, 0, { bold: bold && steps === 0, steps, bottom })
              : cell(row[column] ?? "", column, { bottom }),
          ),
        });
      }),
    ],
  });
}

/** Letters of a cell that count for the width of its column: longer ones are broken. */
const mostLetters = 34;
/** In twentieths of a point: a bold letter of the smaller size, and the air beside a cell. */
const letter = 105;
const air = 170;

/**
 * The width in parts: each column has room for the longest word of its head, and what is left goes where texts are longer.
 * Where there is no such room all are narrower.
 */
export function widthsOf({ header, rows }: Pick<TextTable, "header" | "rows">, width: number): number[] {
  const least = header.map((name) => Math.max(3, ...name.split(/[ /-]/).map(({ length }) => length)) * letter + air);
  const wanted = header.map((_, column) =>
    Math.max(0, ...rows.map((row) => Math.min(mostLetters, (row[column] ?? "").length))),
  );
  const more = wanted.map((letters, column) => Math.max(0, letters * letter + air - (least[column] ?? 0)));
  const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0);
  const left = width - sum(least);
  if (left <= 0) return least.map((each) => Math.floor((each * width) / sum(least)));
  const share = sum(more) > 0 ? more.map((each) => each / sum(more)) : more.map(() => 1 / more.length);
  return least.map((each, column) => Math.floor(each + left * (share[column] ?? 0)));
}
