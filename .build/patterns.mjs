import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import recheck from "recheck/lib/browser.js";
import ts from "typescript6";
import { sourceFiles } from "./imports.mjs";

const { SyntaxKind } = ts;

/**
 * What is not judged, by file and text, and why its time does no harm: patterns made of what only a run knows, and such as recheck calls harmful.
 * @type {Record<string, string>}
 */
const judgedByHand = {
  "lib/format/formatCount.ts: /\\B(?=(\\d{3})+$)/g": "asked of the digits of a number, of which there are 22 at most",
  "lib/table/numberStyle.ts: /^[-+\\u2212]?[\\d., ]*\\d\\.?\\s*((?!\\/\\d)[\\p{L}\\u00b0/\\u00d7*].*)$/u":
    "begins at the start, and each digit it goes back to is left where no letter follows",
  "lib/table/codeBook/choicesIn.ts: String.raw`(?<!\\p{L}[\\p{M} .'-]*)(\\p{L}[\\p{L}\\p{M} .'-]*?)(?<! )${sign}(-?\\d{1,4})(?=$|[\\s,;/|)\\]}])`":
    "begins at the first letter of a phrase only, and is asked of 4,000 characters at most",
  "lib/cohort/scores/pasted.ts: String.raw`^(.+?)\\s*(<=|>=|≤|≥|<|>|=)\\s*(${number}|[^\\s,;:]+)\\s*([^\\d\\s,;:=][^,;:\\t]*?)?[\\s,;:=]+(${number})(?:\\s.*)?$`":
    "asked of a pasted line of 1,000 characters at most",
  "lib/cohort/scores/pasted.ts: String.raw`^(.*?[^\\s,;:=])[\\s,;:=]+(${number})(?:[\\s,;].*)?$`":
    "asked of a pasted line of 1,000 characters at most",
  "lib/cohort/inOrder.ts: pattern": "made of patterns that are judged where they stand",
  "lib/cohort/layouts/genieBpc.ts: `^tt_(.+)_${suffix}$`": "a group of any characters between two fixed words",
  'lib/cohort/plausibility/words.ts: ` (${patterns.join("|")}) `':
    "words between blanks; their own ends take letters only",
  "lib/export/pptx/mendedFile.ts: /<a:p>.*?<\\/a:p>/gs":
    "asked of the slides that pptxgenjs wrote, in which every such tag is closed",
  "lib/export/pptx/mendedFile.ts: /<a:pPr\\b[^>]*?(?:\\/>|>.*?<\\/a:pPr>)/gs":
    "asked of the slides that pptxgenjs wrote, in which every such tag is closed",
  "lib/export/pptx/mendedFile.ts: /<p:sp>.*?<\\/p:sp>/gs":
    "asked of the slides that pptxgenjs wrote, in which every such tag is closed",
  "lib/export/pptx/mendedFile.ts: /(<p:sldIdLst>.*?<\\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\\/p:notesMasterIdLst>)/s":
    "asked of the slides that pptxgenjs wrote, in which every such tag is closed",
  'lib/export/firstRows.ts: /(?:"((?:[^"]|"")*)"|([^",\\r\\n]*))(,|\\r\\n)/g':
    "asked of a CSV text of our own, in which every quote is closed",
  "lib/export/rScript/alterationsScript.ts: `, ${name}$`": "a fixed text, asked of our own names of numbers",
  "lib/export/rScript/characteristicsScript.ts: `^${escaped(label)}$`":
    "a fixed text, asked of our own names of numbers",
  "lib/export/rScript/kaplanMeier/curves.ts: `^${quantity}$`": "a fixed text, asked of our own names of numbers",
  "lib/export/rScript/kaplanMeier/regrouped.ts: `^P, ${name}`": "a fixed text, asked of our own names of numbers",
  "lib/export/rScript/kaplanMeier/times.ts: `^${what} of restricted means up to `":
    "a fixed text, asked of our own names of numbers",
  "lib/export/rScript/response/counts.ts: `^${responseLabels[category].toLowerCase()}$`":
    "a fixed text, asked of our own names of numbers",
  'lib/export/rScript/response/duration.ts: `^median ${duration.endpoint.words.duration.replace(/[^\\p{L}\\d ]/gu, ".")}$`':
    "single characters, asked of our own names of numbers",
  "lib/export/rScript/response/rates.ts: `^${rateNames[id].toLowerCase()} rate$`":
    "a fixed text, asked of our own names of numbers",
  'lib/table/durations.ts: `^${units.map(({ names }) => String.raw`(?:${number}(?:${names})(?![\\p{L}])\\.?[\\s,]*)?`).join("")}$`':
    "four numbers with fixed words behind them, each once; judged as a whole by recheck when it was written",
};

