import type { Endpoint } from "../../board/board";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { armColumn, named, quotedNames } from "./columnWords";
import { codingWhere, endpointFrom } from "./endpointParts";
import type { Layout } from "./layout";

const columnsOf = ({ columns }: TableSummary) => {
  const find = (pattern: RegExp) => columns.find(({ name }) => pattern.test(name.trim()));
  return {
    time: find(/^survival months$/i),
    vital: find(/^vital status recode/i),
    cause: find(/^seer cause-specific death classification/i),
  };
};

const codingBy = (column: ColumnSummary, event: RegExp, censored: RegExp) =>
  codingWhere(
    column,
    (value) => event.test(value),
    (value) => censored.test(value),
  );

const vitalCoding = (vital: ColumnSummary) => codingBy(vital, /^dead$/i, /^alive$/i);

/**
 * SEER*Stat case listings: whole months with leading zeros; death of another cause competes in cause-specific survival.
 */
export const seer: Layout = {
  id: "seer-stat",
  label: "SEER*Stat case listing",
  recognize: (summary) => {
    const { time, vital, cause } = columnsOf(summary);
    if (!time || !(vital ?? cause)) return null;
    return `columns ${quotedNames([time, vital, cause].flatMap((column) => column?.name ?? []))}, whole months`;
  },
  propose: (summary) => {
    const { time, vital, cause } = columnsOf(summary);
    const column = (time as ColumnSummary).name;
    const months = { from: "column", column, unit: "months" } as const;
    const endpoints: Endpoint[] = [];
    if (vital)
      endpoints.push(
        endpointFrom({
          id: "os",
          label: "Overall survival",
          time: months,
          event: { column: vital.name, coding: vitalCoding(vital) },
          origin: "diagnosis",
        }),
      );
    if (cause)
      endpoints.push(
        endpointFrom({
          id: "css",
          label: "Cause-specific survival",
          time: months,
          event: {
            column: cause.name,
            coding: codingBy(cause, /^dead \(attributable to this cancer/i, /^alive or dead of other cause/i),
            competing: vital
              ? { column: vital.name, coding: vitalCoding(vital), cause: "death of another cause" }
              : null,
          },
          origin: "diagnosis",
        }),
      );
    return {
      endpoints,
      patientId: named(summary, "Patient ID")?.name ?? null,
      columns: time?.kind === "number" ? [] : [{ name: column, kind: "number" as const }],
      group: armColumn(summary),
    };
  },
};
