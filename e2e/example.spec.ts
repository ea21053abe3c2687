import { expect, test } from "@playwright/test";
import { openFilter } from "./choose";
import { whenStill } from "./still";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
});

const panel = (name: string) => ({ name: new RegExp(`^${name}`) });

test("the page opens with the synthetic example on a survival curve, the panels of the cohort before it", async ({
  page,
}) => {
  await expect(page.getByTestId("source")).toContainText("synthetic LMS cohort · 75 patients");
  const names = ["Patients by arm", "Response by arm", "Gene aberrations", "PFS by arm", "OS by arm"];
  for (const name of [...names, "OS by risk score", "Hazard ratios"])
    await expect(page.getByRole("button", panel(name))).toHaveAttribute(
      "aria-pressed",
      name === "OS by risk score" ? "true" : "false",
    );
});

test("PFS by arm: medians 5.8 and 1.9 months, P = .001", async ({ page }) => {
  await page.getByRole("button", panel("PFS by arm")).click();
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("columnheader")).toContainText([
    "95% CI",
    "Gene-aberration-related",
    "No such therapy",
  ]);
  await expect(groups.getByRole("row", { name: /^Patients, events 27 , 26 48 , 44$/ })).toBeVisible();
  await expect(groups.getByRole("row", { name: /^Median, months 5\.8 \(.*\) 1\.9 \(/ })).toBeVisible();
  await expect(page.getByTestId("log-rank")).toHaveText("χ² = 10.4, 1 df, P = .001");
});

test("OS by arm: medians 15.9 and 8.7 months, P = .013", async ({ page }) => {
  await page.getByRole("button", panel("OS by arm")).click();
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("row", { name: /^Patients, events 27 , \d+ 48 , \d+$/ })).toBeVisible();
  await expect(groups.getByRole("row", { name: /^Median, months 15\.9 \(.*\) 8\.7 \(/ })).toBeVisible();
  await expect(page.getByTestId("headline")).toContainText("lived longer than No such therapy.");
  await expect(page.getByTestId("log-rank")).toContainText("P = .013");
});

test("OS by risk score: medians 19.9, 7.6 and 0.9 months in groups of 22, 46 and 7, P < .001", async ({ page }) => {
  await page.getByRole("button", panel("OS by risk score")).click();
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("columnheader")).toHaveText(["95% CI", "0", "1–2", "≥3"]);
  await expect(groups.getByRole("row", { name: /^Patients, events 22 , 13 46 , 42 7 , 7$/ })).toBeVisible();
  await expect(
    groups.getByRole("row", { name: /^Median, months 19\.9 \(11\.1–.*\) 7\.6 \(3\.4–13\.7\) 0\.9 \(0\.3–1\.5\)$/ }),
  ).toBeVisible();
  await expect(page.getByTestId("log-rank")).toHaveText("χ² = 40.0, 2 df, P < .001");
});

