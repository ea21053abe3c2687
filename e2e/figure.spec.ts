import { expect, type Page, test } from "@playwright/test";
import { whenStill } from "./still";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /^OS by arm/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overall survival by treatment arm");
  await expect(page.getByTestId("groups")).toBeVisible();
  await expect(page.getByTestId("figure").locator('[data-part="curve"] path').first()).toBeAttached();
});

const curves = (page: Page) =>
  page
    .getByTestId("figure")
    .locator('[data-part="curve"] path')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")));

test("curves glide to where a filter puts them and end exactly there", async ({ page }) => {
  await page.getByRole("button", { name: "Freeze curves" }).click();
  await page
    .getByRole("complementary", { name: "Filters" })
    .getByRole("checkbox", { name: /wild-type/i })
    .uncheck();
  await expect(page.getByTestId("subtitle")).toContainText("49 patients");
  await expect(page.getByRole("region", { name: "Frozen curves and now" })).toContainText("48 → 29 patients");
  const frozen = page.getByRole("button", { name: /^Frozen: 75 patients/ });
  await frozen.click();
  await expect(frozen).toHaveCount(0);
  const settled = await whenStill(page, () => curves(page));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByTestId("subtitle")).toContainText("49 patients");
  await expect.poll(() => curves(page)).toEqual(settled);
});

test("the figure is read by keys, pinned, and read given alive there", async ({ page }) => {
  const figure = page.getByRole("application", { name: /^Figure/ });
  await figure.focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowRight");
  const reading = page.getByTestId("reading");
  await expect(reading).toContainText("at risk");
  await page.keyboard.press("Enter");
  await expect(reading.getByRole("button", { name: "Copy" })).toBeVisible();
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
  await expect(reading).toContainText("given alive at");
  await expect(reading).toContainText("Difference, Gene-aberration-related less No such therapy");
  await page.keyboard.press("Escape");
  await expect(reading).toHaveCount(0);
});

test("zooming and hiding change the view and no number, each is undone in one step", async ({ page }) => {
  const groups = page.getByTestId("groups");
  const subtitle = page.getByTestId("subtitle");
  const numbers = (await groups.textContent()) ?? "";
  const said = (await subtitle.textContent()) ?? "";
  const axis = page.getByRole("application", { name: /^Time axis/ });
  await axis.focus();
  await page.keyboard.press("+");
  await expect(page.getByRole("button", { name: /^Zoom view .* months, numbers unchanged/ })).toBeVisible();
  await expect(page.getByTestId("caption")).toContainText("all follow-up enters the estimates");
  await page.getByTestId("figure").locator('[data-part="table-group"] text').first().click();
  await expect(page.getByRole("button", { name: /^Gene-aberration-related not drawn/ })).toBeVisible();
  await expect(groups).toHaveText(numbers);
  await expect(subtitle).toHaveText(said);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /not drawn/ })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /^Zoom view/ })).toHaveCount(0);
});
