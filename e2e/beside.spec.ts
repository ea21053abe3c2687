import { expect, test } from "@playwright/test";
import { openFilter } from "./choose";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /^OS by arm/ }).click();
  await expect(page.getByTestId("headline")).toContainText("lived longer than No such therapy.");
});

test("the claim follows the filters, and says no more than the test", async ({ page }) => {
  const filters = page.getByRole("complementary", { name: "Filters" });
  await openFilter(page, "Age at referral");
  const from = filters.getByRole("textbox", { name: "Age at referral, from" });
  await from.fill("62");
  await from.press("Enter");
  const headline = page.getByTestId("headline");
  await expect(headline).toContainText("overall survival differs between");
  await expect(headline).toContainText("P = .041 (borderline: the interval includes 1)");
  await expect(headline).not.toContainText("lived longer");
});

test("a time is added to the numbers and to the curves, read in both groups, and taken away again", async ({
  page,
}) => {
  const time = page.getByRole("textbox", { name: "Read the curves at another time, months" });
  await time.fill("12");
  await time.press("Enter");
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("row", { name: /^At 12 months.* 54% \(33–71\) 43% \(29–57\)$/ })).toBeVisible();
  await expect(page.getByTestId("figure").getByText("12 mo", { exact: true })).toBeVisible();
  await groups.getByRole("button", { name: "Remove At 12 months" }).click();
  await expect(groups.getByRole("row", { name: /^At 12/ })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(groups.getByRole("row", { name: /^At 12/ })).toBeVisible();
});

test("every name of a number opens what it means, how it is computed and the call in R, and gives the focus back", async ({
  page,
}) => {
  const names = page.locator("[role=tabpanel] [data-explains]");
  const count = await names.count();
  expect(count).toBeGreaterThan(7);
  for (let place = 0; place < count; place++) {
    await names.nth(place).click();
    await expect(page.getByRole("dialog", { name: /^What .* means$/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(names.nth(place)).toBeFocused();
  }
  await page.getByRole("button", { name: "Proportional hazards" }).click();
  const dialog = page.getByRole("dialog", { name: "What Proportional hazards means" });
  await expect(dialog).toContainText("whether the hazard ratio is the same at all times");
  await expect(dialog).toContainText("cox.zph");
});

test("result, analysis and figure stand beside the curves one at a time, by pointer and by arrow keys", async ({
  page,
}) => {
  await page.getByRole("tab", { name: "Result" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Analysis" })).toBeFocused();
  await expect(page.getByRole("region", { name: "Analysis options" })).toBeVisible();
  await expect(page.getByTestId("headline")).toHaveCount(0);
  await page.keyboard.press("End");
  await expect(page.getByRole("region", { name: "Figure options" })).toBeVisible();
  await page.getByRole("tab", { name: "Result" }).click();
  await expect(page.getByTestId("headline")).toBeVisible();
});

test("medians are compared when asked, with an interval, and the methods say from how many resamples", async ({
  page,
}) => {
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("row", { name: /^Median, months/ })).toBeVisible();
  await expect(groups.getByText("ratio", { exact: true })).toHaveCount(0);
  await page.getByRole("tab", { name: "Analysis" }).click();
  await page.getByRole("region", { name: "Analysis options" }).getByText("Comparison").click();
  await page.getByRole("checkbox", { name: "Compare medians" }).check();
  await page.getByRole("tab", { name: "Result" }).click();
  await expect(groups.getByRole("row", { name: /^difference.* \(.*\)/ }).first()).toBeVisible();
  await expect(groups.getByRole("row", { name: /^ratio \d+\.\d+ \(.*\)/ }).first()).toBeVisible();
  await groups.getByRole("button", { name: "difference", exact: true }).first().click();
  await expect(page.getByRole("dialog", { name: "What Difference of medians means" })).toContainText(
    "drawing the patients of each group anew",
  );
});
