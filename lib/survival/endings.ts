/** What a row's ending counts as in an analysis. */
export const EVENT = 0;
export const CENSORED = 1;
export const COMPETING = 2;
/** Places kept for kinds of endings where they index an array. */
export const KINDS = 4;

/** A table of what each of the 256 cause codes counts as. */
export function endings(kindOf: (cause: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, cause) => kindOf(cause));
}

/** Cause 1 is the event. */
export const asEvent = endings((cause) => (cause === 0 ? CENSORED : cause === 1 ? EVENT : COMPETING));

/** For follow-up: being censored is the event, whatever else ended it counts as censored. */
export const asFollowUp = endings((cause) => (cause === 0 ? EVENT : CENSORED));
