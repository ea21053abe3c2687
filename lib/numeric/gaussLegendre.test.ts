import { expect, it } from "vitest";
import { gaussLegendre } from "./gaussLegendre";

it.each([1, 2, 5, 40, 301])("%i nodes integrate polynomials up to their degree exactly", (size) => {
  const { nodes, weights } = gaussLegendre(size);
  const integral = (power: number) => nodes.reduce((sum, x, i) => sum + weights[i] * x ** power, 0);
  expect(integral(0)).toBeCloseTo(2, 13);
  expect(integral(1)).toBeCloseTo(0, 13);
  for (const power of [2, 2 * size - 2])
    if (power <= 2 * size - 1) expect(integral(power)).toBeCloseTo(2 / (power + 1), 12);
});
