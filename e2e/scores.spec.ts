import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const example = readFileSync("public/example/synthetic-lms-cohort.csv");

test("from a cohort without any score to a four-factor score with its curves", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles({ name: "referrals.csv", mimeType: "text/csv", buffer: example });
  await expect(page.getByTestId("source")).toContainText("referrals.csv");
  await page.getByRole("button", { name: "Scores", exact: true }).click();
  await page.getByRole("button", { name: /^MD Anderson LMS score.*4 of 4 factors found/ }).click();
  await expect(page.getByTestId("coverage")).toHaveText("Computable for 75 of 75 patients.");
  await expect(page.getByTestId("factors").getByRole("row", { name: /Hemoglobin/ })).toContainText("13 of 75");
});

test("the example's score shows its hazard ratios, its groups beside the published medians, and a cut moves by key", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByRole("button", { name: "Scores", exact: true }).click();
  const factors = page.getByTestId("factors");
  await expect(factors.getByRole("row", { name: /Hemoglobin/ })).toContainText("3.15 (1.61–6.17)");
  const medians = page.getByTestId("medians");
  await expect(medians.getByRole("row").nth(1)).toContainText("19.9 (11.1–53.1) months19.9 months");
  await page.getByRole("slider", { name: "Cut between groups" }).nth(1).press("ArrowLeft");
  await expect(medians.getByRole("row")).toHaveText([/Group/, /^022/, /^130/, /^≥223/]);
  await expect(page.getByText("The definition was changed")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(medians.getByRole("row").nth(2)).toContainText("1–246");
});

test("the forest panel gives the four factors and makes a score of them", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /^Hazard ratios/ }).click();
  const table = page.getByTestId("regression-table");
  await expect(table.getByRole("row", { name: /^Albumin < 3\.5 g\/dL/ })).toContainText("2.43 (1.35–4.38).003");
  await page.getByRole("button", { name: "Make a score from this model" }).click();
  await expect(page.getByTestId("coverage")).toHaveText("Computable for 75 of 75 patients.");
  await page.getByRole("button", { name: "Show curves" }).click();
  await expect(page.getByTestId("groups").getByRole("row")).toHaveCount(4);
});
