import { formatCount, pInWords } from "../../format";
import { settingInWords } from "../setting";
import type { KaplanMeierResult } from "./result";

/** What was done to the follow-up and how groups are compared, as sentences under the figure. */
export const analysisInWords = (result: KaplanMeierResult): string[] => [
  ...cutInWords(result),
  ...settingInWords(result),
  ...permutationInWords(result),
];

const cutInWords = ({ cut }: KaplanMeierResult): string[] =>
  cut
    ? [
        `Exploratory: the cut-point ${Number(cut.cut.toPrecision(6))} of ${cut.label} is the one of ${formatCount(cut.tried)} tried among these patients that separates them most; P is corrected for the search (${cut.p.gaussian === null ? "Lausen, Sauerbrei and Schumacher 1994" : "Hothorn and Lausen 2003, Gaussian"}).`,
      ]
    : [];

const permutationInWords = ({ permutation }: KaplanMeierResult): string[] =>
  permutation?.kind === "tested"
    ? [`${pInWords(permutation.p)} by ${formatCount(permutation.count)} permutations (seed ${permutation.seed}).`]
    : [];

/** " stratified by sex", or nothing. */
export const strataInWords = ({ setting }: KaplanMeierResult): string =>
  setting.strata === null ? "" : ` stratified by ${setting.strata}`;
