import type { Board, EventReading, Filter } from "../board/board";
import type { Score } from "../board/score";

/**
 * The board with several levels of a column made one. What the board says by these values follows: filters and score
 * factors by value, and the meaning of an event value where all of them mean the same; where they do not, the meaning
 * is asked again.
 */
export function withMerge(board: Board, column: string, from: readonly string[], to: string): Board {
  const gone = from.filter((value) => value !== to);
  if (gone.length === 0) return board;
  const renamed = (values: readonly string[]) => [
    ...new Set(values.map((value) => (gone.includes(value) ? to : value))),
  ];
  const { edits } = board;
  return {
    ...board,
    edits: { ...edits, mergedLevels: [...edits.mergedLevels, { column, from: gone, to }] },
    columns: board.columns.map((choice) =>
      choice.name === column && choice.levels
        ? { ...choice, levels: choice.levels.filter(({ value }) => !gone.includes(value)) }
        : choice,
    ),
    filters: board.filters.map((filter) => filterAfter(filter, column, renamed)),
    scores: board.scores.map((score) => scoreAfter(score, column, renamed)),
    endpoints: board.endpoints.map((endpoint) => ({
      ...endpoint,
      event: endpoint.event && eventAfter(endpoint.event, column, gone, to),
    })),
  };
}

type Renamed = (values: readonly string[]) => string[];

const filterAfter = (filter: Filter, column: string, renamed: Renamed): Filter =>
  filter.kind === "values" && filter.values !== null && "column" in filter.of && filter.of.column === column
    ? { ...filter, values: renamed(filter.values) }
    : filter;

const scoreAfter = (score: Score, column: string, renamed: Renamed): Score => ({
  ...score,
  factors: score.factors.map((factor) =>
    factor.column === column && factor.when.op === "in"
      ? { ...factor, when: { ...factor.when, values: renamed(factor.when.values) } }
      : factor,
  ),
});

function eventAfter(event: EventReading, column: string, gone: readonly string[], to: string): EventReading {
  const { competing } = event;
  return {
    ...event,
    coding: event.column === column ? codingAfter(event.coding, gone, to) : event.coding,
    competing:
      competing?.column === column ? { ...competing, coding: codingAfter(competing.coding, gone, to) } : competing,
  };
}

type Coding = EventReading["coding"];

function codingAfter(coding: Coding, gone: readonly string[], to: string): Coding {
  const concerned = coding.filter(({ value }) => value === to || gone.includes(value));
  const others = coding.filter((line) => !concerned.includes(line));
  const [first] = concerned;
  const agree =
    first &&
    concerned.length === gone.length + 1 &&
    concerned.every(({ as, cause }) => as === first.as && (cause ?? "") === (first.cause ?? ""));
  return agree ? [...others, { ...first, value: to }] : others;
}
