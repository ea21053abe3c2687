import type { ResponseResult } from "../../../panels/response/result";
import type { ResponseColumns } from "../../dataSet/dataSet";
import { type Check, same } from "../checked";
import { rNumbers } from "../rText";
import { cells } from "./counts";

/** Best changes from the measurements, which stand here by the number of their patient. */
export function measurementsInR({ changes, measurements }: ResponseResult, own: ResponseColumns): string[] {
  if (changes?.from !== "measurements" || !measurements || own.measurements.length === 0) return [];
  const of = (value: (each: ResponseColumns["measurements"][number]) => number) =>
    rNumbers(own.measurements.map(value));
  return [
    "# The baseline is the last measurement at or before time zero; of one time the last row counts.",
    "m <- data.frame(",
    `  patient = ${of(({ patient }) => patient)},`,
    `  time = ${of(({ time }) => time)},`,
    `  value = ${of(({ value }) => value)}`,
    ")",
    `m <- m[!is.na(m$time) & !is.na(m$value) & m$value >= ${measurements.as === "sum" ? 0 : -100}, ]`,
    "best <- sapply(sort(unique(dat$patient)), function(id) {",
    "  own <- m[m$patient == id, ]",
    "  own <- own[order(own$time), ]",
    "  own <- own[!duplicated(own$time, fromLast = TRUE), ]",
    "  after <- own$value[own$time > 0]",
    ...(measurements.as === "sum"
      ? [
          "  before <- tail(own$value[own$time <= 0], 1)",
          "  if (length(before) == 0 || before == 0 || length(after) == 0) NA else min(100 * (after - before) / before)",
        ]
      : ["  if (length(after) == 0) NA else min(after)"]),
    "})",
  ];
}

export function changeChecks({ changes, each }: ResponseResult, own: ResponseColumns): Check[] {
  if (changes === null) return [];
  const values = each.map(({ change }) => change);
  if (changes.from === "measurements")
    return own.measurements.length === 0 ? [] : [same("best changes", "best", values)];
  return own.change === null ? [] : [same("best changes", "dat$change[!duplicated(dat$patient)]", values)];
}

/** Of changes alone: who was measured, and whose tumor was smaller than at baseline; `best` is by patient, in the order of their numbers. */
export const changesAloneInR = ({ changes }: ResponseResult): string[] => [
  ...(changes?.from === "measurements" ? ["dat$change <- best[match(dat$patient, sort(unique(dat$patient)))]"] : []),
  "alone <- rbind(table(dat$group), table(dat$group[!is.na(dat$change)]), table(dat$group[!is.na(dat$change) & dat$change < 0]))",
  "print(alone)",
];

export function changesAloneChecks({ groups, changes }: ResponseResult, own: ResponseColumns): Check[] {
  const patients = same(
    "patients",
    "alone[1, ]",
    groups.map(({ n }) => n),
    cells(/^patients$/),
  );
  if (changes?.from === "measurements" && own.measurements.length === 0) return [patients];
  return [
    patients,
    same(
      "measured",
      "alone[2, ]",
      groups.map(({ measured }) => measured),
      cells(/^measured$/),
    ),
    same(
      "smaller",
      "alone[3, ]",
      groups.map(({ smaller }) => smaller),
      cells(/^smaller than at baseline$/),
    ),
  ];
}
