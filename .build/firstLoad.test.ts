import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { firstLoad, refuseHeavyFirstLoad } from "./firstLoad.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "load-"));
  const page =
    '<script src="./a.js"></script><script src="./a.js"></script><link href="./b.css"><a href="data:,x"></a>';
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, "a.js"), randomBytes(10_000));
  writeFileSync(join(folder, "b.css"), randomBytes(20_000));
  writeFileSync(join(folder, "later.js"), randomBytes(40_000));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the first load", () => {
  it("is the page and each file it names once, and nothing that loads later", () => {
    expect(firstLoad(folder)).toBeGreaterThan(30);
    expect(firstLoad(folder)).toBeLessThan(31);
  });

  it("is refused above its limit, with what to do", () => {
    expect(() => refuseHeavyFirstLoad(folder, 29)).toThrow(/31 kB gzipped .* the limit is 29 kB .*raise the limit/);
  });

  it("is taken up to its limit", () => {
    expect(() => refuseHeavyFirstLoad(folder, 31)).not.toThrow();
  });
});
