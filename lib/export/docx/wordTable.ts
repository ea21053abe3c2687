import type * as Word from "docx";
import type { TextTable } from "../../panels/report";
import { hasSteps, isWords, nameOf } from "../tableText";

/** How far a level is set in, in twentieths of a point, in which Word measures: 10 pt. */
const step = 200;

/**
 * A table as journals set it: a line above and below its head and at its end, names on the left and set in, numbers
 * centered; its head is repeated on every page, and no row is torn.
 */
export function wordTable(word: typeof Word, table: TextTable, clean: (text: string) => string): Word.Table {
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
          alignment: isWords(table, column) ? word.AlignmentType.LEFT : word.AlignmentType.CENTER,
          indent: look.steps ? { left: look.steps * step } : undefined,
          children: [new word.TextRun({ text: clean(text), bold: look.bold })],
        }),
      ],
    });
  return new word.Table({
    width: { size: 100, type: word.WidthType.PERCENTAGE },
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
