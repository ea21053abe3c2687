import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { answer, openFilter, showCurves, showData } from "./choose";
import { expectKept } from "./still";

// The browser asks before it leaves an own file; where nobody answers, the page would stay.
test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
});

const cohort = `\uFEFFpatient;treatment;fu_months;vital;age\r
P1;A;12;dead;61\r
P2;B;3;dead;70\r
P3;A;24;alive;55\r
P4;B;8;dead;66\r
P5;A;;dead;49\r
P6;B;15;unknown;58\r
P7;A;9;;47\r
P8;B;6;alive;73\r
`;

const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, text],
  );

test("a dropped file is mapped, filtered and exported", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await drop(page, "cohort.csv", cohort);
  await showData(page);
  await expect(page.getByText("5 columns, 8 rows")).toBeVisible();
  await expect(
    page.getByText("Time and event columns: by their names: time “fu_months” with event “vital”."),
  ).toBeVisible();

  // Nothing is guessed: the curve waits until every value has a meaning.
  await expect(page.getByRole("heading", { name: "1 question; the curves wait for it" })).toBeVisible();
  await answer(page, "unknown in vital means", "leave out");
  await expect(page.getByTestId("coding-os")).toHaveText(
    "event = dead (4), censored = alive (2), left out = unknown (1)",
  );
  const ledger = page.getByTestId("ledger");
  await expect(ledger).toContainText("Rows in the file8");
  await expect(ledger).toContainText(/time missing.{0,12}−1/);
  await expect(ledger).toContainText(/event missing.{0,12}−1/);
  await expect(ledger).toContainText(/event value excluded by you.{0,12}−1/);
  await expect(ledger).toContainText("Usable patients5");

  await expect(page.getByRole("combobox", { name: "Group curves by" })).toHaveValue("treatment");
  await showCurves(page);
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("columnheader")).toHaveText(["95% CI", "A", "B"]);
  await expect(groups.getByRole("row", { name: /^Patients, events 2 , 1 3 , 2$/ })).toBeVisible();

  await openFilter(page, "Age");
  await page.getByRole("textbox", { name: "age, to" }).fill("70");
  await page.keyboard.press("Enter");
  await expect(groups.getByRole("row", { name: /^Patients, events \d , \d 2 , 2$/ })).toBeVisible();

  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "CSV, curves" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const csv = await readFile(await (await waiting).path(), "utf8");
  const [header, ...lines] = csv.trim().split(/\r?\n/);
  expect(header).toContain("survival");
  expect(lines.some((line) => line.startsWith("B,8,"))).toBe(true);
  expect(csv).not.toContain("P2");
});

test("pasted cells are read like a file", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "id\ttime_months\tevent\nA\t3\t1\nB\t5\t0\n");
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  await showData(page);
  await expect(page.getByText("3 columns, 2 rows")).toBeVisible();
});

test("a file that is no table is refused with a sentence, and the cohort before it stays", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await drop(page, "empty.csv", "");
  await expect(page.getByText("“empty.csv” is empty")).toBeVisible();
  await expect(page.getByTestId("source")).toContainText("synthetic LMS cohort");
  await expect(page.getByTestId("groups")).toBeVisible();
});

test("the settings are saved without data, opened again, and restored with their file", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page
    .getByTestId("file")
    .setInputFiles({ name: "cohort.csv", mimeType: "text/csv", buffer: Buffer.from(cohort) });
  await showData(page);
  await expect(page.getByText("5 columns, 8 rows")).toBeVisible();
  await answer(page, "unknown in vital means", "leave out");
  await expect(page.getByText("Usable patients")).toBeVisible();
  await expectKept(page);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save" }).click();
  const board = await readFile(await (await waiting).path(), "utf8");
  expect(JSON.parse(board)).toMatchObject({
    meierboard: 3,
    source: { file: "cohort.csv", rows: 8, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(board).not.toContain("P1");

  // The same file, in the same browser: its settings come back by themselves.
  await page.reload();
  await expect(page.getByText("You had cohort.csv open. Drop it here to go on")).toBeVisible();
  await page
    .getByTestId("file")
    .setInputFiles({ name: "renamed.csv", mimeType: "text/csv", buffer: Buffer.from(cohort) });
  await expect(page.getByText("Your settings for this file were restored from this browser.")).toBeVisible();
  await expect(page.getByTestId("groups")).toBeVisible();

  // Another file with the board file: what no longer fits is listed.
  await page.getByTestId("file").setInputFiles({
    name: "other.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("patient;fu_months;status\nX;4;1\nY;5;0\n"),
  });
  await page.getByRole("button", { name: /Another cohort/ }).click();
  await expect(page.getByTestId("source")).toContainText("other.csv");
  await showData(page);
  await expect(page.getByText("3 columns, 2 rows")).toBeVisible();
  await page
    .getByTestId("file")
    .setInputFiles({ name: "cohort.board.json", mimeType: "application/json", buffer: Buffer.from(board) });
  await expect(page.getByText("These settings belong to “cohort.csv”, which is not open.")).toBeVisible();
  await page.getByTestId("file").setInputFiles({
    name: "third.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("patient;fu_months;status\nX;4;1\nY;5;0\n"),
  });
  await expect(page.getByText(/Some settings do not fit this file: .*no column “vital”/)).toBeVisible();
});
