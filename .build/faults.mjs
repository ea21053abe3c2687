/**
 * A small fault: what stands from `start` to `end` becomes `put`.
 * @typedef {{ start: number, end: number, put: string }} Fault
 */

const opaque =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<=[(,=:[!&|?{};]\s*|return\s)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/g;
const template =
  /`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|(?=\$\{))|(?<=\$\{[^{}`]*)\}(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|(?=\$\{))/g;
/** @param {string} text */
const blank = (text) => text.replace(/[^\n]/g, " ");

/** The code alone, at the places it has: comments, texts and patterns are blanks. @param {string} text */
const codeOf = (text) => text.replace(opaque, blank).replace(template, blank);

/** @type {Record<string, string[]>} */
const operators = {
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+=": ["-="],
  "-=": ["+="],
  "|=": ["&="],
};

/** @type {[RegExp, (found: string) => string[]][]} */
const replacements = [
  [/(?<=\s)(?:[=!]==|[<>]=?|[-+*/]=?|&&|\|\||\?\?|\|=)(?=\s)/g, (found) => operators[found] ?? []],
  [/(?<![\w)\]!])!(?=[\w(])/g, () => [""]],
  // −1 stands for none, as −2 would.
  [/(?<=(?:[=(,?:[] ?|return )-)1(?![\w.])/g, () => ["0"]],
  [
    /(?<![\w.]|(?:[=(,?:[] ?|return )-(?=1(?![\w.])))\d+(?:\.\d+)?(?![\w.])/g,
    (found) => (found === "1" ? ["0", "2"] : [String(Number(found) + 1)]),
  ],
  [/\b(?:true|false)\b/g, (found) => [found === "true" ? "false" : "true"]],
  [/\bMath\.(?:max|min)\b/g, (found) => [found === "Math.max" ? "Math.min" : "Math.max"]],
  [/\.(?:some|every)\(/g, (found) => [found === ".some(" ? ".every(" : ".some("]],
  [/\.(?:trim|toLowerCase|reverse)\(\)/g, () => [""]],
  [/^\s+(?:continue|break|return);/gm, () => [""]],
  [/(?<=^\s+)[\w.]+\(.*\);$/gm, () => [";"]],
];

/** Where the bracket opened at `open` closes. @param {string} code @param {number} open */
function closing(code, open) {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === "(") depth++;
    if (code[at] === ")" && --depth === 0) return at;
  }
  return -1;
}

/** What a call or a condition becomes, from its opening bracket on. @type {[RegExp, (inside: string) => string][]} */
const bracketed = [
  [/\b(?:if|while) (?=\()/g, (inside) => `(!(${inside}))`],
  [/\.(?:filter|sort|slice|toSorted)(?=\()/g, () => ""],
];

/**
 * Every small fault of a file: another operator, boundary or constant, a call removed, a condition turned round.
 * @param {string} text
 * @returns {Fault[]}
 */
export function faultsOf(text) {
  const code = codeOf(text);
  const replaced = replacements.flatMap(([pattern, put]) =>
    [...code.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      put(found).map((each) => ({ start: index, end: index + found.length, put: each })),
    ),
  );
  const turned = bracketed.flatMap(([pattern, put]) =>
    [...code.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const open = index + found.length;
      const close = closing(code, open);
      const inside = text.slice(open + 1, close);
      const keeps = put(inside) === "" ? "" : found;
      return close < 0 ? [] : [{ start: index, end: close + 1, put: keeps + put(inside) }];
    }),
  );
  return [...replaced, ...turned].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** @param {string} text @param {Fault} fault */
export const withFault = (text, { start, end, put }) => text.slice(0, start) + put + text.slice(end);
