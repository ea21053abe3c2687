import { type Board, type Filter, isActive } from "../board/board";
import { besideEachOther, dateInWords, formatCount, numberInWords } from "../format";
import { dayToIso } from "../table/dates";
import type { Table } from "../table/table";
import { mostFilters } from "./filters";
import { isIdentifying } from "./identifying";
import type { Variables } from "./variables";

/** What the words of a filter need of its column or score. */
type Named = { label: string } & (
  | { kind: "values"; bars: readonly { value: string; label: string }[]; missing: { total: number } }
  | { kind: "range"; date: boolean; missing: { total: number } }
  | { kind: "unusable" }
);

/**
 * A filter as it stands on its chip: "Age 60 to 70", "Arm: A, B, with a value", and where some have no value and are kept
 * all the same "Arm: A, B, or no value".
 */
export function filterInWords(filter: Filter, named: Named): string {
  const name = named.label.charAt(0).toUpperCase() + named.label.slice(1);
  const isRange = filter.kind === "range" && (filter.min !== null || filter.max !== null);
  return `${name}${isRange ? "" : ":"} ${keptInWords(filter, named)}`;
}

/** What a filter keeps, without its name: "60 to 70", "A, B, with a value". */
export function keptInWords(filter: Filter, named: Named): string {
  const some = named.kind !== "unusable" && named.missing.total > 0;
  const missing = !filter.missing ? ", with a value" : some ? ", or no value" : "";
  if (filter.kind === "range") {
    const { min, max } = filter;
    const shown = (bound: number) =>
      named.kind === "range" && named.date ? dateInWords(dayToIso(bound)) : numberInWords(bound);
    if (min === null && max === null) return `any${missing}`;
    if (min === null) return `≤ ${shown(max ?? 0)}${missing}`;
    if (max === null) return `≥ ${shown(min)}${missing}`;
    return `${shown(min)} to ${shown(max)}${missing}`;
  }
  if (filter.values === null) return `any${missing}`;
  const labels =
    named.kind === "values" ? new Map(named.bars.map((bar) => [bar.value, bar.label])) : new Map<string, string>();
  const shown = filter.values.map((value) => labels.get(value) ?? value);
  if (shown.length === 0) return filter.missing ? "no value" : "none";
  return `${shown.length > 3 ? `${formatCount(shown.length)} of its values` : besideEachOther(shown)}${missing}`;
}

/** The filters that leave somebody out, or may: those with a choice, of a column or score that can be filtered by. */
export function appliedFilters({ filters }: Pick<Board, "filters">, variables: Variables): Filter[] {
  return filters
    .slice(0, mostFilters)
    .filter((filter) => isActive(filter) && named(filter, variables).kind !== "unusable");
}

/** The filters of a board in words; those on columns that may identify patients are counted, not named. */
export function filtersInWords(board: Board, table: Table, variables: Variables): string[] {
  const applied = appliedFilters(board, variables);
  const isHidden = ({ of }: Filter) => {
    const column = "column" in of ? table.columns.find(({ name }) => name === of.column) : undefined;
    return column !== undefined && isIdentifying(board, column, table.rows);
  };
  const open = applied.filter((filter) => !isHidden(filter));
  const hidden = applied.length - open.length;
  return [
    ...open.map((filter) => filterInWords(filter, named(filter, variables))),
    ...(hidden > 0 ? [`${formatCount(hidden)} on columns that may identify patients`] : []),
  ];
}

function named({ kind, of }: Filter, variables: Variables): Named {
  const label = variables.label(of);
  if (kind === "range") {
    const found = variables.numbers(of);
    if (!found.ok) return { kind: "unusable", label };
    const { date, values } = found.value;
    return { kind, label, date, missing: { total: blanks(values, Number.isNaN) } };
  }
  const found = variables.levels(of);
  if (!found.ok) return { kind: "unusable", label };
  const { levels, codes } = found.value;
  return { kind, label, bars: levels, missing: { total: blanks(codes, (code) => code < 0) } };
}

/** How many cells of a column are empty; counted once. */
function blanks(cells: ArrayLike<number> & object, isBlank: (cell: number) => boolean): number {
  const counted = known.get(cells);
  if (counted !== undefined) return counted;
  let total = 0;
  for (let row = 0; row < cells.length; row++) if (isBlank(cells[row] ?? Number.NaN)) total++;
  known.set(cells, total);
  return total;
}

const known = new WeakMap<object, number>();
