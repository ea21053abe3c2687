import { buffer, type Scratch } from "../scratch";
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
 * Curves that grow in the kernel, group g from entry `start[g]` on. With `scratch` their entries stay there, until the
 * same scratch is used again; else they are copied out.
 */
export function growInKernel(
  { kernel, states, weighted }: KernelSweep,
  start: Uint32Array,
  times: Float64Array,
  scratch: Scratch | undefined,
): GrownInKernel {
  const groups = start.length - 1;
  const entries = start[groups];
  const room = (name: string, bytes: number) => kernel.room(name, bytes * entries, scratch);
  const [survival, greenwood] = [room("survival", 8), room("greenwood", 8)];
  const { bytes, counts } = weighted ? STATE.ofWeights : STATE.ofRows;
  const size = counts.BYTES_PER_ELEMENT;
  const [ticks, risk, events] = [room("tick", 4), room("nRisk", size), room("nEvent", size)];
  const place = (g: number) => kernel.view(Uint32Array, at(states, bytes * (g + 1) + STATE.place), 1);
  const extend = weighted ? kernel.extendWeighted : kernel.extend;
  for (let g = 0; g < groups; g++) {
    kernel.view(Float64Array, at(states, bytes * (g + 1)), 2).set([1, 0]);
    place(g)[0] = start[g];
  }
  let end = start;
  return {
    visit: (block, count) => extend(block, count, states.at, survival.at, greenwood.at, ticks.at, risk.at, events.at),
    finish() {
      end = start.map((_, g) => (g < groups ? place(g)[0] : 0));
    },
    columns(g) {
      const length = end[g] - start[g];
      const floats = (stretch: Stretch) => kernel.view(Float64Array, at(stretch, 8 * start[g]), length);
      const counted = (stretch: Stretch) =>
        kernel.view<Float64Array | Uint32Array>(counts, at(stretch, size * start[g]), length);
      const fresh = (name: string) =>
        scratch ? buffer(scratch, `${name} of group ${g}`, length) : new Float64Array(length);
      const inKernel: Grown = {
        survival: () => floats(survival),
        greenwood: () => floats(greenwood),
        ticks: () => kernel.view(Uint32Array, at(ticks, 4 * start[g]), length),
        risk: () => counted(risk),
        events: () => counted(events),
      };
      // A view may be void once the kernel's memory has grown, so it is made anew at each use.
      return lazyColumns(scratch ? inKernel : copied(inKernel), times, fresh);
    },
  };
}

const at = (stretch: Stretch, bytes: number): Stretch => ({ at: stretch.at + bytes, bytes: 0 });

type Counts = Uint32Array | Float64Array;

/** What the kernel has of a curve. */
interface Grown {
  survival(): Float64Array;
  greenwood(): Float64Array;
  ticks(): Uint32Array;
  risk(): Counts;
  events(): Counts;
}

function copied(grown: Grown): Grown {
  const [survival, greenwood] = [grown.survival().slice(), grown.greenwood().slice()];
  const [ticks, risk, events] = [grown.ticks().slice(), grown.risk().slice(), grown.events().slice()];
  return {
    survival: () => survival,
    greenwood: () => greenwood,
    ticks: () => ticks,
    risk: () => risk,
    events: () => events,
  };
}

function lazyColumns(grown: Grown, times: Float64Array, fresh: (name: string) => Float64Array): Columns {
  const columns = {
    get survival() {
      return grown.survival();
    },
    get greenwood() {
      return grown.greenwood();
    },
  } as Columns;
  const later = (name: keyof Columns, fill: (column: Float64Array) => void) => {
    const get = once(() => {
      const column = fresh(name);
      fill(column);
      return column;
    });
    Object.defineProperty(columns, name, { enumerable: true, configurable: true, get });
  };
  later("time", (column) => fillTimes(column, times, grown.ticks()));
  later("nRisk", (column) => column.set(grown.risk()));
  later("nEvent", (column) => column.set(grown.events()));
  later("nCensor", (column) => fillOthers(column, grown.risk(), grown.events()));
  later("stdErr", (column) => fillErrors(column, grown.survival(), grown.greenwood()));
  later("cumulativeHazard", (column) => fillHazard(column, grown.risk(), grown.events()));
  return columns;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function fillTimes(column: Float64Array, times: Float64Array, ticks: Uint32Array): void {
  for (let i = 0; i < column.length; i++) column[i] = times[ticks[i]];
}

/** Who ended without the event: those at risk, less those with the event and those at risk next. */
function fillOthers(column: Float64Array, risk: Counts, events: Counts): void {
  const last = column.length - 1;
  for (let i = 0; i < last; i++) column[i] = risk[i] - events[i] - risk[i + 1];
  if (last >= 0) column[last] = risk[last] - events[last];
}

function fillErrors(column: Float64Array, survival: Float64Array, greenwood: Float64Array): void {
  for (let i = 0; i < column.length; i++) column[i] = survival[i] * Math.sqrt(greenwood[i]);
}

function fillHazard(column: Float64Array, risk: Counts, events: Counts): void {
  let sum = 0;
  for (let i = 0; i < column.length; i++) {
    sum += events[i] / risk[i];
    column[i] = sum;
  }
}
