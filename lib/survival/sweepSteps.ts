/**
 * What happens to groups at ticks, in time order: step j says that `group[j]` had `risk[j]` at risk just before
 * `tick[j]`, of whom `events[j]` had the event there and `others[j]` ended otherwise (both 0 where subjects only
 * entered). A group has at most one step per tick, and all steps of a tick are in one block.
 */
export interface Steps {
  length: number;
  tick: Uint32Array;
  group: Int16Array;
  risk: Float64Array;
  events: Float64Array;
  others: Float64Array;
}

export function emptySteps(size: number): Steps {
  return {
    length: 0,
    tick: new Uint32Array(size),
    group: new Int16Array(size),
    risk: new Float64Array(size),
    events: new Float64Array(size),
    others: new Float64Array(size),
  };
}
