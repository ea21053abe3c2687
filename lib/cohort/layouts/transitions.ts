import { named, quotedNames } from "./columnWords";
import type { Layout } from "./layout";

/** Rows that are steps from one state to another, as mstate has them: of them no survival curve follows. */
export const transitions: Layout = {
  id: "transitions",
  label: "Steps between states",
  recognize: (summary) => {
    const [from, to, trans] = [named(summary, "from"), named(summary, "to"), named(summary, "trans", "transition")];
    const times = named(summary, "Tstart", "tstart") && named(summary, "Tstop", "tstop");
    if (!from || !to || !(trans || times)) return null;
    if (![from, to].every(({ kind, distinct }) => kind !== "date" && distinct !== null && distinct <= 50)) return null;
    const names = quotedNames([from, to].map(({ name }) => name));
    return `${names} say from which state to which each row goes, so no curve is proposed: open a file with one row per patient, its time and what happened`;
  },
  propose: () => ({ endpoints: [] }),
};
