import type { PanelOf } from "../../board/panelForms/registry";
import { nth } from "../../numeric/nth";
import type { CharacteristicRow, CharacteristicsResult, RowTestId } from "../../panels/characteristics/result";
import { shownColumns } from "../../panels/characteristics/words";
import { type DataSet, type PanelColumnInSet, sameVariable } from "../dataSet/dataSet";
import { type Cells, type Check, check, same } from "./checked";
import type { Block } from "./patientsInR";
import { rTexts } from "./rText";

type Panel = PanelOf<"characteristics">;
type Result = CharacteristicsResult;

/** The block of a table of characteristics: every count, quartile, mean, P and standardized difference of it. */
export function characteristicsScript(panel: Panel, result: Result, data: DataSet): Block | string {
  const group =
    panel.group === null ? null : data.groups.find(({ of }) => panel.group && sameVariable(of, panel.group));
  if (group === undefined) return "its grouping is not in the data set, because it may identify patients.";
  const own = data.columns.filter((each) => each.panel === panel.id);
  const weight = own.find(({ id }) => id === "weight");
  const rows = result.rows.flatMap((row) => {
    const column = own.find(({ of }) => of !== null && sameVariable(of, row.of));
    return column ? [{ row, column, name: `dat$x_${column.name}` }] : [];
  });
  if (rows.length === 0) return "it has no row.";
  const columns = shownColumns(result);
  const lines = [
    ...functions,
    "dat <- data.frame(",
    [
      `  group = ${group ? `factor(cohort$${group.name}, levels = ${rTexts(group.levels.map(({ text }) => text))})` : 'factor("all")'}`,
      `  weight = ${weight ? `as.numeric(cohort$${weight.name})` : "1"}`,
      ...rows.map(({ column }) => `  x_${column.name} = ${columnInR(column)}`),
    ].join(",\n"),
    ")",
    "dat <- dat[!is.na(dat$group) & !is.na(dat$weight), ]",
    ...(result.setting.weights === "count"
      ? [
          "# Each row stands for as many patients as its weight says.",
          "dat <- dat[rep(seq_len(nrow(dat)), dat$weight), ]",
          "dat$weight <- 1",
        ]
      : []),
    "# Who stands in which column: all patients, then the groups.",
    "columns <- c(list(rep(TRUE, nrow(dat))), lapply(levels(dat$group), function(level) dat$group == level))",
    `shown_columns <- columns[${inR(columns)}]`,
    "print(summary(dat))",
  ];
  const sizes = columns.map((place) => nth(result.columns, place).patients);
  return {
    lines,
    checks: [
      same("patients", "sapply(shown_columns, sum)", sizes, cellsOf("patients", "n")),
      ...rows.flatMap(({ row, name }) => checksOf(row, name, result, columns)),
    ],
  };
}

const inR = (places: readonly number[]): string => `c(${places.map((place) => place + 1).join(", ")})`;

const columnInR = ({ name, levels }: PanelColumnInSet): string =>
  levels === null ? `cohort$${name}` : `factor(cohort$${name}, levels = ${rTexts(levels)})`;

const functions = [
  "# Size, quartiles (type 7), range, mean and standard deviation; of a weighted sample the weighted ones.",
  "spread <- function(x, w) {",
  "  w <- w[!is.na(x)]",
  "  x <- x[!is.na(x)]",
  "  if (length(x) == 0) return(c(0, rep(NaN, 7)))",
  "  if (all(w == 1)) return(c(length(x), quantile(x, c(.5, .25, .75), type = 7), range(x), mean(x), sd(x)))",
  "  o <- order(x)",
  "  below <- cumsum(w[o]) / sum(w)",
  "  at <- function(share) {",
  "    i <- which(below >= share - 1e-12)[1]",
  "    if (abs(below[i] - share) < 1e-12) mean(x[o][c(i, min(i + 1, length(x)))]) else x[o][i]",
  "  }",
  "  m <- sum(w * x) / sum(w)",
  "  v <- sum(w) / (sum(w)^2 - sum(w^2)) * sum(w * (x - m)^2)",
  "  c(sum(w), at(.5), at(.25), at(.75), range(x), m, sqrt(v))",
  "}",
  "# The largest standardized difference of two groups: of means, and of shares of levels (Yang and Dalton 2012).",
  "largest <- function(groups, apart) {",
  "  if (length(groups) < 2) return(NA)",
  "  values <- apply(combn(length(groups), 2), 2, function(ab) apart(groups[[ab[1]]], groups[[ab[2]]]))",
  "  if (all(is.na(values))) NA else max(values, na.rm = TRUE)",
  "}",
  "means_apart <- function(x, g, w) {",
  "  spreads <- lapply(levels(g), function(level) spread(x[g == level], w[g == level]))",
  "  largest(spreads, function(a, b) if (isTRUE(a[7] == b[7])) 0 else abs(a[7] - b[7]) / sqrt((a[8]^2 + b[8]^2) / 2))",
  "}",
  "shares_apart <- function(x, g, w) {",
  "  t <- tapply(w, list(x, g), sum, default = 0)",
  "  t <- t[rowSums(t) > 0, , drop = FALSE]",
  "  largest(lapply(seq_len(ncol(t)), function(j) t[, j] / sum(t[, j])), function(p, q) {",
  "    if (anyNA(c(p, q))) return(NA)",
  "    had <- p > 0 | q > 0",
  "    p <- p[had]",
  "    q <- q[had]",
  "    if (all(p == q)) return(0)",
  "    s <- function(p) diag(p[-1], length(p) - 1) - outer(p[-1], p[-1])",
  "    d <- (p - q)[-1]",
  "    tryCatch(sqrt(drop(d %*% solve((s(p) + s(q)) / 2) %*% d)), error = function(e) Inf)",
  "  })",
  "}",
  "groups_of <- function(x, g) split(x[!is.na(x)], droplevels(g[!is.na(x)]))",
  "filled <- function(x, g) {",
  "  t <- table(x, g)",
  "  t[rowSums(t) > 0, colSums(t) > 0, drop = FALSE]",
  "}",
];

