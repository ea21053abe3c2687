import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildPage, out } from "./build.mjs";
import { bundled, engines } from "./runBundled.mjs";
import { serve } from "./serve.mjs";

/** @param {string} path @returns {number} */
function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const page = join(out, "index.html");
const sources = ["app", "lib", "public", ".build", "next.config.js", "package-lock.json"];
if (!existsSync(page) || sources.some((path) => newest(path) > statSync(page).mtimeMs)) await buildPage();

const { values } = parseArgs({ options: { warehouse: { type: "string" } } });
const live = values.warehouse === undefined ? null : await gatewayAt(values.warehouse);

const port = Number(process.env.PORT ?? 3000);
try {
  const server = await serve({ folder: out, port, live });
  const address = server.address();
  const own = typeof address === "object" ? address?.port : port;
  console.log(
    live
      ? `Meierboard is ready at http://127.0.0.1:${own}/?warehouse=${live.token}`
      : `Meierboard is ready at http://localhost:${own}`,
  );
} catch (error) {
  const reason = /** @type {NodeJS.ErrnoException} */ (error).code;
  console.error(reason === "EADDRINUSE" ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : String(error));
  process.exit(1);
}

/**
 * The gateway of a warehouse file; ends with one sentence where there can be none.
 * @param {string} path
 */
async function gatewayAt(path) {
  const bundle = await bundled("lib/counts/gateway.ts", { name: "gateway", external: engines });
  const { gateway } = await import(pathToFileURL(bundle).href);
  const made = await gateway(resolve(process.env.INIT_CWD ?? process.cwd(), path));
  if (made.ok) return made.value;
  console.error(`${made.problem.message} ${made.problem.hint}`);
  process.exit(2);
}
