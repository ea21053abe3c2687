import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signs } from "./randomUser/checks";
import { watchChanges } from "./randomUser/settle";
import { expectQuiet } from "./still";

for (const colorScheme of ["light", "dark"] as const) {
  test(`every place passes WCAG 2.2 AA as far as a machine can see, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await watchChanges(page);
    await page.goto("/");
    await expect(page.getByTestId("groups")).toBeVisible();
    for (const [place, sign] of Object.entries(signs)) {
      await page.getByRole("button", { name: place, exact: true }).click();
      await sign(page);
      await expectQuiet(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${place}: ${id} ${nodes.map(({ target }) => target).join(" ")}`),
      ).toEqual([]);
    }
    await context.close();
  });
}

test("the curves are read by keyboard, and the figure says in a sentence what it shows", async ({ page }) => {
  await page.goto("/");
  const figure = page.getByTestId("figure");
  await expect(
    figure.getByRole("img", {
      name: /^Kaplan–Meier curves of Overall survival by risk score, 3 groups: 75 patients, 62 events\./,
    }),
  ).toBeVisible();
  await page.getByRole("application", { name: /^Figure/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("reading")).toContainText("22 at risk");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("reading")).toHaveCount(0);
});

test("nothing moves once the page is there", async ({ page }) => {
  await watchChanges(page);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await expectQuiet(page);
  const shifted = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
  expect(shifted).toBeLessThan(0.02);
});

test("on a phone the figure comes first and nothing is wider than the screen", async ({ page }) => {
  await watchChanges(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(page.getByTestId("figure")).toBeInViewport();
  await expect(page.getByTestId("groups")).toBeVisible();
  await expectQuiet(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await page.getByTestId("figure").boundingBox())?.height).toBeLessThan(600);
});
