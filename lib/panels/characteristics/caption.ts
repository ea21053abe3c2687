import { capitalized, decimals, formatCount, listed, numberInWords } from "../../format";
import { methodInWords } from "../methods/methods";
import { leftOutInWords } from "../setting";
import type { CharacteristicRow, CharacteristicsResult, RowTestId } from "./result";
import { dashed } from "./result";

const ways = {
  median: "median (interquartile range)",
  range: "median (range)",
  mean: "mean (standard deviation)",
  dates: "first to last date",
  levels: "n (%)",
} as const;

const tests: Record<RowTestId, string> = {
  rankSum: "Wilcoxon rank sum",
  kruskalWallis: "Kruskal–Wallis",
  welch: "Welch’s t",
  welchOneWay: "Welch’s one-way",
  chiSquare: "χ²",
  fisher: "Fisher’s exact",
  cochranArmitage: "Cochran–Armitage trend",
  jonckheere: "Jonckheere–Terpstra trend",
  spearman: "Spearman’s",
};

export type Way = keyof typeof ways;
export const wayOf = (row: CharacteristicRow): Way => (row.kind === "levels" ? "levels" : row.way);

const unlike = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Under the table: what is shown, what percentages are of, and how groups are compared. */
export function caption(result: CharacteristicsResult): string {
  const { rows, percentOf, setting } = result;
  if (rows.length === 0) return "";
  const shown = unlike(rows.map((row) => ways[wayOf(row)]));
  return [
    `${capitalized(listed(shown, "or"))}.`,
    ...(rows.some(({ kind }) => kind === "levels")
      ? [
          percentOf === "all"
            ? "Percentages are of all patients of the column."
            : "Percentages are of patients with a value.",
        ]
      : []),
    ...weightsInWords(result),
    ...(result.groupLabel === null ? [] : [...testsInWords(result), ...differencesInWords(result)]),
    ...(rows.some(({ withheld }) => withheld)
      ? ["A dash stands for a row with a small count, which is withheld."]
      : []),
    ...(setting.filters.length > 0 ? [methodInWords({ id: "filters", filters: setting.filters })] : []),
    ...leftOutInWords(result.leftOut, setting),
  ].join(" ");
}

function weightsInWords({ setting: { weights } }: CharacteristicsResult): string[] {
  if (weights === null) return [];
  return weights === "count"
    ? ["Each row of the file stands for as many patients as its weight says."]
    : [
        "Weighted: counts are sums of sampling weights, and percentages, quartiles, means and differences are weighted; n counts patients.",
      ];
}

function testsInWords({ rows, p, randomized, setting }: CharacteristicsResult): string[] {
  if (randomized) return ["No P: the groups were assigned at random."];
  if (!p) return [];
  if (setting.weights === "sampling") return ["No P under sampling weights."];
  const found = rows.flatMap(({ test }) => (test ? [test] : []));
  if (found.length === 0) return [];
  const names = unlike(found.map(({ id }) => id));
  const sparse =
    names.includes("fisher") && rows.some(({ test, choice }) => test?.id === "fisher" && choice.test === null);
  const drawn = found.flatMap((test) => (test.drawn ? [test.drawn] : []));
  const [first] = drawn;
  const worst = Math.max(...drawn.map(({ stdErr }) => stdErr));
  return [
    `P: ${listed(
      names.map((id) => tests[id]),
      "or",
    )} test${sparse ? " (Fisher’s where an expected count is below 5)" : ""}; two-sided, not adjusted.`,
    ...(first
      ? [`≈: from ${formatCount(first.tables)} drawn tables, standard error at most ${decimals(worst, 4)}.`]
      : []),
  ];
}

function differencesInWords({ differences, columns, rows }: CharacteristicsResult): string[] {
  if (!differences || !rows.some(({ difference }) => difference)) return [];
  const which = columns.length > 3 ? " The largest of any two groups." : "";
  const infinite = rows.some(({ difference }) => difference?.value === Number.POSITIVE_INFINITY);
  return [
    `Standardized difference in standard deviations; dashed: ${numberInWords(dashed)}.${which}${infinite ? " ∞: the two groups share no value." : ""}`,
  ];
}
