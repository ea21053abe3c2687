import { spawnSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = join(root, "node_modules/.cache");

/** Engines of warehouses: programs of their own, which stay where npm has put them. */
export const engines = ["@clickhouse/client", "@duckdb/node-api", "pg"];

/**
 * Bundles a module of the library for Node, and gives the path of the bundle.
 * @param {string} entry
 * @param {{ name: string, external?: string[] }} options
 */
export async function bundled(entry, { name, external = [] }) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    write: false,
    bundle: true,
    external,
    platform: "node",
    format: "esm",
    target: "node20",
    loader: { ".csv": "text" },
    logLevel: "error",
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  const bundle = join(cache, `${name}.mjs`);
  // Renamed into place, because several may run at once: each reads one whole bundle.
  const fresh = join(cache, `${name}-${process.pid}.mjs`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(fresh, outputFiles[0].contents);
  renameSync(fresh, bundle);
  return bundle;
}

/**
 * Bundles a module and runs it with the arguments of this process; ends with its status.
 * @param {string} entry
 * @param {import("node:child_process").SpawnSyncOptions & { name: string, external?: string[] }} options
 */
export async function runBundled(entry, { name, external, ...options }) {
  const bundle = await bundled(entry, { name, external });
  const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: "inherit", ...options });
  process.exit(status ?? 2);
}
