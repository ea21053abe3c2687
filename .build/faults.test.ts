import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { equivalentFaults } from "./equivalentFaults.mjs";
import { faultsOf, withFault } from "./faults.mjs";

const faulty = (text: string) => faultsOf(text).map((fault) => withFault(text, fault));

describe("small faults", () => {
  it.each([
    ["a comparison", "x === y;", ["x !== y;"]],
    ["a boundary", "x < y;", ["x <= y;", "x >= y;"]],
    ["a sum", "x + y;", ["x - y;"]],
    ["a conjunction", "x && y;", ["x || y;"]],
    ["a negation, not an assertion", "f(!x, y!);", ["f(x, y!);"]],
    ["a constant", "f(1, 20, x1);", ["f(0, 20, x1);", "f(2, 20, x1);", "f(1, 21, x1);"]],
    ["what stands for none", "f(-1, x - 1);", ["f(-0, x - 1);", "f(-1, x + 1);", "f(-1, x - 0);", "f(-1, x - 2);"]],
    ["a truth", "f(true);", ["f(false);"]],
    ["some and every", "x.some(f);", ["x.every(f);"]],
    ["a call within a chain", "x.filter((y) => f(y)).map(g);", ["x.map(g);"]],
    ["a call that stands alone", "{\n  f(x);\n}", ["{\n;\n}"]],
    ["a condition", "if (f(x)) g = x;", ["if (!(f(x))) g = x;"]],
  ])("change %s", (_, text, expected) => {
    expect(faulty(text).map((each) => each.replace(/\n {2};/, "\n;"))).toEqual(expected);
  });

  it.each([
    ["a comment", "x; // y < 1 && z"],
    ["a comment over lines", "/* y < 1\n && z */ x;"],
    ["a text", 'f("y < 1 && z");'],
    ["a template", "f(`y < 1 && z`);"],
    ["a pattern", "f(/y < 1 && z/);"],
    ["an arrow, or brackets of types", "const f: Map<number, Set<string>> = (x) => x;"],
  ])("leave %s alone", (_, text) => {
    expect(faulty(text)).toEqual([]);
  });

  it("change what a template computes", () => {
    expect(faulty(`f(\`a < b: \${x < y} && \${z}\`);`)).toEqual([
      `f(\`a < b: \${x <= y} && \${z}\`);`,
      `f(\`a < b: \${x >= y} && \${z}\`);`,
    ]);
  });

  it("keep the text of a condition that is turned round", () => {
    expect(faulty('if (f("a)", x)) g = x;')).toEqual(['if (!(f("a)", x))) g = x;']);
  });
});

it.each(equivalentFaults)("the fault that changes no answer in $file can still be planted", ({ file, was, is }) => {
  const text = readFileSync(file, "utf8");
  const at = text.indexOf(was);
  expect(at).toBeGreaterThan(-1);
  expect(faultsOf(text).map((fault) => withFault(text, fault))).toContain(
    text.slice(0, at) + is + text.slice(at + was.length),
  );
});
