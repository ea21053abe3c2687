import { expect, type Page, test } from "@playwright/test";
import { showCurves, showData } from "./choose";

// The browser asks before it leaves an own file; where nobody answers, the page would stay.
test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
});

async function give(page: Page, text: string) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
}

const rows = (row: (place: number) => string) => Array.from({ length: 12 }, (_, place) => row(place + 1)).join("\n");
const figure = (page: Page) => page.getByRole("heading", { level: 1, name: /Overall survival/ });

test("a file that leaves nothing open shows its curves without a click, and leads back to Data", async ({ page }) => {
  await give(page, `patient,os_months,os_event,arm\n${rows((n) => `P${n},${n},${n % 2},${n % 3 ? "A" : "B"}`)}\n`);
  await expect(figure(page)).toBeVisible();
  await expect(page.getByText("12 patients · event = 1, as usual for 0 and 1 · months, by the header")).toBeVisible();
  await expect(page.getByTestId("selected")).toHaveText("12 of 12 patients");
  await showData(page);
  await expect(page.getByText("4 columns, 12 rows")).toBeVisible();
  await showCurves(page);
  await expect(figure(page)).toBeVisible();
});

test("one with a question asks it first: an answer and a click lead to the curves", async ({ page }) => {
  await give(page, `patient,os,os_event\n${rows((n) => `P${n},${n * 1.5},${n % 2}`)}\n`);
  await expect(page.getByText(/^The time of .* is in$/)).toBeVisible();
  await page
    .getByRole("group", { name: /^The time of .* is in$/ })
    .getByRole("button", { name: "months", exact: true })
    .click();
  await page.getByRole("button", { name: "Show curves" }).click();
  await expect(figure(page)).toBeVisible();
});

test("patients with several rows are asked about before their curves", async ({ page }) => {
  await give(page, `patient,os_months,os_event\n${rows((n) => `P${Math.ceil(n / 2)},${n},${n % 2}`)}\n`);
  await expect(page.getByRole("complementary", { name: "From file to curve" })).toBeVisible();
  await expect(page.getByText(/6 patients \(12 rows; .*which row counts is asked/)).toBeVisible();
});

test("an entry that may be late is said above the curves, and set with one click in Data", async ({ page }) => {
  await give(
    page,
    `patient,os_months,os_event,days_to_sequencing\n${rows((n) => `P${n},${n + 12},${n % 2},${30 * n}`)}\n`,
  );
  await expect(page.getByText(/“days_to_sequencing” may be when patients came under observation/)).toBeVisible();
  await page.getByRole("button", { name: "Look at it in Data" }).click();
  await page
    .getByTestId("noticed")
    .getByText(/“days_to_sequencing” may be when patients came under observation/)
    .click();
  await page.getByRole("button", { name: "Count Overall survival from “days_to_sequencing” on" }).click();
  await expect(page.getByText(/at risk from “days_to_sequencing”/).first()).toBeVisible();
});
