import { describe, expect, it } from "vitest";
import { placeOf, sealed, unsealed } from "./sealed";

const [file, other] = ["a", "b"].map((letter) => letter.repeat(64)) as [string, string];
const board = JSON.stringify({ coding: [{ value: "zebra7391 died", as: "event" }], source: { sha256: file } });

describe("what is kept of the settings of a file", () => {
  it("can be read by who has the same file", async () => {
    expect(await unsealed(await sealed(board, file), file)).toBe(board);
  });

  it("can be read by nobody who has another, or when a byte was changed", async () => {
    const kept = await sealed(board, file);
    await expect(unsealed(kept, other)).rejects.toThrow();
    const bytes = kept.bytes.slice(0);
    new Uint8Array(bytes)[3] = (new Uint8Array(bytes)[3] ?? 0) ^ 1;
    await expect(unsealed({ ...kept, bytes }, file)).rejects.toThrow();
  });

  it("holds no text of it, and lies where nothing tells of the file", async () => {
    const { bytes } = await sealed(board, file);
    expect(new TextDecoder("latin1").decode(bytes)).not.toMatch(/zebra|died|coding|sha256/);
    expect(await placeOf(file)).toMatch(/^[0-9a-f]{64}$/);
    expect(await placeOf(file)).not.toBe(file);
    expect(await placeOf(file)).not.toBe(await placeOf(other));
  });

  it("is never the same twice, so that nobody sees that nothing changed", async () => {
    const [one, two] = [await sealed(board, file), await sealed(board, file)];
    expect(new Uint8Array(one.bytes)).not.toEqual(new Uint8Array(two.bytes));
  });
});
