import { type Board, type Filter, isActive } from "../board/board";
import { plainNumber } from "../format";
import { dayToIso } from "../table/dates";
import type { Table } from "../table/table";
import { mostFilters } from "./filters";
import { isIdentifying } from "./identifying";
import type { Variables } from "./variables";

/** What the words of a filter need of its column or score. */
type Named = { label: string } & (
  | { kind: "values"; bars: readonly { value: string; label: string }[] }
  | { kind: "range"; date: boolean }
  | { kind: "unusable" }
);

/** A filter as it stands on its chip: "Age 60 to 70", "Arm: A, B, with a value". */
export function filterInWords(filter: Filter, named: Named): string {
  const missing = filter.missing ? "" : ", with a value";
  const name = named.label.charAt(0).toUpperCase() + named.label.slice(1);
  if (filter.kind === "range") {
    const shown = (bound: number) => (named.kind === "range" && named.date ? dayToIso(bound) : plainNumber(bound));
    if (filter.min === null && filter.max === null) return `${name}: any${missing}`;
    if (filter.min === null) return `${name} ≤ ${shown(filter.max ?? 0)}${missing}`;
    if (filter.max === null) return `${name} ≥ ${shown(filter.min)}${missing}`;
    return `${name} ${shown(filter.min)} to ${shown(filter.max)}${missing}`;
  }
  if (filter.values === null) return `${name}: any${missing}`;
  const labels =
    named.kind === "values" ? new Map(named.bars.map((bar) => [bar.value, bar.label])) : new Map<string, string>();
  const shown = filter.values.map((value) => labels.get(value) ?? value);
  if (shown.length === 0) return `${name}: none${missing}`;
  return `${name}: ${shown.length > 3 ? `${shown.length} of its values` : shown.join(", ")}${missing}`;
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
    ...(hidden > 0 ? [`${hidden} on columns that may identify patients`] : []),
  ];
}

function named({ kind, of }: Filter, variables: Variables): Named {
  const label = variables.label(of);
  if (kind === "range") {
    const found = variables.numbers(of);
    return found.ok ? { kind, label, date: found.value.date } : { kind: "unusable", label };
  }
  const found = variables.levels(of);
  return found.ok ? { kind, label, bars: found.value.levels } : { kind: "unusable", label };
}
