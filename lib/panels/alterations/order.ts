import { TESTED } from "../../cohort/genes";

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
  const compare = (a: number, b: number) => {
    const before = first === null ? 0 : first(a) - first(b);
    if (before !== 0) return before;
    for (const { bits, mask } of genes) {
      const one = severity(bits[a] ?? 0, mask);
      const other = severity(bits[b] ?? 0, mask);
      if (one !== other) return one - other;
    }
    return a - b;
  };
  return rows.slice().sort(compare);
}

/** Where a cell stands among those of its gene: the gravest class counted first, the untested last. */
function severity(bits: number, mask: number): number {
  const counted = bits & mask;
  if (counted !== 0) return 31 - Math.clz32(counted & -counted);
  return (bits & TESTED) !== 0 ? 100 : 101;
}
