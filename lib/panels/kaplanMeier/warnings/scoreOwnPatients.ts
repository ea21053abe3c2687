import { named, type Trigger } from "./warning";

export const scoreOwnPatients: Trigger = ({ result: { groupLabel }, scoreMadeHere }) => {
  if (!scoreMadeHere || groupLabel === null) return null;
  return {
    id: "score-own-patients",
    message: `${named([groupLabel])} was made here and is judged on the patients at hand.`,
    hint: "A score does better on the patients it was built on. Judge it on others, or add a permutation P.",
    caption: `${groupLabel} is judged on the patients it may have been built on.`,
  };
};
