import type { Metrics } from "../../sheet/sheet";

/** Where the lanes of a page begin and end, and how high each is. */
export interface LanePage {
  from: number;
  to: number;
  pitch: number;
  pages: number;
}

/** Lanes are as high as is comfortable, and lower where a page would not hold them; below this they go to another one. */
const comfortable = 1.17;
const least = 0.78;

/** A figure draws so many, on one page or on several; of more it says how many are not there. */
export const mostLanes = 1500;

/** Height of a lane with the space to the next where there is room for it. */
export const lanePitch = ({ text }: Metrics): number => text * comfortable;

/**
 * The lanes of a page. `free` is what the first page has for lanes, and every further one; null: all on one page,
 * however tall.
 */
export function lanePage(
  count: number,
  free: { first: number; further: number } | null,
  number: number,
  metrics: Metrics,
): LanePage {
  const pitch = lanePitch(metrics);
  if (free === null || count === 0) return { from: 0, to: count, pitch, pages: 1 };
  const fitting = free.first / count;
  if (fitting >= metrics.text * least) return { from: 0, to: count, pitch: Math.min(pitch, fitting), pages: 1 };
  const [first, further] = [free.first, free.further].map((height) => Math.max(1, Math.floor(height / pitch)));
  const pages = 1 + Math.max(0, Math.ceil((count - (first ?? 1)) / (further ?? 1)));
  const page = Math.min(number, pages - 1);
  const from = page === 0 ? 0 : (first ?? 1) + (page - 1) * (further ?? 1);
  return { from, to: Math.min(count, page === 0 ? (first ?? 1) : from + (further ?? 1)), pitch, pages };
}
