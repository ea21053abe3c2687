import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { refuseHeavyFirstLoad } from "./firstLoad.mjs";
import { thirdPartyNotices } from "./notices.mjs";
import { writeServiceWorker } from "./offline.mjs";
import { policy } from "./policy.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const out = join(root, "out");
/** What Next calls every build (next.config.js). */
const buildId = "meierboard";

/** Builds the static page into out/, or leaves nothing there that could be served. */
export async function buildPage() {
  rmSync(out, { recursive: true, force: true });
  try {
    await build();
  } catch (error) {
    rmSync(out, { recursive: true, force: true });
    throw error;
  }
}

/** Next's page under the content security policy, with the licenses of all that is in it. */
async function build() {
  const next = join(root, "node_modules/next/dist/bin/next");
  const { status } = spawnSync(process.execPath, [next, "build"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("next build failed");
  // One page and its files: what Next adds for routes is never asked for.
  for (const name of readdirSync(out))
    if (/^(404|_not-found|__next\..*|.*\.txt)/.test(name)) rmSync(join(out, name), { recursive: true });
  for (const of of ["_next", "_next/static"]) rmSync(join(out, of, buildId), { recursive: true, force: true });
  secure("index.html");
  copyFileSync(join(root, "LICENSE"), join(out, "LICENSE"));
  writeFileSync(join(out, "THIRD-PARTY-NOTICES.txt"), await thirdPartyNotices());
  refuseHeavyFirstLoad(out);
  writeServiceWorker(out);
}

/**
 * Next writes inline scripts; moved into files of their own, one plain policy fits every host, file:// too.
 * @param {string} page
 */
function secure(page) {
  const path = join(out, page);
  const html = readFileSync(path, "utf8").replace(
    /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g,
    (_, attributes, code) => {
      const name = `_next/static/inline-${createHash("sha256").update(code).digest("hex").slice(0, 16)}.js`;
      writeFileSync(join(out, name), code);
      return `<script src="./${name}"${attributes}></script>`;
    },
  );
  if (/\sstyle="/.test(html)) throw new Error(`${page} has a style attribute, which the policy forbids`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}"/>`;
  writeFileSync(path, html.replace("<head>", `<head>${meta}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();
