import { expect, type Page, test } from "@playwright/test";
import { pick, showCurves, showData } from "./choose";
import { coarse } from "./coarse";
import { whenStill } from "./still";

// The page's policy forbids the test's own style.
test.use({ bypassCSP: true });

const many = `arm,months,died
${Array.from({ length: 240 }, (_, row) => `Center ${1 + (row % 24)},${1 + ((row * 37) % 61)},${row % 3 ? 1 : 0}`).join("\n")}
`;

async function openMany(page: Page) {
  await page.getByTestId("file").setInputFiles({ name: "many.csv", mimeType: "text/csv", buffer: Buffer.from(many) });
  await showData(page);
  await expect(page.getByTestId("ledger")).toContainText("240");
  const group = page.getByRole("combobox", { name: "Group curves by" });
  await pick(group, "arm");
  await expect(group).toHaveValue("arm");
  await showCurves(page);
  await expect(page.getByTestId("groups").getByRole("row")).toHaveCount(25, { timeout: 40_000 });
}

async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/**
 * What of each printed page lies outside of its box, in pixels, the size of its words in points, and how high its
 * figure is.
 */
async function printed(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const pages = await whenStill(page, () =>
    page.locator("[data-print] article").evaluateAll((articles) =>
      articles.map((article) => {
        const box = article.getBoundingClientRect();
        const inner = [...article.querySelectorAll("svg, td, th, dt, dd, p")].map((part) =>
          part.getBoundingClientRect(),
        );
        return {
          below: Math.max(...inner.map(({ bottom }) => bottom - box.bottom)),
          beside: Math.max(...inner.map(({ right }) => right - box.right)),
          letters: Number.parseFloat(getComputedStyle(article.querySelector("dl") ?? article).fontSize) * 0.75,
          figure: article.querySelector("svg")?.getBoundingClientRect().height ?? 0,
        };
      }),
    ),
  );
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  return pages;
}

/** At least so many pages, or just so many; each holds all that is on it. */
async function expectWholePages(page: Page, least: number, most: number, smallestLetters: number) {
  await page.evaluate(() => document.fonts.ready);
  const count = await pagesOf(page);
  expect(count).toBeGreaterThanOrEqual(least);
  expect(count).toBeLessThanOrEqual(most);
  await expect(page.locator("[data-print]")).toHaveCount(0);
  const pages = await printed(page);
  expect(pages).toHaveLength(count);
  for (const { below, beside, letters, figure } of pages) {
    expect(letters).toBeGreaterThanOrEqual(smallestLetters);
    expect(below).toBeLessThanOrEqual(1);
    expect(beside).toBeLessThanOrEqual(1);
    expect(figure).toBeGreaterThan(150);
  }
}

/** The seven panels of the example, whose 75 lanes of patients go on over further pages. */
const ofExample = [7, 20] as const;

test("printing gives a page a panel, with everything on it", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await expectWholePages(page, ...ofExample, 8);
  await expect(page.locator("[data-print]")).toHaveCount(0);
});

test("printing gives a page a panel where letters are wide and lines high", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await page.addStyleTag({ content: coarse });
  await expectWholePages(page, ...ofExample, 5);
});

test("printing gives one page to a panel of 24 groups, whatever the letters", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await openMany(page);
  await expectWholePages(page, 1, 1, 4);
  await page.addStyleTag({ content: coarse });
  await expectWholePages(page, 1, 1, 2);
});
