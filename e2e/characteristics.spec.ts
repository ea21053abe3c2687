import { expect, type Page, test } from "@playwright/test";
import { pick } from "./choose";

/** A table of patients by treatment arm, of the example. */
async function openTable(page: Page) {
  await page.goto("/");
  await page.getByRole("button", { name: "+ Add panel" }).click();
  await page.getByRole("button", { name: /^Patients \(/ }).click();
  await expect(page.getByRole("heading", { name: /^Patients by / })).toBeVisible();
  const group = page.getByRole("combobox", { name: "Group", exact: true });
  await pick(group, "Treatment arm");
  await expect(page.getByRole("heading", { name: "Patients by treatment arm" })).toBeVisible();
  return page.getByTestId("figure");
}

const names = (page: Page) =>
  page.getByTestId("figure").locator("[data-part=line] > text[font-weight='600']").allTextContents();

test("a table of patients by arm: its numbers, the patients behind one, and a filter by a name", async ({ page }) => {
  const figure = await openTable(page);
  await expect(figure).toContainText("TP53: mutated");
  await expect(figure).toContainText("49 (65%)");
  await figure.getByText("20 (74%)", { exact: true }).click();
  const rows = page.getByRole("dialog");
  await expect(rows).toContainText("TP53: mutated · Gene-aberration-related");
  await expect(rows).toContainText("20 rows");
  await page.keyboard.press("Escape");
  await figure.getByText("TP53: mutated", { exact: true }).click();
  await expect(page.getByTestId("selected")).toHaveText("49 of 75 patients");
  await expect(figure).toContainText("n = 20");
});

test("rows are ordered by dragging and by keyboard, taken away and added, and undone", async ({ page }) => {
  await openTable(page);
  const before = await names(page);
  expect(before.slice(0, 2)).toEqual(["Age at referral", "Female"]);
  await page.getByRole("tab", { name: "Analysis" }).click();
  await page.getByRole("button", { name: /^Move Age at referral/ }).press("ArrowDown");
  await expect.poll(() => names(page)).toEqual([before[1], before[0], ...before.slice(2)]);
  const name = page.getByTestId("figure").getByText("TP53: mutated", { exact: true });
  const target = page.getByTestId("figure").getByText("Female", { exact: true });
  const [from, to] = [await name.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error("not drawn");
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 10, to.y - 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await names(page))[0]).toBe("TP53: mutated");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await names(page))[0]).toBe("Female");
  const columns = page.getByRole("combobox", { name: "Columns of the table" });
  await pick(columns, "TP53");
  await expect.poll(() => names(page)).not.toContain("TP53: mutated");
});

test("no P where the groups were assigned at random; the way to a model of the group with what differs", async ({
  page,
}) => {
  const figure = await openTable(page);
  await expect(figure).toContainText("Wilcoxon rank sum");
  await page.getByLabel("Assigned at random").check();
  await expect(figure).toContainText("No P: the groups were assigned at random.");
  await expect(figure).not.toContainText("Wilcoxon");
  await page.getByRole("button", { name: "Adjust in a Cox model" }).click();
  await expect(page.getByRole("heading", { name: /hazard ratios/ })).toBeVisible();
  await expect(page.getByTestId("regression-table")).toContainText("Treatment arm");
  await expect(page.getByTestId("regression-table")).toContainText("Age at referral");
});

test("the table leaves for Word", async ({ page }) => {
  await openTable(page);
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("button", { name: "Word", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: /^Save/ }).click();
  expect((await download).suggestedFilename()).toBe("Patients by treatment arm.docx");
});
