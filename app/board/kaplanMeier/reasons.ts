import type { PanelTest } from "../../../lib/panels/kaplanMeier/panelTest";

/** Why a test has no answer. */
export const reasonInWords: Record<Extract<PanelTest, { kind: "undefined" }>["reason"], string> = {
  noSubjects: "there is no patient",
  noEvents: "there is no event",
  oneGroup: "only one group has patients at risk when events happen",
  noVariance: "the groups are never at risk together, or all events happen at once",
  samplingWeights: "the patients carry sampling weights",
  notTwoGroups: "it compares two groups",
};