test("a filter moves every panel, count and statistic, leaves its own bars, and is undone and redone", async ({
  page,
}) => {
  const filters = page.getByRole("complementary", { name: "Filters" });
  await openFilter(page, "TP53");
  await filters.getByRole("checkbox", { name: /Wild-type|wild-type/ }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("49 of 75 patients");
  await expect(page.getByTestId("subtitle")).toContainText("49 patients");
  // Its own bars still say how many there are.
  await expect(filters.getByText("26", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /Remove the filter TP53: mutated/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("selected")).toHaveText("75 of 75 patients");
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByTestId("selected")).toHaveText("49 of 75 patients");
  await filters.getByRole("button", { name: "clear all" }).click();
  await expect(page.getByTestId("selected")).toHaveText("75 of 75 patients");
});

test("a brush over a histogram and the exact bounds beside it are the same filter", async ({ page }) => {
  const filters = page.getByRole("complementary", { name: "Filters" });
  await openFilter(page, "Age at referral");
  await filters.getByRole("textbox", { name: "Age at referral, from" }).fill("60");
  await filters.getByRole("textbox", { name: "Age at referral, from" }).press("Enter");
  await expect(page.getByRole("button", { name: "Remove the filter Age at referral ≥ 60" })).toBeVisible();
  const selected = page.getByTestId("selected");
  await expect(selected).toHaveText(/^[1-6]\d of 75 patients$/);
  await filters.getByRole("button", { name: "Clear the filter Age at referral" }).click();
  await expect(selected).toHaveText("75 of 75 patients");
  await openFilter(page, "Hemoglobin");
  const histogram = filters.getByRole("img", { name: "Distribution of Hemoglobin" });
  const box = await whenStill(page, () => histogram.boundingBox());
  if (!box) throw new Error("no histogram");
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole("button", { name: /Remove the filter Hemoglobin \d/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(selected).toHaveText("75 of 75 patients");
});

test("a range whose from is above its to says so and is exchanged with one click", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await openFilter(page, "Age at referral");
  for (const [bound, value] of [
    ["from", "70"],
    ["to", "60"],
  ]) {
    await page.getByRole("textbox", { name: `Age at referral, ${bound}` }).fill(value);
    await page.keyboard.press("Enter");
  }
  const said = page.getByText("“From” (70) is above “to” (60), so no value lies in between.");
  await expect(said).toBeVisible();
  await expect(page.getByTestId("selected")).toHaveText("0 of 75 patients");
  await page.getByRole("button", { name: "Exchange" }).click();
  await expect(page.getByRole("button", { name: "Remove the filter Age at referral 60 to 70" })).toBeVisible();
  await expect(said).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("panels are added, duplicated, renamed, moved and deleted", async ({ page }) => {
  const panels = page.getByRole("region", { name: "Panels" });
  const names = () => panels.getByRole("button").allInnerTexts();
  await page.getByRole("button", panel("PFS by arm")).click();
  await page.getByRole("button", { name: "Panel", exact: true }).click();
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(panels.getByRole("button", panel("PFS by arm \\(copy\\)"))).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Panel", exact: true }).click();
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name of the panel" }).fill("Second look");
  await page.keyboard.press("Enter");
  await expect(panels.getByRole("button", panel("Second look"))).toBeVisible();
  await page.getByRole("button", { name: "Panel", exact: true }).click();
  await page.getByRole("button", { name: "Move right" }).click();
  await expect
    .poll(async () => (await names()).map((name) => name.split("\n")[0]))
    .toEqual([
      "Patients by arm",
      "Response by arm",
      "Gene aberrations",
      "PFS by arm",
      "OS by arm",
      "Second look",
      "OS by risk score",
      "Hazard ratios",
      "+",
    ]);
  await page.getByRole("button", { name: "Panel", exact: true }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(panels.getByRole("button", panel("Second look"))).toHaveCount(0);
  await panels.getByRole("button", { name: "+ Add panel" }).click();
  await panels.getByRole("button", { name: "Survival curves (Kaplan–Meier)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Progression-free survival");
});

test("a double click on “+ Add panel” opens the list and adds none; one on a kind adds one", async ({ page }) => {
  const panels = page.getByRole("region", { name: "Panels" });
  const count = () => panels.getByRole("listitem").count();
  const before = await count();
  await panels.getByRole("button", { name: "+ Add panel" }).dblclick();
  const kind = panels.getByRole("button", { name: "Survival curves (Kaplan–Meier)" });
  await expect(kind).toBeVisible();
  expect(await count()).toBe(before);
  await kind.dblclick();
  await expect.poll(count).toBe(before + 1);
});

test("nobody left after filtering is a sentence with a way out", async ({ page }) => {
  const filters = page.getByRole("complementary", { name: "Filters" });
  await openFilter(page, "Treatment arm");
  await filters.getByRole("checkbox", { name: /Gene-aberration-related/ }).uncheck();
  await filters.getByRole("checkbox", { name: /No such therapy/ }).uncheck();
  await expect(page.getByText("The filters leave no patient.").first()).toBeVisible();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await expect(page.getByTestId("groups")).toBeVisible();
});

test("the address carries the filters and the focus, and opens with them again", async ({ page }) => {
  await page.getByRole("button", panel("OS by arm")).click();
  await openFilter(page, "Age at referral");
  await page.getByRole("textbox", { name: "Age at referral, from" }).fill("60");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("selected")).not.toHaveText("75 of 75 patients");
  const selected = (await page.getByTestId("selected").textContent()) ?? "";
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"min":60');
  await page.reload();
  await expect(page.getByTestId("selected")).toHaveText(selected);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overall survival by treatment arm");
});
