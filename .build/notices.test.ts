import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { thirdPartyNotices } from "./notices.mjs";

const root = new URL("..", import.meta.url);
const notices = await thirdPartyNotices();

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

  it("carry the license of the font", () => {
    expect(notices).toContain("SIL OPEN FONT LICENSE");
  });
});
