import { expect, test } from "@playwright/test";
import { showData } from "./choose";

test.describe("on the first visit", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("a card says that the example is made up and what to do, and does not come again", async ({ page }) => {
    await page.goto("/");
    const card = page.getByRole("complementary", { name: "Welcome" });
    await expect(card).toContainText(
      "This cohort is made up. Open yours, or drop it anywhere on the page. It stays on this",
    );
    await card.getByRole("button", { name: "Look around" }).click();
    await expect(card).toHaveCount(0);
    await page.reload();
    await expect(page.getByTestId("groups")).toBeVisible();
    await expect(card).toHaveCount(0);
  });

  test("the card goes with the first thing that is done", async ({ page }) => {
    await page.goto("/");
    const card = page.getByRole("complementary", { name: "Welcome" });
    await expect(card).toBeVisible();
    await page.getByText("PFS", { exact: true }).first().click();
    await expect(card).toHaveCount(0);
  });

  for (const [shows, first] of [
    ["dates", "60 rows"],
    ["months and 0/1", "80 rows"],
    ["competing events", "90 rows"],
    ["start and stop", "92 rows"],
  ])
    test(`the sample file of ${shows} opens like a file of one’s own`, async ({ page }) => {
      await page.goto("/");
      await page.getByRole("complementary", { name: "Welcome" }).getByRole("button", { name: shows }).click();
      await expect(page.getByTestId("source")).toContainText(first);
      await showData(page);
      await expect(page.getByRole("heading", { level: 1, name: /^We read/ })).toBeVisible();
    });
});

test("help opens by button and by ?, says what words and keys mean, and leads to the methods", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByRole("button", { name: "Help" }).click();
  const help = page.getByRole("dialog", { name: "Help" });
  await expect(help.getByText("Hazard ratio", { exact: true })).toBeVisible();
  await expect(help).toContainText("Not reached: while patients are followed, fewer than half have had the event.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Help" })).toBeFocused();
  await page.keyboard.press("?");
  await help.getByRole("button", { name: "Methods" }).click();
  await expect(help).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Methods" })).toBeVisible();
});
