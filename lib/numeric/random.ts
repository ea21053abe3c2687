/** Uniform numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/**
 * The generator xoshiro128** with its state filled from the seed by splitmix32: 32 random bits a number, period
 * 2¹²⁸ − 1. Not for secrets. Source: Blackman and Vigna 2021, Scrambled linear pseudorandom number generators.
 */
export function seededRandom(seed: number): Random {
  const state = new Uint32Array(4);
  for (let i = 0; i < 4; i++) state[i] = mix((seed + (i + 1) * 0x9e3779b9) >>> 0);
  return () => {
    const times5 = Math.imul(state[1], 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = (state[3] << 11) | (state[3] >>> 21);
    return result / 4294967296;
  };
}

function mix(s: number): number {
  let z = Math.imul(s ^ (s >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** Puts the items in random order, in place, every order as likely (Fisher and Yates). */
export function shuffle(items: { [i: number]: number; length: number }, random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}
