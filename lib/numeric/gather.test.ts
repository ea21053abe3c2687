import { expect, it } from "vitest";
import { gatherer } from "./gather";
import { seededRandom } from "./random";

it("looks up what the rows say, few and very many, repeated and not of the whole column", () => {
  const random = seededRandom(3);
  const column = Float64Array.from({ length: 150_000 }, random);
  for (const length of [0, 1, 1000, 200_000]) {
    const rows = Uint32Array.from({ length }, () => Math.floor(random() * 140_000));
    const out = new Float64Array(length);
    gatherer(rows)(column, out);
    expect(out).toEqual(Float64Array.from(rows, (row) => column[row]));
  }
});
