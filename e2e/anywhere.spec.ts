import type { Server } from "node:http";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { serve } from "../.build/serve.mjs";

test("the page works under a sub-path of any host", async ({ page }) => {
  const server: Server = await serve({ folder: "out", port: 0, base: "/tools/meierboard/" });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await page.goto(`http://localhost:${address.port}/tools/meierboard/`);
  await expect(page.getByTestId("groups")).toBeVisible();
  server.close();
});

test("the page works from a file, without any server, heavy reader included", async ({ page }) => {
  await page.goto(pathToFileURL("out/index.html").href);
  await expect(page.getByTestId("groups")).toBeVisible();
});
