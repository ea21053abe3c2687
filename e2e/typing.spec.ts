import { expect, type Locator, type Page, test } from "@playwright/test";
import { openFilter } from "./choose";

const selected = (page: Page) => page.getByTestId("selected");

/** Another answer, asked for without a pointer or key: a level of TP53 is taken out or in again. */
async function anotherAnswer(page: Page): Promise<void> {
  const before = await selected(page).textContent();
  await page
    .getByRole("complementary", { name: "Filters" })
    .getByRole("checkbox", { name: /wild-type/ })
    .evaluate((box: HTMLInputElement) => box.click());
  await expect(selected(page)).not.toHaveText(before ?? "");
}

/** Types letter by letter, an answer after each; the field holds what was typed so far, and the focus. */
async function typedWhileAnswersCome(page: Page, field: Locator, text: string): Promise<void> {
  for (let at = 1; at <= text.length; at++) {
    await page.keyboard.type(text.charAt(at - 1));
    await anotherAnswer(page);
    await expect(field).toHaveValue(text.slice(0, at));
    await expect(field).toBeFocused();
  }
}

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await openFilter(page, "TP53");
});

test("what is typed into a picker stays while answers come, and so does the entry that Enter takes", async ({
  page,
}) => {
  const group = page.getByRole("region", { name: "Figure" }).getByRole("combobox", { name: "Group" });
  await group.focus();
  await typedWhileAnswersCome(page, group, "tre");
  await expect(group).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Enter");
  await expect(group).toHaveValue("Treatment arm");
  // A letter after the choice begins anew.
  await page.keyboard.type("t");
  await expect(group).toHaveValue("t");
  await page.keyboard.press("Escape");

  const rail = page.getByRole("complementary", { name: "Filters" });
  await rail.getByRole("combobox", { name: "Filter by" }).focus();
  await page.keyboard.type("a");
  for (let time = 0; time < 3; time++) await page.keyboard.press("ArrowDown");
  const active = page.locator("[role=option][data-active=true]");
  const pointed = (await active.textContent()) ?? "";
  await anotherAnswer(page);
  await expect(active).toHaveText(pointed);
  await page.keyboard.press("Enter");
  await expect(rail.getByRole("button", { name: pointed, exact: true })).toBeVisible();
});

test("the filter that was just added takes the focus, but not from somebody who types the next one", async ({
  page,
}) => {
  const rail = page.getByRole("complementary", { name: "Filters" });
  const by = rail.getByRole("combobox", { name: "Filter by" });
  await by.focus();
  await page.keyboard.type("albumin");
  await page.keyboard.press("Enter");
  await expect(rail.getByRole("button", { name: "Albumin", exact: true })).toBeFocused();
  await by.focus();
  await page.keyboard.type("body mass");
  // The next letter before the answer with the new filter is there, however quick: a key's own work is done, and nothing else.
  await by.evaluate(async (field) => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    await Promise.resolve();
    document.execCommand("insertText", false, "n");
  });
  await expect(rail.getByRole("button", { name: "Body mass index", exact: true })).toBeVisible();
  await page.keyboard.type("eu");
  await expect(by).toHaveValue("neu");
  await expect(by).toBeFocused();
});

test("a text is not exchanged for the answer's own while it is written", async ({ page }) => {
  await page.getByTestId("subtitle").getByRole("button").click();
  const field = page.getByRole("textbox", { name: /^Subtitle/ });
  await page.keyboard.press("Control+a");
  await typedWhileAnswersCome(page, field, "All");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("subtitle")).toHaveText("All");
});
