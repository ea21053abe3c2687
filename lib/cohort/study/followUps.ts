import type { Board, Join } from "../../board/board";
import type { TableSummary } from "../tableSummary";

/**
 * A second file of follow-ups, as the GDC hands one out beside a clinical table whose last follow-ups are all empty: the
 * greatest day of each patient's follow-ups is when those alive were last seen. Null where the cohort knows that itself,
 * or the second file does not say it. `names` are those that columns of the cohort have or will have.
 */
export function lastSeenIn(
  { endpoints }: Pick<Board, "endpoints">,
  cohort: Pick<TableSummary, "columns">,
  names: ReadonlySet<string>,
  join: Join,
  second: TableSummary,
): { join: Join; endpoints: Board["endpoints"] } | null {
  const day = second.columns.find(
    ({ name, valid, min }) => /^(follow_ups\.)?days_to_follow_up$/i.test(name) && valid > 0 && min !== null,
  );
  const isEmpty = (column: string) => cohort.columns.some(({ name, valid }) => name === column && valid === 0);
  if (!day || !endpoints.some(({ time }) => time.from === "outcome" && isEmpty(time.otherwise))) return null;
  const taken = new Set([...names, ...join.take.map(({ name }) => name)]);
  const name = taken.has(day.name) ? `${day.name} (follow-ups)` : day.name;
  return {
    join: { ...join, take: [...join.take, { rule: "greatest", name, column: day.name, where: null }] },
    endpoints: endpoints.map((endpoint) =>
      endpoint.time.from === "outcome" && isEmpty(endpoint.time.otherwise)
        ? { ...endpoint, time: { ...endpoint.time, otherwise: name } }
        : endpoint,
    ),
  };
}
