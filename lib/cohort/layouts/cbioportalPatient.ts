import type { ColumnChoice } from "../../board/board";
import { counted } from "../../format";
import { parseNumber } from "../../table";
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

/**
 * The `#` row of types, where it settles what the cells leave in doubt: few whole numbers of a STRING are codes, as are
 * numbers beside other texts; a NUMBER of which half the cells are numbers is one.
 */
function declared({ reading, columns, questions }: TableSummary): ColumnChoice[] {
  const types = reading.preamble
    .map((line) => (line.startsWith("#") ? line.slice(1).split("\t") : []).map((word) => word.trim()))
    .find((words) => words.length === columns.length && words.every((word) => /^(STRING|NUMBER|BOOLEAN)$/.test(word)));
  const isAsked = (name: string) =>
    questions.some(({ code, columns: [about] = [] }) => code === "codes-or-numbers" && about === name);
  return columns.flatMap(({ name, kind, unparsed, levels, valid }, place): ColumnChoice[] => {
    const numbers = (levels ?? []).filter(({ value }) => !Number.isNaN(parseNumber(value, ".")));
    const codes = levels !== null && levels.length <= mostCodes && levels.every(({ value }) => /^\d{1,2}$/.test(value));
    if (types?.[place] === "STRING" && ((kind === "number" && (unparsed > 0 || codes)) || isAsked(name)))
      return [{ name, kind: "category" }];
    const cells = numbers.reduce((sum, { count }) => sum + count, 0);
    return types?.[place] === "NUMBER" && kind === "category" && valid > 0 && cells >= valid / 2
      ? [{ name, kind: "number" }]
      : [];
  });
}

const mostCodes = 30;

/** Labels and types of the columns, one choice for each. */
function choicesOf(summary: TableSummary): ColumnChoice[] {
  const kinds = declared(summary);
  const named = labels(summary);
  const both = named.map((choice) => ({ ...kinds.find(({ name }) => name === choice.name), ...choice }));
  return [...both, ...kinds.filter(({ name }) => !named.some((choice) => choice.name === name))];
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
    return `${comments > 0 ? `${counted(comments, "comment row")}, ` : ""}${found.length === 1 ? "endpoint" : "endpoints"} ${stems}`;
  },
  propose: (summary) => {
    const choices = choicesOf(summary);
    const labelOf = (name: string) =>
      choices
        .find((choice) => choice.name === name)
        ?.label?.replace(/^([^(]*)\(.*\)$/s, (_, before) => before.trimEnd());
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
