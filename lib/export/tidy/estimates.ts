import type { PanelKindId } from "../../board/panelForms/registry";
import { nth } from "../../numeric/nth";
import type { AlterationsResult } from "../../panels/alterations/result";
import type { CharacteristicsResult } from "../../panels/characteristics/result";
import { statsOf as incidenceStats } from "../../panels/cumulativeIncidence/stats";
import { partsOf } from "../../panels/kaplanMeier/parts";
import { statsWithin } from "../../panels/kaplanMeier/stats";
import { statsOf as responseStats } from "../../panels/response/stats";
import type { ResultOf, ShownPanel } from "../../panels/result";
import { shownKinds } from "../../panels/shownKinds";
import { type Estimate, estimate, estimatesOfStats } from "./estimate";
import { regressionEstimates } from "./regressionEstimates";
import { subgroupEstimates } from "./subgroupEstimates";

/** Every number of a panel, one a line, with what it is of. */
export const estimatesOf = ({ panel, result }: ShownPanel): Estimate[] => kinds[panel.kind](result);

const everyKind: { [Kind in PanelKindId]: (result: ResultOf<Kind>) => Estimate[] } = {
  kaplanMeier: (result) =>
    partsOf(result).flatMap((part) =>
      estimatesOfStats(statsWithin(part, result), {
        endpoint: part.result.endpoint.label,
        unit: part.result.endpoint.unit,
        level: result.confidence.level,
        subgroup: part.subgroup,
      }),
    ),
  cumulativeIncidence: (result) =>
    incidenceStats(result).flatMap((stat) =>
      estimatesOfStats([stat], {
        endpoint: result.endpoint.label,
        unit: result.endpoint.unit,
        level: result.confidence.level,
        cause: stat.cause,
      }),
    ),
  regression: regressionEstimates,
  subgroups: subgroupEstimates,
  response: (result) =>
    estimatesOfStats(responseStats(result), {
      endpoint: result.endpoint?.label ?? "",
      unit: result.unit,
      level: result.level,
    }),
  characteristics,
  alterations,
};
const kinds = everyKind as Readonly<Record<PanelKindId, (result: ShownPanel["result"]) => Estimate[]>>;

const named = (texts: readonly (string | number)[]) => texts.map(String);

/** Of a table of patients each cell: a column of its numbers is what is estimated. */
function characteristics(result: CharacteristicsResult): Estimate[] {
  const { header, rows } = shownKinds.characteristics.numbers(result);
  const test = header.indexOf("test");
  return rows.flatMap((row) => {
    const [characteristic = "", level = "", group = ""] = named(row);
    const of = { endpoint: "", unit: "", level: Number.NaN, cause: characteristic };
    return row.flatMap((value, place) => {
      if (typeof value !== "number" || Number.isNaN(value)) return [];
      const column = nth(header, place);
      const estimand = level === "" ? column : `${column}: ${level}`;
      if (column === "p") return [estimate(of, { estimand, group, p: value, method: String(row[test] ?? "") })];
      return [estimate(of, { estimand, group, estimate: value, method: "" })];
    });
  });
}

/** Of gene aberrations each line, whose quantity says gene and estimand. */
function alterations(result: AlterationsResult): Estimate[] {
  const { header, rows } = shownKinds.alterations.numbers(result);
  const at = (row: (string | number)[], column: string) => {
    const cell = row[header.indexOf(column)];
    return typeof cell === "number" ? cell : Number.NaN;
  };
  const of = { endpoint: result.endpoint?.label ?? "", unit: "", level: result.level };
  return rows.flatMap((row) => {
    const [estimand = "", group = ""] = named(row);
    const [value, p, q] = [at(row, "value"), at(row, "p"), at(row, "q")];
    if ([value, p].every(Number.isNaN)) return [];
    const limits = { lower: at(row, "lower"), upper: at(row, "upper") };
    return [
      estimate(of, { estimand, group, estimate: value, ...limits, p, method: "" }),
      ...(Number.isNaN(q)
        ? []
        : [estimate(of, { estimand: `${estimand}, q`, group, p: q, method: "Benjamini–Hochberg" })]),
    ];
  });
}
