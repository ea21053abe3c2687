import { chiSquareUpper } from "../numeric/chiSquare";

/**
 * Cochran and Armitage's test of a share that rises or falls over ordered groups, as R's `prop.trend.test`; `scores`
 * are the groups' places, 1, 2, … unless given. P is NaN where nothing varies. Sources: Cochran 1954; Armitage 1955.
 */
export function proportionTrendTest(
  counts: readonly number[],
  of: readonly number[],
  scores: readonly number[] = counts.map((_, i) => i + 1),
): { chiSquare: number; p: number } {
  let [total, n, sum, squares, score] = [0, 0, 0, 0, 0];
  for (const [i, size] of of.entries()) {
    const [count, place] = [counts[i] ?? 0, scores[i] ?? 0];
    total += count;
    n += size;
    sum += size * place;
    squares += size * place * place;
    score += count * place;
  }
  const share = total / n;
  const variance = share * (1 - share) * (squares - sum ** 2 / n);
  const chiSquare = (score - share * sum) ** 2 / variance;
  return { chiSquare, p: variance > 0 ? chiSquareUpper(chiSquare, 1) : Number.NaN };
}
