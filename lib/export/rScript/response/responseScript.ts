import type { PanelOf } from "../../../board/panelForms/registry";
import { responseCategories } from "../../../cohort/responseMeaning";
import type { ResponseResult } from "../../../panels/response/result";
import { unitFactor } from "../../../panels/timeUnit";
import { neutral } from "../../csvRow";
import { type DataSet, sameVariable } from "../../dataSet/dataSet";
import type { Block } from "../patientsInR";
import { rTexts } from "../rText";
import { changeChecks, changesAloneChecks, changesAloneInR, measurementsInR } from "./changes";
import { countChecks } from "./counts";
import { durationChecks, durationInR } from "./duration";
import { comparisonChecks, comparisonInR, rateChecks, ratesInR } from "./rates";

type Panel = PanelOf<"response">;

/** The block of one panel: categories, rates, their intervals and comparison, and best changes from measurements. */
export function responseScript(panel: Panel, result: ResponseResult, data: DataSet): Block | string {
  const own = data.responses.find((each) => each.panel === panel.id);
  const group = panel.group;
  const column = group === null ? null : data.groups.find((each) => sameVariable(each.of, group));
  if (!own || column === undefined)
    return "its response, its change or its grouping is not in the data set, because it may identify patients.";
  const read = own.response !== null;
  const progression = data.endpoints.find(({ id }) => id === panel.progression);
  const weight = data.endpoints.find((each) => each.weightKind === "count")?.weight;
  if (result.setting.weights === "count" && !weight) return "its weights are not in the data set.";
  const texts = result.groups.map(({ level }) => column?.levels.find((each) => each.level === level)?.text ?? "all");
  const factor = column
    ? `factor(cohort$${column.name}, levels = ${rTexts(texts)})`
    : 'factor(rep("all", nrow(cohort)))';
  const long = result.benefit === null ? null : lastedInR(panel, result, progression?.time ?? "");
  const lines = [
    ...(read ? wordsInR(result) : []),
    `dat <- data.frame(patient = cohort$patient, word = ${read ? `cohort$${own.response}` : "NA"}, group = ${factor}, lasted = ${long ?? "NA"},`,
    `  change = ${own.change === null ? "NA_real_" : `as.numeric(cohort$${own.change})`}, weight = ${weight ? `as.numeric(cohort$${weight})` : "1"})`,
    ...(read
      ? [
          `dat$category <- ifelse(is.na(dat$word), ${panel.blank === "NE" ? '"NE"' : "NA"}, unname(meaning[dat$word]))`,
          "dat <- dat[!is.na(dat$category), ]",
        ]
      : []),
    "dat <- dat[!is.na(dat$group) & !is.na(dat$weight), ]",
    ...(result.setting.weights === "count"
      ? [
          "# Each row stands for as many patients as its weight says.",
          "dat <- dat[rep(seq_len(nrow(dat)), dat$weight), ]",
        ]
      : []),
    ...(read
      ? [
          `dat$category <- factor(dat$category, levels = ${rTexts(responseCategories)})`,
          "counts <- table(dat$group, dat$category)",
          "print(counts)",
          ...ratesInR(panel, result),
          ...comparisonInR(result),
        ]
      : []),
    ...durationInR(panel, result, data),
    ...measurementsInR(result, own),
    ...(read ? [] : changesAloneInR(result)),
  ];
  return {
    lines,
    checks: [
      ...(read ? countChecks(result) : changesAloneChecks(result, own)),
      ...rateChecks(result),
      ...comparisonChecks(result),
      ...durationChecks(panel, result, data),
      ...changeChecks(result, own),
    ],
  };
}

/** What each word counts as. */
function wordsInR({ words }: ResponseResult): string[] {
  const known = words.flatMap(({ value, as }) =>
    as === null || as === "exclude" ? [] : [[neutral(value), as] as const],
  );
  return [
    "# What the words of the file count as; words that are left out have no meaning here.",
    `meaning <- setNames(${rTexts(known.map(([, as]) => as))}, ${rTexts(known.map(([value]) => value))})`,
  ];
}

/** Whether stable disease lasted long enough, as R sees it: a hundredth of a day is not what decides. */
function lastedInR({ benefit }: Panel, { unit }: ResponseResult, time: string): string {
  const least = benefit * unitFactor("months", unit) - 0.01 * unitFactor("days", unit);
  return `!is.na(cohort$${time}) & cohort$${time} >= ${least}`;
}
