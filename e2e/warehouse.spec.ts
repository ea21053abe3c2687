import { expect, test } from "@playwright/test";

const counts = [
  "# Meierboard counts 1: 30 patients of registry in 4 cells. Each row is counted as one patient.",
  `# board: ${JSON.stringify({
    meierboard: 3,
    source: { file: null, rows: null, sha256: null, counted: { from: "registry", grid: "months", smallest: 11 } },
    endpoints: [
      {
        id: "os",
        label: "Overall survival",
        time: { from: "column", column: "OS time", unit: "months" },
        event: {
          column: "OS event",
          coding: [
            { value: "censored", as: "censored" },
            { value: "event", as: "event" },
          ],
        },
        counted: { leftOut: "OS left out", rule: "OS", definition: "Death from any cause ends it.", cutoff: null },
        weight: { column: "patients", kind: "count" },
      },
    ],
    panels: [{ id: "os", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
  })}`,
  "OS time,OS event,OS left out,arm,patients",
  "6,event,,A,12",
  "12,censored,,A,5",
  "9,event,,B,11",
  ",,date not readable,B,2",
];

test("a file of counts opens with its board, its ledger in patients, and a caption that says how they were counted", async ({
  page,
}) => {
  await page.goto("/");
  const groups = page.getByTestId("groups");
  await expect(groups).toBeVisible();
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "counts.csv", mimeType: "text/csv", buffer: Buffer.from(`${counts.join("\n")}\n`) });
  await expect(groups).toContainText("17");
  await expect(page.getByText("Patients were counted in registry", { exact: false }).first()).toBeVisible();
  await page.getByRole("button", { name: "Data", exact: true }).click();
  await expect(page.getByTestId("ledger").first()).toContainText("date not readable");
});

test("the query of the board is shown for each dialect, and says what it leaves out", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("button", { name: "SQL for a warehouse" }).click();
  const dialog = page.getByRole("dialog", { name: "SQL for a warehouse" });
  const sql = dialog.getByTestId("warehouse-sql");
  await expect(sql).toContainText("in the SQL of DuckDB");
  await expect(sql).toContainText('"schema"."patients"');
  await dialog.getByLabel("Dialect").selectOption({ label: "BigQuery" });
  await expect(sql).toContainText("`schema`.`patients`");
  await expect(dialog).toContainText("it shows single patients");
  await dialog.getByLabel("Smallest cell").fill("11");
  await dialog.getByLabel("Smallest cell").press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("Choose whole months");
  await dialog.getByLabel("Times").selectOption({ label: "months" });
  await expect(sql).toContainText("CASE WHEN n >= 11 THEN n END");
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the board of its answer" }).click();
  expect((await saved).suggestedFilename()).toBe("counts-board.json");
});
