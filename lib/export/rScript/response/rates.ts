import type { PanelOf } from "../../../board/panelForms/registry";
import { nth } from "../../../numeric/nth";
import type { ResponseResult } from "../../../panels/response/result";
import { rateNames } from "../../../panels/response/words";
import { type Check, check, same } from "../checked";
import { rComment } from "../rText";
import { cells } from "./counts";

type Panel = PanelOf<"response">;

export function ratesInR({ denominator, level }: Panel, { groups }: ResponseResult): string[] {
  const benefit = groups[0]?.rates.some(({ id }) => id === "CBR");
  return [
    ...(denominator === "evaluable"
      ? ["# Rates are of evaluable patients.", 'rated <- dat[dat$category != "NE", ]']
      : ["rated <- dat"]),
    "hits <- list(",
    '  ORR = rated$category %in% c("CR", "PR"),',
    `  DCR = rated$category %in% c("CR", "PR", "SD")${benefit ? "," : ""}`,
    ...(benefit ? ['  CBR = rated$category %in% c("CR", "PR") | (rated$category == "SD" & rated$lasted)'] : []),
    ")",
    "rates <- lapply(hits, function(hit) sapply(split(hit, rated$group), function(own) {",
    "  if (length(own) == 0) return(c(NA, NA, NA))",
    `  c(mean(own), binom.test(sum(own), length(own), conf.level = ${level})$conf.int)`,
    "}))",
    "print(rates)",
  ];
}

export function rateChecks({ groups }: ResponseResult): Check[] {
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

export function comparisonInR({ comparison, level, groups }: ResponseResult): string[] {
  if (!comparison) return [];
  const base = groups.findIndex((group) => group.level === comparison.reference.level) + 1;
  const others = comparison.differences.map(
    ({ level: other }) => groups.findIndex((group) => group.level === other) + 1,
  );
  return [
    rComment("Newcombe's interval of each group less the reference, from the score intervals of both."),
    `hit <- hits$${comparison.rate}`,
    "score <- sapply(split(hit, rated$group), function(own) {",
    "  if (length(own) == 0) return(c(NA, NA, NA))",
    `  c(mean(own), suppressWarnings(prop.test(sum(own), length(own), correct = FALSE, conf.level = ${level}))$conf.int)`,
    "})",
    `others <- c(${others.join(", ")})`,
    `base <- score[, ${base}]`,
    "difference <- score[1, others] - base[1]",
    "difference_lower <- difference - sqrt((score[1, others] - score[2, others])^2 + (base[3] - base[1])^2)",
    "difference_upper <- difference + sqrt((score[3, others] - score[1, others])^2 + (base[1] - base[2])^2)",
    "filled <- droplevels(rated$group)",
    "fisher <- if (length(unique(hit)) < 2) NA else fisher.test(table(filled, hit), workspace = 2e7)$p.value",
    ...(comparison.differences.some(({ oddsRatio }) => oddsRatio)
      ? [
          "odds <- sapply(others, function(g) {",
          `  two <- sapply(c(levels(rated$group)[g], levels(rated$group)[${base}]), function(own) c(sum(hit[rated$group == own]), sum(!hit[rated$group == own])))`,
          `  test <- fisher.test(two, conf.level = ${level})`,
          "  if (any(rowSums(two) == 0)) c(NA, NA, NA) else c(test$estimate, test$conf.int)",
          "})",
        ]
      : []),
  ];
}

export function comparisonChecks({ comparison }: ResponseResult): Check[] {
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
