import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { serve } from "../.build/serve.mjs";
import { showData } from "./choose";

const workbook = fileURLToPath(new URL("../lib/table/corpus/s37_workbook_title_merged_hidden.xlsx", import.meta.url));

/**
 * The example stands, and a workbook opens: the worker, the lazy chunk of the heavy reader and its worker all work
 * here.
 */
async function expectWhole(page: Page) {
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await page.getByTestId("file").setInputFiles(workbook);
  await showData(page);
  await expect(page.getByText(/^Workbook/)).toBeVisible({ timeout: 20_000 });
}

test("the page works under a sub-path of any host", async ({ page }) => {
  const server = await serve({ folder: "out", port: 0, base: "/tools/meierboard/" });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await page.goto(`http://localhost:${address.port}/tools/meierboard/`);
  await expectWhole(page);
  server.close();
});

test("the page works from a file, without any server", async ({ page }) => {
  await page.goto(pathToFileURL("out/index.html").href);
  await expectWhole(page);
});

test("the development server runs the same page and workers", async ({ page }) => {
  test.setTimeout(240_000);
  const next = fileURLToPath(new URL("../node_modules/next/dist/bin/next", import.meta.url));
  const port = Number(process.env.E2E_PORT ?? 3210) + 1000;
  const server = spawn(process.execPath, [next, "dev", "--port", String(port)], { stdio: "ignore" });
  try {
    await expect(() => page.goto(`http://localhost:${port}/`, { timeout: 90_000 })).toPass({ timeout: 200_000 });
    await expectWhole(page);
  } finally {
    server.kill();
    await once(server, "exit");
  }
});
