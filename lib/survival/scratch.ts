/**
 * Buffers kept from one computation to the next, so that a filter being dragged allocates nothing. What was computed
 * with it holds only until its next use; copy before handing it on.
 */
export interface Scratch {
  buffers: Map<string, Float64Array>;
}

/** New buffers, for `scratch` of `EstimateOptions`. */
export const createScratch = (): Scratch => ({ buffers: new Map() });

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
