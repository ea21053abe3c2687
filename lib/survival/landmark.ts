import type { Subjects } from "./subjects";

/**
 * The cohort of those still followed, without the event, past time `at`, with the clock set back to 0 there: rows with
 * time > at (strictly) and time − at; the others get time NaN and so are left out, which keeps rows in place. A group
 * known only from events before `at` is then free of immortal-time bias. With delayed entry, entry is set back too, to
 * 0 for those at risk at the landmark already. Compute a new time order for the result. Source: Anderson, Cain and
 * Gelber 1983.
 */
export function landmark(subjects: Subjects, at: number): Subjects {
  const time = subjects.time.map((t) => (t > at ? t - at : Number.NaN));
  const entry = subjects.entry?.map((e) => Math.max(0, e - at));
  return entry ? { ...subjects, time, entry } : { ...subjects, time };
}
