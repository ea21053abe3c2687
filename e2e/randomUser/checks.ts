import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectedOf } from "./inNode";
import { settle } from "./settle";

/** Texts and attributes on the page that hold what is no word. */
export const slips = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const slip = /NaN|\bundefined\b|(?<!permutation )\bnull\b(?! hypothesis)|\[object|\bInfinity\b/;
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = walk.currentNode; node; node = walk.nextNode()) {
      const texts =
        node instanceof Element
          ? [...node.attributes].filter(({ name }) => name !== "class").map(({ name, value }) => `${name}="${value}"`)
          : node.parentElement?.matches("script, style")
            ? []
            : [node.textContent ?? ""];
      const where = node instanceof Element ? node.tagName : node.parentElement?.tagName;
      for (const text of texts) if (slip.test(text)) found.push(`<${where}> ${text.slice(0, 120)}`);
    }
    return found;
  });

/** Ends what lies over the page: slides, dialogs, questions; and waits for a file that is being read. */
export async function backToThePage(page: Page): Promise<void> {
  await settle(page, 500);
  await expect(page.getByRole("banner").getByRole("progressbar")).toHaveCount(0, { timeout: 30_000 });
  const over = page.locator("dialog:modal, main[aria-label=Presentation]");
  for (let time = 0; time < 6 && (await over.count()) > 0; time++) {
    await page.keyboard.press("Escape");
    await settle(page);
  }
  await expect(over).toHaveCount(0);
}

/** What shows that a place is there, whole. */
export const signs: Record<string, (page: Page) => Promise<void>> = {
  Data: async (page) => {
    await expect(page.getByRole("heading", { name: "The table", exact: true })).toBeVisible();
    await expect(page.getByText(/^[\d,]+ columns?, [\d,]+ rows? · /).first()).toBeVisible();
  },
  Scores: (page) =>
    expect(
      page.getByRole("textbox", { name: "Name of the score" }).or(page.getByRole("heading", { name: "Start a score" })),
    ).toBeVisible(),
  Methods: (page) => expect(page.getByRole("heading", { name: "Methods" })).toBeVisible(),
  Board: (page) => expect(page.getByTestId("selected")).toBeVisible(),
};

/** Every place has its contents, and the file its rows. */
export async function placesAnswer(page: Page): Promise<void> {
  for (const [place, sign] of Object.entries(signs)) {
    await page.getByRole("navigation", { name: "Places" }).getByRole("button", { name: place, exact: true }).click();
    await sign(page);
    await settle(page);
    expect(await slips(page), `words that are none in ${place}`).toEqual([]);
  }
  const source = page.getByTestId("source");
  await expect(source).toBeVisible();
  if (!(await source.textContent())?.includes("header_only")) await expect(source).not.toContainText(/· 0 (rows|pat)/);
}

/**
 * The numbers of every panel are those the command line gives for the saved board; what it refuses, the page refuses in
 * the same words.
 */
export async function numbersAgree(page: Page): Promise<void> {
  const saved = await savedBoard(page);
  const expected = saved && (await expectedOf(saved));
  if (!expected) return;
  if ("refused" in expected) {
    await expect(page.getByRole("alert").getByText(expected.refused)).toBeVisible();
    return;
  }
  await expect(page.getByTestId("selected")).toHaveText(expected.selected);
  const thumbnails = page.getByRole("region", { name: "Panels" }).locator("button[aria-pressed]");
  await expect(thumbnails).toHaveCount(expected.panels.length);
  for (const [place, { heading, says }] of expected.panels.entries()) {
    await thumbnails.nth(place).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    if ("problem" in says) await expect(page.getByRole("region", { name: "Figure" })).toContainText(says.problem);
    else {
      expect(await copied(page, "Table"), heading).toBe(says.table);
      expect(await copied(page, "Results"), heading).toBe(says.results);
    }
  }
}

/** Null where the page itself says that the board was saved without what looks identifying. */
async function savedBoard(page: Page): Promise<string | null> {
  const close = page.getByRole("button", { name: "Close this message" });
  for (let time = 0; time < 4 && (await close.count()) > 0; time++) await close.first().click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const saved = await readFile(await (await waiting).path(), "utf8");
  await settle(page);
  return (await page.getByText("Saved without the levels, filters and corrections of").count()) > 0 ? null : saved;
}

async function copied(page: Page, what: string): Promise<string> {
  const statistics = page.getByRole("complementary", { name: "Statistics" });
  // The tab that was left is the one that is found again.
  await statistics.getByRole("tab", { name: "Result" }).click();
  await statistics.getByRole("button", { name: what, exact: true }).click();
  await expect(statistics.getByText(`${what} copied`)).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}
