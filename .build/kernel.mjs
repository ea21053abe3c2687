import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

const folder = new URL("../lib/survival/kernel/", import.meta.url);
const target = new URL("kernelBytes.ts", folder);

/** The module that holds the compiled kernel, as text. */
export async function compileKernel() {
  /** @type {string | Uint8Array} */
  let bytes = "";
  const { error, stderr } = await main(
    ["assembly/kernel.ts", "--outFile", "kernel.wasm", "-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"],
    {
      readFile: (name, base) =>
        name.startsWith("assembly/") ? readFileSync(new URL(name, folder), "utf8") : readText(name, base),
      writeFile: (_name, contents) => {
        bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  const text = Buffer.from(bytes).toString("base64");
  return `/** What \`assembly/kernel.ts\` compiles to; made by \`npm run kernel\`. */\nexport const kernelBytes =\n  "${text}";\n`;
}

/** @param {string} name @param {string} base */
function readText(name, base) {
  try {
    return readFileSync(`${base}/${name}`, "utf8");
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, await compileKernel());
