import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildLibrary } from "./library.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = join(root, "lib/survival/examples");
const names = readdirSync(examples).map((file) => file.replace(".ts", ""));
const readme = readFileSync(join(root, "lib/survival/README.md"), "utf8");
const blocks = [...readme.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, text]) => text);
const modules = Object.fromEntries([
  ...names.map((name) => [name, readFileSync(join(examples, `${name}.ts`), "utf8")]),
  ...blocks.map((text, block) => [`readme${block}`, text]),
]);

let folder: string;
let printed: Record<string, string[]>;

/** The package as somebody gets it: packed into a file, and installed from it without a network. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "library-"));
  await buildLibrary(join(folder, "built"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  run("npm", "pack", "./built");
  const [file] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${file}`);
  run("tar", "xzf", file);
  printed = printedBy(modules);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

/** What each module prints, all in one process. */
function printedBy(modules: Record<string, string>): Record<string, string[]> {
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, `${name}.mjs`), text);
  const runs = Object.keys(modules).map((name) => `console.log("\\f${name}"); await import("./${name}.mjs");`);
  writeFileSync(join(folder, "runs.mjs"), runs.join("\n"));
  const parts = run(process.execPath, "runs.mjs").split("\f").slice(1);
  return Object.fromEntries(parts.map((part) => part.trimEnd().split("\n")).map(([name, ...lines]) => [name, lines]));
}

/** What the comments of a module say it prints. */
const said = (text: string) => [...text.matchAll(/^ *\/\/ → (.*)$/gm)].map(([, line]) => line);

describe("the library as a package", () => {
  it("has an example of everything it exports, and of nothing else", async () => {
    const exported = await import("../lib/survival/index");
    expect(names.sort()).toEqual(Object.keys(exported).sort());
  });

  it.each(names)("prints what the example of %s says", (name) => {
    expect(said(modules[name]).length).toBeGreaterThan(0);
    expect(printed[name]).toEqual(said(modules[name]));
  });

  it.each([...blocks.keys()])("prints what block %i of its README says", (block) => {
    expect(printed[`readme${block}`]).toEqual(said(modules[`readme${block}`]));
  });

  it("names the file of this version in its README", () => {
    const files = [...new Set(readme.match(/meierboard-survival-\S+?\.tgz/g))];
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(files));
    expect(files).toHaveLength(1);
  });

  it("has types that Node's own resolution finds", () => {
    const use = `import { kaplanMeier, type Curve } from "@meierboard/survival";
      export const curves: Curve[] = kaplanMeier({ time: new Float64Array(1), cause: new Uint8Array(1) });
      // @ts-expect-error: a curve has no such column
      export const none = curves[0].hazardRatio;`;
    writeFileSync(join(folder, "use.ts"), use);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    run(
      process.execPath,
      tsc,
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--types",
      "",
      "use.ts",
    );
  });

  it("imports nothing", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "built/package.json"), "utf8"));
    expect(Object.keys(manifest)).not.toContain("dependencies");
    expect(readFileSync(join(folder, "built/index.js"), "utf8")).not.toMatch(/^import |\bimport\(|\brequire\(/m);
  });
});
