import type { Endpoint } from "../../board/board";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, endpointNamed, named, quotedNames } from "./columnWords";
import { codingFor, endpointFrom, idOf } from "./endpointParts";
import type { Layout } from "./layout";

/** <X> of 0 and 1 beside <X>.time. */
function pairs({ columns }: TableSummary): { stem: string; time: ColumnSummary; event: ColumnSummary }[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return columns.flatMap((time) => {
    const stem = /^(.+)\.time$/.exec(time.name)?.[1];
    const event = stem === undefined ? undefined : byName.get(stem);
    return stem !== undefined && event ? [{ stem, time, event }] : [];
  });
}

const endpointOf = ({ stem, time, event }: ReturnType<typeof pairs>[number]): Endpoint => {
  const name = endpointNamed(stem.toLowerCase());
  return endpointFrom({
    id: name?.id ?? (idOf(stem) || "survival"),
    label: name?.label ?? stem,
    time: { from: "column", column: time.name, unit: "days" },
    event: { column: event.name, coding: codingFor(event, false) },
  });
};

const patientColumn = (summary: TableSummary) =>
  named(summary, "_PATIENT", "bcr_patient_barcode", "patient", "case_submitter_id");

/** TCGA-CDR (Liu 2018) and UCSC Xena's survival tables: <X> is 1 or 0, <X>.time is in days. */
export const tcga: Layout = {
  id: "tcga-cdr",
  label: "TCGA survival table (TCGA-CDR or UCSC Xena)",
  recognize: (summary) => {
    const found = pairs(summary).filter(({ stem }) => /^(OS|DSS|DFI|PFI)$/.test(stem));
    if (found.length === 0) return null;
    const id = patientColumn(summary);
    return `columns ${quotedNames([...(id ? [id.name] : []), ...found.slice(0, 2).flatMap(({ event, time }) => [event.name, time.name])])}, times in days`;
  },
  propose: (summary) => ({
    endpoints: pairs(summary).map(endpointOf),
    patientId: (patientColumn(summary) ?? named(summary, "sample"))?.name ?? null,
    severalRows: "firstValue",
    group: armColumn(summary),
    shownIn: "months",
  }),
};
