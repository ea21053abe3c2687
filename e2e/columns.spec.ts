import { expect, type Page, test } from "@playwright/test";
import { goTo, showCurves, showData } from "./choose";

const arms = ["Arm A", "arm a", "Arm A ", "Arm B", "arm b", "Arm B"];
const lines = Array.from({ length: 24 }, (_, row) => {
  const hemoglobin = row % 6 === 0 ? 110 + row : (11 + row / 10).toFixed(1);
  return `P${row + 1};${arms[row % 6]};${row + 1};${row % 3 === 0 ? 0 : 1};${hemoglobin};${row === 4 ? "n/a" : 50 + row}`;
});
const cohort = `pid;arm;os_months;os_event;hb;age\n${lines.join("\n")}\n`;

async function open(page: Page) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page
    .getByTestId("file")
    .setInputFiles({ name: "cohort.csv", mimeType: "text/csv", buffer: Buffer.from(cohort) });
  await showData(page);
  await expect(page.getByTestId("noticed")).toBeVisible();
}

test("spellings are merged on request, listed with what stood there, and taken apart again", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^Settings of arm/ }).click();
  const settings = page.getByRole("dialog", { name: "Settings of arm" });
  await expect(settings.getByText("“Arm A” (8), “arm a” (4)")).toBeVisible();
  await settings.getByRole("button", { name: "Merge into" }).first().click();
  await expect(settings.getByRole("button", { name: "Merge into" })).toHaveCount(1);
  await settings.getByRole("button", { name: "Merge into" }).click();
  await expect(settings.getByLabel("Spellings")).toHaveCount(0);
  await settings.getByRole("button", { name: "Move Arm B up" }).click();
  await expect(settings.getByRole("textbox", { name: /^Name of/ }).first()).toHaveValue("Arm B");
  await page.keyboard.press("Escape");

  const changed = page.getByTestId("changed");
  await changed.getByText("8 cells merged into another spelling").click();
  await expect(changed.getByText("arm a → Arm A ×4")).toBeVisible();
  await showCurves(page);
  await expect(page.getByTestId("groups").getByRole("columnheader")).toHaveText(["95% CI", "Arm B", "Arm A"]);

  // From a count of the figure to the rows behind it.
  await page.getByTestId("groups").getByTitle("Show the rows: Arm A: patients with an event").click();
  const rows = page.getByRole("dialog", { name: "Arm A: patients with an event" });
  await expect(rows.getByText("8 rows")).toBeVisible();
  await expect(rows.getByRole("row", { name: /^2 3 / })).toBeVisible();
  await page.keyboard.press("Escape");

  await goTo(page, "Data");
  await changed.getByText("8 cells merged into another spelling").click();
  await changed.getByRole("button", { name: "undo" }).first().click();
  await expect(changed.getByText("4 cells merged into another spelling")).toBeVisible();
});

test("values of another unit are noticed with their rows, and converted on request", async ({ page }) => {
  await open(page);
  const line = page
    .getByTestId("noticed")
    .getByText(/^Two units in “hb”\? 4 values of 24 are about 10 times the others/);
  await line.click();
  await page.getByRole("button", { name: "Divide the 4 high values by 10" }).click();
  await expect(line).toHaveCount(0);
  await page.getByTestId("changed").getByText("4 cells converted to another unit").click();
  await expect(page.getByTestId("changed").getByText("110 → 11")).toBeVisible();
});

test("what lies over the page ends with the cohort it was about", async ({ page }) => {
  await open(page);
  await showCurves(page);
  await page
    .getByTestId("groups")
    .getByTitle(/patients with an event/)
    .first()
    .click();
  await expect(page.getByRole("dialog", { name: /patients with an event/ })).toBeVisible();
  await page.getByTestId("file").setInputFiles({
    name: "other.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("patient;fu_months;status\nX;4;1\nY;5;0\n"),
  });
  await page.getByRole("button", { name: /Another cohort/ }).click();
  await expect(page.getByTestId("source")).toContainText("other.csv");
  await showData(page);
  await expect(page.getByText("3 columns, 2 rows")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
