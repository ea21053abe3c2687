import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const statements = /^\s*(?:import|export)\b[\w\s{},*$]*?(?:\bfrom\s*)?["']([^"'\n]+)["']/gm;
const calls =
  /\b(?:import|require|vi\.mock|vi\.importActual)\s*(?:<[^>()]*>)?\(\s*(?:\/\*[^*]*\*\/\s*)?(["'`])([^"'`\n]+)\1/g;

/** What a file's text imports, with types and from within calls. @param {string} text */
export const importsOf = (text) => [
  ...[...text.matchAll(statements)].map(([, name]) => name),
  ...[...text.matchAll(calls)].map(([, , name]) => name),
];

/**
 * The file of the project an import means, or undefined.
 * @param {string} root
 * @param {string} file
 * @param {string} name
 */
export function resolvedImport(root, file, name) {
  const path = join(dirname(file), name.replace(/\?.*$/, ""));
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find(
    (each) => /\.\w+$/.test(each) && existsSync(join(root, each)),
  );
}

/** The TypeScript files of app and lib, tests included. @param {string} root */
export const sourceFiles = (root) =>
  ["app", "lib"]
    .flatMap((top) => readdirSync(join(root, top), { recursive: true }).map((path) => `${top}/${path}`))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("lib/survival/kernel/assembly/"))
    .sort();
