import { expect, test } from "@playwright/test";
import { goTo } from "./choose";

test("a doubter runs the reference cases in the browser and sees how far each number is from R", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await goTo(page, "Methods");
  await page.getByRole("button", { name: "Run the reference cases" }).click();
  const status = page.getByTestId("verification");
  await expect(status).toContainText(/^163 of 163 cases agree: 18\d,\d{3} numbers compared\.$/, { timeout: 100_000 });
  const lung = page.getByText("lung/km/sex", { exact: true });
  await lung.click();
  await expect(page.getByRole("row", { name: /^survival \d+ .* yes$/ })).toBeVisible();
});

test("reference cases whose worker ends say so, and are run again", async ({ page }) => {
  await page.goto("/");
  await goTo(page, "Methods");
  const started = page.waitForEvent("worker");
  await page.getByRole("button", { name: "Run the reference cases" }).click();
  const worker = await started;
  await expect(page.getByText(/^\w+\/km\//).first()).toBeVisible();
  await worker.evaluate(() => setTimeout(() => self.close())).catch(() => {});
  const failure = page.getByRole("alert").filter({ hasText: "The reference cases were not all run:" });
  await expect(failure).toBeVisible();
  await failure.getByRole("button", { name: "Try again" }).click();
  await expect(failure).toHaveCount(0);
  await expect(page.getByTestId("verification")).toContainText(" of ");
});
