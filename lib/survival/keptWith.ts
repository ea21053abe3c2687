import type { TickOrder } from "./timeOrder";

const known = new WeakMap<TickOrder, Map<string, { from: readonly unknown[]; value: unknown }>>();

/**
 * What does not change with filters and groups: made once and kept as long as its time order, while it is made `from`
 * the same objects.
 */
export function keptWith<T>(order: TickOrder, name: string, from: readonly unknown[], make: () => T): T {
  const own = known.get(order) ?? new Map();
  known.set(order, own);
  const kept = own.get(name);
  if (kept && from.every((part, i) => part === kept.from[i])) return kept.value as T;
  const value = make();
  own.set(name, { from, value });
  return value;
}
