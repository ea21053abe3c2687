import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

// More of the random user: npm run monkey -- --seeds 50 [--actions 300] [--from 1]
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    actions: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
  },
});
const stories = fileURLToPath(new URL("e2e.mjs", import.meta.url));
const { status } = spawnSync(process.execPath, [stories, "randomUser.spec.ts"], {
  stdio: "inherit",
  env: { ...process.env, MONKEY_SEEDS: values.seeds, MONKEY_FROM: values.from, MONKEY_ACTIONS: values.actions },
});
process.exit(status ?? 1);
