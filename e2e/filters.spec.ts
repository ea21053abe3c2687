import { expect, type Page, test } from "@playwright/test";
import { openFilter, pick, showCurves } from "./choose";

const rail = (page: Page) => page.getByRole("complementary", { name: "Filters" });
const line = (page: Page, name: string) => rail(page).getByRole("button", { name, exact: true });

async function openExample(page: Page) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
}

/** A cohort of 40 sites, two arms and so many numbers. */
async function openSites(page: Page, numbers = 1) {
  const head = ["arm", "months", "died", "site", ...Array.from({ length: numbers }, (_, at) => `marker ${at + 1}`)];
  const row = (at: number) => [
    at % 2 ? "A" : "B",
    1 + ((at * 7) % 50),
    at % 3 ? 1 : 0,
    `Site ${String(1 + (at % 40)).padStart(2, "0")}`,
    ...Array.from({ length: numbers }, (_, column) => ((at * 31 + column) % 97) / 10),
  ];
  const text = [head, ...Array.from({ length: 120 }, (_, at) => row(at))].map((cells) => cells.join(",")).join("\n");
  await page.getByTestId("file").setInputFiles({ name: "sites.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await showCurves(page);
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 40_000 });
}

test("an idle filter is one line that opens by click and key; an active one stays open with what it keeps", async ({
  page,
}) => {
  await openExample(page);
  await expect(rail(page).getByRole("checkbox")).toHaveCount(0);
  for (const name of ["Treatment arm", "Age at referral", "TP53"])
    expect((await line(page, name).boundingBox())?.height).toBeLessThan(40);
  await line(page, "TP53").click();
  await expect(line(page, "TP53")).toHaveAttribute("aria-expanded", "true");
  await expect(rail(page).getByRole("checkbox")).toHaveCount(2);
  await line(page, "TP53").press("Enter");
  await expect(rail(page).getByRole("checkbox")).toHaveCount(0);
  await line(page, "TP53").press("Enter");
  await rail(page)
    .getByRole("checkbox", { name: /wild-type/ })
    .uncheck();
  // Which are open is no part of the board: undo takes back the tick alone.
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("selected")).toHaveText("75 of 75 patients");
  await expect(line(page, "TP53")).toHaveAttribute("aria-expanded", "true");
  await rail(page)
    .getByRole("checkbox", { name: /wild-type/ })
    .uncheck();
  await expect(line(page, "TP53")).toHaveCount(0);
  await expect(rail(page).getByRole("listitem").filter({ hasText: "TP53" })).toContainText("mutatedclear");
  await rail(page).getByRole("button", { name: "Clear the filter TP53" }).press("Enter");
  await expect(line(page, "TP53")).toBeFocused();
  await expect(line(page, "TP53")).toHaveAttribute("aria-expanded", "false");
});

test("one of 40 levels is two clicks, or found by its name; all and none are one each", async ({ page }) => {
  await openExample(page);
  await openSites(page);
  const selected = page.getByTestId("selected");
  await pick(rail(page).getByRole("combobox", { name: "Filter by" }), "Site");
  await expect(line(page, "Site")).toBeFocused();
  await rail(page).getByText("Site 03", { exact: true }).hover();
  await rail(page).getByRole("button", { name: "Only Site 03" }).click();
  await expect(selected).toHaveText("3 of 120 patients");
  await rail(page).getByRole("button", { name: "None of Site", exact: true }).click();
  await expect(selected).toHaveText("0 of 120 patients");
  await rail(page).getByRole("button", { name: "All of Site", exact: true }).click();
  await expect(selected).toHaveText("120 of 120 patients");
  const search = rail(page).getByRole("textbox", { name: "Search the values of site" });
  await search.fill("site 1");
  await expect(rail(page).getByRole("checkbox")).toHaveCount(13);
  await rail(page).getByRole("button", { name: "only these 13" }).click();
  await expect(selected).toHaveText("39 of 120 patients");
  await search.press("Escape");
  await expect(rail(page).getByRole("checkbox")).toHaveCount(40);
});

