import type { Endpoint, TimeUnit } from "../../board/board";
import type { Table } from "../../table";
import { findColumn } from "../columns";
import { endpointData, unitOfEndpoint } from "../endpoint";
import { daysIn } from "../endpointTime";
import { unitOf } from "../layouts/columnWords";
import type { Facts } from "./check";
import { type Stem, stemOf } from "./words";

/** A time to an event as the file gives it, before anybody is left out. */
export interface RawTime {
  name: string;
  stem: Stem | null;
  /** The column with the time itself; null where it runs between dates. */
  column: string | null;
  /** In days; NaN where there is none. */
  days: Float64Array;
}

/** The times of the endpoints; of columns that are named like a time to an event, where no endpoint is set up yet. */
export function rawTimes({ table, board }: Facts): RawTime[] {
  const times = board.endpoints.flatMap((endpoint) => timeOf(table, endpoint));
  return times.length > 0 ? times : namedTimes(table);
}

function timeOf(table: Table, endpoint: Endpoint): RawTime[] {
  const { id, label, time } = endpoint;
  const stem = stemOf(id) ?? stemOf(label) ?? (time.from === "column" ? stemOf(time.column) : null);
  if (time.from === "column") {
    const days = inDays(table, time.column, time.unit ?? unitOf(time.column) ?? "days");
    return days ? [{ name: label, stem, column: time.column, days }] : [];
  }
  if (time.from === "dates") {
    const [start, end] = [findColumn(table, time.start), findColumn(table, time.end)];
    if (start?.kind !== "date" || end?.kind !== "date") return [];
    return [
      { name: label, stem, column: null, days: end.days.map((day, row) => day - (start.days[row] ?? Number.NaN)) },
    ];
  }
  const data = endpointData(table, endpoint);
  const days = data.ok ? data.value.time.map((value) => value * daysIn[unitOfEndpoint(endpoint)]) : null;
  return days ? [{ name: label, stem, column: null, days }] : [];
}

function namedTimes(table: Table): RawTime[] {
  return table.columns.flatMap(({ name }) => {
    const [stem, unit] = [stemOf(name), unitOf(name)];
    const days = stem && unit ? inDays(table, name, unit) : null;
    return days ? [{ name, stem, column: name, days }] : [];
  });
}

function inDays(table: Table, name: string, unit: TimeUnit): Float64Array | null {
  const column = findColumn(table, name);
  return column?.kind === "number" ? column.values.map((value) => value * daysIn[unit]) : null;
}