/** @typedef {{ at: string, name: string, source: string, flags: string }} Pattern */

/**
 * The patterns written in app and lib, tests left out; and the places where one is made of what only a run knows.
 * @param {string} root
 */
export function patternsIn(root) {
  /** @type {{ patterns: Pattern[], unknown: string[] }} */
  const found = { patterns: [], unknown: [] };
  for (const file of sourceFiles(root).filter((name) => !/\.test\.|\/testing\.ts$/.test(name)))
    addPatterns(file, readFileSync(join(root, file), "utf8"), found);
  return found;
}

/** @param {string} file @param {string} text @param {{ patterns: Pattern[], unknown: string[] }} found */
export function addPatterns(file, text, { patterns, unknown }) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, file.endsWith("x") ? 4 : 3);
  /** @type {Map<string, ts.Expression>} */
  const constants = new Map();
  const walk = (/** @type {ts.Node} */ node, /** @type {(node: ts.Node) => void} */ visit) => {
    visit(node);
    ts.forEachChild(node, (child) => walk(child, visit));
  };
  const add = (/** @type {ts.Node} */ node, /** @type {string} */ pattern, /** @type {string} */ flags) => {
    const { line } = ts.getLineAndCharacterOfPosition(source, node.getStart(source));
    const written = (ts.isNewExpression(node) && node.arguments?.[0]) || node;
    patterns.push({ at: `${file}:${line + 1}`, name: `${file}: ${written.getText(source)}`, source: pattern, flags });
  };
  walk(source, (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
  });
  walk(source, (node) => {
    if (node.kind === SyntaxKind.RegularExpressionLiteral) {
      const literal = node.getText(source);
      const end = literal.lastIndexOf("/");
      add(node, literal.slice(1, end), literal.slice(end + 1));
    }
    if (!ts.isNewExpression(node) || node.expression.getText(source) !== "RegExp") return;
    const [pattern, flags] = (node.arguments ?? []).map((argument) => textOf(argument, constants));
    if (typeof pattern === "string") add(node, pattern, flags ?? "");
    else unknown.push(`${file}: ${node.arguments?.[0].getText(source)}`);
  });
}

/** The text an expression is known to be, or null. @param {ts.Node} node @param {Map<string, ts.Expression>} constants @returns {string | null} */
function textOf(node, constants) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) {
    const value = constants.get(node.text);
    return value ? textOf(value, constants) : null;
  }
  if (ts.isTaggedTemplateExpression(node)) return templateOf(node.template, true, constants);
  return ts.isTemplateExpression(node) ? templateOf(node, false, constants) : null;
}

/** @param {ts.TemplateLiteral} template @param {boolean} raw @param {Map<string, ts.Expression>} constants */
function templateOf(template, raw, constants) {
  const written = (/** @type {ts.TemplateLiteralLikeNode} */ part) => (raw ? (part.rawText ?? part.text) : part.text);
  if (ts.isNoSubstitutionTemplateLiteral(template)) return written(template);
  const parts = template.templateSpans.map(({ expression, literal }) => {
    const text = textOf(expression, constants);
    return text === null ? null : text + written(literal);
  });
  return parts.includes(null) ? null : written(template.head) + parts.join("");
}

