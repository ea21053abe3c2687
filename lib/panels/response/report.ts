import type { PanelOf } from "../../board/panelForms/registry";
import { responseCategories, responseLabels } from "../../cohort/responseMeaning";
import { ciInWords, formatCount, formatPercent } from "../../format";
import { nth } from "../../numeric/nth";
import type { MethodUse } from "../methods/methods";
import { methodsOf, numberRows, reasonsOf } from "../methods/stat";
import type { NumberTable, PanelReport, TextTable } from "../report";
import { filterRows, filtersInText, settingMethods } from "../setting";
import { headline } from "./headline";
import type { ResponseResult } from "./result";
import { responseTable, statsOf } from "./stats";
import { caption, denominatorText, rateMeaning, rateText, results } from "./words";

export const responseReport: PanelReport<PanelOf<"response">, ResponseResult> = {
  methods,
  headline,
  results,
  legend: (result, { figure }) =>
    `${formatCount(result.patients)} patients${groupSizes(result)}. ${figure.caption === null ? caption(result, figure) : `${filtersInText(result).trim()} ${figure.caption}`.trim()}`,
  statistics,
  reasons: (result) => reasonsOf(statsOf(result)),
  asTable: () => null,
  tableOnSlides: () => true,
  numbers: (result) => ({
    header: ["quantity", "group", "value", "lower", "upper", "df", "p"],
    rows: [...numberRows(statsOf(result)), ...filterRows(result, 7)],
  }),
  steps: patientsTable,
  atRisk: () => null,
  figureHoldsBack: false,
  heldBack: () => null,
  at: () => null,
  remarks: () => [],
  inCuts: () => [],
  compared: ({ comparison }) => comparison !== null && !Number.isNaN(comparison.p),
  highlights: ({ groups, level, responseLabel }) =>
    groups.flatMap(({ level: value, label, n, rates, measured, smaller }) => {
      if (responseLabel === null)
        return [
          {
            level: value,
            label,
            patients: n,
            value: `${formatCount(smaller)} of ${formatCount(measured)}`,
            interval: "with a smaller tumor than at baseline, of those measured",
          },
        ];
      const rate = rates[0];
      if (!rate || Number.isNaN(rate.estimate)) return [];
      const [, interval = ""] = /^[^(]*\((.*)\)/.exec(rateText(rate)) ?? [];
      return [
        {
          level: value,
          label,
          patients: n,
          value: formatPercent(rate.estimate),
          interval: `objective response, ${ciInWords(level)} ${interval}`,
        },
      ];
    }),
  groups: ({ groups }) => groups.map(({ level, label, n }) => ({ level, label, patients: n })),
};

const groupSizes = ({ groups }: ResponseResult) =>
  groups.length > 1 ? ` (${groups.map(({ label, n }) => `${label}, n = ${formatCount(n)}`).join("; ")})` : "";

/** The methods of everything the panel shows. */
function methods(result: ResponseResult): MethodUse[] {
  const { changes, measurements } = result;
  const uses: MethodUse[] = [...settingMethods(result), ...methodsOf(statsOf(result))];
  if (changes?.from === "column" && result.measured > 0)
    uses.push({ id: "bestChange", label: changes.label, fractions: changes.fractions, turned: changes.turned });
  if (measurements) uses.push({ id: "measurements", as: measurements.as });
  return uses;
}

/** Categories and rates; of a group with a count under `fewest` all are held back, because they add up to its size. */
function statistics(result: ResponseResult, fewest: number | null = null): TextTable {
  const { groups, level, responseLabel } = result;
  const held = groups.map(({ n, categories, measured, smaller }) => {
    const counts = responseLabel === null ? [n - measured, smaller, measured - smaller] : categories;
    return fewest !== null && counts.some((count) => count > 0 && count < fewest);
  });
  const back = `held back: fewer than ${fewest}`;
  const texts = statsOf(result).flatMap(({ text, number }) =>
    text && !(held.includes(true) && number?.p === undefined) ? [text] : [],
  );
  const rates = responseTable(result).map(({ name, rate, cells }, row) => [
    rate === null ? name : `${name}: ${rateMeaning(rate, result)} (${ciInWords(level)})`,
    ...cells.map((cell, place) => (row > 0 && held[place] ? back : cell)),
  ]);
  return {
    caption:
      responseLabel === null
        ? `Best change.${filtersInText(result)}`
        : `Best response; rates ${denominatorText(result)}${result.denominator === "all" ? ", not evaluable counted as no response" : ""}.${filtersInText(result)}`,
    header: ["", ...groups.map(({ label }) => label)],
    rows: [...rates, ...texts.map(([name, value]) => [name, value, ...groups.slice(1).map(() => "")])],
  };
}

/** One line a patient, by its running number. */
function patientsTable(result: ResponseResult): NumberTable {
  const { each, groups, unit, measurements, responseLabel } = result;
  const read = responseLabel !== null;
  return {
    header: [
      "patient",
      "group",
      ...(read ? ["best response"] : []),
      "best change, %",
      `followed, ${unit}`,
      "died",
      `progression, ${unit}`,
      `first response, ${unit}`,
      ...(measurements ? ["baseline", measurements.as === "sum" ? "nadir" : "nadir, %"] : []),
    ],
    rows: each.map(({ number, group, category, change, lane, sums }) => [
      number,
      nth(groups, group).label,
      ...(read ? [responseLabels[nth(responseCategories, category)]] : []),
      change,
      lane?.length ?? Number.NaN,
      lane && result.endpoint ? Number(lane.dead) : Number.NaN,
      lane?.progression ?? Number.NaN,
      lane?.response ?? Number.NaN,
      ...(measurements ? [sums.baseline, sums.nadir] : []),
    ]),
  };
}
