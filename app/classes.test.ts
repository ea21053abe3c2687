import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const app = new URL("./", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, app), "utf8");
const files = readdirSync(app, { recursive: true, encoding: "utf8" });

/** Every `styles.name` of the components, as "sheet name"; `styles[name]` may be any. */
const used = files
  .filter((path) => path.endsWith(".tsx"))
  .flatMap((path) =>
    [...read(path).matchAll(/^import (\w+) from "(\..*\.module\.css)";$/gm)].flatMap(([, name, sheet]) => {
      const at = new URL(sheet ?? "", new URL(path, app)).href.slice(app.href.length);
      return [...read(path).matchAll(new RegExp(`\\b${name}(?:\\.(\\w+)\\b(?!\\()|\\[)`, "g"))].map(
        ([, each = "*"]) => `${at} ${each}`,
      );
    }),
  );

const defined = files
  .filter((path) => path.endsWith(".module.css"))
  .flatMap((path) => {
    const selectors = read(path).replace(/\/\*[\s\S]*?\*\/|\{[^{}]*\}|"[^"]*"|:global\([^)]*\)/g, " ");
    return [...selectors.matchAll(/\.([a-z]\w*)/gi)].map(([, each]) => `${path} ${each}`);
  });

const without = (some: string[], others: string[]) =>
  [...new Set(some)].filter((each) => !others.includes(each)).sort();
const anyOf = (each: string) => each.replace(/ .*/, " *");

describe("a class is named by its component and looks like something in its sheet", () => {
  it("every class that a component names is in its sheet", () => {
    expect(used.length).toBeGreaterThan(100);
    expect(without(used, [...defined, ...used.filter((each) => each.endsWith(" *"))])).toEqual([]);
  });

  it("every class of a sheet is named by a component", () => {
    expect(without(defined, used).filter((each) => !used.includes(anyOf(each)))).toEqual([]);
  });
});