const remembered = fileURLToPath(new URL("patterns.txt", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../node_modules/recheck/package.json", import.meta.url), "utf8"));
/** @param {Pattern} pattern */
const keyOf = ({ source, flags }) =>
  createHash("sha256").update(`${version}/${source}/${flags}`).digest("hex").slice(0, 16);

const oneCharacter = /\(\?(<?)([!=])(\^\|)?(\[(?:\\.|[^\]\\])*\]|\\[pP]\{\w+\}|\\[a-zA-Z]|[^\\()[\]])\)/g;

/**
 * The pattern with the one character that a lookaround asks for matched like any other: the automaton of recheck knows no lookarounds, and its
 * other way, trying texts, calls some harmful that are not. What is looked at is scanned the same either way.
 * @param {string} source
 */
const lookingAtNothing = (source) =>
  source.replace(oneCharacter, (_, behind, sign, orStart, character) => {
    if (sign === "=") return orStart ? `(?:^|${character})` : character;
    const others = character.startsWith("[^")
      ? `[${character.slice(2)}`
      : `[^${character.startsWith("[") ? character.slice(1) : `${character}]`}`;
    return behind ? `(?:^|${others})` : `(?:${others}|$)`;
  });

/**
 * Why a pattern's time may grow faster than its text, or null. Counts steps and never time, so that the answer is the same anywhere.
 * @param {{ source: string, flags: string }} pattern
 */
export function superlinear({ source, flags }) {
  const options = { timeout: null, randomSeed: 1 };
  const plain = lookingAtNothing(source);
  if (plain !== source) {
    const { status, checker } = recheck.checkSync(plain, flags, options);
    if (status === "safe" && checker === "automaton") return null;
  }
  const judged = recheck.checkSync(source, flags, options);
  if (judged.status === "safe") return null;
  return judged.status === "unknown"
    ? `cannot be judged (${judged.error.kind})`
    : `${judged.complexity.summary}: ${judged.attack.pattern}`;
}

/**
 * Every pattern whose time grows faster than its text, as a sentence. Those that patterns.txt names were judged before.
 * @param {string} root
 * @param {ReadonlySet<string>} known
 */
function slowPatterns(root, known) {
  const { patterns, unknown } = patternsIn(root);
  /** @type {Map<string, Pattern>} */
  const different = new Map(patterns.map((pattern) => [keyOf(pattern), pattern]));
  const sentences = unknown
    .filter((place) => !(place in judgedByHand))
    .map((place) => `${place} is made while the program runs: .build/patterns.mjs must say why it is harmless.`);
  const safe = [];
  let judged = 0;
  for (const [key, pattern] of different) {
    if (pattern.name in judgedByHand) continue;
    if (!known.has(key)) judged++;
    const why = known.has(key) ? null : superlinear(pattern);
    if (why === null) safe.push(key);
    else sentences.push(`${pattern.at} /${pattern.source}/${pattern.flags}: ${why}`);
  }
  const present = new Set([...patterns.map(({ name }) => name), ...unknown]);
  for (const name of Object.keys(judgedByHand))
    if (!present.has(name)) sentences.push(`${name} is nowhere: take its line out of .build/patterns.mjs.`);
  return { sentences, safe: safe.sort(), judged };
}

/**
 * Without an option, judges what patterns.txt does not name; --write names it there; --all judges everything anew.
 */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const all = process.argv.includes("--all") || !existsSync(remembered);
  const known = new Set(all ? [] : readFileSync(remembered, "utf8").split("\n"));
  const { sentences, safe, judged } = slowPatterns(root, known);
  if (process.argv.includes("--write")) writeFileSync(remembered, `${safe.join("\n")}\n`);
  else if (!all && judged > 20)
    console.warn(`${judged} patterns are new: node .build/patterns.mjs --write remembers them.`);
  for (const sentence of sentences) console.error(sentence);
  process.exit(sentences.length > 0 ? 1 : 0);
}
