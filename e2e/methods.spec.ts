import { expect, test } from "@playwright/test";

test("a doubter runs the reference cases in the browser and sees how far each number is from R", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByRole("button", { name: "Methods" }).click();
  await page.getByRole("button", { name: "Run the reference cases" }).click();
  const status = page.getByTestId("verification");
  await expect(status).toContainText(/^161 of 161 cases agree: 18\d,\d{3} numbers compared\.$/, { timeout: 100_000 });
  const lung = page.getByText("lung/km/sex", { exact: true });
  await lung.click();
  await expect(page.getByRole("row", { name: /^survival \d+ .* yes$/ })).toBeVisible();
});
