import { expect, type Page, test } from "@playwright/test";
import { textWidth } from "../lib/figure/text";
import { coarse } from "./coarse";
import { present } from "./presenting";
import { expectSlide, whenStill } from "./still";

// The page's policy forbids the test's own style.
test.use({ bypassCSP: true });

/** Texts of the figures that the browser sets wider than they were laid out for. */
async function tooWide(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const letters = page.locator("svg text, svg tspan");
  await expect.poll(() => letters.count(), "texts of the figures").toBeGreaterThan(20);
  const texts = await whenStill(page, () =>
    letters.evaluateAll((elements) =>
      elements
        .filter((element) => element.children.length === 0)
        .map((element) => {
          const { fontSize, fontWeight } = getComputedStyle(element);
          const width = (element as SVGTextElement).getComputedTextLength();
          return {
            text: element.textContent ?? "",
            size: Number.parseFloat(fontSize),
            weight: Number(fontWeight),
            width,
          };
        }),
    ),
  );
  return texts
    .filter(({ text, size, weight, width }) => width > 1.01 * textWidth(text, size, weight >= 600 ? 600 : 400))
    .map(({ text, width }) => `${text} (${width.toFixed(1)})`);
}

test("no text of a figure is wider than it was laid out for, on the board and on slides", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  expect(await tooWide(page)).toEqual([]);
  await present(page);
  await expect(page.getByTestId("slide-figure").locator("svg")).toBeVisible();
  expect(await tooWide(page)).toEqual([]);
});

test("no statistic of a slide is cut where letters are wide and lines high", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await page.addStyleTag({ content: coarse });
  await present(page);
  const statistics = page.getByRole("complementary", { name: "Statistics" });
  await page.keyboard.press("Home");
  for (let slide = 1; slide <= 4; slide++) {
    await expectSlide(page, slide);
    await expect(statistics.locator("p").first()).toBeVisible();
    const cut = await whenStill(page, () =>
      statistics.evaluate((box) => {
        const bottom = box.parentElement?.getBoundingClientRect().bottom ?? 0;
        const parts = [...box.querySelectorAll("p")].map((part) => part.getBoundingClientRect().bottom - bottom);
        return Math.max(...parts, box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth);
      }),
    );
    expect(cut).toBeLessThanOrEqual(1);
    await page.keyboard.press("ArrowRight");
  }
});
