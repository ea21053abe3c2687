import type { TimeUnit } from "../../board/board";
import type { PanelOf } from "../../board/panelForms/registry";
import { daysIn } from "../../cohort/endpointTime";
import { type DataSet, type EndpointColumns, type GroupColumn, sameVariable } from "../dataSet/dataSet";
import type { Check } from "./checked";
import { rComment, rTexts } from "./rText";

type Panel = Pick<PanelOf<"kaplanMeier">, "endpoint" | "group" | "strata" | "split" | "landmark" | "censorAt">;

/** The commands of a block, and what R's answers must be at its end. */
export interface Block {
  lines: string[];
  checks: Check[];
  /** What follows on other patients or another endpoint, such as small figures: each is checked before the next. */
  parts?: { name: string; lines: string[]; checks: Check[] }[];
  /** What needs a package that is no part of R. */
  further?: { needs: string; lines: string[]; checks: Check[] };
}

/** Where a panel's endpoint and groupings stand in the data set. */
export interface Places {
  endpoint: EndpointColumns;
  group: GroupColumn | null;
  strata: GroupColumn | null;
  /** What small figures are of. */
  split: GroupColumn | null;
  /** Where the number of the patient stands whose intervals the rows are; null where a row is a patient. */
  patient: string | null;
}

/** The places of a panel, or the words why it has none. */
export function placesOf(
  panel: Pick<Panel, "endpoint" | "group" | "strata" | "split">,
  data: DataSet,
): Places | string {
  const endpoint = data.endpoints.find(({ id }) => id === panel.endpoint);
  const find = (of: Panel["group"]) => (of === null ? null : data.groups.find((group) => sameVariable(group.of, of)));
  const [group, strata, split] = [find(panel.group), find(panel.strata), find(panel.split)];
  if (!endpoint || group === undefined || strata === undefined || split === undefined)
    return "its grouping is not in the data set, because it may identify patients.";
  return { endpoint, group, strata, split, patient: data.patientOfIntervals };
}

/** Patients of each group, however many intervals they have, in R. */
export const patientsByGroupInR = "tapply(dat$id, dat$group, function(x) length(unique(x)))";

/** Intervals as one row a patient, from the first start to the last end, in R. */
export const wholePatientsInR = [
  "whole <- function(dat) {",
  "  dat <- dat[order(dat$id, dat$time), ]",
  "  last <- dat[!duplicated(dat$id, fromLast = TRUE), ]",
  "  last$entry <- dat$entry[!duplicated(dat$id)]",
  "  last",
  "}",
];

/** Further columns of the patients in R: `name = expression`; and which of them are times on the clock of the panel. */
interface More {
  columns: string[];
  times: string[];
}

/**
 * The patients of a panel as the data frame dat: their times on the panel's clock and in the unit of its figure,
 * causes, weights, groups and strata, and further columns. Levels that nobody has are dropped.
 */
export function patientsInR(
  { landmark, censorAt, unit }: Pick<Panel, "landmark" | "censorAt"> & { unit: TimeUnit },
  places: Places,
  { columns, times }: More = { columns: [], times: [] },
): string[] {
  const { group, strata, split, patient } = places;
  const { time, event, entry, weight, weightKind, unit: own } = places.endpoint;
  const of = (column: GroupColumn | null) =>
    column
      ? `factor(cohort$${column.name}, levels = ${rTexts(column.levels.map(({ text }) => text))})`
      : 'factor("all")';
  const read = [
    ...(patient ? [`id = cohort$${patient}`] : []),
    `time = cohort$${time}`,
    `cause = cohort$${event}`,
    `entry = ${entry ? `cohort$${entry}` : "-1"}`,
    `weight = ${weight ? `as.numeric(cohort$${weight})` : "1"}`,
    `group = ${of(group)}`,
    `stratum = ${of(strata)}`,
    ...(split ? [`facet = ${of(split)}`] : []),
    ...columns,
  ];
  const known = ["time", "group", "stratum", ...(split ? ["facet"] : [])].map((name) => `!is.na(dat$${name})`);
  const lines = [
    "dat <- data.frame(",
    read.map((column) => `  ${column}`).join(",\n"),
    ")",
    `dat <- dat[${known.join(" & ")}, ]`,
  ];
  if (censorAt !== null)
    lines.push(
      rComment(`Follow-up past ${censorAt} is not used.`),
      `dat$cause[dat$time > ${censorAt}] <- 0`,
      `dat$time <- pmin(dat$time, ${censorAt})`,
      "dat <- dat[dat$entry < dat$time, ]",
    );
  if (landmark !== null)
    lines.push(
      rComment(`Landmark at ${landmark}: the clock begins there.`),
      `dat <- dat[dat$time > ${landmark}, ]`,
      `dat$time <- dat$time - ${landmark}`,
      ...(entry ? [`dat$entry <- pmax(0, dat$entry - ${landmark})`] : []),
      ...times.map((name) => `dat$${name} <- dat$${name} - ${landmark}`),
    );
  if (unit !== own) {
    const all = `dat[${rTexts(["time", "entry", ...times])}]`;
    lines.push(
      rComment(`Times in ${unit}, as the panel shows them.`),
      `${all} <- ${all} * ${daysIn[own]} / ${daysIn[unit]}`,
    );
  }
  if (weightKind === "count")
    lines.push(
      "# Each row stands for as many patients as its weight says.",
      "dat <- dat[rep(seq_len(nrow(dat)), dat$weight), ]",
    );
  return [...lines, "dat <- droplevels(dat)", "dat$event <- dat$cause == 1"];
}
