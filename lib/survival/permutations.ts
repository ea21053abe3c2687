export interface PermutationProgress {
  done: number;
  of: number;
  /** Permutations so far with a statistic at least the observed one. */
  atLeast: number;
}

export type PermutationResult<Reason> =
  | { kind: "tested"; statistic: number; count: number; atLeast: number; p: number; stdErr: number }
  | { kind: "undefined"; reason: Reason };

/** Statistics nearer than this to the observed one are taken as equal to it: they are the same sum in another order. */
const SAME = 1e-9;
/** Permutations between two reports. */
const ROUND = 100;

/**
 * Counts how many of `count` random statistics reach the observed one, with a report every 100. P = (reached + 1) /
 * (count + 1), which counts the observed arrangement as one of them and so is never 0; `stdErr` is the Monte Carlo
 * error of P. Source: Phipson and Smyth 2010.
 */
export function* permutations(
  observed: number,
  count: number,
  draw: () => number,
): Generator<PermutationProgress, PermutationResult<never>> {
  let atLeast = 0;
  for (let done = 0; done < count; done++) {
    if (done % ROUND === 0) yield { done, of: count, atLeast };
    if (draw() >= observed * (1 - SAME)) atLeast++;
  }
  const p = (atLeast + 1) / (count + 1);
  return { kind: "tested", statistic: observed, count, atLeast, p, stdErr: Math.sqrt((p * (1 - p)) / count) };
}
