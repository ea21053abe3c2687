import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isAllowed, thirdPartyNotices } from "./notices.mjs";

const root = new URL("..", import.meta.url);
const notices = await thirdPartyNotices();

it("every package that npm brings everywhere is pinned by a hash of its content", () => {
  const { packages } = JSON.parse(readFileSync(fileURLToPath(new URL("package-lock.json", root)), "utf8"));
  const loose = Object.entries<{ integrity?: string; inBundle?: boolean; optional?: boolean }>(packages).filter(
    ([path, { integrity, inBundle, optional }]) =>
      path !== "" && !optional && !inBundle && !integrity?.startsWith("sha512-"),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

describe("the notices of what others made", () => {
  it("are those of the packages in the page: after a change of dependencies, node .build/notices.mjs writes them again", () => {
    expect(notices).toBe(readFileSync(fileURLToPath(new URL("THIRD-PARTY-NOTICES.txt", root)), "utf8"));
  });

  it.each(["react", "next", "zustand", "papaparse", "hyparquet", "d3-scale", "pptxgenjs", "pako"])(
    "name %s, which is in the page or a worker",
    (name) => expect(notices).toMatch(new RegExp(`^${name} \\d`, "m")),
  );

  it.each(["typescript", "vitest", "esbuild", "d3-geo"])("do not name %s, which is not", (name) =>
    expect(notices).not.toMatch(new RegExp(`^${name} \\d`, "m")),
  );

  it.each(["MIT", "(MIT AND Zlib)", "(MIT OR GPL-3.0-or-later)"])("may be of what is under %s", (license) =>
    expect(isAllowed(license)).toBe(true),
  );

  it.each(["GPL-3.0", "MIT AND LGPL-3.0-or-later", "CC-BY-NC-4.0", "SEE LICENSE IN x", undefined])(
    "may not be of what is under %s: the build stops",
    (license) => expect(isAllowed(license)).toBe(false),
  );

  it("carry the license of the font", () => {
    expect(notices).toContain("SIL OPEN FONT LICENSE");
  });
});
