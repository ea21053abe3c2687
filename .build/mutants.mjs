import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { transform } from "esbuild";
import { equivalentFaults } from "./equivalentFaults.mjs";
import { faultsOf, withFault } from "./faults.mjs";
import { importsOf, resolvedImport, sourceFiles } from "./imports.mjs";

const usage = `npm run mutants -- FOLDER… [--count 100] [--seed 1] [--jobs 2]
Runs the tests that reach the folders; where they pass, plants small faults, one at a time, and runs them again.
Prints those that no test sees.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "2" },
  },
});
if (positionals.length === 0) {
  console.error(usage);
  process.exit(2);
}

const root = fileURLToPath(new URL("..", import.meta.url));
const files = sourceFiles(root);
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const isTest = /\.test\.tsx?$/;
const neverRun = /\.(?:test|bench)\.tsx?$|\/testing\.ts$|\/reference\/|\/secondCorpus\/|\/speed\/|\/rates\//;
/** Tests that build the page's code anew would not see the fault; those of damaged files take long and come last. */
const blind = ["lib/commandLine.test.ts"];

/** @type {Map<string, string[]>} */
const importers = new Map();
for (const [file, text] of texts)
  for (const name of importsOf(text)) {
    const target = name.startsWith(".") ? resolvedImport(root, file, name) : undefined;
    if (target) importers.set(target, [...(importers.get(target) ?? []), file]);
  }

/** The tests that reach a file, nearest first. @param {string} file */
function testsOf(file) {
  const reached = new Set([file]);
  for (const each of reached) for (const importer of importers.get(each) ?? []) reached.add(importer);
  return [...reached].filter((each) => isTest.test(each) && !blind.includes(each));
}

/** Numbers in [0, 1) that a seed repeats (mulberry32). @param {number} seed */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {string} text */
const withoutTypes = async (text) => (await transform(text, { loader: "tsx" })).code;

/** Faults of types alone, and texts that are no program, are none. @param {string} before @param {string} after */
async function changesWhatRuns(before, after) {
  try {
    return (await withoutTypes(after)) !== (await withoutTypes(before));
  } catch {
    return false;
  }
}

/**
 * Whether every one of the tests passes with the file read as the text.
 * @param {string} file
 * @param {string} text
 * @param {string[]} tests
 * @param {number} seconds that it may take
 */
function pass(file, text, tests, seconds) {
  return new Promise((done) => {
    const args = ["run", "--config", ".build/mutants.config.mjs", "--bail", "1", "--reporter", "dot", ...tests];
    const child = spawn(join(root, "node_modules/.bin/vitest"), args, {
      cwd: root,
      env: { ...process.env, MUTANT: JSON.stringify({ file: join(root, file), text }) },
      stdio: "ignore",
      detached: true,
    });
    const endless = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), seconds * 1000);
    child.on("exit", (code) => {
      clearTimeout(endless);
      done(code === 0);
    });
  });
}

/**
 * The tests that reach a file by how near they stand: those of its folder, of each folder around it, then all others.
 * @param {string} file
 */
function stepsOf(file) {
  const folders = file.split("/").slice(0, -1);
  const around = folders.map((_, index) => `${folders.slice(0, folders.length - index).join("/")}/`);
  const tests = testsOf(file);
  const nearest = (/** @type {string} */ test) => around.findIndex((folder) => test.startsWith(folder));
  return [...around.keys(), -1].map((step) => tests.filter((test) => nearest(test) === step));
}

/**
 * Whether no test sees the fault, asked of the nearest first: most faults are seen within seconds.
 * @param {string} file
 * @param {string} text
 */
async function survives(file, text) {
  for (const tests of stepsOf(file)) if (tests.length > 0 && !(await pass(file, text, tests, enough))) return false;
  return true;
}

/**
 * The lines that a fault changes.
 * @param {string} before
 * @param {import("./faults.mjs").Fault} fault
 */
function linesOf(before, fault) {
  const line = before.slice(0, fault.start).split("\n").length;
  const was = before.split("\n").slice(line - 1, before.slice(0, fault.end).split("\n").length);
  const after = withFault(before, fault).split("\n");
  const is = after.slice(line - 1, line - 1 + was.length - (before.split("\n").length - after.length));
  return { line, was, is };
}

/**
 * Why the fault changes no answer, where that is known.
 * @param {string} file
 * @param {ReturnType<typeof linesOf>} lines
 */
const whyEquivalent = (file, { was, is }) =>
  equivalentFaults.find(
    (each) => each.file === file && each.was === was.join("\n").trim() && each.is === is.join("\n").trim(),
  )?.because;

const random = seeded(Number(values.seed));
const candidates = files
  .filter((file) => positionals.some((folder) => file.startsWith(folder)) && !neverRun.test(file))
  .flatMap((file) => faultsOf(texts.get(file) ?? "").map((fault) => ({ file, fault, place: random() })))
  .sort((a, b) => a.place - b.place);

const reaching = [...new Set(candidates.flatMap(({ file }) => testsOf(file)))];
const [unfaulted] = candidates;
const start = performance.now();
if (unfaulted && !(await pass(unfaulted.file, texts.get(unfaulted.file) ?? "", reaching, 1200))) {
  console.error("Some tests fail without any fault: mend those first, else every fault would seem to be seen.");
  process.exit(2);
}

/** Only what runs for much longer than all tests do without a fault has lost its way. */
const enough = 60 + (3 * (performance.now() - start)) / 1000;

let planted = 0;
let survived = 0;
async function work() {
  while (planted < Number(values.count) && candidates.length > 0) {
    const { file, fault } = /** @type {NonNullable<typeof candidates[number]>} */ (candidates.shift());
    const before = texts.get(file) ?? "";
    const after = withFault(before, fault);
    if (!(await changesWhatRuns(before, after)) || planted >= Number(values.count)) continue;
    planted++;
    if (!(await survives(file, after))) continue;
    const lines = linesOf(before, fault);
    const because = whyEquivalent(file, lines);
    if (because === undefined) survived++;
    const marked = [...lines.was.map((each) => `- ${each}`), ...lines.is.map((each) => `+ ${each}`)];
    console.log([`${file}:${lines.line}`, ...marked, ...(because ? [`No fault: ${because}.`] : []), ""].join("\n"));
  }
}
await Promise.all(Array.from({ length: Number(values.jobs) }, work));
console.log(`${planted} faults planted, ${survived} seen by no test.`);
process.exit(survived > 0 ? 1 : 0);
