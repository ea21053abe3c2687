import { expect, type Page, test } from "@playwright/test";
import { goTo, openFilter } from "./choose";

async function joinMutations(page: Page) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await goTo(page, "Data");
  await page.getByTestId("second-file").setInputFiles("public/example/synthetic-lms-mutations.csv");
  await expect(page.getByTestId("join-counts")).toContainText("74 of 75 patients");
  await page.getByTestId("genes-of-file").getByRole("button", { name: "Show gene aberrations" }).click();
  await page
    .getByTestId("tested-question")
    .getByRole("combobox")
    .selectOption({ label: "every patient, for every gene" });
  await expect(page.getByTestId("gene-survival")).toBeVisible();
}

test("a file of mutations is joined, it is asked who was tested, and a click on a gene opens its curves", async ({
  page,
}) => {
  await joinMutations(page);
  const figure = page.getByTestId("figure");
  await expect(figure.getByText("49/75 (53–76)")).toBeVisible();
  await expect(figure.getByText("34/75 (34–57)")).toBeVisible();
  await expect(figure.locator("[data-gene]")).toHaveCount(10);
  await page.getByTestId("gene-survival").getByRole("button", { name: "ATRX" }).click();
  await expect(page.getByRole("heading", { name: /survival by ATRX$/ })).toBeVisible();
  await expect(page.getByTestId("groups")).toContainText("altered");
  await expect(page.getByTestId("groups")).toContainText("wild type");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: /by ATRX/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Gene aberrations/ })).toBeVisible();
});

test("columns of the cohort are genes by themselves, a gene filters, and its share opens the patients behind it", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByRole("button", { name: "+ Add panel" }).click();
  await page.getByRole("button", { name: /^Gene aberrations \(/ }).click();
  const figure = page.getByTestId("figure");
  await expect(figure.getByText("49/75 (53–76)")).toBeVisible();
  await figure.getByText("34/75 (34–57)").click();
  const rows = page.getByRole("dialog");
  await expect(rows).toContainText("RB1: altered");
  await rows.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Data table" }).click();
  const table = page.getByRole("dialog");
  await expect(table.getByRole("row", { name: /^TP53 49\/75 65% \(53–76\)/ })).toBeVisible();
  await table.getByRole("button", { name: "Close" }).click();
  await openFilter(page, "TP53");
  await page
    .getByRole("complementary", { name: "Filters" })
    .getByRole("checkbox", { name: /wild-type/i })
    .uncheck();
  await expect(figure.getByText("49/49 (93–100)")).toBeVisible();
});
