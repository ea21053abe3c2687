import type { Warning } from "../../warning";
import { competing } from "./competing";
import { coxFit, eventsPerGroup } from "./coxFit";
import { curvesCross } from "./curvesCross";
import { fewAtFirst } from "./fewAtFirst";
import { followUpShorter } from "./followUpShorter";
import { hazardsNotProportional } from "./hazards";
import { immortalTime } from "./immortalTime";
import { knownLater } from "./knownLater";
import { otherTest } from "./otherTest";
import { scoreOwnPatients } from "./scoreOwnPatients";
import { smallGroups } from "./smallGroups";
import { subgroups } from "./subgroups";
import type { Trigger, Warned } from "./warning";

/**
 * Every bias that can be told from a figure's result and board, the gravest first. What only a session knows is in
 * `session.ts`.
 */
const triggers: readonly Trigger[] = [
  immortalTime,
  knownLater,
  fewAtFirst,
  curvesCross,
  hazardsNotProportional,
  competing,
  smallGroups,
  followUpShorter,
  scoreOwnPatients,
  coxFit,
  eventsPerGroup,
  otherTest,
  subgroups,
];

export const warningsOf = (warned: Warned): Warning[] =>
  triggers.flatMap((trigger) => {
    const warning = trigger(warned);
    return warning ? [warning] : [];
  });
