import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3210);

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  // One that passes at the second try is printed as flaky: what a busy machine shows, and is to be looked into.
  retries: process.env.CI ? 1 : 0,
  // Of a busy computer, too: a story waits for what it expects and not longer.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    // Stories that take files away from the page meet the host itself; those of e2e/offline.spec.ts allow it.
    serviceWorkers: "block",
    // Somebody who was here before; the first visit has stories of its own.
    storageState: {
      cookies: [],
      origins: [{ origin: `http://localhost:${port}`, localStorage: [{ name: "meierboard-was-here", value: "yes" }] }],
    },
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      args: ["--disable-gpu", "--disable-background-networking"],
    },
  },
  webServer: {
    command: "node .build/start.mjs",
    env: { PORT: String(port) },
    url: `http://localhost:${port}`,
    reuseExistingServer: !process.env.CI,
    timeout: 180_000,
  },
});
