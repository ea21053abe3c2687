import type { Endpoint } from "../../board/board";
import type { ColumnSummary, TableSummary } from "../tableSummary";
import { named, quotedNames } from "./columnWords";
import { codingFor, codingWhere, endpointFrom } from "./endpointParts";
import type { Layout } from "./layout";

const columnsOf = (summary: TableSummary) => {
  const of = (name: string) => named(summary, name, name.replaceAll(" ", "."), name.replaceAll(" ", "_"));
  return {
    id: of("TARGET USI"),
    survival: of("Overall Survival Time in Days"),
    status: of("Vital Status"),
    free: of("Event Free Survival Time in Days"),
    first: of("First Event"),
  };
};

/** The first events of the program's dictionary; "Other" and "Not Reported" are asked about. */
const firstEvents =
  /^(event|relapse|progression|death|death without remission|induction death|induction failure|second malignant neoplasm)$/i;

const inDays = (column: ColumnSummary): Endpoint["time"] => ({ from: "column", column: column.name, unit: "days" });

/** The clinical sheets of the program TARGET: times in days, the vital status, and the first event by its name. */
export const target: Layout = {
  id: "target",
  label: "TARGET clinical sheet",
  recognize: (summary) => {
    const { survival, status, free, first } = columnsOf(summary);
    const found = [...(survival && status ? [survival, status] : []), ...(free && first ? [free, first] : [])];
    return found.length === 0 ? null : `columns ${quotedNames(found.map(({ name }) => name))}`;
  },
  propose: (summary) => {
    const { id, survival, status, free, first } = columnsOf(summary);
    const endpoints: Endpoint[] = [];
    if (survival && status)
      endpoints.push(
        endpointFrom({
          id: "os",
          label: "Overall survival",
          time: inDays(survival),
          event: { column: status.name, coding: codingFor(status, true) },
          origin: "diagnosis",
        }),
      );
    if (free && first)
      endpoints.push(
        endpointFrom({
          id: "efs",
          label: "Event-free survival",
          time: inDays(free),
          event: {
            column: first.name,
            coding: codingWhere(
              first,
              (value) => firstEvents.test(value),
              (value) => /^(censored|none)$/i.test(value),
            ),
          },
          origin: "diagnosis",
        }),
      );
    return { endpoints, patientId: id?.name ?? null, shownIn: "months" };
  },
};
