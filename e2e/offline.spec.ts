import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { filesBelow, writeServiceWorker } from "../.build/offline.mjs";
import { serve } from "../.build/serve.mjs";
import { openFilter, showCurves } from "./choose";

test.use({ serviceWorkers: "allow" });

// The browser asks before it leaves an own file; where nobody answers, the page would stay.
test.beforeEach(async ({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
  await page.addInitScript(() => localStorage.setItem("meierboard-was-here", "yes"));
});

const file = {
  name: "own.csv",
  mimeType: "text/csv",
  buffer: Buffer.from("id,arm,months,event\n1,A,5,1\n2,B,7,0\n3,A,9,1\n"),
};

/** The built page in a folder and on a server of its own, whose visitors are as new to it as it is to them. */
async function deployed(base = "/") {
  const folder = mkdtempSync(join(tmpdir(), "deployed-"));
  cpSync("out", folder, { recursive: true });
  const server: Server = await serve({ folder, port: 0, base });
  const asked: string[] = [];
  server.on("request", ({ method, url }) => asked.push(`${method} ${url}`));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const end = async () => {
    await stop();
    rmSync(folder, { recursive: true });
  };
  return { folder, asked, stop, end, address: `http://localhost:${port}${base}` };
}

/** Another version of the page, to be told by a mark. */
const renewed = (html: string) => html.replace("<head>", '<head><meta name="renewed"/>');
const mark = (page: Page) => page.locator("meta[name=renewed]");

const kept = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const newer = (page: Page) => page.getByText("A newer version of this page is ready.");

async function saveAs(page: Page, kind: string) {
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: kind, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await download;
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
}

/** A part of the page as the page itself asks for it. */
const fetches = (page: Page, path: string) =>
  page.evaluate(
    (src) =>
      new Promise<string>((resolve) => {
        const script = document.createElement("script");
        script.onload = () => resolve("there");
        script.onerror = () => resolve("missing");
        script.src = src;
        document.head.append(script);
      }),
    path,
  );

for (const base of ["/", "/tools/meierboard/"])
  test(`after one visit the page at ${base} opens without a network, and does everything`, async ({ page }) => {
    test.setTimeout(180_000);
    const host = await deployed(base);
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(host.address);
    await expect(page.getByTestId("groups")).toBeVisible();
    await kept(page);
    const files = filesBelow(host.folder).map((path) => `GET ${base}${path === "index.html" ? "" : path}`);
    expect(host.asked.filter((each) => !files.includes(each))).toEqual([]);
    expect(errors).toEqual([]);

    await host.stop();
    await page.reload();
    await expect(page.getByTestId("groups")).toBeVisible();
    await page.getByTestId("file").setInputFiles(file);
    await showCurves(page);
    await openFilter(page, "Arm");
    await page.getByRole("checkbox", { name: /^B/ }).uncheck();
    await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");
    for (const kind of ["PDF", "PowerPoint", "Data set and R script"]) await saveAs(page, kind);
    const places = page.getByRole("navigation", { name: "Places" });
    await places.getByRole("button", { name: "Methods" }).click();
    await page.getByRole("button", { name: "Run the reference cases" }).click();
    await expect(page.getByTestId("verification")).toContainText(/cases agree/);
    await page.goto(`${host.address}index.html`);
    await expect(page.getByTestId("groups")).toBeVisible();
    await host.end();
  });

test("a new deployment waits under an open cohort, takes nothing from it, and a quiet line offers it", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const host = await deployed();
  await page.goto(host.address);
  await expect(page.getByTestId("groups")).toBeVisible();
  await kept(page);
  await page.getByTestId("file").setInputFiles(file);
  await showCurves(page);
  await openFilter(page, "Arm");
  await page.getByRole("checkbox", { name: /^B/ }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");

  // The deployment: another page, and a part of the former one is gone.
  const index = join(host.folder, "index.html");
  const first = readFileSync(index, "utf8");
  const part = filesBelow(host.folder).find((path) => /^_next.*\.js$/.test(path) && !first.includes(path)) ?? "";
  rmSync(join(host.folder, part));
  writeFileSync(index, renewed(first));
  writeServiceWorker(host.folder);
  const old = await cacheNames(page);

  // Another visit before the former page is closed finds the deployment, and shows what this browser has.
  const second = await context.newPage();
  await second.goto(host.address);
  await expect(newer(second)).toBeVisible();
  await expect(newer(page)).toBeVisible();
  await expect(mark(second)).toHaveCount(0);
  await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");

  await second.getByRole("button", { name: "Reload, keeping the settings" }).click();
  await expect(mark(second)).toHaveCount(1);
  await expect(second.getByTestId("groups")).toBeVisible();
  await expect(newer(second)).toHaveCount(0);
  // The open cohort is where it was, and what its page asks for later is still to be had.
  await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");
  expect(await fetches(page, `./${part}`)).toBe("there");
  expect(await cacheNames(page)).toEqual(expect.arrayContaining(old));
  await saveAs(page, "PDF");

  // Once it is closed, nothing of the former version is kept.
  await page.close({ runBeforeUnload: false });
  await second.reload();
  await expect(second.getByTestId("groups")).toBeVisible();
  await expect.poll(() => cacheNames(second).then((names) => names.length)).toBe(1);
  await host.end();
});

test("the settings come with to the newer version, and the own file is asked for", async ({ page }) => {
  const host = await deployed();
  await page.goto(host.address);
  await expect(page.getByTestId("groups")).toBeVisible();
  await kept(page);
  await page.getByTestId("file").setInputFiles(file);
  await showCurves(page);
  await openFilter(page, "Arm");
  await page.getByRole("checkbox", { name: /^B/ }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");
  const index = join(host.folder, "index.html");
  writeFileSync(index, renewed(readFileSync(index, "utf8")));
  writeServiceWorker(host.folder);
  // As when somebody comes back to the tab.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(newer(page)).toBeVisible();
  await page.getByRole("button", { name: "Reload, keeping the settings" }).click();
  await expect(mark(page)).toHaveCount(1);
  await expect(page.getByRole("heading", { name: "You had own.csv open. Drop it here to go on" })).toBeVisible();
  await page.getByTestId("file").setInputFiles(file);
  await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");
  await host.end();
});

test("a deployment that is not whole is not taken, and the page before goes on", async ({ page }) => {
  const host = await deployed();
  await page.goto(host.address);
  await expect(page.getByTestId("groups")).toBeVisible();
  await kept(page);
  const before = readFileSync(join(host.folder, "service-worker.js"), "utf8");
  writeFileSync(join(host.folder, "LICENSE"), "another");
  writeServiceWorker(host.folder);
  writeFileSync(join(host.folder, "LICENSE"), "a third, of which the list knows nothing");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const failed = new Promise<void>((resolve) =>
      registration.addEventListener("updatefound", () => {
        const fresh = registration.installing;
        fresh?.addEventListener("statechange", () => fresh.state === "redundant" && resolve());
      }),
    );
    await registration.update().catch(() => {});
    await failed;
  });
  await expect(newer(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId("groups")).toBeVisible();
  expect(readFileSync(join(host.folder, "service-worker.js"), "utf8")).not.toBe(before);
  await host.end();
});

test("the page can be installed: its manifest names it, where it begins, and icons that are there", async ({
  page,
  baseURL,
}) => {
  await page.goto("/");
  await expect(page.locator("link[rel=manifest]")).toHaveAttribute("href", "./manifest.webmanifest");
  const answer = await page.request.get(`${baseURL}/manifest.webmanifest`);
  expect(answer.headers()["content-type"]).toBe("application/manifest+json");
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ name: "Meierboard", start_url: "./", scope: "./", display: "standalone" });
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.request.get(`${baseURL}/${src}`);
    expect(icon.headers()["content-type"]).toBe("image/png");
    // The width stands at byte 16 of a PNG.
    expect(`${(await icon.body()).readUInt32BE(16)}x${(await icon.body()).readUInt32BE(20)}`).toBe(sizes);
  }
});
