import { runBundled } from "./runBundled.mjs";

await runBundled("lib/panels/kaplanMeier/warnings/rates/rates.ts", { name: "cautions" });
