import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildPage, out } from "./build.mjs";
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

const port = Number(process.env.PORT ?? 3000);
try {
  await serve({ folder: out, port });
  console.log(`Meierboard is ready at http://localhost:${port}`);
} catch (error) {
  const reason = /** @type {NodeJS.ErrnoException} */ (error).code;
  console.error(reason === "EADDRINUSE" ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : String(error));
  process.exit(1);
}
