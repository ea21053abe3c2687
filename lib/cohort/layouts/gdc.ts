import { repeats } from "../proposeRows";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { named, quotedNames } from "./columnWords";
import { codingWhere, endpointFrom } from "./endpointParts";
import type { Layout } from "./layout";

/** Newer files write the part of the record before the name: demographic.vital_status. */
const either = (summary: TableSummary, name: string, ...parts: string[]) =>
  named(summary, name, ...parts.map((part) => `${part}.${name}`));

/** The last follow-up, in newer releases of the follow-ups alone; a column that is empty throughout says nothing. */
function lastFollowUp(summary: TableSummary): ColumnSummary | undefined {
  const found = [
    either(summary, "days_to_last_follow_up", "diagnoses", "diagnosis"),
    either(summary, "days_to_last_followup", "patient"),
    named(summary, "last_contact_days_to", "daystolastfollowup"),
    either(summary, "days_to_follow_up", "follow_ups"),
  ].filter((column) => column !== undefined);
  return found.find(({ valid }) => valid > 0) ?? found[0];
}

/** TCGA's own files wrote "days_to_last_followup", or in biotabs the same with the words turned round. */
const columnsOf = (summary: TableSummary) => ({
  status: either(summary, "vital_status", "demographic", "patient") ?? named(summary, "vitalstatus"),
  death: either(summary, "days_to_death", "demographic", "patient") ?? named(summary, "death_days_to", "daystodeath"),
  last: lastFollowUp(summary),
  id: named(
    summary,
    "case_submitter_id",
    "cases.submitter_id",
    "submitter_id",
    "bcr_patient_barcode",
    "patient.bcr_patient_barcode",
    "cases.case_id",
    "case_id",
  ),
});

const coding = (status: ColumnSummary) =>
  codingWhere(
    status,
    (value) => /^(dead|deceased)$/i.test(value),
    (value) => /^(alive|living)$/i.test(value),
  );

/**
 * The clinical table of the Genomic Data Commons: the time is in one column for the dead, in another for the others.
 */
export const gdc: Layout = {
  id: "gdc",
  label: "GDC clinical table",
  recognize: (summary) => {
    const { status, death, last } = columnsOf(summary);
    return status && death && last ? `columns ${quotedNames([status.name, death.name, last.name])}` : null;
  },
  propose: (summary) => {
    const { status, death, last, id } = columnsOf(summary) as Record<keyof ReturnType<typeof columnsOf>, ColumnSummary>;
    const os = endpointFrom({
      id: "os",
      label: "Overall survival",
      time: { from: "outcome", event: death.name, otherwise: last.name, unit: "days" },
      event: { column: status.name, coding: coding(status) },
      origin: "diagnosis",
    });
    return {
      endpoints: [os],
      patientId: id?.name ?? null,
      severalRows: "firstValue",
      // Each follow-up has a row: the latest day known alive is the greatest.
      ofRows: repeats(summary, id) ? [{ column: last.name, take: { rule: "greatest" } }] : [],
      columns: [death, last]
        .filter(({ kind }) => kind !== "number")
        .map(({ name }) => ({ name, kind: "number" as const })),
      shownIn: "months",
    };
  },
};
