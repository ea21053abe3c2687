import { expect, type Locator, type Page, test } from "@playwright/test";
import { goTo, openFilter } from "./choose";

/** Opens a dialog by Enter on what opens it; Escape closes it and the focus is back there. */
async function opensAndGivesBack(page: Page, opener: Locator, name: string | RegExp, byKey = "Enter"): Promise<void> {
  await opener.focus();
  await page.keyboard.press(byKey);
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
}

/** The same where the dialog is closed by its own button. */
async function closesAndGivesBack(page: Page, opener: Locator, name: string | RegExp, close: string): Promise<void> {
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name });
  await dialog.getByRole("button", { name: close, exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
}

test("every dialog opens by key, closes by Escape or its button, and gives the focus back", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();

  const table = page.getByRole("button", { name: "Data table" });
  await opensAndGivesBack(page, table, "The figure as a table");
  await closesAndGivesBack(page, table, "The figure as a table", "Close");

  const events = page
    .getByTestId("groups")
    .getByTitle(/^Show the rows/)
    .first();
  await opensAndGivesBack(page, events, /patients/);
  await closesAndGivesBack(page, events, /patients/, "Close");

  const menu = page.getByRole("button", { name: "Export", exact: true });
  for (const close of ["Escape", "Close"]) {
    await menu.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "PDF", exact: true })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Export" });
    await expect(dialog).toBeVisible();
    if (close === "Close") await dialog.getByRole("button", { name: "Close" }).press("Enter");
    else await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(menu).toBeFocused();
  }

  await menu.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "SQL for a warehouse" }).press("Enter");
  const query = page.getByRole("dialog", { name: "SQL for a warehouse" });
  await expect(query).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(query).toHaveCount(0);
  await expect(menu).toBeFocused();

  const panel = page.getByRole("button", { name: "Panel", exact: true });
  await panel.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Notes for who presents" }).press("Enter");
  const notes = page.getByRole("dialog", { name: "Notes" });
  await expect(notes.getByRole("textbox", { name: "Notes" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(notes).toHaveCount(0);
  await expect(panel).toBeFocused();

  await goTo(page, "Data");
  const column = page.getByRole("button", { name: /^Settings of arm/ }).first();
  await opensAndGivesBack(page, column, "Settings of arm");
  await closesAndGivesBack(page, column, "Settings of arm", "Close");

  await goTo(page, "Scores");
  const coefficients = page.getByRole("button", { name: "Coefficients", exact: true });
  await opensAndGivesBack(page, coefficients, "Score from coefficients");
  await closesAndGivesBack(page, coefficients, "Score from coefficients", "Cancel");

  // Closed and opened again at once, before the browser has told of the closing.
  for (const key of ["Enter", "Escape", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog", { name: "Score from coefficients" })).toBeVisible();
});

test("the question what a file is opens over what is there, and Escape leaves everything as it was", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const own = (name: string) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(`id,time,status\n${Array.from({ length: 20 }, (_, i) => `${i},${i + 1},${i % 2}`).join("\n")}`),
  });
  await page.getByTestId("file").setInputFiles(own("first.csv"));
  await expect(page.getByTestId("source")).toContainText("first.csv");
  const opener = page.getByRole("button", { name: "Open file" });
  await opener.focus();
  await page.getByTestId("file").setInputFiles(own("second.csv"));
  const dialog = page.getByRole("dialog", { name: "What is “second.csv”?" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page.getByTestId("source")).toContainText("first.csv");
});

test("menus are walked by arrows, Home and End; Escape and a choice give the focus back, Tab goes on", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const entry = (name: string) => page.getByRole("button", { name, exact: true });

  const panel = entry("Panel");
  await panel.focus();
  await page.keyboard.press("ArrowDown");
  await expect(entry("Rename")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(entry("Notes for who presents")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(entry("Duplicate")).toBeFocused();
  await page.keyboard.press("End");
  await expect(entry("Delete")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(entry("Rename")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(entry("Delete")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(entry("Rename")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(entry("Rename")).toHaveCount(0);
  await expect(panel).toBeFocused();

  await page.keyboard.press("ArrowUp");
  await expect(entry("Delete")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(entry("Delete")).toHaveCount(0);
  await expect(panel).not.toBeFocused();

  // What opens in the place of a button gives the focus back as well, and Escape leaves what was there.
  for (const [end, title] of [
    ["Escape", "OS by risk score"],
    ["Enter", "Renamed"],
  ] as const) {
    await panel.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Name of the panel" })).toBeFocused();
    await page.keyboard.insertText("Renamed");
    await page.keyboard.press(end);
    await expect(panel).toBeFocused();
    await expect(page.getByRole("region", { name: "Panels" }).locator("[aria-pressed=true]")).toContainText(title);
  }
  await page.keyboard.press("Control+z");

  const title = page.getByRole("button", { name: "Change the title" }).or(page.getByTitle("Change the title"));
  await title.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Another");
  await page.keyboard.press("Escape");
  await expect(title).toBeFocused();
  await expect(title).not.toContainText("Another");

  const add = entry("+ Add panel");
  await add.focus();
  await page.keyboard.press("Enter");
  const kinds = page.getByRole("group", { name: "Kind of panel" });
  await expect(kinds.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(kinds.getByRole("button").last()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(add).toBeFocused();

  await goTo(page, "Scores");
  const score = page.getByRole("button", { name: "Score", exact: true });
  await score.focus();
  await page.keyboard.press("Enter");
  await expect(entry("Save as a file")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(score).toBeFocused();
});

test("a field counts by Enter and keeps the focus, is put back by Escape, and marks what it cannot use", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const selected = page.getByTestId("selected");
  await openFilter(page, "Age at referral");
  const bound = page.getByRole("textbox", { name: /, from$/ }).first();
  const before = await bound.inputValue();
  const all = await selected.textContent();

  await bound.fill("abc");
  await bound.press("Enter");
  await expect(bound).toHaveAttribute("aria-invalid", "true");
  await expect(selected).toHaveText(all ?? "");
  await bound.press("Escape");
  await expect(bound).toHaveValue(before);
  await expect(bound).not.toHaveAttribute("aria-invalid", "true");
  await expect(bound).toBeFocused();

  await bound.fill("60");
  await bound.press("Enter");
  await expect(selected).not.toHaveText(all ?? "");
  await expect(bound).toBeFocused();
  // Nothing typed waits there: undo is the board's.
  await page.keyboard.press("Control+z");
  await expect(selected).toHaveText(all ?? "");
  await expect(bound).toHaveValue(before);

  // In a dialog Escape puts back what is typed first, and closes after that.
  await goTo(page, "Data");
  await page
    .getByRole("button", { name: /^Settings of arm/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: "Settings of arm" });
  const shown = dialog.getByRole("textbox", { name: "Shown as" });
  const name = await shown.inputValue();
  await shown.fill("Therapy");
  await shown.press("Escape");
  await expect(shown).toHaveValue(name);
  await expect(dialog).toBeVisible();
  await shown.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("a click beside a dialog closes it only where nothing is lost", async ({ page }) => {
  await page.goto("/");
  await page
    .getByTestId("groups")
    .getByTitle(/^Show the rows/)
    .first()
    .click();
  const rows = page.getByRole("dialog", { name: /patients/ });
  await expect(rows).toBeVisible();
  await page.mouse.click(4, 4);
  await expect(rows).toHaveCount(0);

  await goTo(page, "Scores");
  await page.getByRole("button", { name: "Coefficients", exact: true }).click();
  const paste = page.getByRole("dialog", { name: "Score from coefficients" });
  await paste.getByRole("textbox").fill("age 0.017");
  await page.mouse.click(4, 4);
  await expect(paste.getByRole("textbox")).toHaveValue("age 0.017");
});