/** P of each test, of a column x by the groups g. */
const testsInR: Record<RowTestId, (x: string) => string> = {
  rankSum: (x) => `suppressWarnings(do.call(wilcox.test, unname(groups_of(${x}, dat$group)))$p.value)`,
  kruskalWallis: (x) => `kruskal.test(groups_of(${x}, dat$group))$p.value`,
  welch: (x) => `do.call(t.test, unname(groups_of(${x}, dat$group)))$p.value`,
  welchOneWay: (x) => `oneway.test(values ~ ind, stack(groups_of(${x}, dat$group)))$p.value`,
  chiSquare: (x) => `suppressWarnings(chisq.test(filled(${x}, dat$group), correct = FALSE)$p.value)`,
  fisher: (x) => `fisher.test(filled(${x}, dat$group), workspace = 2e8)$p.value`,
  cochranArmitage: (x) =>
    `local({ t <- filled(${x}, dat$group); if (nrow(t) == 2) prop.trend.test(t[2, ], colSums(t))$p.value else prop.trend.test(t[, 2], rowSums(t))$p.value })`,
  jonckheere: (x) =>
    `suppressWarnings(cor.test(${x}, as.integer(dat$group), method = "kendall", exact = FALSE)$p.value)`,
  spearman: (x) =>
    `suppressWarnings(cor.test(as.integer(${x}), as.integer(dat$group), method = "spearman", exact = FALSE)$p.value)`,
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const cellsOf = (label: string, column: string): Cells => ({ quantity: new RegExp(`^${escaped(label)}$`), column });

function checksOf(row: CharacteristicRow, x: string, result: Result, columns: readonly number[]): Check[] {
  const { label, missing } = row;
  const here = <T>(values: readonly T[]): T[] => columns.map((place) => nth(values, place));
  const sum = (of: string) => `sapply(shown_columns, function(i) sum(dat$weight[i & ${of}]))`;
  return [
    same(`${label}: missing`, sum(`is.na(${x})`), here(missing), cellsOf(label, "n")),
    ...(row.kind === "numbers" ? spreadChecks(row.spread, label, x, columns) : levelChecks(row, x, result, here, sum)),
    ...comparisonChecks(row, x, result),
  ];
}

const spreadColumns = [
  ["n", "size"],
  ["median", "median"],
  ["lower quartile", "lower"],
  ["upper quartile", "upper"],
  ["min", "min"],
  ["max", "max"],
  ["mean", "mean"],
  ["sd", "sd"],
] as const;

const spreadChecks = (
  spread: (CharacteristicRow & { kind: "numbers" })["spread"],
  label: string,
  x: string,
  columns: readonly number[],
): Check[] =>
  spreadColumns.map(([column, field], at) =>
    same(
      `${label}: ${column}`,
      `sapply(shown_columns, function(i) spread(${x}[i], dat$weight[i])[${at + 1}])`,
      columns.map((place) => nth(spread, place)[field]),
      cellsOf(label, column),
    ),
  );

function levelChecks(
  { levels, label, of100 }: CharacteristicRow & { kind: "levels" },
  x: string,
  { percentOf }: Result,
  here: <T>(values: readonly T[]) => T[],
  sum: (of: string) => string,
): Check[] {
  const denominators = here(of100);
  return [
    same(`${label}: of`, sum(percentOf === "all" ? "TRUE" : `!is.na(${x})`), denominators, cellsOf(label, "of")),
    ...levels.map(({ label: level, counts, place }) =>
      same(
        `${label}: ${level}`,
        sum(`!is.na(${x}) & as.integer(${x}) == ${place + 1}`),
        here(counts),
        cellsOf(label, "n"),
      ),
    ),
  ];
}

function comparisonChecks({ kind, label, test, difference }: CharacteristicRow, x: string, result: Result): Check[] {
  const checks: Check[] = [];
  if (result.p && test && !test.drawn)
    checks.push(same(`${label}: P`, testsInR[test.id](x), [test.p], cellsOf(label, "p")));
  if (result.differences && difference) {
    const apart = `${kind === "numbers" ? "means" : "shares"}_apart(${x}, dat$group, dat$weight)`;
    const cells = cellsOf(label, "standardized difference");
    checks.push(
      Number.isFinite(difference.value)
        ? same(`${label}: standardized difference`, apart, [difference.value], cells)
        : check(`${label}: standardized difference`, [difference.value], () => `is.infinite(${apart})`, cells),
    );
  }
  return checks;
}
