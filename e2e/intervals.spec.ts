import { expect, test } from "@playwright/test";
import { answer, pick, showCurves, showData } from "./choose";

// The browser asks before it leaves an own file; where nobody answers, the page would stay.
test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
});

test("rows that are intervals of patients are proposed as such, and count each patient once", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.locator("input[type=file]").first().setInputFiles("lib/survival/reference/data/heart.csv");
  await expect(page.getByText(/The rows of one “id” look like intervals of time/)).toHaveCount(1);
  await page.getByRole("button", { name: "intervals of time" }).click();
  const ledger = page.getByTestId("ledger");
  await expect(ledger).toContainText("Rows in the file172");
  await expect(ledger).toContainText(/further intervals of the same patients.*−69/);
  await expect(ledger).toContainText("Usable patients103");
  await expect(page.getByText("75 events, 28 censored")).toBeVisible();
  await answer(page, /^The time of .* is in$/, "days");
  await pick(page.getByRole("combobox", { name: "Group curves by" }), "transplant");
  await showCurves(page);
  await expect(page.getByText(/69 patients change group from one interval to another/)).toBeVisible();
  await expect(page.getByTestId("selected")).toHaveText("103 of 103 patients");
});

test("several events of a patient wait until only the first is taken", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.locator("input[type=file]").first().setInputFiles("lib/survival/reference/further/data/cgd.csv");
  await page.getByRole("button", { name: "intervals of time" }).click();
  await answer(page, /^The time of .* is in$/, "days");
  await expect(page.getByText(/44 patients have several events/)).toBeVisible();
  await page.getByRole("button", { name: "intervals to first event" }).click();
  await expect(page.getByText(/75 intervals after the first event of 44 patients are not used/)).toBeVisible();
  await expect(page.getByText("44 events, 84 censored")).toBeVisible();
});

test("a column can say how many patients a row stands for", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const text = "arm,months,event,n\nA,3,1,5\nA,5,0,2\nB,8,1,7\nB,,1,4\nB,9,0,\n";
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "counts.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
  await showData(page);
  await expect(page.getByText("4 columns, 5 rows")).toBeVisible();
  await page.getByText("Change", { exact: true }).first().click();
  await page.getByText("Time zero, delayed entry, competing events, weights").first().click();
  await pick(page.getByRole("combobox", { name: "A row counts as" }), "n");
  const ledger = page.getByTestId("ledger");
  await expect(ledger).toContainText("Rows in the file5");
  await expect(ledger).toContainText(/row without a usable weight.{0,10}−1/);
  await expect(ledger).toContainText("Patients these rows stand for18");
  await expect(ledger).toContainText(/time missing.{0,10}−4/);
  await expect(ledger).toContainText("Usable patients14");
  await expect(page.getByText("12 events, 2 censored")).toBeVisible();
});
