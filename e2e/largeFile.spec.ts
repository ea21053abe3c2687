import { expect, test } from "@playwright/test";

test("a large file shows its progress and can be cancelled; the cohort before it stays", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.evaluate(() => {
    const block = "A;12.5;1;some words that make the row longer;2020-03-04\n".repeat(200_000);
    const data = new DataTransfer();
    data.items.add(
      new File(["arm;months;event;note;start\n", ...Array.from({ length: 12 }, () => block)], "large.csv"),
    );
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole("progressbar", { name: "Reading large.csv" })).toBeVisible();
  await expect(page.getByText(/Reading large\.csv · [1-9][\d,]* rows/)).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByTestId("source")).toContainText("synthetic LMS cohort");
  await expect(page.getByTestId("groups")).toBeVisible();
});
