import { expect, type Page } from "@playwright/test";

/**
 * Begins to present, and waits until the slides have the whole screen, as somebody who sees them would: while a window changes its size,
 * a browser may drop a key.
 */
export async function present(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Present" }).click();
  await expect(page.getByRole("main", { name: "Presentation" })).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
}
