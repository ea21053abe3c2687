import type { PanelOf } from "../../board/panelForms/registry";
import { responseCategories, responseLabels } from "../../cohort/responseMeaning";
import { nth } from "../../numeric/nth";
import type { ResponseResult } from "../../panels/response/result";
import { rateNames } from "../../panels/response/words";
import { unitFactor } from "../../panels/timeUnit";
import { neutral } from "../csvRow";
import { type DataSet, type ResponseColumns, sameVariable } from "../dataSet/dataSet";
import { type Cells, type Check, check, same } from "./checked";
import type { Block } from "./patientsInR";
import { rComment, rNumbers, rText, rTexts } from "./rText";

type Panel = PanelOf<"response">;

/** The block of one panel: categories, rates, their intervals and comparison, and best changes from measurements. */
export function responseScript(panel: Panel, result: ResponseResult, data: DataSet): Block | string {
  const own = data.responses.find((each) => each.panel === panel.id);
  const group = panel.group;
  const column = group === null ? null : data.groups.find((each) => sameVariable(each.of, group));
  if (!own || column === undefined)
    return "its response or its grouping is not in the data set, because it may identify patients.";
  const progression = data.endpoints.find(({ id }) => id === panel.progression);
  const weight = data.endpoints.find((each) => each.weightKind === "count")?.weight;
  if (result.setting.weights === "count" && !weight) return "its weights are not in the data set.";
  const texts = result.groups.map(({ level }) => column?.levels.find((each) => each.level === level)?.text ?? "all");
  const factor = column ? `factor(d$${column.name}, levels = ${rTexts(texts)})` : 'factor(rep("all", nrow(d)))';
  const long = result.benefit === null ? null : lastedInR(panel, result, progression?.time ?? "");
  const lines = [
    ...wordsInR(result),
    `p <- data.frame(patient = d$patient, word = d$${own.response}, group = ${factor}, lasted = ${long ?? "NA"},`,
    `  change = ${own.change === null ? "NA_real_" : `as.numeric(d$${own.change})`}, weight = ${weight ? `as.numeric(d$${weight})` : "1"})`,
    `p$category <- ifelse(is.na(p$word), ${panel.blank === "NE" ? '"NE"' : "NA"}, unname(meaning[p$word]))`,
    "p <- p[!is.na(p$category) & !is.na(p$group) & !is.na(p$weight), ]",
    ...(result.setting.weights === "count"
      ? ["# Each row stands for as many patients as its weight says.", "p <- p[rep(seq_len(nrow(p)), p$weight), ]"]
      : []),
    `p$category <- factor(p$category, levels = ${rTexts(responseCategories)})`,
    "counts <- table(p$group, p$category)",
    "print(counts)",
    ...ratesInR(panel, result),
    ...comparisonInR(result),
    ...durationInR(panel, result, data),
    ...measurementsInR(result, own),
  ];
  return {
    lines,
    checks: [
      ...countChecks(result),
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
  return `!is.na(d$${time}) & d$${time} >= ${least}`;
}

function ratesInR({ denominator, level }: Panel, { groups }: ResponseResult): string[] {
  const benefit = groups[0]?.rates.some(({ id }) => id === "CBR");
  return [
    ...(denominator === "evaluable"
      ? ["# Rates are of evaluable patients.", 'e <- p[p$category != "NE", ]']
      : ["e <- p"]),
    "hits <- list(",
    '  ORR = e$category %in% c("CR", "PR"),',
    `  DCR = e$category %in% c("CR", "PR", "SD")${benefit ? "," : ""}`,
    ...(benefit ? ['  CBR = e$category %in% c("CR", "PR") | (e$category == "SD" & e$lasted)'] : []),
    ")",
    "rates <- lapply(hits, function(hit) sapply(split(hit, e$group), function(own) {",
    "  if (length(own) == 0) return(c(NA, NA, NA))",
    `  c(mean(own), binom.test(sum(own), length(own), conf.level = ${level})$conf.int)`,
    "}))",
    "print(rates)",
  ];
}

function comparisonInR({ comparison, level, groups }: ResponseResult): string[] {
  if (!comparison) return [];
  const base = groups.findIndex((group) => group.level === comparison.reference.level) + 1;
  const others = comparison.differences.map(
    ({ level: other }) => groups.findIndex((group) => group.level === other) + 1,
  );
  return [
    rComment("Newcombe's interval of each group less the reference, from the score intervals of both."),
    `hit <- hits$${comparison.rate}`,
    "score <- sapply(split(hit, e$group), function(own) {",
    "  if (length(own) == 0) return(c(NA, NA, NA))",
    `  c(mean(own), suppressWarnings(prop.test(sum(own), length(own), correct = FALSE, conf.level = ${level}))$conf.int)`,
    "})",
    `others <- c(${others.join(", ")})`,
    `base <- score[, ${base}]`,
    "difference <- score[1, others] - base[1]",
    "difference_lower <- difference - sqrt((score[1, others] - score[2, others])^2 + (base[3] - base[1])^2)",
    "difference_upper <- difference + sqrt((score[3, others] - score[1, others])^2 + (base[1] - base[2])^2)",
    "filled <- droplevels(e$group)",
    "fisher <- if (length(unique(hit)) < 2) NA else fisher.test(table(filled, hit), workspace = 2e7)$p.value",
    ...(comparison.differences.some(({ oddsRatio }) => oddsRatio)
      ? [
          "odds <- sapply(others, function(g) {",
          `  two <- sapply(c(levels(e$group)[g], levels(e$group)[${base}]), function(own) c(sum(hit[e$group == own]), sum(!hit[e$group == own])))`,
          `  test <- fisher.test(two, conf.level = ${level})`,
          "  if (any(rowSums(two) == 0)) c(NA, NA, NA) else c(test$estimate, test$conf.int)",
          "})",
        ]
      : []),
  ];
}

/** Where the endpoint of duration stands; undefined where the script does not compute it. */
const durationColumns = ({ duration }: Panel, result: ResponseResult, data: DataSet) =>
  result.duration && !result.duration.entry ? data.endpoints.find(({ id }) => id === duration) : undefined;

function durationInR(panel: Panel, result: ResponseResult, data: DataSet): string[] {
  const columns = durationColumns(panel, result, data);
  if (!columns) return [];
  return [
    "# How long responses last, of those the endpoint knows.",
    `q <- data.frame(patient = d$patient, time = d$${columns.time}, event = d$${columns.event} == 1)`,
    'q <- merge(p[, c("patient", "group")], q[!is.na(q$time), ])',
    "q$group <- droplevels(q$group)",
    `lasting <- survfit(Surv(time, event) ~ ${(result.duration?.groups.length ?? 0) > 1 ? "group" : "1"}, data = q, conf.type = "log-log", conf.int = ${result.level})`,
    "print(lasting)",
    "durations <- printed_median(lasting)",
  ];
}

function durationChecks(panel: Panel, result: ResponseResult, data: DataSet): Check[] {
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

/** Best changes from the measurements, which stand here by the number of their patient. */
function measurementsInR({ changes, measurements }: ResponseResult, own: ResponseColumns): string[] {
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
    "best <- sapply(sort(unique(p$patient)), function(id) {",
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

const cells = (quantity: RegExp, column = "value"): Cells => ({ quantity, column });

function countChecks({ groups, denominator }: ResponseResult): Check[] {
  return [
    same(
      "patients",
      "rowSums(counts)",
      groups.map(({ n }) => n),
      cells(/^patients$/),
    ),
    ...responseCategories.map((category, place) =>
      same(
        responseLabels[category],
        `counts[, ${rText(category)}]`,
        groups.map(({ categories }) => nth(categories, place)),
        cells(new RegExp(`^${responseLabels[category].toLowerCase()}$`)),
      ),
    ),
    ...(denominator === "evaluable"
      ? [
          same(
            "evaluable patients",
            "as.vector(table(e$group))",
            groups.map(({ of }) => of),
            cells(/^evaluable patients$/),
          ),
        ]
      : []),
  ];
}

function rateChecks({ groups }: ResponseResult): Check[] {
  const ids = groups[0]?.rates.map(({ id }) => id) ?? [];
  return ids.flatMap((id, place) =>
    (["estimate", "lower", "upper"] as const).map((part, row) =>
      same(
        `${rateNames[id]}, ${part}`,
        `rates$${id}[${row + 1}, ]`,
        groups.map(({ rates }) => nth(rates, place)[part]),
        cells(new RegExp(`^${rateNames[id].toLowerCase()} rate$`), part === "estimate" ? "value" : part),
      ),
    ),
  );
}

function comparisonChecks({ comparison }: ResponseResult): Check[] {
  if (!comparison) return [];
  const { differences, p, drawn } = comparison;
  const parts = [
    ["estimate", "value", "difference"],
    ["lower", "lower", "difference_lower"],
    ["upper", "upper", "difference_upper"],
  ] as const;
  const odds = differences.flatMap(({ oddsRatio }) => (oddsRatio ? [oddsRatio] : []));
  return [
    ...parts.map(([part, column, inR]) =>
      same(
        `difference, ${part}`,
        inR,
        differences.map((each) => each[part]),
        cells(/^difference of/, column),
      ),
    ),
    // R finds the ratio by a root with few digits.
    ...(odds.length === 0
      ? []
      : parts.map(([part, column], row) =>
          check(
            `odds ratio, ${part}`,
            odds.map((each) => each[part]),
            (values) => `near(1 / odds[${row + 1}, ], 1 / ${values}, 1e-3)`,
            cells(/^odds ratio of/, column),
          ),
        )),
    ...(drawn === null && !Number.isNaN(p)
      ? [same("Fisher's exact test", "fisher", [p], cells(/^Fisher's exact test of/, "p"))]
      : []),
  ];
}

function changeChecks({ changes, each }: ResponseResult, own: ResponseColumns): Check[] {
  if (changes === null) return [];
  const values = each.map(({ change }) => change);
  if (changes.from === "measurements")
    return own.measurements.length === 0 ? [] : [same("best changes", "best", values)];
  return own.change === null ? [] : [same("best changes", "p$change[!duplicated(p$patient)]", values)];
}
