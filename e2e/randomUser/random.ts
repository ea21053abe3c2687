export interface Random {
  /** From 0 to below 1. */
  next(): number;
  below(count: number): number;
  of<T>(choices: readonly T[]): T;
}

/** Mulberry32 of one step of one seed: a step draws the same numbers however many the steps before it drew. */
export function randomOf(seed: number, step: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) ^ Math.imul(step + 1, 0x85ebca6b);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { next, below, of: (choices) => choices[below(choices.length)] };
}
