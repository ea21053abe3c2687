import { formatCount, pInWords } from "../../format";
import { type MethodUse, methodInWords } from "../methods/methods";
import { settingInWords } from "../setting";
import type { KaplanMeierResult } from "./result";
import type { SearchedCut } from "./searchedCut";

/** What was done to the follow-up and how groups are compared, as sentences under the figure. */
export const analysisInWords = (result: KaplanMeierResult): string[] => [
  ...cutInWords(result),
  ...settingInWords(result),
  ...permutationInWords(result),
];

const cutInWords = ({ cut }: KaplanMeierResult): string[] =>
  cut ? [methodInWords(cutMethod(cut)), methodInWords(searchMethod(cut))] : [];

/** How the cut was found, and how P is corrected for that. */
export const cutMethod = (cut: SearchedCut): MethodUse => ({ id: "searchedCut", ...cut });
export const searchMethod = ({ p }: SearchedCut): MethodUse => ({
  id: "maximallySelected",
  by: p.gaussian === null ? "lausen1994" : "gaussian",
});

const permutationInWords = ({ permutation }: KaplanMeierResult): string[] =>
  permutation?.kind === "tested"
    ? [`${pInWords(permutation.p)} by ${formatCount(permutation.count)} permutations (seed ${permutation.seed}).`]
    : [];

/** " stratified by sex", or nothing. */
export const strataInWords = ({ setting }: Pick<KaplanMeierResult, "setting">): string =>
  setting.strata === null ? "" : ` stratified by ${setting.strata}`;
