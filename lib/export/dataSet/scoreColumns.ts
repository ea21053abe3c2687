import type { Score } from "../../board/score";
import { factorAmounts } from "../../cohort/scores/factor";
import { nth } from "../../numeric/nth";
import type { Prepared } from "../../panels/prepared";

/** Where a score and its factors stand in the data set. */
export interface ScoreInSet {
  score: Score;
  /** The column of its points. */
  points: string;
  /** Of each factor: 1 where it holds, 0 where not, or the value that points are counted per unit of; null where a column of it may identify patients. */
  factors: { id: string; name: string }[] | null;
}

interface DataColumn {
  name: string;
  cell: (row: number) => string | number;
}

/** Points and factors of the scores; `identifies` says which columns may not be in the data set. */
export function scoreColumns(
  { board, variables, table }: Prepared,
  named: (wish: string) => string,
  withoutPoints: readonly string[],
  identifies: (column: string) => boolean,
): { meta: ScoreInSet[]; columns: DataColumn[] } {
  const meta: ScoreInSet[] = [];
  const points: DataColumn[] = [];
  const columns: DataColumn[] = [];
  for (const score of board.scores) {
    const values = variables.score(score.id);
    if (withoutPoints.includes(score.id) || !values.ok) continue;
    const own = { name: named(`${score.id}_points`), cell: (row: number) => values.value.points[row] ?? Number.NaN };
    points.push(own);
    const hidden = score.factors.some((factor) => columnsOf(factor).some(identifies));
    meta.push({ score, points: own.name, factors: hidden ? null : [] });
  }
  // After the points of all scores, so that columns added to one do not rename those of another.
  for (const { score, factors } of meta)
    for (const factor of factors === null ? [] : score.factors) {
      const amounts = factorAmounts(table, factor, board);
      if (!amounts.ok) continue;
      const name = named(`${score.id}_${factor.id}`);
      columns.push({ name, cell: (row) => nth(amounts.value, row) });
      factors?.push({ id: factor.id, name });
    }
  return { meta, columns: [...points, ...columns] };
}

const columnsOf = ({ column, formula, when }: Score["factors"][number]): string[] =>
  [column, formula?.column ?? null, "column" in when ? when.column : null].filter((name) => name !== null);
