import type { PanelOf } from "../../../board/panelForms/registry";
import type { RegressionResult } from "../../../panels/regression/result";
import { neutral } from "../../csvRow";
import { type Check, same } from "../checked";
import { rText } from "../rText";
import { type Covariate, ofColumn } from "./model";

/** Patients and events of each line: of a level, beyond a cut, or with a value. */
export function countsInR(
  { terms }: PanelOf<"regression">,
  { lines, joint }: RegressionResult,
  covariates: Covariate[],
  references: ReadonlyMap<string, string>,
  intervals: boolean,
): { lines: string[]; checks: Check[] } {
  const asked = lines.flatMap((line) => {
    const covariate = covariates.find(({ id }) => id === line.term);
    if (!covariate || line.kind === "head") return [];
    const isCut = terms.find(({ id }) => id === line.term)?.coding.kind === "cut";
    const own = (line.alone ?? line.together)?.level ?? null;
    const level =
      covariate.column.levels === null
        ? isCut
          ? "1"
          : null
        : line.kind === "reference"
          ? (references.get(line.term) ?? "")
          : own && neutral(own);
    if (covariate.column.levels !== null && level === null) return [];
    return [{ counts: line.counts, name: covariate.name, level: level === null ? "NA" : rText(level) }];
  });
  const of = (model: "alone" | "together") =>
    asked.flatMap(({ counts, name, level }) => {
      const own = counts[model];
      const data = model === "together" ? "complete" : `dat[!is.na(dat$${name}), ]`;
      return own && (model === "alone" || joint) ? [{ own, call: `counted(${data}, "${name}", ${level})` }] : [];
    });
  const models = (["alone", "together"] as const)
    .map((model) => ({ model, found: of(model) }))
    .filter(({ found }) => found.length > 0);
  if (models.length === 0) return { lines: [], checks: [] };
  return {
    lines: [
      "counted <- function(of, x, level) {",
      "  has <- if (is.na(level)) rep(TRUE, nrow(of)) else as.character(of[[x]]) == level",
      `  c(${intervals ? "length(unique(of$id[has]))" : "sum(has)"}, sum(of$event[has]))`,
      "}",
      ...models.map(({ model, found }) => `counts_${model} <- cbind(${found.map(({ call }) => call).join(", ")})`),
    ],
    checks: models.flatMap(({ model, found }) => [
      same(
        `patients of each line, ${model}`,
        `counts_${model}[1, ]`,
        found.map(({ own }) => own.patients),
        ofColumn(`n ${model}`),
      ),
      same(
        `events of each line, ${model}`,
        `counts_${model}[2, ]`,
        found.map(({ own }) => own.events),
        ofColumn(`events ${model}`),
      ),
    ]),
  };
}
