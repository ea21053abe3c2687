import type { PanelOf } from "../../board/panelForms/registry";
import { nth } from "../../numeric/nth";
import type { AlterationsResult } from "../../panels/alterations/result";
import { type DataSet, sameVariable } from "../dataSet/dataSet";
import { type Cells, type Check, check, same } from "./checked";
import type { Block } from "./patientsInR";
import { rNumber, rTexts } from "./rText";

type Result = AlterationsResult;

const ofValue = (quantity: RegExp): Cells => ({ quantity, column: "value" });

/** The block of gene aberrations: shares, groups, pairs and survival by gene. */
export function alterationsScript(panel: PanelOf<"alterations">, result: Result, data: DataSet): Block | string {
  const { genes, survival, level } = result;
  if (genes.length === 0) return "it has no gene.";
  if (result.setting.weights === "sampling") return "its rows carry sampling weights.";
  const group =
    panel.group === null ? null : data.groups.find(({ of }) => panel.group && sameVariable(of, panel.group));
  if (group === undefined) return "its grouping is not in the data set, because it may identify patients.";
  const own = data.columns.filter((each) => each.panel === panel.id);
  const weight = own.find(({ id }) => id === "weight");
  const names = genes.map(({ gene }) => own.find(({ id }) => id === gene)?.name ?? "");
  const endpoint = survival === null ? null : data.endpoints.find(({ id }) => id === panel.endpoint);
  const lines = [
    ...functions(level),
    `genes <- ${rTexts(names)}`,
    "dat <- data.frame(",
    `  group = ${group ? `factor(cohort$${group.name}, levels = ${rTexts(group.levels.map(({ text }) => text))})` : 'factor(rep("all", nrow(cohort)))'},`,
    `  weight = ${weight ? `as.numeric(cohort$${weight.name})` : "1"}`,
    ")",
    "# TRUE altered, FALSE wild type, NA not tested.",
    'dat[genes] <- lapply(cohort[genes], function(x) x == "altered")',
    ...(endpoint
      ? [
          `dat$time <- cohort$${endpoint.time}`,
          `dat$event <- cohort$${endpoint.event} == 1`,
          `dat$entry <- ${endpoint.entry ? `cohort$${endpoint.entry}` : "-Inf"}`,
        ]
      : []),
    "dat <- dat[!is.na(dat$group) & !is.na(dat$weight), ]",
    ...(weight
      ? [
          "# Each row stands for as many patients as its weight says.",
          "dat <- dat[rep(seq_len(nrow(dat)), dat$weight), ]",
        ]
      : []),
    "shares <- sapply(dat[genes], share)",
    "print(t(shares))",
  ];
  const checks: Check[] = [
    same(
      "patients altered",
      "shares[1, ]",
      genes.map(({ altered }) => altered),
      ofValue(/^(?!.* survival,).* altered$/),
    ),
    same(
      "patients tested",
      "shares[2, ]",
      genes.map(({ tested }) => tested),
      ofValue(/ tested$/),
    ),
    same(
      "shares",
      "shares[3, ]",
      genes.map(({ estimate }) => estimate),
      ofValue(/ share$/),
    ),
    same(
      "lower limits of shares",
      "shares[4, ]",
      genes.map(({ lower }) => lower),
      { quantity: / share$/, column: "lower" },
    ),
    same(
      "upper limits of shares",
      "shares[5, ]",
      genes.map(({ upper }) => upper),
      { quantity: / share$/, column: "upper" },
    ),
  ];
  const parts = [
    groupsPart(result, group !== null),
    pairsPart(result),
    endpoint ? survivalPart(result, names, endpoint.entry !== null) : null,
  ];
  for (const part of parts) {
    if (part === null) continue;
    lines.push(...part.lines);
    checks.push(...part.checks);
  }
  return { lines, checks };
}

