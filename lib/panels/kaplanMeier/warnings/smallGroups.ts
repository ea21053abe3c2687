import { counted } from "../../../format";
import type { GroupResult } from "../result";
import type { Trigger } from "./warning";

export const smallGroups: Trigger = ({ result: { groups } }) => {
  const small = groups.filter(({ curve, events }) => curve.n < 10 || events < 5);
  if (small.length === 0) return null;
  const size = ({ curve, events }: GroupResult) => `${counted(curve.n, "patient")}, ${counted(events, "event")}`;
  const list = (quote: (label: string) => string) =>
    small.map((group) => `${quote(group.label)} (${size(group)})`).join(", ");
  return {
    id: "group-small",
    message: `Few patients or events in ${list((label) => `“${label}”`)}.`,
    hint: "Read the curve and median with care: one more event would move them far.",
    caption: `Few patients or events in ${list((label) => label)}.`,
  };
};
