import { TESTED } from "../../cohort/genes";
import { nth } from "../../numeric/nth";

/**
 * The rows in memo order: those altered in the first gene first, among them those altered in the second, and so on; with
 * equal genes the more severe class first, then tested before not tested, then the order of the file. `first` goes before
 * all genes.
 */
export function memoOrder(
  rows: Int32Array,
  genes: readonly { bits: Uint16Array; mask: number }[],
  first: ((row: number) => number) | null,
): Int32Array {
  // The keys of one gene at a time, so that 500 genes of 2,000 patients are as many small comparisons.
  let groups: number[][] = first === null ? [[...rows]] : split([...rows], first);
  for (const { bits, mask } of genes) {
    const key = (row: number) => {
      const own = nth(bits, row);
      const counted = own & mask;
      return counted !== 0 ? severity(counted) : (own & TESTED) !== 0 ? 100 : 101;
    };
    groups = groups.flatMap((group) => (group.length < 2 ? [group] : split(group, key)));
    if (groups.length === rows.length) break;
  }
  let at = 0;
  const ordered = new Int32Array(rows.length);
  for (const group of groups) for (const row of group) ordered[at++] = row;
  return ordered;
}

/** Copy numbers before mutations of the same gene, as bars of full height; the lowest bit is the gravest. */
const severity = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** By rising key, each part in the order it had. */
function split(rows: readonly number[], key: (row: number) => number): number[][] {
  const parts = new Map<number, number[]>();
  for (const row of rows) {
    const own = key(row);
    const part = parts.get(own);
    if (part) part.push(row);
    else parts.set(own, [row]);
  }
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}
