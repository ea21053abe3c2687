import { expect, type Page, test } from "@playwright/test";
import { showData } from "./choose";

const latin = (text: string) => Buffer.from(text, "latin1");
const open = (page: Page, name: string, buffer: Buffer) =>
  page.getByTestId("file").setInputFiles({ name, mimeType: "text/csv", buffer });

test("how a file is read is shown and can be changed; a change that fails says so and can be undone", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await open(page, "klinik.csv", latin("Fall;Klinik;Monate;Tod\n1;M\xfcnchen;3,5;1\n2;K\xf6ln;4;0\n3;Bonn;5,5;1\n"));
  await showData(page);
  const encoding = page.getByLabel("Encoding");
  await expect(encoding).toHaveValue("windows-1252");
  await expect(page.getByLabel("Separator")).toHaveValue(";");
  await expect(page.getByLabel("Decimal mark")).toHaveValue(",");
  await expect(page.getByText("1;München;3,5;1")).toBeVisible();

  await encoding.selectOption("windows-1251");
  await expect(page.getByText("1;Mьnchen;3,5;1")).toBeVisible();
  await encoding.selectOption("utf-8");
  await expect(page.getByText("The file is not written in utf-8: some of its bytes mean nothing there.")).toBeVisible();
  await expect(page.getByText("1;Mьnchen;3,5;1")).toBeVisible();
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await encoding.selectOption("");
  await expect(page.getByText("1;München;3,5;1")).toBeVisible();

  await page.getByLabel("Column names").selectOption("0");
  await showData(page);
  await expect(page.getByText("4 columns, 4 rows")).toBeVisible();
});

test("a file that cannot be read offers its ways out", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await open(page, "notes.csv", latin('id,note,months\n1,"a, b",3\n2,"c,4\n3,d,5\n4,"e, f",6\n'));
  await expect(page.getByText("A quotation mark opened on line 3 is not closed")).toBeVisible();
  await page.getByRole("button", { name: "Read quotation marks as ordinary characters" }).click();
  await showData(page);
  await expect(page.getByText("3 columns, 4 rows")).toBeVisible();
  await expect(page.getByLabel("Quotation marks")).toHaveValue("literal");
});
