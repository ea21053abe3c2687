/**
 * Buffers kept from one computation to the next, so that a filter being dragged allocates nothing. What was computed with it holds
 * only until its next use; copy before handing it on.
 */
export interface Scratch {
  buffers: Map<string, Float64Array>;
  /** What was last prepared from columns that do not change with the filter: kept while the columns are the same objects. */
  prepared: Map<string, { from: readonly unknown[]; value: unknown }>;
}

export const createScratch = (): Scratch => ({ buffers: new Map(), prepared: new Map() });

/** `length` numbers of unknown content: kept in `scratch` under `name`, or fresh without it. */
export function buffer(scratch: Scratch | undefined, name: string, length: number): Float64Array {
  if (!scratch) return new Float64Array(length);
  let kept = scratch.buffers.get(name);
  if (!kept || kept.length < length) {
    kept = new Float64Array(length);
    scratch.buffers.set(name, kept);
  }
  return kept.length === length ? kept : kept.subarray(0, length);
}

/** `make()`, or what it gave last time under `name` if `from` are the same objects. */
export function prepared<T>(scratch: Scratch | undefined, name: string, from: readonly unknown[], make: () => T): T {
  const known = scratch?.prepared.get(name);
  if (known && from.every((part, i) => part === known.from[i])) return known.value as T;
  const value = make();
  scratch?.prepared.set(name, { from, value });
  return value;
}
