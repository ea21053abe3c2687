import type { ColumnSummary, TableSummary } from "../tableSummary";
import { named, quotedNames } from "./columnWords";
import { codingFor, endpointFrom } from "./endpointParts";
import type { Layout } from "./layout";

const columnsOf = (summary: TableSummary) => ({
  time: named(summary, "mortality_exitdays"),
  dead: named(summary, "is_dead"),
});

/** The screening trial PLCO: days from randomization to the end of follow-up for mortality, and who is known to be dead. */
export const plco: Layout = {
  id: "plco",
  label: "PLCO data set",
  recognize: (summary) => {
    const { time, dead } = columnsOf(summary);
    return time && dead ? `columns ${quotedNames([time.name, dead.name])}` : null;
  },
  propose: (summary) => {
    const { time, dead } = columnsOf(summary) as Record<keyof ReturnType<typeof columnsOf>, ColumnSummary>;
    const os = endpointFrom({
      id: "os",
      label: "Overall survival",
      time: { from: "column", column: time.name, unit: "days" },
      event: { column: dead.name, coding: codingFor(dead, true) },
      origin: "randomization",
    });
    return {
      endpoints: [os],
      patientId: named(summary, "plco_id")?.name ?? null,
      group: named(summary, "arm")?.name ?? null,
      shownIn: "years",
    };
  },
};
