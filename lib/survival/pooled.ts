import type { Pooled } from "./tests/survivalTest";

/** What tests weigh by, before the first event time. */
export const startPool = (): Pooled => ({ nRisk: 0, nEvent: 0, survivalBefore: 1, modifiedSurvival: 1 });

/** Moves on to an event time with n at risk and d events, and gives what `use` makes of it there. */
export function poolNext<T>(pooled: Pooled, n: number, d: number, use: (pooled: Pooled) => T): T {
  pooled.nRisk = n;
  pooled.nEvent = d;
  pooled.modifiedSurvival *= 1 - d / (n + 1);
  const used = use(pooled);
  pooled.survivalBefore *= (n - d) / n;
  return used;
}
