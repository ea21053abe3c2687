import type { TableSummary } from "../tableSummary";
import { cbioportalEndpoint, cbioportalPairs } from "./cbioportalPairs";
import { armColumn, named, quotedNames } from "./columnWords";
import type { Layout } from "./layout";

const studyPairs = (summary: TableSummary) => cbioportalPairs(summary, /(?<!\s)\s*\(months\)$/i, /(?<!\s)\s+status$/i);

/** The table that cBioPortal's study view gives for download: one row per sample. */
export const cbioportalStudyView: Layout = {
  id: "cbioportal-study-view",
  label: "cBioPortal study-view download",
  recognize: (summary) => {
    const found = studyPairs(summary);
    const ids = ["Study ID", "Patient ID", "Sample ID"].flatMap((name) => named(summary, name)?.name ?? []);
    if (found.length === 0 || !ids.includes("Patient ID") || ids.length < 2) return null;
    return `columns ${quotedNames(ids)}, one row per sample, ${found.length === 1 ? "endpoint" : "endpoints"} ${found
      .map(({ stem }) => stem)
      .join(" and ")}`;
  },
  propose: (summary) => ({
    endpoints: studyPairs(summary).map(({ stem, time, event }) => cbioportalEndpoint(stem, time, event)),
    patientId: named(summary, "Patient ID")?.name ?? null,
    severalRows: "firstValue",
    group: armColumn(summary),
  }),
};
