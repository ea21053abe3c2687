import { expect, type Page, test } from "@playwright/test";
import { showData } from "./choose";

test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
});

const starts = (row: number) => (row === 3 ? "31/02/2019" : `${String(row + 13)}/03/2019`);
const lines = Array.from(
  { length: 12 },
  (_, row) =>
    `P${row + 1};${row % 2 ? "A" : "B"};${starts(row)};${row + 13}/05/2020;${row % 3 ? "dead" : "alive"};${row === 5 ? 131 : 12 + row / 10}`,
);
const sheet = `id;arm;start of treatment;last visit;status;hb\n${lines.join("\n")}\n`;

async function open(page: Page, text = sheet) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles({ name: "sheet.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { name: "We read “sheet.csv”" })).toBeVisible();
}

const ledger = (page: Page) => page.getByTestId("ledger").first();

test("a cell is corrected where it stands: the patient is in the curve, the correction is listed and undone", async ({
  page,
}) => {
  await open(page);
  await expect(ledger(page)).toContainText(/date not readable.{0,12}−1/);
  await page.getByTitle("Correct start of treatment, row 4", { exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Correct start of treatment, row 4" });
  await expect(dialog).toContainText("Patient P4 · line 5 of the file or its sheet: 31/02/2019");
  await dialog.getByLabel("What it should say").fill("30 February");
  await dialog.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("That is no day. Write it as year-month-day: 2019-02-28.");
  await dialog.getByLabel("What it should say").fill("2019-02-28");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(ledger(page)).toContainText("Patients, all usable12");
  const changed = page.getByTestId("changed");
  await changed.getByText("1 cell corrected by hand").click();
  await expect(changed.getByText("31/02/2019 → 2019-02-28")).toBeVisible();

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(ledger(page)).toContainText(/date not readable.{0,12}−1/);
  await expect(changed.getByText("1 cell corrected by hand")).toHaveCount(0);
});

test("a correction follows its patient into a later cut, and is said and forgotten where it fits no more", async ({
  page,
}) => {
  await open(page);
  await page.getByTitle("Correct hb, row 6", { exact: true }).click();
  await page.getByLabel("What it should say").fill("13.1");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 cell corrected by hand")).toBeVisible();
  const [head, ...rest] = sheet.trim().split("\n");
  const cut = (rows: string[]) => ({
    name: "later.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${[head, "P0;A;01/03/2019;17/05/2020;dead;11", ...rows].join("\n")}\n`),
  });
  await page.getByTestId("file").setInputFiles(cut(rest));
  await page.getByRole("button", { name: /A new data cut/ }).click();
  // The next is given before this one is answered.
  await page.getByTestId("file").setInputFiles(cut(rest.map((line) => line.replace(";131", ";128"))));
  await page.getByRole("button", { name: /A new data cut/ }).click();
  const note = page.getByText("1 correction of cells does not fit this file and is not applied: “hb”, row 6.");
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Forget these corrections" }).click();
  await expect(note).toHaveCount(0);
});

test("cells are reached and corrected by keys", async ({ page }) => {
  await open(page);
  await page.getByTitle("Correct id, row 1", { exact: true }).focus();
  for (const key of ["ArrowDown", "ArrowRight", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog", { name: "Correct arm, row 2" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTitle("Correct arm, row 2", { exact: true })).toBeFocused();
});

test("every row of the table is reached, with its line of the file, what was changed in it, and its cells to correct", async ({
  page,
}) => {
  const many = Array.from(
    { length: 63 },
    (_, row) =>
      `P${row + 1};${row % 2 ? "A" : "B"};${row + 1};${row % 3 ? "dead" : "alive"};${row === 40 ? "NA" : row}`,
  );
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const text = `Export of the ward\n\nid;arm;months;status;hb\n${many.join("\n")}\n`;
  await page.getByTestId("file").setInputFiles({ name: "sheet.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await showData(page);
  const pages = page.getByRole("navigation", { name: "Rows of the table" });
  await expect(pages).toContainText("Rows 1 to 25 of 63");
  await pages.getByRole("button", { name: "Later rows" }).click();
  await expect(pages).toContainText("Rows 26 to 50 of 63");
  // Two lines and a header stand above the first.
  const row = page.getByRole("row", { name: /^41 · 44 / });
  await expect(row).toContainText("P41");
  await expect(row.locator("mark")).toHaveText("NA");
  await pages.getByLabel("Go to row").fill("63");
  await pages.getByLabel("Go to row").press("Enter");
  await expect(pages).toContainText("Rows 51 to 63 of 63");
  await expect(pages.getByRole("button", { name: "Later rows" })).toBeDisabled();
  await page.getByTitle("Correct hb, row 63", { exact: true }).click();
  await page.getByLabel("What it should say").fill("11");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row", { name: /^63 · 66 / }).locator("mark")).toHaveText("11");
});
