import { counted, formatCount } from "../../../format";
import { named, type Trigger } from "./warning";

/** The hazard ratio of the groups has no finite estimate, or no model could be fitted. */
export const coxFit: Trigger = ({ result: { comparisons, groups, events } }) => {
  if (!comparisons || groups.length < 2 || events === 0) return null;
  const infinite = comparisons.cox?.ratios.filter(({ coefficient }) => coefficient.kind === "infinite") ?? [];
  if (comparisons.cox && infinite.length === 0) return null;
  const without = infinite.length > 0 ? `of ${named(infinite.map(({ label }) => label))} ` : "";
  return {
    id: "cox-separation",
    message: `The hazard ratio ${without}has no finite estimate: all events lie on one side.`,
    hint: "Give the numbers of events instead, or merge groups; a regression panel offers Firth’s estimate.",
    caption: "The hazard ratio has no finite estimate (separation).",
  };
};

export const eventsPerGroup: Trigger = ({ result: { comparisons, groups, events } }) => {
  const terms = groups.length - 1;
  if (!comparisons?.cox || terms < 1 || events / terms >= 10) return null;
  return {
    id: "few-events-per-group",
    message: `${counted(events, "event")} for ${counted(terms, "hazard ratio")}: fewer than 10 each.`,
    hint: "Hazard ratios from so few events are biased away from 1 and their intervals too narrow. Merge groups.",
    caption: `Fewer than 10 events per hazard ratio (${formatCount(events)} for ${formatCount(terms)}).`,
  };
};
