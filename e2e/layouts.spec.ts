import { expect, type Page, test } from "@playwright/test";
import { answer, showCurves, showData } from "./choose";

const open = (page: Page, name: string, text: string) =>
  page.getByTestId("file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

const sheet = `ID,Arm,Start of therapy,Progression,Date of death,Last seen,Status
1,Matched,03/02/2019,05/11/2019,03/04/2020,03/04/2020,dead
2,Unmatched,01/03/2019,,,12/12/2021,alive
3,Matched,05/03/2019,08/08/2019,,11/11/2021,Alive
4,Unmatched,2/4/2019,01/02/2020,07/09/2020,07/09/2020,DEAD
5,Matched,02/05/2019,,09/05/2020,09/05/2020,Exitus
6,Unmatched,,01/02/2020,,01/03/2021,alive
7,Matched,11/06/2019,,,,moved
`;

test("a messy spreadsheet of dates becomes curves: two answers, and one click", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await open(page, "referrals.csv", sheet);
  await expect(page.getByText("Spreadsheet of dates: dates “Start of therapy”, “Progression”")).toBeVisible();
  await expect(page.getByText("The dates in “Start of therapy” wait for your answer").first()).toBeVisible();

  await expect(page.getByText("4 columns ask the same.")).toBeVisible();
  await page.getByRole("button", { name: "day/month/year" }).first().click();
  await answer(page, "moved in Status means", "leave out");
  await expect(page.getByTestId("coding-pfs")).toContainText("left out = moved (1)");
  const ledger = page.getByTestId("ledger").first();
  await expect(ledger).toContainText("Usable patients5");

  await showCurves(page);
  const groups = page.getByTestId("groups");
  await expect(groups.getByRole("columnheader")).toHaveText(["95% CI", "Matched", "Unmatched"]);
  await expect(groups.getByRole("row", { name: /^Patients, events 3 , 2 2 , 1$/ })).toBeVisible();
  await expect(groups.getByRole("row", { name: /^Median, \w+ 14\.0 / })).toBeVisible();
});

test("one line says how a file is read, in Data and on its first board, and follows the answers", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const rows = Array.from({ length: 24 }, (_, row) => `P${row + 1};${row === 4 ? "1.291" : row * 40 + 20};${row % 2}`);
  await open(page, "days.csv", `pat_id;os_days;dead (0=yes 1=no)\n${[...rows, rows[0]].join("\n")}\n`);
  const line = page.getByTestId("reading-line");
  await expect(line).toHaveText(/^24 patients \(25 rows; P1 twice\)/);
  await page.getByRole("button", { name: "“1.291” is 1291" }).click();
  await page.getByRole("button", { name: "Use Overall survival" }).click();
  const said =
    "24 patients (25 rows; P1 twice) · event = 0, from the header's legend · days, by the header, 1.291 = 1291";
  await expect(line).toHaveText(said);
  await showCurves(page);
  await expect(page.getByTestId("groups")).toBeVisible();
  await expect(page.getByText(said)).toBeVisible();
  await page.getByRole("button", { name: "Close this message" }).click();
  await expect(page.getByText(said)).toBeHidden();
});

const cbioportal = `#Patient Identifier\tOverall Survival (Months)\tOverall Survival Status
#Identifier\tMonths\tStatus
#STRING\tNUMBER\tSTRING
#1\t1\t1
PATIENT_ID\tOS_MONTHS\tOS_STATUS
A\t5\t1:DECEASED
B\t7\t0:LIVING
C\t9\t1:DECEASED
D\t[Not Available]\t1:DECEASED
`;

test("a cBioPortal file is recognized with its evidence; its proposal is swapped with one click, undone and taken again", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await open(page, "data_clinical_patient.txt", cbioportal);
  await showData(page);
  await expect(page.getByText("cBioPortal patient file: 4 comment rows, endpoint OS.")).toBeVisible();
  const coding = page.getByTestId("coding-os");
  await expect(coding).toHaveText("event = 1:DECEASED (3), censored = 0:LIVING (1)");
  await expect(page.getByTestId("ledger")).toContainText("Usable patients3");

  await page.getByRole("button", { name: "Swap event and censored" }).click();
  await expect(coding).toHaveText("event = 0:LIVING (1), censored = 1:DECEASED (3)");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(coding).toBeHidden();
  await page.getByRole("button", { name: "Use Overall survival" }).click();
  await expect(coding).toHaveText("event = 1:DECEASED (3), censored = 0:LIVING (1)");
});
