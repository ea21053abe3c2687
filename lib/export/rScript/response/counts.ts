import { responseCategories, responseLabels } from "../../../cohort/responseMeaning";
import { nth } from "../../../numeric/nth";
import type { ResponseResult } from "../../../panels/response/result";
import { type Cells, type Check, same } from "../checked";
import { rText } from "../rText";

export const cells = (quantity: RegExp, column = "value"): Cells => ({ quantity, column });

export function countChecks({ groups, denominator }: ResponseResult): Check[] {
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
            "as.vector(table(rated$group))",
            groups.map(({ of }) => of),
            cells(/^evaluable patients$/),
          ),
        ]
      : []),
  ];
}
