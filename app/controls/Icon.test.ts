import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { characters } from "../../lib/figure/interAdvances";

const app = new URL("../", import.meta.url);
const known = new Set(characters);
/**
 * Letters of formulas, which stand in the browser's own mathematics, and what stands for blanks in the rows of a file.
 */
const others: Record<string, string> = { "methods/methods.ts": "ⱼᵀ", "rows/blanks.ts": "␣" };

it("what the page writes has letters in its own font: a computer without fonts shows no others", () => {
  const missing = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(tsx?|css)$/.test(path) && !/\.test\./.test(path))
    .flatMap((path) => {
      const text = readFileSync(new URL(path, app), "utf8");
      const strange = [...new Set(text)].filter(
        (letter) => (letter.codePointAt(0) ?? 0) > 126 && !known.has(letter) && !others[path]?.includes(letter),
      );
      return strange.length > 0 ? [`${path}: ${strange.join(" ")}`] : [];
    });
  expect(missing).toEqual([]);
});
