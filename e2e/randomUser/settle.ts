import type { Page } from "@playwright/test";

/** Lets the page say how long it has not changed. */
export const watchChanges = (page: Page) =>
  page.addInitScript(() => {
    let last = performance.now();
    const changed = () => {
      last = performance.now();
    };
    new MutationObserver(changed).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    Object.assign(window, { quietFor: () => performance.now() - last });
  });

/** Until nothing has changed for a moment, or at most the time given; says whether it came to rest. */
export function settle(page: Page, quiet = 80, longest = 4000): Promise<boolean> {
  return page
    .waitForFunction((least) => (window as unknown as { quietFor(): number }).quietFor() > least, quiet, {
      polling: 30,
      timeout: longest,
    })
    .then(
      () => true,
      () => false,
    );
}
