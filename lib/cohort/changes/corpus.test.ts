import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cellText, dayToIso, type Table } from "../../table";
import { nodeSource } from "../../table/nodeSource";
import { readHeavyTable } from "../../table/readHeavyTable";
import { cohortTable } from "../cohortTable";
import { boardFrom } from "../testing";
import { changedCells } from ".";

const folder = fileURLToPath(new URL("../../table/corpus/", import.meta.url));
const { files } = JSON.parse(readFileSync(`${folder}manifest.json`, "utf8")) as {
  files: { file: string; stored: boolean; expect: { outcome: string; format?: string } }[];
};
const delimited = files
  .filter(({ stored, expect: { outcome, format } }) => stored && outcome !== "error" && format === "delimited")
  .map(({ file }) => file);

/** Records of a delimited text by the line they start on, read independently of the table. */
function records(text: string, separator: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  let [line, start, cell, quoted] = [1, 1, "", false];
  let record: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at];
    if (quoted && letter !== undefined) {
      if (letter === '"' && text[at + 1] === '"') {
        cell += text[at++];
      } else if (letter === '"') quoted = false;
      else {
        if (letter === "\n") line++;
        cell += letter;
      }
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === separator) {
      record.push(cell);
      cell = "";
    } else if (letter === undefined || letter === "\n" || letter === "\r") {
      if (letter === "\r" && text[at + 1] === "\n") at++;
      found.set(start, [...record, cell]);
      [record, cell] = [[], ""];
      line++;
      start = line;
    } else cell += letter;
  }
  return found;
}

/**
 * Whether a cell counts as what stands in the file: the same text, the same plain number, the same day; blank is
 * missing.
 */
function isItself(table: Table, place: number, row: number, raw: string): boolean {
  const column = table.columns[place];
  const blank = raw.trim() === "";
  if (column.kind === "category") return cellText(column, row) === raw || (blank && cellText(column, row) === "");
  const value = column.kind === "number" ? column.values[row] : column.days[row];
  if (Number.isNaN(value)) return blank;
  return column.kind === "date" ? dayToIso(value) === raw : Number(raw.replace("\u2212", "-")) === value;
}

describe.each(delimited)("%s", (file) => {
  it("changes no cell without an entry in the ledger that names its row and what stood there", async () => {
    const source = await nodeSource(`${folder}${file}`);
    const read = await readHeavyTable(source);
    await source.close();
    if (!read.ok) throw new Error(read.problem.message);
    const table = read.value;
    const board = boardFrom({});
    const changes = changedCells(cohortTable(table, new Map(), board), board);
    const entered = new Set(
      changes.flatMap(({ column, cells }) => cells.map(({ row, from }) => JSON.stringify([column, row, from.trim()]))),
    );
    const named = new Set(
      table.notices
        .filter(({ code }) => ["row-set-aside", "ragged-long", "nul-removed", "stray-quote"].includes(code))
        .flatMap(({ rows }) => rows ?? []),
    );
    // Without `fatal` and `stream`, Node 20 reads windows-1252 as Latin-1.
    const decoder = new TextDecoder(table.reading.encoding, { fatal: true });
    const text = decoder.decode(readFileSync(`${folder}${file}`), { stream: true });
    const byLine = records(text.replace(/^\ufeff/, ""), table.reading.separator);
    const silent: string[] = [];
    let compared = 0;
    let stretch = 0;
    for (let row = 0; row < table.rows; row++) {
      while (table.lines[stretch + 1]?.row <= row) stretch++;
      const record = byLine.get(table.lines[stretch].line + row - table.lines[stretch].row) ?? [];
      if (named.has(row + 1)) continue;
      for (const [place, { name }] of table.columns.entries()) {
        const raw = record[place] ?? "";
        compared++;
        if (!isItself(table, place, row, raw) && !entered.has(JSON.stringify([name, row, raw.trim()])))
          silent.push(`row ${row + 1}, ${name}: ${raw}`);
      }
    }
    expect(silent.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });

  it("counts as many changed cells as it lists", async () => {
    const source = await nodeSource(`${folder}${file}`);
    const read = await readHeavyTable(source);
    await source.close();
    if (!read.ok) throw new Error(read.problem.message);
    const board = boardFrom({});
    for (const { count, cells } of changedCells(cohortTable(read.value, new Map(), board), board))
      expect(cells).toHaveLength(Math.min(count, 10_000));
  });
});
