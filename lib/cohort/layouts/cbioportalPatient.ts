import type { ColumnChoice } from "../../board/board";
import type { TableSummary } from "../tableSummary";
import { cbioportalEndpoint, cbioportalPairs } from "./cbioportalPairs";
import { armColumn, named } from "./columnWords";
import type { Layout } from "./layout";

const patientPairs = (summary: TableSummary) => cbioportalPairs(summary, /_MONTHS$/i, /_STATUS$/i);

/** The first `#` row: what the columns are called in words. */
function labels({ reading, columns }: TableSummary): ColumnChoice[] {
  const first = reading.preamble.find((line) => line.startsWith("#"));
  const words =
    first
      ?.slice(1)
      .split("\t")
      .map((word) => word.trim()) ?? [];
  if (words.length !== columns.length) return [];
  return columns.flatMap(({ name }, index) =>
    words[index] === "" || words[index] === name ? [] : [{ name, label: words[index] }],
  );
}

/** cBioPortal's data_clinical_patient.txt: `#` rows before the header, pairs of <X>_MONTHS and <X>_STATUS. */
export const cbioportalPatient: Layout = {
  id: "cbioportal-patient",
  label: "cBioPortal patient file",
  recognize: (summary) => {
    const found = patientPairs(summary);
    const comments = summary.reading.preamble.filter((line) => line.startsWith("#")).length;
    const spelled =
      summary.columns.some(({ name }) => name === "PATIENT_ID") &&
      found.every(({ time }) => time.name.endsWith("_MONTHS"));
    if (found.length === 0 || (comments < 4 && !spelled)) return null;
    const stems = found.map(({ stem }) => stem).join(" and ");
    return `${comments > 0 ? `${comments} comment rows, ` : ""}${found.length === 1 ? "endpoint" : "endpoints"} ${stems}`;
  },
  propose: (summary) => {
    const choices = labels(summary);
    const labelOf = (name: string) => choices.find((choice) => choice.name === name)?.label?.replace(/\s*\(.*\)$/, "");
    return {
      endpoints: patientPairs(summary).map(({ stem, time, event }) =>
        cbioportalEndpoint(stem, time, event, labelOf(time.name)),
      ),
      patientId: named(summary, "PATIENT_ID")?.name ?? null,
      columns: choices,
      group: armColumn(summary),
    };
  },
};
