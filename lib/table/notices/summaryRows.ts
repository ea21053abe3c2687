import { counted, rowsInWords } from "../../format";
import type { ReadColumn } from "../columns/readColumn";
import type { Notice } from "../table";
import { notice, quoted } from "./notice";

const summaryWords =
  /^(grand |sub-?)?(total|sum|mean|average|median|gesamt|summe|mittelwert|moyenne|somme|totale|media)s?:?$/i;

/** A last row that adds up the others rather than being a patient. */
export function summaryRows(columns: readonly ReadColumn[], rows: number): Notice[] {
  const found = new Map<number, string>();
  for (const { builder } of columns.slice(0, 5)) {
    if (builder.values) continue;
    for (let row = Math.max(0, rows - 3); row < rows; row++) {
      const text = builder.codes[row] < 0 ? "" : builder.levels[builder.codes[row]];
      if (summaryWords.test(text)) found.set(row + 1, text);
    }
  }
  if (found.size === 0 || rows < 4) return [];
  const at = [...found.keys()].sort((a, b) => a - b);
  const message = `${counted(at.length, "row")} at the end may sum up the others rather than be a patient: ${quoted([...found.values()])} (${rowsInWords(at)}).`;
  return [notice("summary-row", at.length, message, "Delete it in the file if it is none.", { rows: at })];
}
