import type { TimeUnit } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";
import { daysIn } from "../../cohort/endpointTime";
import { type DataSet, type EndpointColumns, type GroupColumn, sameVariable } from "../dataSet/dataSet";
import type { Check } from "./checked";
import { rComment, rTexts } from "./rText";

type Panel = Pick<PanelOf<"kaplanMeier">, "endpoint" | "group" | "strata" | "landmark" | "censorAt">;

/** The commands of a block, and what R's answers must be at its end. */
export interface Block {
  lines: string[];
  checks: Check[];
  /** What needs a package that is no part of R. */
  further?: { needs: string; lines: string[]; checks: Check[] };
}

/** Where a panel's endpoint and groupings stand in the data set. */
export interface Places {
  endpoint: EndpointColumns;
  group: GroupColumn | null;
  strata: GroupColumn | null;
  /** Where the number of the patient stands whose intervals the rows are; null where a row is a patient. */
  patient: string | null;
}

/** The places of a panel, or the words why it has none. */
export function placesOf(panel: Pick<Panel, "endpoint" | "group" | "strata">, data: DataSet): Places | string {
  const endpoint = data.endpoints.find(({ id }) => id === panel.endpoint);
  const find = (of: Panel["group"]) => (of === null ? null : data.groups.find((group) => sameVariable(group.of, of)));
  const [group, strata] = [find(panel.group), find(panel.strata)];
  if (!endpoint || group === undefined || strata === undefined)
    return "its grouping is not in the data set, because it may identify patients.";
  return { endpoint, group, strata, patient: data.patientOfIntervals };
}

/** Patients of each group, however many intervals they have, in R. */
export const patientsByGroupInR = "tapply(p$id, droplevels(p$group), function(x) length(unique(x)))";

/** Intervals as one row a patient, from the first start to the last end, in R. */
export const wholePatientsInR = [
  "whole <- function(p) {",
  "  p <- p[order(p$id, p$time), ]",
  "  q <- p[!duplicated(p$id, fromLast = TRUE), ]",
  "  q$entry <- p$entry[!duplicated(p$id)]",
  "  q",
  "}",
];

/**
 * The patients of a panel as the data frame p: their times on the panel's clock and in the unit of its figure, causes,
 * weights, groups and strata, and further columns.
 */
export function patientsInR(
  { landmark, censorAt, unit }: Pick<Panel, "landmark" | "censorAt"> & { unit: TimeUnit },
  places: Places,
  more: string[] = [],
): string[] {
  const { group, strata } = places;
  const { time, event, entry, weight, weightKind, unit: own } = places.endpoint;
  const id = places.patient ? `d$${places.patient}` : null;
  const of = (column: GroupColumn | null, missing: string) =>
    column ? `factor(d$${column.name}, levels = ${rTexts(column.levels.map(({ text }) => text))})` : missing;
  const lines = [
    "p <- data.frame(",
    `  ${id ? `id = ${id}, ` : ""}time = d$${time}, cause = d$${event}, entry = ${entry ? `d$${entry}` : "-Inf"}, weight = ${weight ? `as.numeric(d$${weight})` : "1"},`,
    `  group = ${of(group, 'factor("all")')},`,
    `  stratum = ${of(strata, 'factor("all")')}${more.length > 0 ? "," : ""}`,
    ...more.map((column, index) => `  ${column}${index < more.length - 1 ? "," : ""}`),
    ")",
    "p <- p[!is.na(p$time) & !is.na(p$group) & !is.na(p$stratum), ]",
  ];
  if (censorAt !== null)
    lines.push(
      rComment(`Follow-up past ${censorAt} is not used.`),
      `p$cause[p$time > ${censorAt}] <- 0`,
      `p$time <- pmin(p$time, ${censorAt})`,
      "p <- p[p$entry < p$time, ]",
    );
  if (landmark !== null)
    lines.push(
      rComment(`Landmark at ${landmark}: the clock begins there.`),
      `p <- p[p$time > ${landmark}, ]`,
      `p$time <- p$time - ${landmark}`,
      ...(entry ? [`p$entry <- pmax(0, p$entry - ${landmark})`] : []),
    );
  if (unit !== own)
    lines.push(
      rComment(`Times in ${unit}, as the panel shows them.`),
      `p[c("time", "entry")] <- p[c("time", "entry")] * ${daysIn[own]} / ${daysIn[unit]}`,
    );
  if (weightKind === "count")
    lines.push(
      "# Each row stands for as many patients as its weight says.",
      "p <- p[rep(seq_len(nrow(p)), p$weight), ]",
    );
  return [...lines, "p$event <- p$cause == 1"];
}
