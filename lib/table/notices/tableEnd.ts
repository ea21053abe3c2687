import { counted, rowsInWords } from "../../format";
import type { ReadColumn } from "../columns/readColumn";
import type { Notice, Question } from "../table";
import type { TableBuilder } from "../tableBuilder";
import { notice, quoted } from "./notice";

const summaryWords =
  /^((grand |sub-?)?(total|sum|mean|average|avg|median|st\.? ?dev\.?|minimum|maximum|gesamt|summe|mittelwert|durchschnitt|standardabweichung|moyenne|somme|totale|media|mediana|mediane|médiane|promedio|suma|gemiddelde|totaal|medie|średnia|suma|ortalama|toplam|合计|总计|平均值?|合計|平均|합계|평균)s?|mean ?(\+\/-|±|\(sd\)).*|total \(?n ?=.*|n ?= ?\d+):?$/i;

/** Rows (from 0) at the end that add up the others rather than being patients, and what they are called. */
function summaryRows(columns: readonly ReadColumn[], rows: number): Map<number, string> {
  const found = new Map<number, string>();
  const tail = Math.max(0, rows - mostSummaries);
  if (rows < 4) return found;
  for (const { builder } of columns.slice(0, 5)) {
    if (builder.values) {
      for (const { row, text } of builder.odd) if (row >= tail && summaryWords.test(text)) found.set(row, text);
      continue;
    }
    // What stands there twice, or further up too, is a value: "Total" of the gastrectomies.
    const above = new Set(builder.codes.subarray(0, tail));
    for (let row = tail; row < rows; row++) {
      const text = builder.codes[row] < 0 ? "" : builder.levels[builder.codes[row]];
      const isOnce = builder.codes.subarray(tail, rows).filter((code) => code === builder.codes[row]).length === 1;
      if (summaryWords.test(text) && isOnce && !above.has(builder.codes[row])) found.set(row, text);
    }
  }
  return found;
}

const mostSummaries = 6;

/** The notice of summary rows and, where all rows from the first of them on are such, where the table ends. */
export function summaryNotices(columns: readonly ReadColumn[], rows: number): Notice[] {
  const found = summaryRows(columns, rows);
  if (found.size === 0) return [];
  const at = [...found.keys()].sort((a, b) => a - b).map((row) => row + 1);
  const message = `${counted(at.length, "row")} at the end may sum up the others rather than be a patient: ${quoted([...found.values()])} (${rowsInWords(at)}).`;
  return [notice("summary-row", at.length, message, "Delete it in the file if it is none.", { rows: at })];
}

/** Asked where what stands below the patients may be none: a second table, or rows that sum them up. */
export function tableEnd(builder: TableBuilder, columns: readonly ReadColumn[]): Question[] {
  const { restarts, rows, end } = builder;
  if (end !== null) return [];
  const sums = [...summaryRows(columns, rows).keys()].sort((a, b) => a - b);
  const [firstSum = rows] = sums;
  const [{ row: restart, names } = { row: rows, names: [] }] = restarts;
  // Rows after the first that sums up are what it leads to: its units, its percentages.
  const first = Math.min(firstSum, restart);
  if (first >= rows || first === 0) return [];
  const count = rows - first;
  const at = Array.from({ length: count }, (_, place) => first + 1 + place);
  const what =
    first === restart
      ? `Another table may begin below an empty line, with ${quoted(names, 5)}`
      : "The last rows may sum up the others rather than be patients";
  const line = lineOf(builder, first - 1);
  return [
    {
      ...notice("table-end", count, `${what}: ${counted(count, "row")} (${rowsInWords(at)}).`, waits, { rows: at }),
      choices: [
        { label: `The table ends at line ${line}: leave ${counted(count, "row")} out`, options: { lastLine: line } },
        { label: count === 1 ? "It is a patient" : "They are patients", options: { lastLine: 0 } },
      ],
    },
  ];
}

const waits = "Until you say, they count as rows.";

function lineOf({ lines }: TableBuilder, row: number): number {
  const stretch = lines.findLast((each) => each.row <= row) ?? { row: 0, line: 1 };
  return stretch.line + row - stretch.row;
}

/** Said of what stands below the line at which the table ends. */
export function belowEnd({ end, beyond }: TableBuilder): Notice[] {
  if (!end || beyond.count === 0) return [];
  const message = `The table ends at line ${end}, as you said: ${counted(beyond.count, "line")} below ${beyond.count === 1 ? "is" : "are"} left out.`;
  return [notice("table-ended", beyond.count, message, "Change the last line under “How the file is read”.")];
}
