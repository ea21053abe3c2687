import type { CoxRows } from "./coxRows";
import type { Design } from "./designMatrix";
import type { Standardized } from "./standardize";

interface Columns {
  data: CoxRows;
  design: Design;
  standardized: Standardized;
}

/**
 * Clusters fewer than this on one side carry no robust standard error: without any effect R's Wald test rejects at 5 %
 * in 29, 17 and 15 of 100 samples with 2 to 4 patients of a group beside 60 others (`fixtures/fewClusters.R`), because
 * the residuals of so few add up to nearly nothing, and those of one to nothing at all.
 */
export const FEWEST_CLUSTERS = 5;

/**
 * How many clusters (rows, without clusters; subjects, where weights are counts) the coefficient of a column rests on:
 * those of the level or of its reference, whichever are fewer; of another column with two values those with the rarer
 * one, and of a number those without its commonest value.
 */
export function clustersBehind({ data, design, standardized: { x } }: Columns, j: number): number {
  const n = data.sets.rows.length;
  const values = x.subarray(j * n, (j + 1) * n);
  const part = design.columns[j].parts.length === 1 ? design.columns[j].parts[0] : null;
  if (part?.kind === "level") {
    const codes = part.codes;
    const levels = design.terms[design.columns[j].term].columns.map((at) => design.columns[at].parts[0]);
    const others = new Set(levels.flatMap((level) => (level.kind === "level" ? [level.code] : [])));
    const own = clustersWhere(data, (i) => codes[data.sets.rows[i]] === part.code);
    return Math.min(
      own,
      clustersWhere(data, (i) => !others.has(codes[data.sets.rows[i]])),
    );
  }
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [[commonest] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
  const without = clustersWhere(data, (i) => values[i] !== commonest);
  return counts.size > 2
    ? without
    : Math.min(
        without,
        clustersWhere(data, (i) => values[i] === commonest),
      );
}

/** Columns that no Wald test may hold: those that are `infinite`, and in a robust fit those that rest on too few clusters. */
export const withoutWald = (columns: Columns, infinite: Uint8Array, robust: boolean): Uint8Array =>
  robust ? infinite.map((is, j) => (is || clustersBehind(columns, j) < FEWEST_CLUSTERS ? 1 : 0)) : infinite;

function clustersWhere({ sets, cluster, countWeights }: CoxRows, holds: (position: number) => boolean): number {
  const seen = new Set<number>();
  let subjects = 0;
  for (let i = 0; i < sets.rows.length; i++) {
    if (!holds(i)) continue;
    subjects += countWeights ? sets.weight[i] : 1;
    if (cluster) seen.add(cluster[sets.rows[i]]);
  }
  return cluster ? seen.size : subjects;
}
