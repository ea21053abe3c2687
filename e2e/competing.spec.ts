import { expect, test } from "@playwright/test";
import { goTo, showData } from "./choose";

const rows = Array.from({ length: 60 }, (_, row) => `${1 + ((row * 7) % 29)},${row % 3},${row % 2 ? "A" : "B"}`);
const cohort = `months,status,arm\n${rows.join("\n")}\n`;
const board = {
  meierboard: 1,
  source: { file: null, rows: null, sha256: null },
  endpoints: [
    {
      id: "rel",
      label: "Relapse",
      time: { from: "column", column: "months", unit: "months" },
      event: {
        column: "status",
        coding: [
          { value: "0", as: "censored" },
          { value: "1", as: "event" },
          { value: "2", as: "competing", cause: "death" },
        ],
      },
    },
  ],
  panels: [{ id: "p", kind: "cumulativeIncidence", endpoint: "rel", group: { column: "arm" } }],
};

test("competing events are shown as incidence; survival curves say what they are; a landmark leaves out and says so", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const open = page.locator("input[type=file]").first();
  await open.setInputFiles({ name: "cohort.csv", mimeType: "text/csv", buffer: Buffer.from(cohort) });
  await showData(page);
  await expect(page.getByText("3 columns, 60 rows")).toBeVisible();
  await open.setInputFiles({
    name: "board.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(board)),
  });
  await expect(page.getByText("These settings were saved with another file")).toBeVisible();
  await goTo(page, "Board");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cumulative incidence: Relapse by arm");
  await expect(page.getByText("Subdistribution HR (95% CI), B v A")).toBeVisible();
  await page.getByRole("tab", { name: "Analysis" }).click();
  const analysis = page.getByRole("region", { name: "Analysis options" });
  await analysis.getByText("Events and comparison").click();
  await analysis.getByRole("combobox", { name: "Curves of" }).selectOption("every event");
  await expect(page.getByTestId("figure").getByText("A, death").first()).toBeVisible();

  await page.getByRole("button", { name: "+ Add panel" }).click();
  await page.getByRole("button", { name: "Survival curves (Kaplan–Meier)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Relapse (cause-specific)");
  await analysis.getByText("Follow-up", { exact: true }).click();
  await analysis.getByRole("textbox", { name: "Landmark at, months" }).fill("6");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("caption")).toContainText("Landmark at 6 months");
  await page.getByRole("tab", { name: "Result" }).click();
  await expect(page.getByTestId("ledger")).toContainText("event or end of follow-up by the landmark, 6 months");
});
