import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["lib/**/*.test.ts", "app/**/*.test.ts", ".build/**/*.test.ts"],
    benchmark: { include: ["lib/**/*.bench.ts"] },
  },
});
