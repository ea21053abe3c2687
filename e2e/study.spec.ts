import { expect, type Page, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";

const ids = Array.from({ length: 40 }, (_, row) => `P-${row + 1}`);
const lines = (header: string, rows: string[]) => `${[header, ...rows].join("\n")}\n`;
const patients = `#Patient Identifier\tOverall Survival Status\tOverall Survival (Months)\n#id\tstatus\tmonths\n#STRING\tSTRING\tNUMBER\n#1\t1\t1\n${lines(
  "PATIENT_ID\tOS_STATUS\tOS_MONTHS",
  ids.map((id, row) => `${id}\t${row % 3 ? "1:DECEASED" : "0:LIVING"}\t${1 + ((row * 7) % 31)}`),
)}`;
const study: Record<string, string> = {
  "study/meta_study.txt": "type_of_cancer: lms\n",
  "study/case_lists/cases_all.txt": "cancer_study_identifier: lms\n",
  "study/data_mutations.txt": lines("Hugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode", [
    "TP53\tMissense_Mutation\tS-1",
    "RB1\tNonsense_Mutation\tS-2",
    "TP53\tMissense_Mutation\tS-99",
  ]),
  "study/data_clinical_sample.txt": lines(
    "PATIENT_ID\tSAMPLE_ID\tGRADE",
    ids.map((id, row) => `${id}\tS-${row + 1}\t${row % 2 ? "high" : "low"}`),
  ),
  "study/data_clinical_patient.txt": patients,
  "study/data_timeline_treatment.txt": lines("PATIENT_ID\tSTART_DATE\tSTOP_DATE\tEVENT_TYPE", [
    "X-1\t0\t10\tTreatment",
  ]),
};
const named = Object.entries(study).map(([name, text]) => ({
  name: name.replace(/^.*\//, ""),
  mimeType: "text/plain",
  buffer: Buffer.from(text),
}));
const zipped = {
  name: "lms_study.zip",
  mimeType: "application/zip",
  buffer: Buffer.from(zipSync(Object.fromEntries(Object.entries(study).map(([name, text]) => [name, strToU8(text)])))),
};

async function openExample(page: Page) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
}

async function expectStudy(page: Page) {
  const files = page.locator("section").filter({ has: page.getByRole("heading", { name: "Files of this cohort" }) });
  await expect(files.getByRole("listitem").filter({ hasText: "data_clinical_patient.txt" })).toContainText(
    "the patients",
  );
  await expect(files.getByRole("listitem").filter({ hasText: "data_clinical_sample.txt" })).toContainText(
    "samples, joined: 40 of 40 patients; 2 of 2 columns taken",
  );
  await expect(files.getByRole("listitem").filter({ hasText: "data_mutations.txt" })).toContainText(
    "mutations, joined: 2 of 40 patients",
  );
  await expect(files.getByRole("listitem").filter({ hasText: "data_timeline_treatment.txt" })).toContainText(
    "none of its 1 row is of a patient of the cohort",
  );
  await expect(files.getByRole("listitem").filter({ hasText: "meta_study.txt" })).toContainText(
    "it describes the study",
  );
  await expect(page.getByTestId("source")).toContainText("data_clinical_patient.txt · 40 rows");
  await expect(page.getByRole("article", { name: "Joined file data_mutations.txt" })).toContainText(
    "2 of its 3 rows belong to a patient of the cohort",
  );
}

test("the files of a study given together open as one cohort, and each says what it gave", async ({ page }) => {
  await openExample(page);
  await page.getByTestId("file").setInputFiles(named);
  await expectStudy(page);
  await page
    .getByRole("article", { name: "Joined file data_mutations.txt" })
    .getByRole("button", { name: "Take away" })
    .click();
  const mutations = page.getByRole("listitem").filter({ hasText: "data_mutations.txt" });
  await expect(mutations).toContainText("taken away");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(mutations).toContainText("mutations, joined: 2 of 40 patients");
  await page.getByRole("button", { name: "Show curves" }).click();
  await expect(page.getByTestId("groups")).toBeVisible();
  await page
    .getByRole("combobox", { name: /^Group/ })
    .first()
    .selectOption({ label: "GRADE" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("by GRADE");
});

test("an archive of a study opens as its files do", async ({ page }) => {
  await openExample(page);
  await page.getByTestId("file").setInputFiles(zipped);
  await expectStudy(page);
});

test("files of a study given beside an open cohort ask what they are", async ({ page }) => {
  await openExample(page);
  const [first] = named.filter(({ name }) => name === "data_clinical_patient.txt");
  if (!first) throw new Error("no patients");
  await page.getByTestId("file").setInputFiles(first);
  await expect(page.getByTestId("source")).toContainText("40 rows");
  await page.getByTestId("file").setInputFiles(named.filter(({ name }) => /sample|mutations/.test(name)));
  const dialog = page.getByRole("dialog", { name: /What are “data_mutations.txt” and 1 more/ });
  await dialog.getByRole("button", { name: /More about the same patients/ }).click();
  await expect(page.getByRole("article", { name: "Joined file data_clinical_sample.txt" })).toContainText(
    "40 of 40 patients",
  );
});

test("tables none of which says what became of the patients are refused in words", async ({ page }) => {
  await openExample(page);
  await page.getByTestId("file").setInputFiles(named.filter(({ name }) => /mutations|timeline/.test(name)));
  await expect(page.getByRole("alert").filter({ hasText: "None of" })).toContainText(
    "says what became of the patients",
  );
  await expect(page.getByTestId("source")).toContainText("Example");
});

test("the example’s second files are joined with a click each", async ({ page }) => {
  await openExample(page);
  await page.getByRole("button", { name: "Data", exact: true }).click();
  const offered = page.getByRole("list", { name: "Second files of the example" });
  await offered
    .getByRole("listitem")
    .filter({ hasText: "measurements" })
    .getByRole("button", { name: "Join it" })
    .click();
  await expect(page.getByRole("article", { name: "Joined file synthetic-lms-measurements.csv" })).toContainText(
    "72 of 75 patients",
  );
  await offered.getByRole("button", { name: "Join it" }).click();
  const mutations = page.getByRole("article", { name: "Joined file synthetic-lms-mutations.csv" });
  await expect(mutations).toContainText("74 of 75 patients");
  await expect(offered).toHaveCount(0);
});
