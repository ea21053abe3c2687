import { limitOfP } from "../../../format";
import { named, type Trigger } from "./warning";

/** Small figures are read beside each other, which no P of theirs does. */
export const subgroups: Trigger = ({ result: { multiples, groups, groupLabel } }) => {
  if (multiples === null || multiples.facets.length < 2 || groups.length < 2 || groupLabel === null) return null;
  const { label } = multiples;
  return {
    id: "subgroups",
    message: `The P of the small figures do not say whether the effect of ${named([groupLabel])} differs by ${named([label])}: one below ${limitOfP(0.05)} and one above may be of the same effect.`,
    hint: `A regression panel of the two with their interaction (${groupLabel} × ${label}) tests that.`,
    caption: `The P of each ${label} are not compared with each other; that takes a test of interaction.`,
  };
};
