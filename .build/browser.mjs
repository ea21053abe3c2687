import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const cache = join(modules, ".cache");
const system = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/**
 * A Chromium for the tests: the one named in PLAYWRIGHT_CHROMIUM, the one of a package (pinned, so that a run says the
 * same everywhere), Playwright's own, one of the system, or one installed by apt. Returns the environment the browser
 * needs.
 * @returns {Promise<Record<string, string>>}
 */
export async function findBrowser() {
  const { PLAYWRIGHT_CHROMIUM } = process.env;
  if (PLAYWRIGHT_CHROMIUM) return { PLAYWRIGHT_CHROMIUM };
  const packaged = await packagedBrowser();
  if (packaged) return packaged;
  const path = playwrightsOwn() ?? systemBrowser() ?? installedBrowser();
  if (path) return { PLAYWRIGHT_CHROMIUM: path };
  throw new Error(
    "No Chromium was found. Install one (on Debian: apt-get install chromium) or set PLAYWRIGHT_CHROMIUM to its path.",
  );
}

function playwrightsOwn() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function systemBrowser() {
  const folders = (process.env.PATH ?? "").split(":");
  for (const name of system)
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  return null;
}

/** Unpacks the package's browser once; it brings the libraries a bare machine lacks. Only for Linux on x64. */
async function packagedBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const { version } = JSON.parse(readFileSync(join(modules, "@sparticuz/chromium/package.json"), "utf8"));
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(join(home, "chromium"))) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, "unpack-"));
    const code = "const { default: c } = await import('@sparticuz/chromium'); await c.executablePath();";
    const unpack = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    if (unpack.status !== 0 || !readdirSync(fresh).includes("chromium")) return null;
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
  }
  // Without any font Chromium aborts at the first field.
  const fonts = join(home, "fonts.conf");
  const folder = fileURLToPath(new URL("../app/fonts", import.meta.url));
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><dir>${home}/fonts</dir><cachedir>${home}/fontcache</cachedir></fontconfig>\n`,
  );
  const env = {
    PLAYWRIGHT_CHROMIUM: join(home, "chromium"),
    LD_LIBRARY_PATH: join(home, "al2023/lib"),
    FONTCONFIG_FILE: fonts,
  };
  const works = spawnSync(env.PLAYWRIGHT_CHROMIUM, ["--version", "--no-sandbox"], { env: { ...process.env, ...env } });
  return works.status === 0 ? env : null;
}

function installedBrowser() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  const { status } = spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "inherit" });
  return status === 0 ? systemBrowser() : null;
}
