import { ciInWords, counted, formatCount, formatLevel, formatP, inSentence, listed, pInWords } from "../../format";
import { coefficientInWords } from "../coefficientInWords";
import type { Counts } from "../regression/counts";
import { filtersInText, filtersInTitle, leftOutInWords, settingInWords } from "../setting";
import { whyRatio } from "../whyUnknown";
import type { SubgroupLine, SubgroupsResult, SubgroupVariable } from "./result";

/** "A v B". */
export const contrast = ({ compared, reference }: SubgroupsResult): string => `${compared.label} v ${reference.label}`;

/** "75 patients, 62 events". */
export const subtitle = (result: SubgroupsResult): string =>
  `${contrast(result)} · ${counted(result.patients, "patient")}, ${counted(result.events, "event")}${filtersInTitle(result)}`;

/** "13/27": events among patients. */
export const countsText = ({ events, patients }: Counts): string => `${formatCount(events)}/${formatCount(patients)}`;

/** The ratio of a line with its interval, or "NE"; why stands in `reasons`. */
export const ratioText = ({ ratio }: SubgroupLine, ci = ""): string => (ratio ? coefficientInWords(ratio, ci) : "NE");

/** The P of a column's interaction, or "NE". */
export const interactionText = ({ interaction }: SubgroupVariable): string =>
  interaction ? formatP(interaction.p) : "NE";

/** "Sex: female". */
const lineName = ({ label }: Pick<SubgroupVariable, "label">, line: SubgroupLine): string => `${label}: ${line.label}`;

/** All patients, then every subgroup, by names that say of which column it is. */
export const namedLines = ({ overall, variables }: SubgroupsResult): { name: string; line: SubgroupLine }[] => [
  { name: overall.label, line: overall },
  ...variables.flatMap((variable) => variable.lines.map((line) => ({ name: lineName(variable, line), line }))),
];

/** Why ratios and tests are not known, and of whom. */
export function reasons(result: SubgroupsResult): string[] {
  const why = namedLines(result).flatMap(({ name, line }) =>
    line.why === null ? whyRatio(line.ratio, name) : [`NE, ${name}: ${line.why}.`],
  );
  const tests = result.variables.flatMap(({ label, why: reason }) =>
    reason === null ? [] : [`NE, P of interaction by ${label}: ${reason}.`],
  );
  return [...new Set([...why, ...tests])];
}

/** The figure in words. */
export function sentence(result: SubgroupsResult): string {
  const ratios = namedLines(result).map(({ name, line }) => `${name} ${ratioText(line)}`);
  return `Hazard ratios with ${formatLevel(result.level)} confidence intervals for ${inSentence(result.endpoint.label)}, ${subtitle(result)}, by subgroup: ${ratios.join("; ")}.`;
}

/** What was found: over all, then how the interaction tests came out; no P within a subgroup. */
export function results(result: SubgroupsResult): string {
  const { variables, overall, level, endpoint } = result;
  const ci = `${ciInWords(level)},`;
  const tested = variables.flatMap(({ label, interaction }) =>
    interaction ? [`${label} (${pInWords(interaction.p)})`] : [],
  );
  return [
    `In all ${counted(result.patients, "patient")}, the hazard ratio for ${inSentence(endpoint.label)} was ${ratioText(overall, ci)}, ${contrast(result)}.`,
    tested.length === 0
      ? ""
      : `Whether it differs was tested by ${listed(tested)}; these P of interaction are not adjusted for their number.`,
    filtersInText(result).trim(),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Under the figure. */
export function caption(result: SubgroupsResult): string {
  const { variables, level } = result;
  const by = variables.find(({ interaction }) => interaction)?.interaction?.test;
  const missing = variables.flatMap(({ label, missing: count }) =>
    count > 0 ? [`${label} ${formatCount(count)}`] : [],
  );
  return [
    `Hazard ratios, ${contrast(result)}, with ${formatLevel(level)} confidence intervals from Cox models (Efron) of the patients of each line alone; a ratio under 1 means later events in ${result.compared.label}. Counts, where there is room for them, are events/patients. The dashed line is the ratio in all patients.`,
    ...(by
      ? [`P of interaction: ${by} of the products with all levels of the column, not adjusted for their number.`]
      : []),
    ...(missing.length > 0 ? [`Without a value: ${missing.join(", ")}.`] : []),
    ...reasons(result),
    ...settingInWords(result),
    ...leftOutInWords(result.leftOut, result.setting),
  ].join(" ");
}
