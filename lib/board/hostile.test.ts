import { describe, expect, it } from "vitest";
import { boardOf, readBoard, writeBoard } from "./boardFile";
import { readHash } from "./hash";
import { boardVersion } from "./version";

const plain = { meierboard: boardVersion, source: { file: null, rows: null, sha256: null } };
const before = Object.getOwnPropertyNames(Object.prototype);
const untouched = () => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
};
const polluting = ['{"polluted":1}', "[]", "null", '"x"', "1e999"];

describe("a board file from an enemy", () => {
  it.each(
    polluting.flatMap((value) =>
      ["__proto__", "constructor", "prototype", "toString"].map((key) => `"${key}":${value}`),
    ),
  )("with %s changes no prototype, and is refused or opened as any other", (field) => {
    const whole = JSON.stringify(plain);
    for (const text of [`{${field},${whole.slice(1)}`, whole.replace('"file":null', `"file":null,${field}`)]) {
      const read = readBoard(text);
      if (!read.ok) expect(read.problem.message).toMatch(/^The board file is not as expected: .*\.$/);
      untouched();
    }
  });

  it.each([
    ["[".repeat(1_000_000)],
    ['{"a":'.repeat(500_000)],
    [`{"meierboard":${boardVersion},"panels":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
    [`{"meierboard":${"9".repeat(400)}}`],
    [`{"meierboard":-1}`],
    [`{"meierboard":1.5}`],
    ["\u202e{}"],
    ["x".repeat(6_000_000)],
  ])("of %.40s is refused in a sentence", (text) => {
    const read = readBoard(text);
    expect(read.ok || read.problem.message).toMatch(/^The board file .*\.$/);
  });

  it.each(["<script>attack()</script>", "javascript:attack()", "=1+1", "\u0000\u0007", "\u202egnp", "__proto__"])(
    "that names its columns and endpoints %j says so in letters when it is saved again",
    (name) => {
      const board = {
        ...plain,
        endpoints: [{ id: "os", label: name, time: { from: "column", column: name, unit: "months" } }],
        columns: [{ name, label: name, unit: name }],
      };
      const read = boardOf(board);
      if (!read.ok) return expect(read.problem.message).toMatch(/\.$/);
      expect(readBoard(writeBoard(read.value))).toEqual(read);
      expect(read.value.endpoints[0]?.label).toBe(name);
      untouched();
    },
  );
});

describe("an address from an enemy", () => {
  it.each([
    '{"__proto__":{"polluted":1}}',
    '{"place":"data","focus":null,"panels":[],"ranges":[],"__proto__":{"polluted":1}}',
    '{"place":"<script>","focus":null,"panels":[],"ranges":[]}',
    `{"place":"board","focus":"${"x".repeat(200)}","panels":[],"ranges":[]}`,
    "[".repeat(10_000),
    "%",
    "%E0%A4%A",
    "javascript:attack()",
    "\u0000",
  ])("of %.60s says nothing that the page takes, and changes no prototype", (text) => {
    expect(readHash(`#${text}`)).toBeNull();
    expect(readHash(`#${encodeURIComponent(text)}`)).toBeNull();
    untouched();
  });

  it("is read where it is the page's own", () =>
    expect(readHash(`#${encodeURIComponent('{"place":"data","focus":null,"panels":[],"ranges":[]}')}`)).toMatchObject({
      place: "data",
    }));
});
