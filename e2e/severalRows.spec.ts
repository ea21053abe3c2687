import { expect, test } from "@playwright/test";
import { pick, showData } from "./choose";

test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
});

const followUps = [
  "cases.submitter_id,demographic.vital_status,demographic.days_to_death,follow_ups.days_to_follow_up",
  "TCGA-01,Alive,'--,120",
  "TCGA-01,Alive,'--,900",
  "TCGA-01,Alive,'--,450",
  "TCGA-02,Dead,610,200",
  "TCGA-02,Dead,610,600",
  "TCGA-03,Alive,'--,333",
].map((line) => line.replaceAll(",", "\t"));

test("a file with a row for each follow-up shows which of them counts, and takes another rule", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "gdc.tsv", mimeType: "text/plain", buffer: Buffer.from(`${followUps.join("\n")}\n`) });
  await showData(page);
  const rules = page.getByTestId("column-rules");
  await expect(rules.getByRole("listitem")).toHaveText(/follow_ups\.days_to_follow_up the greatest value/);
  await expect(
    page.getByText(/is the greatest value of each patient: 3 other values of 2 patients are not used/),
  ).toBeVisible();
  await expect(page.getByText("2 cells replaced by that of another row of the patient")).toBeVisible();

  await rules.getByRole("button", { name: /Take the rule of .*follow_up away/ }).click();
  await expect(rules.getByRole("listitem")).toHaveCount(0);
  await rules.getByRole("button", { name: "+ Another value for a column" }).click();
  const form = page.getByRole("form", { name: "A value for a column" });
  await pick(form.getByLabel("Column"), "follow_ups.days_to_follow_up");
  await expect(form.getByLabel("With several rows")).toHaveValue("greatest");
  await form.getByLabel("With several rows").selectOption("how many rows have a value");
  await form.getByRole("button", { name: "Use it" }).click();
  await expect(rules.getByRole("listitem")).toHaveText(/the number of rows with a value/);

  await page.getByTestId("file").setInputFiles({
    name: "labs.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("case,day,kind,ldh\nTCGA-01,5,blood,200\nTCGA-01,9,serum,300\nTCGA-01,7,blood,250\n"),
  });
  await page.getByRole("button", { name: /More about the same patients/ }).click();
  await page.getByRole("button", { name: "+ Take a column into the cohort" }).click();
  const take = page.getByRole("form", { name: "Take a column" });
  await pick(take.getByLabel("Column"), "ldh");
  await take.getByLabel("With several rows").selectOption("the value of the latest date");
  await pick(take.getByLabel("Date of the row"), "day");
  await pick(take.getByLabel("Only rows where"), "kind");
  await expect(take.getByRole("button", { name: "Take it" })).toBeDisabled();
  await take.getByRole("checkbox", { name: /blood/ }).check();
  await take.getByRole("button", { name: "Take it" }).click();
  await expect(page.getByRole("article", { name: /labs/ })).toContainText(
    "ldh, blood the value of the latest “day” of “ldh”, of rows with blood in “kind”",
  );
});
