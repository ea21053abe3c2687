import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { goTo } from "./choose";

const example = readFileSync("public/example/synthetic-lms-cohort.csv");

test("from a cohort without any score to a four-factor score with its curves", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles({ name: "referrals.csv", mimeType: "text/csv", buffer: example });
  await expect(page.getByTestId("source")).toContainText("referrals.csv");
  await goTo(page, "Scores");
  await page.getByRole("button", { name: /^MD Anderson LMS score.*4 of 4 factors found/ }).click();
  await expect(page.getByTestId("coverage")).toHaveText("Computable for 75 of 75 patients.");
  await expect(page.getByTestId("factors").getByRole("row", { name: /Hemoglobin/ })).toContainText("13 of 75");
});

test("the example's score shows its hazard ratios, its groups beside the published medians, and a cut moves by key", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await goTo(page, "Scores");
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
  await expect(page.getByTestId("groups").getByRole("columnheader")).toHaveCount(4);
});

test("a score says how well it predicts at a time, which is chosen and taken back", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await goTo(page, "Scores");
  const prediction = page.getByTestId("prediction");
  // R: riskRegression::Score and concordance(timewt = "n/G2"), lib/analysis/fixtures/scoreStudies.R.
  await expect(prediction.getByRole("row", { name: /^AUC at 12 months/ })).toContainText("0.74 (0.63–0.85)");
  await expect(prediction.getByRole("row", { name: /^Uno’s C/ })).toContainText("0.69 (0.62–0.76)");
  await expect(prediction.getByRole("row", { name: /^Brier score at 12/ })).toContainText(
    "0.249 with one risk for all",
  );
  await expect(prediction.getByRole("img", { name: /^Calibration/ })).toBeVisible();
  const time = prediction.getByLabel("Time at which predictions are judged");
  await time.fill("24");
  await time.press("Enter");
  await expect(prediction.getByRole("row", { name: /^AUC at 24 months/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(prediction.getByRole("row", { name: /^AUC at 12 months/ })).toContainText("0.74 (0.63–0.85)");
});

test("four columns chosen by name make a score with its cuts, its groups and its curves in twelve clicks", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.evaluate(() => {
    Object.assign(window, { clicks: 0 });
    addEventListener("click", () => Object.assign(window, { clicks: Number(Reflect.get(window, "clicks")) + 1 }), {
      capture: true,
    });
  });
  await goTo(page, "Scores");
  await page.getByRole("button", { name: "Blank", exact: true }).click();
  const add = page.getByRole("combobox", { name: "Add factors" });
  await add.click();
  const factors = page.getByTestId("factors");
  for (const [typed, name] of [
    ["hemo", "Hemoglobin"],
    ["tp53", "TP53"],
    ["age", "Age at referral"],
    ["ldh", "LDH"],
  ] as const) {
    await add.fill(typed);
    await page.getByRole("option", { name }).first().click();
    await expect(factors.getByRole("row", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await expect(factors.getByRole("row", { name: /^Hemoglobin/ })).toContainText("the cut of the MD Anderson LMS score");
  await expect(factors.getByRole("row", { name: /^TP53/ }).getByRole("combobox").last()).toHaveAttribute(
    "placeholder",
    "mutated",
  );
  // Each is edited where it stands.
  const age = page.getByRole("textbox", { name: "Cut of Age at referral" });
  await age.click();
  await age.fill("65");
  await age.press("Enter");
  await expect(factors.getByRole("row", { name: /^Age at referral/ })).not.toContainText("proposed");
  await page.getByRole("textbox", { name: "Points of TP53" }).click();
  await page.getByRole("textbox", { name: "Points of TP53" }).fill("2");
  await page.getByRole("textbox", { name: "Points of TP53" }).press("Enter");
  await page.getByRole("button", { name: "3 groups" }).click();
  await expect(page.getByTestId("score-groups").getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText(/points? for hemoglobin < 10 g\/dL.*age at referral ≥ 65/i)).toBeVisible();
  await page.getByRole("button", { name: "Show curves" }).click();
  await expect(page.getByTestId("groups").getByRole("columnheader")).toHaveCount(4);
  expect(await page.evaluate(() => Reflect.get(window, "clicks"))).toBeLessThanOrEqual(12);
});
