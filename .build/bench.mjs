import { engines, runBundled } from "./runBundled.mjs";

await (process.argv.includes("--warehouse")
  ? runBundled("lib/counts/speed.ts", { name: "warehouseSpeed", external: engines })
  : runBundled("lib/survival/speed/speed.ts", { name: "speed" }));
