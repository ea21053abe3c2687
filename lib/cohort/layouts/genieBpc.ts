import type { Endpoint, TimeUnit } from "../../board/board";
import { formatCount } from "../../format";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, endpointNamed, named, quotedNames } from "./columnWords";
import { codingFor, endpointFrom, idOf } from "./endpointParts";
import type { Layout } from "./layout";

const units: [suffix: string, TimeUnit][] = [
  ["days", "days"],
  ["mos", "months"],
  ["yrs", "years"],
];

interface Pair {
  stem: string;
  time: ColumnSummary;
  unit: TimeUnit;
  event: ColumnSummary;
}

/** Each stem once, in days where the file has them. */
function pairs(summary: TableSummary): Pair[] {
  const found = new Map<string, Pair>();
  for (const [suffix, unit] of units) {
    for (const time of summary.columns) {
      const stem = new RegExp(`^tt_(.+)_${suffix}$`, "i").exec(time.name)?.[1];
      const event = stem === undefined ? undefined : named(summary, `${stem}_status`);
      if (stem !== undefined && event && !found.has(stem)) found.set(stem, { stem, time, unit, event });
    }
  }
  return [...found.values()];
}

/**
 * When the patient came under observation, on the clock of the endpoint: the sequencing report after diagnosis for
 * those that start at diagnosis. Endpoints that start at a regimen ("_g") or at advanced disease ("_adv") have another
 * zero and take no entry from diagnosis.
 */
function entryOf(summary: TableSummary, stem: string): { column: ColumnSummary; unit: TimeUnit } | null {
  const clock = /_(g|adv|met)(_|$)/.exec(stem)?.[1] ?? "dx";
  for (const [suffix, unit] of units) {
    const column = named(summary, `${clock}_cpt_rep_${suffix}`);
    if (column) return { column, unit };
  }
  return null;
}

function endpointOf(summary: TableSummary, { stem, time, unit, event }: Pair): Endpoint {
  const name = endpointNamed(stem.replaceAll("_", " "));
  const entry = entryOf(summary, stem);
  return endpointFrom({
    id: idOf(stem) || "survival",
    label: name ? `${name.label} (${stem})` : stem,
    time: { from: "column", column: time.name, unit },
    event: { column: event.name, coding: codingFor(event, name?.death ?? false) },
    origin: /(^|_)dx(_|$)/.test(stem) ? "diagnosis" : "",
    entry: entry?.column.name ?? null,
    entryUnit: entry?.unit ?? null,
  });
}

/**
 * AACR Project GENIE Biopharma Collaborative: tt_<stem>_days beside <stem>_status, under observation from the
 * sequencing report on.
 */
export const genieBpc: Layout = {
  id: "genie-bpc",
  label: "GENIE BPC table",
  recognize: (summary) => {
    const found = pairs(summary);
    if (found.length === 0) return null;
    const entry = found.flatMap(({ stem }) => entryOf(summary, stem)?.column.name ?? []);
    const names = found.slice(0, 3).flatMap(({ time, event }) => [time.name, event.name]);
    const delayed = entry.length > 0 ? `, delayed entry at “${entry[0]}”` : ", no report date for delayed entry";
    return `${found.length === 1 ? "one endpoint," : `${formatCount(found.length)} endpoints such as`} ${quotedNames(names)}${delayed}`;
  },
  propose: (summary) => ({
    endpoints: pairs(summary).map((pair) => endpointOf(summary, pair)),
    patientId: named(summary, "record_id", "patient_id")?.name ?? null,
    group: armColumn(summary),
    shownIn: "months",
  }),
};
