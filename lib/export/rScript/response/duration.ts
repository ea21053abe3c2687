import type { PanelOf } from "../../../board/panelForms/registry";
import type { ResponseResult } from "../../../panels/response/result";
import type { DataSet } from "../../dataSet/dataSet";
import { type Check, same } from "../checked";
import { cells } from "./counts";

type Panel = PanelOf<"response">;

/** Where the endpoint of duration stands; undefined where the script does not compute it. */
const durationColumns = ({ duration }: Panel, result: ResponseResult, data: DataSet) =>
  result.duration && !result.duration.entry ? data.endpoints.find(({ id }) => id === duration) : undefined;

export function durationInR(panel: Panel, result: ResponseResult, data: DataSet): string[] {
  const columns = durationColumns(panel, result, data);
  if (!columns) return [];
  return [
    "# How long responses last, of those the endpoint knows.",
    `responders <- data.frame(patient = cohort$patient, time = cohort$${columns.time}, event = cohort$${columns.event} == 1)`,
    'responders <- merge(dat[, c("patient", "group")], responders[!is.na(responders$time), ])',
    "responders$group <- droplevels(responders$group)",
    `lasting <- survfit(Surv(time, event) ~ ${(result.duration?.groups.length ?? 0) > 1 ? "group" : "1"}, data = responders, conf.type = "log-log", conf.int = ${result.level})`,
    "print(lasting)",
    "durations <- printed_median(lasting)",
  ];
}

export function durationChecks(panel: Panel, result: ResponseResult, data: DataSet): Check[] {
  const { duration } = result;
  if (!duration || !durationColumns(panel, result, data)) return [];
  const quantity = new RegExp(`^median ${duration.endpoint.words.duration.replace(/[^\p{L}\d ]/gu, ".")}$`, "u");
  const medians = duration.groups.map(({ median }) => median);
  return [
    same(
      "durations",
      "durations$quantile",
      medians.map((each) => (each.kind === "reached" ? each.time : null)),
      cells(quantity),
    ),
    same(
      "durations, lower",
      "durations$lower",
      medians.map(({ lower }) => lower),
      cells(quantity, "lower"),
    ),
    same(
      "durations, upper",
      "durations$upper",
      medians.map(({ upper }) => upper),
      cells(quantity, "upper"),
    ),
  ];
}