const functions = (level: number): string[] => [
  "# Altered, tested, share and its exact limits.",
  "share <- function(x) {",
  "  x <- x[!is.na(x)]",
  "  if (length(x) == 0) return(c(0, 0, NA, NA, NA))",
  `  c(sum(x), length(x), mean(x), binom.test(sum(x), length(x), conf.level = ${rNumber(level)})$conf.int)`,
  "}",
  "# Fisher's exact test of a table without its empty rows and columns: P, and of 2 × 2 the conditional odds ratio.",
  "fisher <- function(counts) {",
  "  counts <- counts[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE]",
  "  if (min(dim(counts)) < 2) return(c(NA, NA))",
  "  test <- fisher.test(counts, workspace = 2e7)",
  "  c(test$p.value, if (is.null(test$estimate)) NA else test$estimate)",
  "}",
];

type Part = { lines: string[]; checks: Check[] } | null;

function groupsPart({ genes }: Result, grouped: boolean): Part {
  if (!grouped) return null;
  const shares = genes.flatMap(({ byGroup }) => byGroup);
  const tested = genes.some(({ drawn }) => drawn !== null)
    ? []
    : [
        same(
          "P by group",
          "by_p",
          genes.map(({ p }) => p),
          { quantity: / by group$/, column: "p" },
        ),
        same(
          "q by group",
          'p.adjust(by_p, "BH")',
          genes.map(({ q }) => q),
          { quantity: / by group$/, column: "q" },
        ),
      ];
  return {
    lines: [
      "by_group <- lapply(dat[genes], function(x) table(dat$group, factor(x, c(TRUE, FALSE))))",
      ...(tested.length > 0 ? ["by_p <- sapply(by_group, function(counts) fisher(counts)[1])"] : []),
    ],
    checks: [
      same(
        "altered by group",
        "unlist(lapply(by_group, function(n) n[, 1]))",
        shares.map(({ altered }) => altered),
        ofValue(/ altered by group$/),
      ),
      same(
        "tested by group",
        "unlist(lapply(by_group, rowSums))",
        shares.map((each) => each.tested),
        ofValue(/ tested by group$/),
      ),
      ...tested,
    ],
  };
}

function pairsPart({ pairs, genes }: Result): Part {
  if (pairs.length === 0) return null;
  const paired = new Set(pairs.flatMap(({ a, b }) => [a, b])).size;
  const finite = [...pairs.keys()].filter(
    (place) => Number.isFinite(nth(pairs, place).oddsRatio) && nth(pairs, place).oddsRatio > 0,
  );
  const cells = (name: string) => ofValue(new RegExp(`, ${name}$`));
  const count = (name: string, row: number, column: number, of: (pair: Result["pairs"][number]) => number) =>
    same(`pairs, ${name}`, `sapply(pairs, function(n) n[${row}, ${column}])`, pairs.map(of), cells(name));
  return {
    lines: [
      `pairs <- combn(${paired === genes.length ? "genes" : `genes[1:${paired}]`}, 2, simplify = FALSE)`,
      "pairs <- lapply(pairs, function(g) table(factor(dat[[g[1]]], c(TRUE, FALSE)), factor(dat[[g[2]]], c(TRUE, FALSE))))",
      "pair_tests <- sapply(pairs, fisher)",
    ],
    checks: [
      count("both", 1, 1, ({ both }) => both),
      count("first alone", 1, 2, ({ onlyA }) => onlyA),
      count("second alone", 2, 1, ({ onlyB }) => onlyB),
      count("neither", 2, 2, ({ neither }) => neither),
      same(
        "P of pairs",
        "pair_tests[1, ]",
        pairs.map(({ p }) => p),
        { quantity: / odds ratio$/, column: "p" },
      ),
      same(
        "q of pairs",
        'p.adjust(pair_tests[1, ], "BH")',
        pairs.map(({ q }) => q),
        { quantity: / odds ratio$/, column: "q" },
      ),
      // R finds the conditional estimate to four digits.
      ...(finite.length === 0
        ? []
        : [
            check(
              "odds ratios of pairs",
              finite.map((place) => nth(pairs, place).oddsRatio),
              (values) => `near(pair_tests[2, c(${finite.map((place) => place + 1).join(", ")})], ${values}, 1e-3)`,
              ofValue(/, odds ratio$/),
            ),
            check(
              "log2 odds ratios of pairs",
              finite.map((place) => Math.log2(nth(pairs, place).oddsRatio)),
              (values) =>
                `all(abs(log2(pair_tests[2, c(${finite.map((place) => place + 1).join(", ")})]) - ${values}) < 2e-3)`,
              ofValue(/ log2 odds ratio$/),
            ),
          ]),
    ],
  };
}

