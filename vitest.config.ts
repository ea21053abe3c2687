import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 30_000,
    setupFiles: [".build/propertySeed.mjs"],
    include: ["lib/**/*.test.ts", "app/**/*.test.ts", ".build/**/*.test.ts"],
    benchmark: { include: ["lib/**/*.bench.ts"] },
  },
});
