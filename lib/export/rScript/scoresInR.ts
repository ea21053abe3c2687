import { neutral } from "../csvRow";
import type { DataSet } from "../dataSet/dataSet";
import type { ScoreInSet } from "../dataSet/scoreColumns";
import { rComment, rNumber, rNumbers, rText, rTexts } from "./rText";

/** The points and groups of each score, computed again from its factors where all of them are known. */
export const scoresInR = ({ scores, groups }: DataSet): string[] =>
  scores.flatMap((each) => {
    const group = groups.find(({ of }) => "score" in of && of.score === each.score.id && of.as !== "points");
    return scoreInR(each, group?.name ?? null);
  });

function scoreInR({ score, points, factors }: ScoreInSet, group: string | null): string[] {
  const head = `\n${rComment(`---- Score: ${score.label}`)}`;
  if (factors === null)
    return [head, rComment("Not computed again: a column of its factors may identify patients and is not here.")];
  if (factors.length === 0 || factors.length < score.factors.length) return [];
  const of = score.factors.map((factor) => factors.find(({ id }) => id === factor.id)?.name ?? "");
  const absent = of.filter((_, place) => score.missing === "absent" && score.factors[place]?.when.op !== "per unit");
  const name = (id: string) => factors.find((each) => each.id === id)?.name ?? "";
  return [
    head,
    `factors <- cohort[${rTexts(of)}]`,
    ...(absent.length > 0
      ? [
          "# A missing factor counts as not adverse.",
          `factors[${rTexts(absent)}][is.na(factors[${rTexts(absent)}])] <- 0`,
        ]
      : []),
    `points <- as.vector(as.matrix(factors) %*% ${rNumbers(score.factors.map((factor) => factor.points))})`,
    // The first rule that holds decides.
    ...[...score.rules].reverse().map(({ when, points: given }) => {
      const holds = when.map(({ factor, is }) => `factors$${name(factor)} == ${is ? 1 : 0}`).join(" & ");
      return `points[which(${holds || "TRUE"})] <- ${rNumber(given)}`;
    }),
    "known <- complete.cases(factors)",
    `stopifnot(${rText(`${score.label}: points`)} = near(points[known], as.numeric(cohort$${points})[known]))`,
    ...(group === null
      ? []
      : [
          "group <- rep(NA_character_, length(points))",
          ...[...score.groups]
            .reverse()
            .map(
              ({ label, min, max }) =>
                `group[which(points >= ${rNumber(min ?? Number.NEGATIVE_INFINITY)} & points <= ${rNumber(max ?? Number.POSITIVE_INFINITY)})] <- ${rText(neutral(label))}`,
            ),
          `stopifnot(${rText(`${score.label}: groups`)} = identical(group[known], as.character(cohort$${group})[known]))`,
        ]),
    'cat(sum(known), "patients have the same points", fill = TRUE)',
  ];
}
