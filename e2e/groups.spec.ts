import { expect, test } from "@playwright/test";
import { pick } from "./choose";

test("a number becomes a group by a cut made in the picker, and both are one undo step", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const group = page.getByRole("region", { name: "Figure" }).getByRole("combobox", { name: "Group" });
  const title = page.getByRole("heading", { level: 1 });
  await pick(group, "Age at referral");
  await page.getByRole("option", { name: "at the median", exact: true }).click();
  await expect(title).toHaveText("Overall survival by Age at referral (median)");
  await expect(group).toHaveValue("Age at referral (median)");
  // R: quantile(age, 1/2, type = 7) is 57; 37 patients are below it, and 38 at it or above.
  const figure = page.getByTestId("figure");
  await expect(figure).toContainText("< 57");
  await expect(figure).toContainText("≥ 57");
  await expect(page.getByTestId("groups")).toContainText("37");
  await page.keyboard.press("Control+z");
  await expect(title).toHaveText("Overall survival by risk score");
  await group.click();
  await expect(page.getByRole("option", { name: "Age at referral (median)" })).toHaveCount(0);
  await page.keyboard.press("Escape");

  // With keys alone, and a cut that is typed; a backspace leads back to the columns.
  await group.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.insertText("age");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option")).toContainText(["at the median", "at the tertiles", "at the quartiles"]);
  await page.keyboard.press("Backspace");
  await page.keyboard.insertText("age");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("65");
  await page.keyboard.press("Enter");
  await expect(title).toHaveText("Overall survival by Age at referral (cut at 65)");
  await expect(figure).toContainText("≥ 65");
  await expect(group).toBeFocused();
});

test("from the ratio to the subgroups and to the test whether they differ: three clicks", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const panels = page.getByRole("region", { name: "Panels" }).getByRole("listitem");
  const before = await panels.count();
  await page.getByRole("combobox", { name: "In whom?" }).click();
  await page.getByRole("option", { name: "TP53", exact: true }).click();
  await expect(panels).toHaveCount(before + 1);
  const subgroups = page.getByRole("region", { name: "By TP53" });
  await expect(subgroups.getByRole("listitem")).toHaveCount(2);
  await subgroups.getByRole("button", { name: "Test whether it differs" }).click();
  await expect(page.getByTestId("regression-table")).toContainText(/×/);
  // Asked again, the panel that is there comes into focus.
  await page
    .getByRole("button", { name: /^OS by risk score$/ })
    .first()
    .click();
  await page.getByRole("combobox", { name: "In whom?" }).click();
  await page.getByRole("option", { name: "TP53", exact: true }).click();
  await expect(subgroups.getByRole("listitem")).toHaveCount(2);
  await expect(panels).toHaveCount(before + 2);
});
