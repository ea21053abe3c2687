import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { transform } from "esbuild";
import { equivalentFaults } from "./equivalentFaults.mjs";
import { faultsOf, withFault } from "./faults.mjs";
import { importsOf, resolvedImport, sourceFiles } from "./imports.mjs";

const usage = `npm run mutants -- FOLDER… [--count 100] [--seed 1] [--jobs 2] [--quick]
Plants small faults in the folders (or files, or FILE:LINE), one at a time, and runs the tests that reach them, the nearest first.
Prints those that no test sees. --quick leaves out the few tests that take most of the time: what it lists, they may see.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "2" },
    quick: { type: "boolean", default: false },
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
/** Tests that build the page's code anew would not see the fault. */
const blind = ["lib/commandLine.test.ts", "lib/counts/command.test.ts", "lib/counts/servers.test.ts"];
/** Tests of many boards, damaged files and whole scripts: asked last. */
const slow =
  /\.fuzz\.test|\/fuzz\.test|\/rates\/|\/(?:panelMethods|longTexts|presentations|hostile|everyNumber|reference|corpus|legacyWorkbook|promises|rScript|responseScript|describeFile)\.test/;

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

const reports = mkdtempSync(join(tmpdir(), "mutants-"));
process.on("exit", () => rmSync(reports, { recursive: true }));
let runs = 0;

/**
 * The tests that fail with the file read as the text: none, the files of the first, or null where the run came to no end.
 * @param {string} file
 * @param {string} text
 * @param {string[]} tests
 * @returns {Promise<string[] | null>}
 */
function failing(file, text, tests) {
  const report = join(reports, `${runs++}.json`);
  return new Promise((done) => {
    const options = [
      "--config",
      ".build/mutants.config.mjs",
      "--bail",
      "1",
      "--reporter",
      "json",
      "--outputFile",
      report,
    ];
    const child = spawn(join(root, "node_modules/.bin/vitest"), ["run", ...options, ...tests], {
      cwd: root,
      env: { ...process.env, MUTANT: JSON.stringify({ file: join(root, file), text }) },
      stdio: "ignore",
      detached: true,
    });
    const endless = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), 20 * 60 * 1000);
    child.on("exit", (code) => {
      clearTimeout(endless);
      if (code === 0) return done([]);
      try {
        /** @type {{ testResults: { name: string, status: string }[] }} */
        const { testResults } = JSON.parse(readFileSync(report, "utf8"));
        const failed = testResults.filter(({ status }) => status === "failed").map(({ name }) => relative(root, name));
        done(failed.length > 0 ? failed : null);
      } catch {
        done(null);
      }
    });
  });
}

/** @type {Map<string, Promise<string[] | null>>} */
const withoutFault = new Map();
/** Whether a test that saw a fault passes where there is none. @param {string} test @param {string} file */
async function trusted(test, file) {
  const known = withoutFault.get(test) ?? failing(file, texts.get(file) ?? "", [test]);
  withoutFault.set(test, known);
  if ((await known)?.length === 0) return;
  console.error(`${test} fails without any fault: mend it first, else every fault would seem to be seen.`);
  process.exit(2);
}

/**
 * The tests that reach a file by how near they stand: those of its folder, of each folder around it, all others, and what takes long.
 * @param {string} file
 */
function stepsOf(file) {
  const folders = file.split("/").slice(0, -1);
  const around = folders.map((_, index) => `${folders.slice(0, folders.length - index).join("/")}/`);
  const tests = testsOf(file);
  const quick = tests.filter((test) => !slow.test(test));
  const nearest = (/** @type {string} */ test) => around.findIndex((folder) => test.startsWith(folder));
  const steps = [...around.keys(), -1].map((step) => quick.filter((test) => nearest(test) === step));
  return values.quick ? steps : [...steps, tests.filter((test) => slow.test(test))];
}

/**
 * Whether no test sees the fault, asked of the nearest first: most faults are seen within seconds.
 * @param {string} file
 * @param {string} text
 */
async function survives(file, text) {
  for (const tests of stepsOf(file)) {
    const failed = tests.length > 0 ? await failing(file, text, tests) : [];
    for (const test of failed ?? []) await trusted(test, file);
    if (failed?.length !== 0) return false;
  }
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

/** @param {string} file @param {import("./faults.mjs").Fault} fault */
const isAsked = (file, { start }) =>
  positionals.some((asked) =>
    /:\d+$/.test(asked)
      ? asked === `${file}:${(texts.get(file) ?? "").slice(0, start).split("\n").length}`
      : file.startsWith(asked),
  );

/**
 * Where a seed puts a fault among the others; it stays there when other lines change.
 * @param {string} file
 * @param {import("./faults.mjs").Fault} fault
 */
function place(file, fault) {
  const { was, is } = linesOf(texts.get(file) ?? "", fault);
  return createHash("sha256")
    .update(JSON.stringify([values.seed, file, was, is]))
    .digest("hex");
}

const candidates = files
  .filter((file) => positionals.some((asked) => file.startsWith(asked.replace(/:\d+$/, ""))) && !neverRun.test(file))
  .flatMap((file) => faultsOf(texts.get(file) ?? "").map((fault) => ({ file, fault })))
  .filter(({ file, fault }) => isAsked(file, fault))
  .map(({ file, fault }) => ({ file, fault, place: place(file, fault) }))
  .sort((a, b) => (a.place < b.place ? -1 : 1));

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
