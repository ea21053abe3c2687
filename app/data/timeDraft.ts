import type { EndpointTime } from "../../lib/board/board";
import { unitOf } from "../../lib/cohort/layouts/columnWords";
import { ruleTime } from "../../lib/cohort/layouts/dateSheet";
import type { TableSummary } from "../../lib/cohort/tableSummary";

/** A source of times as it begins: dates as their names suggest, everything else still to be chosen. */
export function blankTime(from: EndpointTime["from"], summary: TableSummary): EndpointTime {
  switch (from) {
    case "column":
      return { from, column: "", unit: null };
    case "outcome":
      return { from, event: "", otherwise: "", unit: null };
    case "dates":
      return { from, start: "", end: "", unit: "months" };
    case "rule":
      return ruleTime(summary, "OS");
  }
}

/** Whether every column that the time cannot do without is chosen. */
export function isChosen(time: EndpointTime): boolean {
  switch (time.from) {
    case "column":
      return time.column !== "";
    case "outcome":
      return time.event !== "" && time.otherwise !== "";
    case "dates":
      return time.start !== "" && time.end !== "";
    case "rule":
      return time.start !== "";
  }
}

/** The time with the unit that the name of a newly chosen column speaks of. */
export function withUnit(time: EndpointTime, before: EndpointTime): EndpointTime {
  if ((time.from !== "column" && time.from !== "outcome") || time.unit !== before.unit) return time;
  return { ...time, unit: unitOf(time.from === "column" ? time.column : time.otherwise) ?? time.unit };
}

/** Columns with few enough values to say what happened. */
export const statusColumns = ({ columns }: TableSummary): string[] =>
  columns.filter(({ distinct }) => distinct !== null && distinct <= 100).map(({ name }) => name);
