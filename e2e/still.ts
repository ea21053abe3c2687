import { expect, type Page } from "@playwright/test";
import { settle } from "./randomUser/settle";

/**
 * What is read once two readings with frames between them are the same: what glides or is laid out anew has come to its
 * end.
 */
export async function whenStill<T>(page: Page, read: () => Promise<T>): Promise<T> {
  let last = await read();
  await expect(async () => {
    await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
    const before = last;
    last = await read();
    expect<unknown>(last).toEqual(before);
  }).toPass({ intervals: [50] });
  return last;
}

/** Until nothing of the page has changed for a moment; `watchChanges` has to stand before the page is opened. */
export async function expectQuiet(page: Page): Promise<void> {
  expect(await settle(page, 500, 20_000), "the page comes to rest").toBe(true);
}

/** The address and the tab hold the settings of the own file and its fingerprint: nothing is at work any more. */
export const expectKept = (page: Page) =>
  expect.poll(() => page.evaluate(() => sessionStorage.getItem("meierboard-open"))).toMatch(/"sha256":"[0-9a-f]{64}"/);

/** The slide is the one of this number, from 1. */
export async function expectSlide(page: Page, number: number): Promise<void> {
  const button = page
    .getByRole("navigation", { name: "Slides" })
    .getByRole("button")
    .nth(number - 1);
  await expect(button).toHaveAttribute("aria-current", "true");
}
