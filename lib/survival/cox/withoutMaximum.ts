import type { CoxRows } from "./coxRows";
import type { Design } from "./designMatrix";

/**
 * Why the likelihood rises without end in a column. `noEvent`: nobody of the level has the event; `noEventInReference`:
 * nobody of the reference; `apart`: both do, or it is no level, and all events lie on one side, as where those of one
 * group all come before the other's.
 */
export type Unbounded = "noEvent" | "noEventInReference" | "apart";

/** Why nothing is known of a column. */
export type Inestimable =
  /** It does not vary, or the columns before determine it. */
  | "aliased"
  /** Nobody of the level or of its reference has the event. */
  | "noEventInEither"
  /** Others are infinite or 0, and leave no information on it. */
  | "noInformation"
  /** The search for a maximum was given up. */
  | "notConverged";

/** Events of the level of a column and of its reference; null for a column that is not one level of a factor. */
export interface LevelEvents {
  level: number;
  reference: number;
}

export function levelEvents({ sets, event }: CoxRows, { columns, terms }: Design, j: number): LevelEvents | null {
  const [part, ...others] = columns[j].parts;
  if (others.length > 0 || part.kind !== "level") return null;
  const levels = terms[columns[j].term].columns.map((at) => columns[at].parts[0]);
  const isLevel = (code: number) => levels.some((one) => one.kind === "level" && one.code === code);
  const events = { level: 0, reference: 0 };
  for (const row of sets.rows) {
    if (!event[row]) continue;
    if (part.codes[row] === part.code) events.level++;
    else if (!isLevel(part.codes[row])) events.reference++;
  }
  return events;
}

export function whyUnbounded(events: LevelEvents | null): Unbounded {
  if (events?.level === 0) return "noEvent";
  return events?.reference === 0 ? "noEventInReference" : "apart";
}

/** Of a column the likelihood says nothing of once others are infinite. */
export const whyUninformed = (events: LevelEvents | null): Inestimable =>
  events && events.level + events.reference === 0 ? "noEventInEither" : "noInformation";
