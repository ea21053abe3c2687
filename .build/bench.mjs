import { runBundled } from "./runBundled.mjs";

await runBundled("lib/survival/speed/speed.ts", { name: "speed" });
