import { expect, type Page, test } from "@playwright/test";
import { goTo, pick, showCurves } from "./choose";

const cohort = `patient,arm,months,event
${Array.from({ length: 24 }, (_, row) => `P${row},${row % 2 ? "A" : "B"},${3 + ((row * 7) % 20)},${row % 3 ? 1 : 0}`).join("\n")}
`;
const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

// The browser asks before it leaves an own file.
test.beforeEach(async ({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
});

async function open(page: Page, name: string, text: string) {
  await page.getByTestId("file").setInputFiles(csv(name, text));
}

test("comparisons looked at are counted on after the file is opened again, on the panel that was left", async ({
  page,
}) => {
  await open(page, "own.csv", cohort);
  await showCurves(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ by arm$/i);
  const tests = page.getByRole("combobox", { name: "Test" });
  for (const test of ["Gehan–Breslow", "Tarone–Ware", "Peto–Peto", "MaxCombo", "Log-rank"]) {
    await tests.selectOption({ label: test });
    await expect(page.getByTestId("subtitle")).toContainText(test);
  }
  await expect(page.getByText(/^5 comparisons were looked at so far\./)).toBeVisible();
  await page.getByRole("button", { name: "+ Add panel" }).click();
  await page.getByRole("button", { name: "Survival curves (Kaplan–Meier)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/ by arm$/i);
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem("meierboard-open")))
    .toMatch(/"focus":"panel\d+","compared":\[\[("[a-z0-9]+",?){6}/);
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("You had own.csv open");
  await open(page, "own.csv", cohort);
  await expect(page.getByText("Your settings for this file were restored from this browser.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page
    .getByRole("region", { name: "Panels" })
    .getByRole("button", { name: /by arm/i })
    .click();
  await expect(page.getByText(/^5 comparisons were looked at so far\./)).toBeVisible();
});

test("settings of another file are undone to a fresh start", async ({ page }) => {
  await open(page, "own.csv", cohort);
  await showCurves(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const path = await (await download).path();
  await page.getByRole("button", { name: "back to the example" }).click();
  await expect(page.getByTestId("source")).toContainText("Example");
  await page.getByTestId("file").setInputFiles({
    name: "own.board.json",
    mimeType: "application/json",
    buffer: await import("node:fs/promises").then(({ readFile }) => readFile(path)),
  });
  await expect(page.getByText(/These settings belong to “own\.csv”, which is not open\./)).toBeVisible();
  await open(page, "other.csv", cohort.replace("months", "os_months").replace("event", "os_event"));
  await expect(page.getByText(/Some settings do not fit this file/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await goTo(page, "Data");
  await showCurves(page);
  await expect(page.getByTestId("groups")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Overall survival");
});

test("what was done before a new data cut can still be undone after it", async ({ page }) => {
  await open(page, "own.csv", cohort);
  await showCurves(page);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(/ by arm$/i);
  await pick(page.getByRole("region", { name: "Figure" }).getByRole("combobox", { name: "Group" }), "All patients");
  await expect(title).not.toHaveText(/ by arm$/i);
  await open(page, "own-2.csv", `${cohort}P90,A,4,1\n`);
  await page.getByRole("button", { name: /A new data cut/ }).click();
  await expect(page.getByTestId("earlier-cut")).toContainText("1 patient is new");
  await goTo(page, "Board");
  await expect(title).not.toHaveText(/ by arm$/i);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(title).toHaveText(/ by arm$/i);
  await expect(page.getByTestId("source")).toContainText("own-2.csv");
});

test("the file that is open is called so when it comes again", async ({ page }) => {
  await open(page, "own.csv", cohort);
  await showCurves(page);
  await open(page, "own.csv", cohort);
  await expect(page.getByRole("button", { name: /Another cohort/ })).toContainText(
    "The file that is open, by its name and size: read again, with the settings kept for it.",
  );
});
