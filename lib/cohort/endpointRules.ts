import type { EndpointRule } from "../board/board";
import type { LeftOutReason } from "./leftOut";

interface RuleOfEndpoint {
  label: string;
  /** What `start` is called, and the reason of a patient without one. */
  start: string;
  withoutStart: LeftOutReason;
  /** What `progression` is called; null where it does not count. */
  progression: string | null;
  /** Null: it does not count, and those without the event are left out. */
  death: "event" | "competing" | null;
  /**
   * Whether patients without an event are censored at the last assessment where there is such a column, else at the
   * last contact.
   */
  assessed: boolean;
}

/** What starts, ends and censors each endpoint that is put together from dates. */
export const endpointRules: Record<EndpointRule, RuleOfEndpoint> = {
  OS: {
    label: "Overall survival",
    start: "Start",
    withoutStart: "start date missing",
    progression: null,
    death: "event",
    assessed: false,
  },
  PFS: {
    label: "Progression-free survival",
    start: "Start",
    withoutStart: "start date missing",
    progression: "Progression",
    death: "event",
    assessed: true,
  },
  TTP: {
    label: "Time to progression",
    start: "Start",
    withoutStart: "start date missing",
    progression: "Progression",
    death: "competing",
    assessed: true,
  },
  DFS: {
    label: "Disease-free survival",
    start: "Surgery",
    withoutStart: "never operated",
    progression: "Recurrence",
    death: "event",
    assessed: true,
  },
  TTR: {
    label: "Time to response",
    start: "Start",
    withoutStart: "start date missing",
    progression: "First response",
    death: null,
    assessed: false,
  },
  DOR: {
    label: "Duration of response",
    start: "First response",
    withoutStart: "no response",
    progression: "Progression",
    death: "event",
    assessed: true,
  },
};
