import { spawnSync } from "node:child_process";

/**
 * The commit the sources in a folder are of, as exports name it: "7881d8f", "7881d8f, changed" where files differ from
 * it, and nothing where the folder is no repository of its own.
 * @param {string} folder
 */
export function commitOf(folder) {
  const above = git(folder, "rev-parse", "--show-prefix");
  const head = git(folder, "rev-parse", "--short=7", "HEAD");
  if (above !== "" || !head) return "";
  return git(folder, "status", "--porcelain", "--untracked-files=no") === "" ? head : `${head}, changed`;
}

/** @param {string} folder @param {string[]} args */
function git(folder, ...args) {
  const { status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}
