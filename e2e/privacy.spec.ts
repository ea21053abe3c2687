import { existsSync } from "node:fs";
import { expect, type Request, test } from "@playwright/test";
import { openFilter, showCurves, showData } from "./choose";
import { expectKept } from "./still";

const canary = "zebra-canary-7391";
const cohort = `patient_id,arm,months,event\n${canary}-1,${canary}-A,5,1\n${canary}-2,${canary}-B,7,0\n${canary}-3,${canary}-A,9,1\n`;

test("nothing leaves: while a file is opened, analyzed, filtered and exported, only files of this build are asked for", async ({
  page,
  baseURL,
}) => {
  const requests: Request[] = [];
  page.context().on("request", (request) => requests.push(request));
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();

  await page
    .getByTestId("file")
    .setInputFiles({ name: `${canary}.csv`, mimeType: "text/csv", buffer: Buffer.from(cohort) });
  await showData(page);
  await expect(page.getByRole("combobox", { name: "Group curves by" })).toHaveValue("arm");
  await showCurves(page);
  await expect(page.getByTestId("groups")).toContainText(canary);
  await openFilter(page, "Arm");
  await page.getByRole("checkbox", { name: new RegExp(`${canary}-B`) }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");
  for (const kind of ["PDF", "SVG", "PNG", "CSV, curves", "PowerPoint", "HTML report", "Data set and R script"]) {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: kind, exact: true }).click();
    const download = page.waitForEvent("download");
    const dialog = page.getByRole("dialog", { name: "Export" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await download;
    await dialog.getByRole("button", { name: "Close" }).click();
  }
  await expectKept(page);
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"cohort":"own"');

  // Addresses of the page's own memory (blob:, data:) are no requests to anybody.
  const sent = requests.filter((request) => !/^(blob|data):/.test(request.url()));
  for (const request of sent) {
    const url = new URL(request.url());
    expect(request.method()).toBe("GET");
    expect(request.postData()).toBeNull();
    expect(url.origin).toBe(baseURL);
    expect(url.search).toBe("");
    expect(existsSync(`out${url.pathname}`)).toBe(true);
    expect(url.pathname).toMatch(/^\/$|^\/_next\/static\/[\w./~-]+\.(js|css|woff2)$/);
  }
  console.log(`${sent.length} requests:\n${sent.map((request) => `  ${new URL(request.url()).pathname}`).join("\n")}`);
  expect(page.url()).not.toContain(canary);
  expect(errors).toEqual([]);
});

test("the policy stops a connection that something on the page tries to make", async ({ page }) => {
  await page.goto("/");
  const outcome = await page.evaluate(() =>
    fetch("/index.html").then(
      () => "connected",
      () => "refused",
    ),
  );
  expect(outcome).toBe("refused");
  const inWorker = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const code = `fetch(${JSON.stringify(location.href)}).then(() => postMessage("connected"), () => postMessage("refused"))`;
        new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => resolve(data);
      }),
  );
  expect(inWorker).toBe("refused");
});

test("the policy lets the worker compile WebAssembly, and nobody run text as script", async ({ page }) => {
  await page.goto("/");
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const code = `
          const attempt = (run) => { try { run(); return "done"; } catch { return "refused"; } };
          const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
          postMessage([attempt(() => new WebAssembly.Module(empty)), attempt(() => new Function("return 1")())]);`;
        new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => resolve(data);
      }),
  );
  expect(outcome).toEqual(["done", "refused"]);
});

test("what outlives the tab holds no word of the file, and its settings come back with the same file alone", async ({
  page,
  context,
}) => {
  const file = { name: "cohort.csv", mimeType: "text/csv", buffer: Buffer.from(cohort) };
  await page.goto("/");
  await page.getByTestId("file").setInputFiles(file);
  await showCurves(page);
  await openFilter(page, "Arm");
  await page.getByRole("checkbox", { name: new RegExp(`${canary}-B`) }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem("meierboard-open")))
    .toContain(`"values":["${canary}-A"]`);

  const other = await context.newPage();
  await other.goto("/");
  await other.getByTestId("file").setInputFiles(file);
  await expect(other.getByText("Your settings for this file were restored from this browser.")).toBeVisible();
  await expect(other.getByTestId("selected")).toHaveText("2 of 3 patients");

  const kept = await other.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage })];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name ?? "");
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = [objects.getAllKeys(), objects.getAll()];
        await new Promise((resolve) => {
          objects.transaction.oncomplete = resolve;
        });
        const bytes = values.result.map(({ bytes: sealed }) => new TextDecoder("latin1").decode(sealed));
        texts.push(`${store}: ${keys.result.length}`, ...keys.result.map(String), ...bytes);
      }
      database.close();
    }
    return texts.join("\n");
  });
  expect(kept).toContain("boards: 1");
  expect(kept).not.toContain(canary);
  expect(kept).not.toMatch(/arm|months|values|sha256/);
});
