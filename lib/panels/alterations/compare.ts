import { conditionalOddsRatio, fisherTest } from "../../association";
import { TESTED } from "../../cohort/genes";
import { nth } from "../../numeric/nth";
import { adjustedP } from "../../survival";
import type { GeneLine, GenePair, Share } from "./result";

/** One gene of the patients of a panel: bits per row of the cohort. */
export interface ReadGene {
  gene: string;
  bits: Uint16Array;
}

type SizeOf = (row: number) => number;

/** How many rows are altered and how many tested, each row for as many patients as it stands for, by group. */
export function sharesOf({ bits }: ReadGene, mask: number, group: Int16Array, groups: number, size: SizeOf): Share[] {
  const shares = Array.from({ length: groups }, () => ({ altered: 0, tested: 0 }));
  for (let row = 0; row < group.length; row++) {
    const own = bits[row] ?? 0;
    const share = shares[group[row] ?? -1];
    if (!share || (own & TESTED) === 0) continue;
    const patients = size(row);
    share.tested += patients;
    if ((own & mask) !== 0) share.altered += patients;
  }
  return shares;
}

/** Whether groups differ in how often each gene is altered: Fisher's exact test, and q over the genes. */
export function byGroup(lines: readonly Pick<GeneLine, "byGroup">[]): Pick<GeneLine, "p" | "q" | "drawn">[] {
  const tests = lines.map(({ byGroup: shares }) => {
    if (shares.length < 2) return { p: Number.NaN };
    return fisherTest(shares.map(({ altered, tested }) => [altered, tested - altered]));
  });
  const q = adjustedP(tests.map(({ p }) => p)).benjaminiHochberg;
  return tests.map((test, place) => ({
    p: test.p,
    q: nth(q, place),
    drawn: ("drawn" in test ? test.drawn?.stdErr : null) ?? null,
  }));
}

/** Most genes whose pairs are compared: 190 pairs. */
export const mostPaired = 20;

/** Every two of the first genes in the patients tested for both; a pair in which one never or always is altered has no P. */
export function pairsOf(genes: readonly ReadGene[], mask: number, group: Int16Array, size: SizeOf): GenePair[] {
  const first = genes.slice(0, mostPaired);
  const pairs = first.flatMap((a, place) => first.slice(place + 1).map((b) => pairOf(a, b, mask, group, size)));
  const q = adjustedP(pairs.map(({ p }) => p)).benjaminiHochberg;
  return pairs.map((pair, place) => ({ ...pair, q: nth(q, place) }));
}

function pairOf(a: ReadGene, b: ReadGene, mask: number, group: Int16Array, size: SizeOf): Omit<GenePair, "q"> {
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < group.length; row++) {
    const [one, other] = [a.bits[row] ?? 0, b.bits[row] ?? 0];
    if ((group[row] ?? -1) < 0 || (one & other & TESTED) === 0) continue;
    const cell = ((one & mask) !== 0 ? 0 : 2) + ((other & mask) !== 0 ? 0 : 1);
    counts[cell] = nth(counts, cell) + size(row);
  }
  const [both, onlyA, onlyB, neither] = counts as [number, number, number, number];
  return {
    a: a.gene,
    b: b.gene,
    both,
    onlyA,
    onlyB,
    neither,
    oddsRatio: conditionalOddsRatio(both, onlyA, onlyB, neither),
    p: fisherTest([
      [both, onlyA],
      [onlyB, neither],
    ]).p,
  };
}
