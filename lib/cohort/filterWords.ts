import type { Filter } from "../board/board";
import { dayToIso } from "../table/dates";
import type { FilterView } from "./filters";

/** A filter as it stands on its chip: "Age 60 to 70", "Arm: A, B, with a value". */
export function filterInWords(filter: Filter, view: FilterView): string {
  const missing = filter.missing ? "" : ", with a value";
  const name = view.label.charAt(0).toUpperCase() + view.label.slice(1);
  if (filter.kind === "range") {
    const shown = (bound: number) => (view.kind === "range" && view.date ? dayToIso(bound) : String(bound));
    if (filter.min === null && filter.max === null) return `${name}: any${missing}`;
    if (filter.min === null) return `${name} ≤ ${shown(filter.max ?? 0)}${missing}`;
    if (filter.max === null) return `${name} ≥ ${shown(filter.min)}${missing}`;
    return `${name} ${shown(filter.min)} to ${shown(filter.max)}${missing}`;
  }
  if (filter.values === null) return `${name}: any${missing}`;
  const labels =
    view.kind === "values" ? new Map(view.bars.map((bar) => [bar.value, bar.label])) : new Map<string, string>();
  const shown = filter.values.map((value) => labels.get(value) ?? value);
  if (shown.length === 0) return `${name}: none${missing}`;
  return `${name}: ${shown.length > 3 ? `${shown.length} of its values` : shown.join(", ")}${missing}`;
}
