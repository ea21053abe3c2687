import { expect, type Page, test } from "@playwright/test";
import { goTo, openFilter, showCurves } from "./choose";

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function addResponse(page: Page) {
  await page.getByRole("button", { name: "+ Add panel" }).click();
  await page.getByRole("button", { name: /^Response \(/ }).click();
}

test("the example's responses by arm: counts, exact rates and their difference, and the rows behind a count", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await addResponse(page);
  const table = page.getByTestId("response-table");
  await expect(table.getByRole("row", { name: /^Partial 4 \(15%\) 2 \(4%\)/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /^Objective response 19% \(6–38\) 4% \(1–14\)/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /^Clinical benefit.* 48% \(29–68\) 10% \(3–23\)/ })).toBeVisible();
  await expect(page.getByTestId("response-comparison")).toContainText("P = .091");
  // The table has the room of its column.
  expect(
    await table.evaluate(({ scrollWidth, parentElement }) => scrollWidth - (parentElement?.clientWidth ?? 0)),
  ).toBe(0);
  // The name of a group leaves its lanes alone under the bars of all, and brings the others back.
  const lanes = page.getByTestId("figure").locator("g[data-row]");
  await expect(lanes).toHaveCount(75);
  await table.getByRole("button", { name: "Gene-aberration-related" }).click();
  await expect(lanes).toHaveCount(27);
  await expect(page.getByTestId("figure").locator("rect[data-row]")).toHaveCount(75);
  await expect(page.getByTestId("figure")).toContainText("Gene-aberration-related, 27 of 75 patients");
  await table.getByRole("button", { name: "Gene-aberration-related" }).click();
  await expect(lanes).toHaveCount(75);
  await expect(page.getByTestId("subtitle")).toHaveText("64 of 75 patients measured · 11 not evaluable");
  await expect(page.getByTestId("figure").locator("rect[data-row]")).toHaveCount(75);

  await table
    .getByRole("row", { name: /^Complete/ })
    .getByRole("button", { name: "1", exact: true })
    .click();
  const rows = page.getByRole("dialog");
  await expect(rows.getByRole("cell", { name: "-100", exact: true })).toBeVisible();
  await rows.getByRole("button", { name: "Close" }).click();

  // A filter moves the figure and every count.
  await openFilter(page, "TP53");
  await page
    .getByRole("complementary", { name: "Filters" })
    .getByRole("checkbox", { name: /wild-type/i })
    .uncheck();
  await expect(page.getByTestId("figure").locator("rect[data-row]")).toHaveCount(49);
});

test("survival by response is offered from a landmark, and opens as a panel of curves that has it", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await addResponse(page);
  const guard = page.getByTestId("response-guard");
  await expect(guard).toContainText("lived long enough to respond");
  await guard.getByRole("button", { name: "OS by response from 2 months" }).click();
  await expect(page.getByTestId("groups")).toContainText("PR");
  await expect(page.getByRole("heading", { name: "Overall survival by best response" })).toBeVisible();
  await expect(page.locator('[data-caution="known-later"]')).toContainText("must be known by the landmark at 2 months");
});

test("a spreadsheet with an unknown word and fractions is asked about both, and is a waterfall after two answers", async ({
  page,
}) => {
  const words = ["PR", "SD", "PD", "mixed", "CR", "Teilremission", "SD", "PD"];
  const changes = [-0.45, -0.1, 0.4, 0.05, -1, -0.62, 0.11, 0.9];
  const rows = words.map((word, row) => `P${row},${6 + row},${row % 2},${word},${changes[row]}`);
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page
    .getByTestId("file")
    .setInputFiles(csv("sheet.csv", `patient_id,os_months,os_event,response,best_change\n${rows.join("\n")}\n`));
  await showCurves(page);
  // The panel is proposed beside the curves, and says what it waits for.
  await page.getByRole("button", { name: /^Response Best response/ }).click();
  await expect(page.getByText("“mixed” (1) without a meaning (1 patient)").first()).toBeVisible();
  await page.getByLabel("mixed counts as").selectOption("Stable disease");
  await expect(page.getByText(/lie between −1 and 0\.9: are they percent, or fractions/).first()).toBeVisible();
  await page.getByLabel("Its numbers are").selectOption("fractions of 1");
  await expect(page.getByTestId("figure").locator("rect[data-row]")).toHaveCount(8);
  await expect(
    page.getByTestId("response-table").getByRole("row", { name: /^Objective response 38% \(9–76\)/ }),
  ).toBeVisible();
});

test("a sheet of shrinkage without words of response is asked what is above 0, and is a waterfall without rates", async ({
  page,
}) => {
  const cells = ["A,100", "A,45", "B,−22%", "B,10", "B,0", "A,31", "B,"];
  const text = `Patient,Arm,Max reduction in target lesions (%)\n${cells.map((cell, row) => `${row + 1},${cell}`).join("\n")}\n`;
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles(csv("sheet.csv", text));
  await expect(page.getByText("The board shows already what needs no time")).toBeVisible();
  await goTo(page, "Board");
  await expect(page.getByText(/has 4 numbers above 0: are they growth, or shrinkage\?/).first()).toBeVisible();
  await page.getByLabel("Above 0 is").selectOption("shrinkage");
  await expect(page.getByTestId("figure").locator("rect[data-row]")).toHaveCount(7);
  const table = page.getByTestId("response-table");
  await expect(table.getByRole("row", { name: "Smaller than at baseline 3 (100%) 1 (33%)" })).toBeVisible();
  await expect(table.getByRole("row", { name: "Measured 3 (100%) 3 (75%)" })).toBeVisible();
  await expect(table).not.toContainText("Objective response");
  await expect(page.getByText(/^The tumor was smaller than at baseline in 4 of 6 patients measured\.$/)).toBeVisible();
});

test("a long file of measurements becomes lines over time, and the first responses stand on the lanes", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await addResponse(page);
  await goTo(page, "Data");
  const long = await (await page.request.get("/example/synthetic-lms-measurements.csv")).text();
  await page.getByTestId("second-file").setInputFiles(csv("measurements.csv", long));
  await expect(page.getByTestId("join-counts")).toBeVisible();
  await goTo(page, "Board");
  await page.getByRole("tab", { name: "Analysis" }).click();
  await page.getByText("Courses and second files").click();
  await page.getByLabel("Measurements").first().selectOption("measurements.csv");
  await page.getByText("Spider", { exact: true }).click();
  await expect(page.getByTestId("figure").locator('[data-part="spider"] g[data-row]')).toHaveCount(64);
  await page.getByRole("tab", { name: "Result" }).click();
  await expect(page.getByText(/Not used of “measurements\.csv”: 9 rows earlier than the baseline/)).toBeVisible();
  await page.getByText("Swimmer", { exact: true }).click();
  await expect(page.getByTestId("figure").getByText("first response")).toBeVisible();
  await expect(page.getByTestId("response-guard").getByRole("button")).toHaveText("OS by response from 4 months");
});
