import { expect, type Page, test } from "@playwright/test";
import { openFilter } from "./choose";
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
  await openFilter(page, "TP53");
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
  const pinned = page.getByTestId("pinned-reading");
  await expect(pinned.getByRole("button", { name: "Copy" })).toBeVisible();
  await expect(reading).toHaveCount(0);
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
  await expect(reading).toContainText("given alive at");
  await expect(reading).toContainText("Difference, Gene-aberration-related less No such therapy");
  await expect(pinned).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(reading.or(pinned)).toHaveCount(0);
});

test("a click close to a step finds the patients behind it, and between steps no button leads to nobody", async ({
  page,
}) => {
  const figure = page.getByRole("application", { name: /^Figure/ });
  const pinned = page.getByTestId("pinned-reading");
  const box = await figure.boundingBox();
  if (!box) throw new Error("no figure");
  let ended = 0;
  for (let x = 150; x < box.width - 160; x += 29) {
    await figure.click({ position: { x, y: 120 } });
    await expect(pinned).toHaveCount(1);
    const ending = pinned.getByRole("button", { name: "Patients ending here" });
    if ((await ending.count()) > 0) {
      ended++;
      await ending.click();
      const rows = page.getByRole("dialog");
      await expect(rows.getByRole("row")).not.toHaveCount(0);
      await expect(rows.locator("tbody tr").first()).toBeVisible();
      await page.keyboard.press("Escape");
    }
    await pinned.getByRole("button", { name: "Unpin" }).click();
  }
  expect(ended).toBeGreaterThan(5);
});

test("a pinned reading is whole at every width", async ({ page }) => {
  for (const width of [1440, 1024, 390, 320]) {
    await page.setViewportSize({ width, height: 860 });
    const figure = page.getByRole("application", { name: /^Figure/ });
    await figure.click({ position: { x: ((await figure.boundingBox())?.width ?? 0) * 0.55, y: 140 } });
    const pinned = page.getByTestId("pinned-reading");
    await expect(pinned).toHaveCount(1);
    const { left, right, clipped } = await pinned.evaluate((strip) => {
      const { left, right } = strip.getBoundingClientRect();
      return { left, right, clipped: strip.scrollWidth > strip.clientWidth };
    });
    expect([left >= 0, right <= width, clipped]).toEqual([true, true, false]);
    await pinned.getByRole("button", { name: "Unpin" }).click();
  }
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
