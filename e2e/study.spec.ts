import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { workbookOf } from "../lib/table/formats/workbook/testing";
import { goTo, pick, showCurves } from "./choose";

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
    "its one row is of no patient of the cohort",
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
  await showCurves(page);
  await expect(page.getByTestId("groups")).toBeVisible();
  await pick(page.getByRole("combobox", { name: /^Group/ }).first(), "GRADE");
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
  await goTo(page, "Data");
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

/** The folder dropped onto the page, as a file manager does it. */
async function dropFolder(page: Page, folder: string) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 700, y: 400, data });
}

test("a folder that is dropped opens as a study; its treatments and operations stand on the lanes of responses", async ({
  page,
}, info) => {
  const words = ["PR", "SD", "PD", "CR"];
  const files: Record<string, string> = {
    ...study,
    "study/data_clinical_patient.txt": lines(
      "PATIENT_ID\tOS_STATUS\tOS_MONTHS\tBEST_RESPONSE",
      ids.map(
        (id, row) => `${id}\t${row % 3 ? "1:DECEASED" : "0:LIVING"}\t${10 + ((row * 7) % 31)}\t${words[row % 4]}`,
      ),
    ),
    "study/data_timeline_treatment.txt": lines("PATIENT_ID\tSTART_DATE\tSTOP_DATE\tEVENT_TYPE\tAGENT", [
      ...ids
        .slice(0, 30)
        .map((id, row) => `${id}\t${row}\t${row + 90}\tTREATMENT\t${row % 2 ? "Doxorubicin" : "Trabectedin"}`),
      "P-1\t120\t100\tTREATMENT\tDoxorubicin",
      "X-9\t0\t10\tTREATMENT\tDoxorubicin",
    ]),
    "study/data_timeline_surgery.txt": lines("PATIENT_ID\tSTART_DATE\tSTOP_DATE\tEVENT_TYPE\tSURGERY", [
      "P-2\t30\t\tSURGERY\tResection",
      "P-3\t60\t\tSURGERY\tMetastasectomy",
      "P-4\t-20\t\tSURGERY\tResection",
    ]),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = info.outputPath(name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await openExample(page);
  await dropFolder(page, join(info.outputPath(), "study"));
  const given = page.locator("section").filter({ has: page.getByRole("heading", { name: "Files of this cohort" }) });
  const line = (name: string) => given.getByRole("listitem").filter({ hasText: name });
  await expect(line("data_clinical_patient.txt")).toContainText("the patients");
  await expect(line("data_timeline_treatment.txt")).toContainText("events over time, joined: 30 of 40 patients");
  await expect(line("data_timeline_surgery.txt")).toContainText("events over time, joined: 3 of 40 patients");
  await goTo(page, "Board");
  await page
    .getByRole("button", { name: /^Response/ })
    .first()
    .click();
  await page.getByText("Swimmer", { exact: true }).click();
  await page.getByRole("tab", { name: "Analysis" }).click();
  await page.getByText("Courses and second files").click();
  await page.getByLabel("Treatments").first().selectOption("data_timeline_treatment.txt");
  await page.getByLabel("Markers").first().selectOption("data_timeline_surgery.txt");
  const figure = page.getByTestId("figure");
  for (const name of ["Doxorubicin", "Trabectedin", "Resection", "Metastasectomy"])
    await expect(figure.getByText(name, { exact: true })).toBeVisible();
  await expect(figure.locator("g[data-row]")).toHaveCount(40);
  await page.getByRole("tab", { name: "Result" }).click();
  // Of the treatments one ends before it starts and one is of nobody; one operation was before time zero.
  await expect(
    page.getByText(/Not used of “data_timeline_treatment\.txt”: 1 row with the end before the start/),
  ).toBeVisible();
  await expect(page.getByText(/Not used of “data_timeline_surgery\.txt”: 1 row before time zero/)).toBeVisible();
});

const codedRows = Array.from({ length: 12 }, (_, place) => `R${place},${place + 1},${1 + (place % 2)}`);
const codedPatients = {
  name: "cohort.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`record_id,os_months,os_status\n${codedRows.join("\n")}\n`),
};
const dictionary = {
  name: "DataDictionary.xlsx",
  mimeType: "application/octet-stream",
  buffer: Buffer.from(
    workbookOf({
      Dictionary: [
        ["Variable / Field Name", "Form Name", "Choices, Calculations, OR Slider Labels"],
        ["record_id", "baseline", null],
        ["os_status", "follow_up", "1, Alive | 2, Dead"],
      ],
    }),
  ),
};

const labels = (page: Page) => page.getByRole("button", { name: /^Read .* labels$/ });

test("a data dictionary that is a workbook, given at once, says what codes mean", async ({ page }) => {
  await openExample(page);
  await page.getByTestId("file").setInputFiles([codedPatients, dictionary]);
  await expect(labels(page)).toBeVisible();
});

test("a data dictionary that is a workbook, given afterwards, says what codes mean", async ({ page }) => {
  await openExample(page);
  await page.getByTestId("file").setInputFiles(codedPatients);
  await expect(page.getByTestId("source")).toContainText("cohort.csv");
  await page.getByTestId("file").setInputFiles(dictionary);
  await page
    .getByRole("dialog", { name: /DataDictionary/ })
    .getByRole("button", { name: /More about the same patients/ })
    .click();
  await expect(labels(page)).toBeVisible();
});
