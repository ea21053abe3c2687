import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commitOf } from "./commit.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "commit-"));
  writeFileSync(join(folder, "page.txt"), "one");
});
afterEach(() => rmSync(folder, { recursive: true }));

function git(...args: string[]): string {
  const author = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
  return spawnSync("git", [...author, ...args], { cwd: folder, encoding: "utf8" }).stdout.trim();
}

function committed(): string {
  git("init");
  git("add", ".");
  git("commit", "-m", "One");
  return git("rev-parse", "HEAD");
}

describe("the commit that exports print", () => {
  it("is the one the sources are of, in seven letters", () => {
    const full = committed();
    expect(full).toMatch(/^[0-9a-f]{40}$/);
    expect(commitOf(folder)).toBe(full.slice(0, 7));
  });

  it("says when files differ from it", () => {
    const full = committed();
    writeFileSync(join(folder, "page.txt"), "two");
    expect(commitOf(folder)).toBe(`${full.slice(0, 7)}, changed`);
  });

  it("is none outside a repository", () => {
    expect(commitOf(folder)).toBe("");
  });

  it("is none of another repository that happens to be around the folder", () => {
    committed();
    const unpacked = join(folder, "unpacked");
    mkdirSync(unpacked);
    expect(commitOf(unpacked)).toBe("");
  });
});
