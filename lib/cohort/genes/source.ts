import type { Problem } from "../../result";
import { NOT_TESTED, TESTED } from "./words";

/** What is said of a source beside its numbers: how many rows (or cells) of it, and which, from 1, the first 1,000. */
export interface Remark {
  code: "date" | "spellings" | "duplicates" | "unmatched" | "unread" | "contrary" | "geneless";
  count: number;
  message: string;
  hint: string;
  rows: number[];
  /** They are left out rather than read somehow. */
  leftOut: boolean;
}

/** What one file, or the columns of the cohort, say of genes: sparse, as most patients lack most alterations. */
export interface GeneSource {
  /** The id of the join; null of the cohort's own columns. */
  join: string | null;
  label: string;
  /** As a figure names them: the most frequent spelling. */
  names: string[];
  /** By `symbolKey`. */
  place: ReadonlyMap<string, number>;
  /** Entries of gene g stand from start[g] to before start[g + 1], by row of the cohort; each row once. */
  start: Int32Array;
  rows: Int32Array;
  /** Classes, and TESTED or NOT_TESTED where the file says so of that patient and gene. */
  bits: Uint16Array;
  /** Whether a patient without an entry was tested for a gene. */
  covered: (gene: number, row: number) => boolean;
  /** The column of the cohort in which a gene, by its key, has two words at most; null of files. */
  columnOf: ((key: string) => string | null) | null;
  remarks: Remark[];
  /** Rows of its patients (from 0) of which nothing is read, each under one reason. */
  unused: { reason: string; rows: number[] }[];
  /** What must be decided before anything is counted; null where nothing is open. */
  question: Problem | null;
}

/** One gene over all sources: bits of classes per row of the cohort, with TESTED where any source says so. */
export function geneBits(sources: readonly GeneSource[], key: string, rows: number): Uint16Array {
  const all = new Uint16Array(rows);
  for (const source of sources) {
    const gene = source.place.get(key);
    if (gene === undefined) continue;
    const own = new Uint16Array(rows);
    for (let at = source.start[gene] ?? 0; at < (source.start[gene + 1] ?? 0); at++)
      own[source.rows[at] ?? 0] = source.bits[at] ?? 0;
    for (let row = 0; row < rows; row++) {
      const bits = own[row] ?? 0;
      const said = (bits & ~(TESTED | NOT_TESTED)) !== 0 || (bits & TESTED) !== 0;
      const tested = said || ((bits & NOT_TESTED) === 0 && source.covered(gene, row));
      if (tested) all[row] = (all[row] ?? 0) | (bits & ~NOT_TESTED) | TESTED;
    }
  }
  return all;
}

/** Entries gathered one by one, as columns by gene. */
export function gatherer() {
  const names: string[] = [];
  const place = new Map<string, number>();
  const cells: Map<number, number>[] = [];
  return {
    gene(key: string, name: string): number {
      const known = place.get(key);
      if (known !== undefined) return known;
      place.set(key, names.length);
      cells.push(new Map());
      return names.push(name) - 1;
    },
    size: () => names.length,
    add(gene: number, row: number, bits: number): void {
      const own = cells[gene];
      own?.set(row, (own.get(row) ?? 0) | bits);
    },
    done() {
      const start = new Int32Array(names.length + 1);
      cells.forEach((own, gene) => {
        start[gene + 1] = (start[gene] ?? 0) + own.size;
      });
      const rows = new Int32Array(start[names.length] ?? 0);
      const bits = new Uint16Array(rows.length);
      let at = 0;
      for (const own of cells)
        for (const [row, value] of [...own].sort(([a], [b]) => a - b)) {
          rows[at] = row;
          bits[at++] = value;
        }
      return { names, place, start, rows, bits };
    },
  };
}
