import { describe, expect, it } from "vitest";
import { seededRandom, shuffle } from "./random";

/**
 * xoshiro128** from the state 1, 2, 3, 4 gives 11520, 0, 5927040, 70819200: computed by hand from its definition with
 * 64-bit integers.
 */
function byDefinition(state: bigint[]): bigint {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  const result = (rotate((state[1] * 5n) & mask, 7n) * 9n) & mask;
  const shifted = (state[1] << 9n) & mask;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  state[3] = rotate(state[3], 11n);
  return result;
}

const splitmix = (seed: bigint) => {
  const mask = 0xffffffffn;
  let s = seed;
  return () => {
    s = (s + 0x9e3779b9n) & mask;
    let z = ((s ^ (s >> 16n)) * 0x21f0aaadn) & mask;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask;
    return z ^ (z >> 15n);
  };
};

describe("seededRandom", () => {
  it("is xoshiro128** seeded by splitmix32, as computed with whole numbers of any size", () => {
    expect(byDefinition([1n, 2n, 3n, 4n])).toBe(11520n);
    for (const seed of [0, 1, 20240601, 4294967295]) {
      const next = splitmix(BigInt(seed));
      const state = [next(), next(), next(), next()];
      const random = seededRandom(seed);
      for (let i = 0; i < 100; i++) expect(random() * 4294967296).toBe(Number(byDefinition(state)));
    }
  });

  it("gives the same numbers for the same seed, spread evenly", () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    const numbers = Array.from({ length: 20000 }, () => a());
    expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => b()));
    expect(numbers.reduce((sum, x) => sum + x, 0) / numbers.length).toBeCloseTo(0.5, 2);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });
});

describe("shuffle", () => {
  it("gives each order of three items about as often", () => {
    const random = seededRandom(1);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const items = [1, 2, 3];
      shuffle(items, random);
      counts.set(items.join(), (counts.get(items.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