test("a level is found in its column by its own name, as a filter in two clicks and in what splits the figure", async ({
  page,
}) => {
  await openExample(page);
  await openSites(page);
  const selected = page.getByTestId("selected");
  const add = rail(page).getByRole("combobox", { name: "Filter by" });
  for (const level of ["Site 03", "Site 17"]) {
    await add.click();
    await add.fill(level);
    await page.getByRole("option", { name: `Site: ${level}`, exact: true }).click();
    await expect(
      rail(page)
        .getByRole("listitem")
        .filter({ hasText: `Site${level}` }),
    ).toHaveCount(1);
    await expect(selected).toHaveText("3 of 120 patients");
  }
  const group = page.getByRole("combobox", { name: "Group", exact: true });
  await group.click();
  await group.fill("site 17");
  await page.getByRole("option", { name: "Site: Site 17", exact: true }).click();
  await page.getByRole("option", { name: "the 3 most frequent and other", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("site (3 most frequent)");
});

test("the counts of a filter are those under the other filters, its own choice aside", async ({ page }) => {
  await openExample(page);
  await openFilter(page, "TP53");
  await openFilter(page, "RB1");
  await rail(page).getByRole("button", { name: "Only mutated" }).press("Enter");
  const counts = () =>
    rail(page)
      .getByTitle(/under the other filters$/)
      .allTextContents();
  const selected = page.getByTestId("selected");
  // R: table(cohort$tp53, cohort$rb1) has 24 intact and 25 lost of the 49 mutated, 17 and 9 of the 26 others.
  await expect(selected).toHaveText("49 of 75 patients");
  expect(await counts()).toEqual(["49", "26", "24/41", "25/34"]);
  await rail(page).getByRole("button", { name: "Only intact" }).press("Enter");
  await expect(selected).toHaveText("24 of 75 patients");
  expect(await counts()).toEqual(["24/49", "17/26", "24/41", "25/34"]);
});

test("bars are as long as their levels are large, and dark as far as they are kept", async ({ page }) => {
  await openExample(page);
  await openFilter(page, "TP53");
  const widths = (name: string) =>
    rail(page)
      .getByRole("listitem")
      .filter({ has: page.getByRole("checkbox", { name: new RegExp(`^${name}`) }) })
      .last()
      .locator("svg rect")
      .evaluateAll((rects) => rects.map((rect) => Math.round(Number.parseFloat(rect.getAttribute("width") ?? ""))));
  expect(await widths("mutated")).toEqual([100, 100]);
  expect(await widths("wild-type")).toEqual([53, 53]);
  await rail(page)
    .getByRole("checkbox", { name: /^wild-type/ })
    .uncheck();
  expect(await widths("wild-type")).toEqual([53]);
});

test("a range beyond the data says so", async ({ page }) => {
  await openExample(page);
  await openFilter(page, "Age at referral");
  const from = rail(page).getByRole("textbox", { name: "Age at referral, from" });
  await from.fill("90");
  await from.press("Enter");
  await expect(
    rail(page).getByText("“From” (90) is above the greatest value (79), so no value is kept."),
  ).toBeVisible();
  await from.fill("20");
  await from.press("Enter");
  await expect(rail(page).getByText("Leaves nobody out at that end: the least value is 31.")).toBeVisible();
});

test("among 2,000 columns a filter is found by typing, with keys alone, without a pause", async ({ page }) => {
  test.setTimeout(180_000);
  await openExample(page);
  await openSites(page, 2000);
  const field = rail(page).getByRole("combobox", { name: "Filter by" });
  await expect(field).toHaveAttribute("placeholder", /^\+ Filter by… \d,\d{3} columns, type to search$/);
  await field.focus();
  await page.keyboard.press("ArrowDown");
  const options = page.getByRole("listbox").getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-setsize", /^\d{4}$/);
  expect(await options.count()).toBeLessThan(60);
  await page.keyboard.insertText("marker 1987");
  const found = page.getByRole("option", { name: "Marker 1987", exact: true });
  await expect(found).toHaveAttribute("data-active", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await found.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(line(page, "Marker 1987")).toBeFocused();
  await expect(rail(page).getByRole("img", { name: "Distribution of marker 1987" })).toBeVisible();
});

test("a picker is closed by Escape and by leaving, and then is as it was", async ({ page }) => {
  await openExample(page);
  const group = page.getByRole("region", { name: "Figure" }).getByRole("combobox", { name: "Group" });
  await expect(group).toHaveValue("Risk score");
  await group.click();
  await expect(page.getByRole("option", { name: "Risk score", exact: true })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.insertText("nothing of this name");
  await expect(page.getByText("Nothing has this in its name.")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(group).toHaveValue("Risk score");
  await group.fill("tp");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(group).toHaveValue("Risk score");
  await group.fill("tp53");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overall survival by TP53");
  await page.keyboard.press("Control+z");
  await expect(group).toHaveValue("Risk score");
});

test("on a phone filters are lines, and nothing of an open list leaves the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openExample(page);
  await line(page, "TP53").click();
  await expect(rail(page).getByRole("button", { name: "Only mutated" })).toBeVisible();
  const field = rail(page).getByRole("combobox", { name: "Filter by" });
  await field.click();
  const list = await page.getByRole("listbox").locator("..").boundingBox();
  if (!list) throw new Error("no list");
  expect(list.x).toBeGreaterThanOrEqual(0);
  expect(list.x + list.width).toBeLessThanOrEqual(390);
  expect(list.y).toBeGreaterThanOrEqual(0);
  expect(list.y + list.height).toBeLessThanOrEqual(844);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
