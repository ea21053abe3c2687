import type { Board, DerivedColumn } from "../board/board";
import { besideEachOther, listed, nameInStyle, numberInWords } from "../format";
import type { Table } from "../table";
import { findColumn } from "./columns";

/** The columns that a derived one is made of. */
export function sourcesOf(derived: DerivedColumn): string[] {
  switch (derived.from) {
    case "cut":
    case "mostFrequent":
    case "year":
      return [derived.column];
    case "ratio":
      return [derived.over, derived.under];
    case "dateDifference":
    case "timeDifference":
      return [derived.start, derived.end];
    case "alteration":
      return derived.columns ?? [];
  }
}

/** How a derived column is made: "age cut at the median of all patients". */
export function derivedInWords(derived: DerivedColumn, labelOf = (column: string) => column): string {
  switch (derived.from) {
    case "cut": {
      const by = "at" in derived.by ? listed(derived.by.at.map(numberInWords)) : partsInWords(derived.by.parts);
      return `${labelOf(derived.column)} cut at ${by}`;
    }
    case "mostFrequent":
      return `${labelOf(derived.column)}, the ${derived.keep === 1 ? "value" : `${derived.keep} values`} of most patients and all others as one group`;
    case "year":
      return `the year of ${labelOf(derived.column)}`;
    case "ratio":
      return `${labelOf(derived.over)} / ${labelOf(derived.under)}`;
    case "dateDifference":
      return `${derived.unit} from ${labelOf(derived.start)} to ${labelOf(derived.end)}`;
    case "timeDifference":
      return `${labelOf(derived.end)} − ${labelOf(derived.start)}`;
    case "alteration":
      return `whether ${derived.gene} is altered`;
  }
}

function partsInWords(parts: number): string {
  const names: Record<number, string> = { 2: "the median", 3: "the tertiles", 4: "the quartiles", 5: "the quintiles" };
  return `${names[parts] ?? `the quantiles that make ${parts} groups`} of all patients`;
}

/** Those of the columns that the board derives into groups, with how they are made and the groups they have. */
export function derivedDefinitions(
  board: Pick<Board, "columns" | "edits">,
  table: Table,
  names: ReadonlySet<string>,
): { label: string; definition: string }[] {
  const labelOf = (name: string) => board.columns.find((choice) => choice.name === name)?.label ?? name;
  return board.edits.derivedColumns
    .filter(({ name, from }) => names.has(name) && (from === "cut" || from === "mostFrequent" || from === "year"))
    .map((derived) => {
      const column = findColumn(table, derived.name);
      const groups = derived.from === "cut" && column?.kind === "category" ? column.written.levels : [];
      const shown = groups.length > 0 ? ` (${besideEachOther(groups.map(nameInStyle))})` : "";
      return { label: labelOf(derived.name), definition: `${derivedInWords(derived, labelOf)}${shown}.` };
    });
}
