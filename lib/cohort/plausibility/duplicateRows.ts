import { counted } from "../../format";
import type { Steps } from "../../steps";
import type { Column } from "../../table";
import { rowLabels } from "../rowLabels";
import { type Facts, type Finding, rowsFinding } from "./check";

const rowsAStep = 1 << 14;

/** Rows that repeat an earlier one in every column. The count is of the repetitions, the rows name both. */
export function* duplicateRows({ table, patients: { represents }, board }: Facts): Steps<Finding[]> {
  if (table.columns.length < 3) return [];
  const labels = rowLabels(table);
  const aside = labels && labels.name !== board.patientId ? labels : null;
  const cells = table.columns.filter((column) => column !== aside).map(cellsOf);
  const same = (a: number, b: number) => cells.every((cell) => Object.is(cell[a], cell[b]));
  const firsts = new Map<number, number[]>();
  const hashes = yield* rowHashes(cells, table.rows);
  const involved = new Set<number>();
  let repeated = 0;
  for (let row = 0; row < table.rows; row++) {
    if (row % rowsAStep === 0) yield;
    if (represents[row] === 0) continue;
    const hash = hashes[row] ?? 0;
    const alike = firsts.get(hash) ?? [];
    const first = alike.find((each) => same(each, row));
    if (first === undefined) firsts.set(hash, [...alike, row]);
    else {
      repeated++;
      involved.add(first).add(row);
    }
  }
  return rowsFinding(
    "duplicate-rows",
    [...involved].sort((a, b) => a - b),
    (count, where) =>
      `${counted(count, "row repeats", "rows repeat")} another in every column${aside ? ` but “${aside.name}”, which numbers the rows` : ""} (${where}).`,
    "Nothing is removed: they may be one patient entered twice, or two who are alike. A patient id merges them.",
    { count: repeated },
  );
}

const cellsOf = (column: Column): Int32Array | Float64Array =>
  column.written
    ? column.written.codes
    : column.kind === "number"
      ? column.values
      : (column as { days: Float64Array }).days;

/** One number per row over all its cells; equal rows have equal numbers, and others nearly always different ones. */
function* rowHashes(cells: (Int32Array | Float64Array)[], rows: number): Steps<Int32Array> {
  const hashes = new Int32Array(rows);
  const bits = new Int32Array(2);
  const double = new Float64Array(bits.buffer);
  for (const cell of cells) {
    yield;
    for (let row = 0; row < rows; row++) {
      double[0] = cell[row] ?? Number.NaN;
      const [low = 0, high = 0] = bits;
      hashes[row] = Math.imul((hashes[row] ?? 0) ^ low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) + 1;
    }
  }
  return hashes;
}
