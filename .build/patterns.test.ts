import { describe, expect, it } from "vitest";
import { addPatterns, superlinear } from "./patterns.mjs";

const judged = (pattern: RegExp) => superlinear({ source: pattern.source, flags: pattern.flags });

describe("a pattern whose time grows faster than its text", () => {
  it.each([
    [/\s+$/],
    [/[\s_.-]*(status|gene)$/i],
    [/\([^)]*\)$/],
    [/death.*last/],
    [/^(\s*\d+\s*,?)*$/],
    [/^\s*(.+)$/],
  ])("is found: %s", (pattern) => expect(judged(pattern)).toMatch(/polynomial|exponential/));

  it.each([
    [/(?<!\s)\s+$/],
    [/^\s*(\S.*)$/],
    [/death|last/],
    [/^\d{4}-\d{2}-\d{2}$/],
    [/(?<=^|\))([^()]*)\([^)]*\)\s*$/],
  ])("is not seen where there is none: %s", (pattern) => expect(judged(pattern)).toBeNull());
});

describe("the patterns of a file", () => {
  const found = (text: string) => {
    const patterns: { at: string; name: string; source: string; flags: string }[] = [];
    const unknown: string[] = [];
    addPatterns("lib/x.ts", text, { patterns, unknown });
    return { patterns: patterns.map(({ source, flags }) => `/${source}/${flags}`), unknown };
  };

  it("are those written as such, and those put together from texts that are known", () =>
    expect(
      found(
        `const word = "a|b";\n// /no/ and "/no/"\nconst one = /x\\/[/]y/gi;\nconst two = new RegExp(String.raw\`\\d(\${word})\`, "u");`,
      ).patterns,
    ).toEqual(["/x\\/[/]y/gi", "/\\d(a|b)/u"]));

  it("are named where they are put together from what only a run knows", () =>
    expect(found(`export const of = (name: string) => new RegExp(\`^\${name}$\`);`).unknown).toEqual([
      `lib/x.ts: \`^\${name}$\``,
    ]));
});
