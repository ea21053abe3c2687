import { expect, type Page, test } from "@playwright/test";
import { pick, showCurves, showData } from "./choose";

const cohort = `patient_id,os_months,os_status
P-001,12,1
P-002,3,1
P-003,24,0
P-004,8,1
P-005,15,0
P-006,6,0
`;
const nextCut = `patient_id,os_months,os_status
P-001,12,1
P-002,3,0
P-003,30,1
P-004,7,1
P-006,9,0
P-007,2,0
`;
const mutations = `Patient,Hugo_Symbol,VAF
P-001,TP53,0.4
P-001,RB1,0.2
P-002,TP53,0.1
P-003,RB1,0.3
P-009,TP53,0.7
`;

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function openCohort(page: Page) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles(csv("cut-1.csv", cohort));
  await showData(page);
  await expect(page.getByTestId("coding-os")).toHaveText("event = 1 (3), censored = 0 (3)");
}

test("a file of mutations becomes an arm: joined by patient id, counted on both sides", async ({ page }) => {
  await openCohort(page);
  await page.getByTestId("file").setInputFiles(csv("mutations.csv", mutations));
  await page.getByRole("button", { name: /More about the same patients/ }).click();
  const counts = page.getByTestId("join-counts");
  await expect(counts).toContainText("3 of 6 patients are in this file, 1 of them with several rows");
  await expect(counts).toContainText(/4 of its 5 rows belong to a patient of the cohort · not: .*row 5/);

  await page.getByRole("button", { name: "+ Take a column into the cohort" }).click();
  const form = page.getByRole("form", { name: "Take a column" });
  await pick(form.getByLabel("Column"), "Hugo_Symbol");
  await form.getByRole("checkbox", { name: /TP53/ }).check();
  await form.getByLabel("Not in the file").selectOption("means no");
  await form.getByRole("button", { name: "Take it" }).click();

  await pick(page.getByRole("combobox", { name: "Group curves by" }), "TP53 mutated");
  await showCurves(page);
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("columnheader")).toHaveText(["95% CI", "no", "yes"]);
  await expect(groups.getByRole("row", { name: /^Patients, events 4 , 1 2 , 2$/ })).toBeVisible();
});

test("a new data cut keeps the settings and shows old and new numbers, and what became of each patient", async ({
  page,
}) => {
  await openCohort(page);
  await page.getByTestId("file").setInputFiles(csv("cut-2.csv", nextCut));
  await page.getByRole("button", { name: /A new data cut/ }).click();
  const cut = page.getByTestId("earlier-cut");
  await expect(cut).toContainText("cut-1.csv: 6 patients · now 6 patients");
  await expect(cut.getByRole("row", { name: /Overall survival All patients 6 → 6 3 → 3/ })).toBeVisible();
  await expect(cut).toContainText("1 patient is new");
  await expect(cut).toContainText("1 patient of the earlier cut is not in this file: P-005.");
  await expect(cut).toContainText(
    /1 had the event before and not in this cut\. An event does not come undone: check these rows\..*row 2/,
  );
  await expect(cut).toContainText("the time became shorter for 1.");
  await expect(cut).not.toContainText("The settings have changed");
  await page.getByRole("button", { name: "Swap event and censored" }).click();
  await expect(cut).toContainText("The settings have changed since this cut was opened");
});
