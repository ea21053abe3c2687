import type { Scratch } from "../scratch";
import { STATE, type Stretch } from "./kernel";
import type { Guest, KernelSweep } from "./kernelSweep";

/** The columns of a curve; those that follow from others are computed when they are first read. */
interface Columns {
  time: Float64Array;
  nRisk: Float64Array;
  nEvent: Float64Array;
  nCensor: Float64Array;
  survival: Float64Array;
  greenwood: Float64Array;
  stdErr: Float64Array;
  cumulativeHazard: Float64Array;
}

export interface GrownInKernel extends Guest {
  /** The columns of group g, once the sweep is over. */
  columns(g: number): Columns;
}

/**
 * Curves that grow in the kernel, group g from entry `start[g]` on. With `scratch` their entries stay there, until the same scratch is used
 * again; else they are copied out.
 */
export function growInKernel(
  { kernel, states }: KernelSweep,
  start: Uint32Array,
  times: Float64Array,
  scratch: Scratch | undefined,
): GrownInKernel {
  const groups = start.length - 1;
  const entries = start[groups];
  const room = (name: string, bytes: number) => kernel.room(name, bytes * entries, scratch);
  const [survival, greenwood] = [room("survival", 8), room("greenwood", 8)];
  const [ticks, risk, events] = [room("tick", 4), room("nRisk", 4), room("nEvent", 4)];
  const place = (g: number) => kernel.view(Uint32Array, at(states, STATE.bytes * (g + 1) + STATE.place), 1);
  for (let g = 0; g < groups; g++) {
    kernel.view(Float64Array, at(states, STATE.bytes * (g + 1)), 2).set([1, 0]);
    place(g)[0] = start[g];
  }
  let end = start;
  return {
    visit: (block, count) =>
      kernel.extend(block, count, states.at, survival.at, greenwood.at, ticks.at, risk.at, events.at),
    finish() {
      end = start.map((_, g) => (g < groups ? place(g)[0] : 0));
    },
    columns(g) {
      const length = end[g] - start[g];
      const floats = (stretch: Stretch) => kernel.view(Float64Array, at(stretch, 8 * start[g]), length);
      const counts = (stretch: Stretch) => kernel.view(Uint32Array, at(stretch, 4 * start[g]), length);
      // A view may be void once the kernel's memory has grown: made anew at each use.
      if (scratch)
        return lazyColumns(
          times,
          () => floats(survival),
          () => floats(greenwood),
          () => ({ ticks: counts(ticks), risk: counts(risk), events: counts(events) }),
        );
      const own = { ticks: counts(ticks).slice(), risk: counts(risk).slice(), events: counts(events).slice() };
      const [s, v] = [floats(survival).slice(), floats(greenwood).slice()];
      return lazyColumns(
        times,
        () => s,
        () => v,
        () => own,
      );
    },
  };
}

const at = (stretch: Stretch, bytes: number): Stretch => ({ at: stretch.at + bytes, bytes: 0 });

interface Counts {
  ticks: Uint32Array;
  risk: Uint32Array;
  events: Uint32Array;
}

function lazyColumns(
  times: Float64Array,
  survival: () => Float64Array,
  greenwood: () => Float64Array,
  counts: () => Counts,
): Columns {
  const columns = {
    get survival() {
      return survival();
    },
    get greenwood() {
      return greenwood();
    },
  } as Columns;
  const later = (name: keyof Columns, make: () => Float64Array) =>
    Object.defineProperty(columns, name, { enumerable: true, configurable: true, get: once(make) });
  later("time", () => timesAt(times, counts().ticks));
  later("nRisk", () => Float64Array.from(counts().risk));
  later("nEvent", () => Float64Array.from(counts().events));
  later("nCensor", () => othersOf(counts()));
  later("stdErr", () => standardErrors(survival(), greenwood()));
  later("cumulativeHazard", () => hazardOf(counts()));
  return columns;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function timesAt(times: Float64Array, ticks: Uint32Array): Float64Array {
  const result = new Float64Array(ticks.length);
  for (let i = 0; i < ticks.length; i++) result[i] = times[ticks[i]];
  return result;
}

/** Who ended without the event: those at risk, less those with the event and those at risk next. */
function othersOf({ risk, events }: Counts): Float64Array {
  const result = new Float64Array(risk.length);
  for (let i = 0; i < risk.length; i++) result[i] = risk[i] - events[i] - (i + 1 < risk.length ? risk[i + 1] : 0);
  return result;
}

function standardErrors(survival: Float64Array, greenwood: Float64Array): Float64Array {
  const result = new Float64Array(survival.length);
  for (let i = 0; i < result.length; i++) result[i] = survival[i] * Math.sqrt(greenwood[i]);
  return result;
}

function hazardOf({ risk, events }: Counts): Float64Array {
  const result = new Float64Array(risk.length);
  let sum = 0;
  for (let i = 0; i < result.length; i++) {
    sum += events[i] / risk[i];
    result[i] = sum;
  }
  return result;
}