function survivalPart({ survival, genes, level }: Result, names: readonly string[], entry: boolean): Part {
  if (survival === null || survival.lines.length === 0) return null;
  const { lines } = survival;
  const columns = lines.map(({ gene }) =>
    nth(
      names,
      genes.findIndex((each) => each.gene === gene),
    ),
  );
  const row = (place: number) => `times[${place}, ]`;
  const ratios = lines.flatMap(({ ratio }, place) =>
    ratio?.kind === "estimated" ? [{ ...ratio, place: place + 1 }] : [],
  );
  const some = `c(${ratios.map(({ place }) => place).join(", ")})`;
  const ratioCells = (column: string): Cells => ({ quantity: / survival, hazard ratio$/, column });
  return {
    lines: [
      'dat$stratum <- factor("all")',
      `tested <- function(q) if (nlevels(q$group) < 2) NA else test_p(${entry ? "weighted_logrank(q)" : "survdiff(Surv(time, event) ~ group, data = q)"})`,
      `times <- sapply(${rTexts(columns)}, function(gene) {`,
      "  q <- dat[!is.na(dat[[gene]]) & !is.na(dat$time), ]",
      "  q$altered <- q[[gene]]",
      "  q$group <- factor(q$altered)",
      `  fit <- coxph(Surv(${entry ? "entry, " : ""}time, event) ~ altered, data = q, ties = "efron", control = coxph.control(eps = 1e-10, iter.max = 50))`,
      `  limits <- exp(confint(fit, level = ${rNumber(level)}))`,
      "  c(nrow(q), sum(q$altered), sum(q$event), sum(q$event[q$altered]), exp(coef(fit)), limits, tested(q))",
      "})",
      "print(t(times))",
    ],
    checks: [
      same(
        "survival, patients",
        row(1),
        lines.map(({ tested }) => tested),
        ofValue(/ survival, patients$/),
      ),
      same(
        "survival, altered",
        row(2),
        lines.map(({ altered }) => altered),
        ofValue(/ survival, altered$/),
      ),
      same(
        "survival, events",
        row(3),
        lines.map(({ events }) => events),
        ofValue(/ survival, events$/),
      ),
      same(
        "survival, events of altered",
        row(4),
        lines.map(({ eventsAltered }) => eventsAltered),
        ofValue(/ survival, events of altered$/),
      ),
      ...(ratios.length === 0
        ? []
        : [
            same(
              "hazard ratios",
              `times[5, ${some}]`,
              ratios.map(({ hazardRatio }) => hazardRatio),
              ratioCells("value"),
            ),
            same(
              "lower limits",
              `times[6, ${some}]`,
              ratios.map(({ lower }) => lower),
              ratioCells("lower"),
            ),
            same(
              "upper limits",
              `times[7, ${some}]`,
              ratios.map(({ upper }) => upper),
              ratioCells("upper"),
            ),
          ]),
      same(
        "log-rank P",
        row(8),
        lines.map(({ p }) => p),
        { quantity: / log-rank$/, column: "p" },
      ),
      same(
        "q of survival by gene",
        `p.adjust(${row(8)}, "BH")`,
        lines.map(({ q }) => q),
        { quantity: / log-rank$/, column: "q" },
      ),
    ],
  };
}
