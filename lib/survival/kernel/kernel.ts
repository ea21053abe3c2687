import { kernelBytes } from "./kernelBytes";

// biome-ignore format: one line of addresses each
type Extend = (
  block: number, count: number, states: number,
  survival: number, greenwood: number, ticks: number, risk: number, events: number,
) => void;

/** What the compiled `assembly/kernel.ts` offers; addresses are bytes of its memory. */
interface Exports {
  memory: WebAssembly.Memory;
  pack(group: number, packed: number, rows: number): number;
  countCells(codes: number, packed: number, rows: number, width: number, counts: number, size: number): void;
  // biome-ignore format: one line of addresses each
  sumCells(
    codes: number, packed: number, weights: number,
    rows: number, width: number, sums: number, size: number,
  ): void;
  // biome-ignore format: one line of addresses each
  gather(
    order: number, codes: number, rows: number, packed: number,
    groupAt: number, ticks: number, endings: number,
  ): number;
  tally(endings: number, rows: number, counts: number, size: number): void;
  gatherWeights(given: number, rows: number, groupAt: number, weights: number): void;
  tallyWeights(endings: number, weights: number, rows: number, sums: number, size: number): void;
  begin(): void;
  // biome-ignore format: one line of addresses each
  take(
    ticks: number, endings: number, rows: number, states: number, touched: number,
    block: number, limit: number,
  ): number;
  // biome-ignore format: one line of addresses each
  takeWeighted(
    ticks: number, endings: number, weights: number, rows: number, states: number, touched: number,
    block: number, limit: number,
  ): number;
  extend: Extend;
  extendWeighted: Extend;
  // biome-ignore format: one line of addresses each
  addLogRank(
    block: number, count: number, groups: number,
    risk: number, expected: number, variance: number,
    factors: number, atRisk: number,
  ): void;
}

/**
 * Bytes the kernel keeps of each group, one up: Ŝ, the variance of its logarithm, the place of its next entry, at risk,
 * and two of its own; counts are words, and doubles where weights are counted.
 */
export const STATE = {
  place: 16,
  ofRows: { bytes: 32, atRisk: 20, counts: Uint32Array },
  ofWeights: { bytes: 64, atRisk: 24, counts: Float64Array },
};

/** Most steps of a block, and with them most ticks; `SIZE` in the kernel. */
export const MOST_STEPS = 1 << 10;

type Column = Float64Array | Uint32Array | Uint16Array | Int16Array | Uint8Array;

/**
 * A stretch of the kernel's memory, kept under its name and only made longer. Its bytes may move when another is made:
 * view it anew each time.
 */
export interface Stretch {
  at: number;
  bytes: number;
}

export interface Kernel extends Omit<Exports, "memory"> {
  /** Room for `bytes` bytes under `name`, one for each `owner`. */
  room(name: string, bytes: number, owner?: object): Stretch;
  /** `length` elements at a stretch, with whatever they hold. */
  view<T extends Column>(
    type: new (buffer: ArrayBuffer, at: number, length: number) => T,
    stretch: Stretch,
    length: number,
  ): T;
  /** The stretch of `name` with what `make` gives: kept from last time while `from` are the same objects. */
  held(name: string, from: readonly unknown[], make: () => Column): Stretch;
}

let loaded: Kernel | null | undefined;
let wanted = true;

/** The kernel, or null where WebAssembly is not to be had: then the same is computed without it, only slower. */
export function theKernel(): Kernel | null {
  if (!wanted) return null;
  if (loaded === undefined) loaded = load();
  return loaded;
}

/** Runs without the kernel: for tests that compare both. */
export function withoutKernel<T>(run: () => T): T {
  wanted = false;
  try {
    return run();
  } finally {
    wanted = true;
  }
}

function load(): Kernel | null {
  try {
    const bytes = Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0));
    return kernelOf(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Exports);
  } catch {
    // A policy without 'wasm-unsafe-eval', or an engine without vectors.
    return null;
  }
}

const PAGE = 1 << 16;
/** Where the first stretch begins: below lies what the compiler keeps for itself. */
const FIRST = PAGE;

function kernelOf({ memory, ...functions }: Exports): Kernel {
  const shared = {};
  const rooms = new WeakMap<object, Map<string, Stretch>>();
  const holding = new Map<string, readonly unknown[]>();
  let top = FIRST;

  const room: Kernel["room"] = (name, bytes, owner = shared) => {
    const own = rooms.get(owner) ?? new Map<string, Stretch>();
    rooms.set(owner, own);
    const known = own.get(name);
    if (known && known.bytes >= bytes) return known;
    // Half as much again, so that growing step by step wastes little.
    const size = (Math.ceil((known ? bytes * 1.5 : bytes) / 64) + 1) * 64;
    const stretch = { at: top, bytes: size };
    const lacking = top + size - memory.buffer.byteLength;
    if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE));
    top += size;
    own.set(name, stretch);
    holding.delete(name);
    return stretch;
  };
  const view: Kernel["view"] = (type, { at }, length) => new type(memory.buffer as ArrayBuffer, at, length);
  const held: Kernel["held"] = (name, from, make) => {
    const known = holding.get(name);
    if (known?.length === from.length && from.every((part, i) => part === known[i])) return room(name, 0);
    const made = make();
    const stretch = room(name, made.byteLength);
    new Uint8Array(memory.buffer).set(new Uint8Array(made.buffer, made.byteOffset, made.byteLength), stretch.at);
    holding.set(name, from);
    return stretch;
  };
  return { ...functions, room, view, held };
}
