import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * What the page may take before it can be used, in kilobytes of gzip. It was 667 kB; sentences for what fails, coming
 * back to an own file and reasons in words made it about 710, methods told number by number, cautions told by tests and
 * the counts beside every model about 742; studies of several files, panels of response, tables of patients and gene
 * aberrations, which the example shows, about 840. Without the languages of Zod's messages, which the worker and the
 * page carried unread (`import * as z` lets go of them, `import { z }` does not), it is 791. What
 * files are asked about, and what their words mean in more languages, belongs to every file that is opened: the limit
 * leaves room for it. Code books, where a table ends, tables that are turned or put together and columns of a fixed width
 * are looked for in every file too, in the worker, which grew by 7 kB. Changes without words of response, and what is
 * above 0, are asked of every such file, in page and worker: 3 kB. Corrections of cells, marks of footnotes and what a
 * column of deaths tells of belong to every file, too: 4 kB. Numbers of every small figure and second endpoint, warnings
 * in captions and one guard for all panels of a file: 3 kB. As a part of its own the dialog of exports would share so much
 * with the page that the first load grows by 40 kB; what writes scripts for R and others, and the table of one number a
 * line, are parts of their own, which took 26 kB away; so are those that write PDF, slides, Word and the report.
 * How well a score predicts is computed with its study and told in Methods: 5 kB. It was 894 kB when `sideEffects` in package.json told the
 * bundler that a module of which nothing is used can be left out (all but style sheets): 817.
 */
const limit = 840;

/**
 * The size of the page and of all that it names, in kilobytes of gzip.
 * @param {string} folder
 */
export function firstLoad(folder) {
  const page = readFileSync(join(folder, "index.html"));
  const named = [...page.toString().matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path);
  const files = [page, ...[...new Set(named)].map((path) => readFileSync(join(folder, path)))];
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000;
}

/** @param {string} folder @param {number} [most] */
export function refuseHeavyFirstLoad(folder, most = limit) {
  const size = firstLoad(folder);
  if (size <= most) return;
  throw new Error(
    `The page is ${Math.ceil(size)} kB gzipped before it can be used; the limit is ${most} kB (.build/firstLoad.mjs). Load what is new only when it is asked for, or raise the limit and say why.`,
  );
}
