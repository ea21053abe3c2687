import type { PanelOf } from "../../board/panelForms/registry";
import type { Level } from "../../cohort/levels";
import type { IntervalType, Subjects, SurvivalTest, TimeOrder } from "../../survival";

/** What the groups of one figure are compared from. */
export interface Compared {
  subjects: Subjects & { group: Int16Array };
  order: TimeOrder;
  levels: Level[];
  /** Groups with patients, as codes of `subjects.group`, and which of them is the reference. */
  present: number[];
  reference: number;
  ordered: boolean;
  confidence: { type: IntervalType; level: number };
  test: SurvivalTest;
  adjust: PanelOf<"kaplanMeier">["adjust"];
  /** Where groups change with time: the patients themselves, whose follow-up it is. */
  whole: { subjects: Subjects & { group: Int16Array }; order: TimeOrder } | null;
}
