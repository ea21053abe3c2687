import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { openFilter, showCurves } from "./choose";

async function save(page: Page, kind: string): Promise<Buffer> {
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: kind, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const bytes = await readFile(await (await download).path());
  await dialog.getByRole("button", { name: "Close" }).click();
  return bytes;
}

test("a figure for the journal, slides and data for the archive: what is on the screen is what is written", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });

  await page
    .getByRole("region", { name: "Panels" })
    .getByRole("button", { name: /OS by risk score/ })
    .click();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "PDF", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByLabel("Width").selectOption("89");
  const smallest = dialog.getByText(/smallest text 5\.\d pt: large enough/);
  await expect(smallest).toHaveAttribute("data-good", "true");
  const preview = dialog.getByTestId("preview").locator("svg").first();
  await expect.poll(async () => (await preview.boundingBox())?.width).toBeCloseTo((89 * 96) / 25.4, 0);
  await expect(dialog.getByTestId("small-groups")).toContainText("1 group has fewer than 11 patients: ≥3 (7)");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const pdf = (await readFile(await (await download).path())).toString("latin1");
  expect(pdf).toMatch(/MediaBox\[0 0 252\.\d+ /);
  expect(pdf).toContain("+Inter-SemiBold");
  await dialog.getByRole("button", { name: "Close" }).click();

  const slides = unzipSync(await save(page, "PowerPoint"));
  const drawn = Object.keys(slides).filter((name) => /slides\/slide\d+\.xml$/.test(name));
  expect(drawn.length).toBeGreaterThanOrEqual(7);
  expect(drawn.filter((name) => strFromU8(slides[name]).includes("19.9 months"))).toHaveLength(1);

  const numbers = strFromU8(await save(page, "CSV, one number a line"));
  expect(numbers).toMatch(/^\uFEFF?panel,endpoint,estimand,group,reference,time,/);

  const data = unzipSync(await save(page, "Data set and R script"));
  expect(strFromU8(data["meierboard-data.csv"])).not.toContain("SYN-");
  expect(strFromU8(data["meierboard-dictionary.csv"])).toContain("risk score: Hemoglobin");
  for (const program of ["short.R", "py", "sas", "do"])
    expect(strFromU8(data[program === "short.R" ? "meierboard-short.R" : `meierboard.${program}`])).toContain(
      "os_time",
    );
  const script = strFromU8(data["meierboard-script.R"]);
  expect(script).toContain("stopifnot(");
  expect(script).toMatch(
    existsSync(".git")
      ? /Written by Meierboard \d+\.\d+\.\d+ \([0-9a-f]{7}(, changed)?\), \d{4}-\d\d-\d\d, settings [0-9a-f]{12}\./
      : /Written by Meierboard \d+\.\d+\.\d+, \d{4}-\d\d-\d\d, settings [0-9a-f]{12}\./,
  );

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Results", exact: true }).click();
  await expect(page.getByText("Results copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    "19.9 months (95% CI, 11.1–53.1) for risk score 0",
  );
});

test("numbers are written as a journal asks, on the screen and in files for readers, and TIFF and EPS are saved", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await page
    .getByRole("region", { name: "Panels" })
    .getByRole("button", { name: /OS by risk score/ })
    .click();
  const plain = await save(page, "CSV, statistics");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "EPS", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  const preview = dialog.getByTestId("preview").locator("svg").first();
  await expect(preview).toContainText("median 19.9 mo");
  await dialog.getByLabel(/^Numbers/).selectOption("lancet");
  await expect(preview).toContainText("median 19·9 mo");
  await expect(preview).toContainText("P < 0·001");
  await expect(preview).not.toContainText(/\d\.\d/);
  await dialog.getByLabel("Decimal sign").selectOption("comma");
  await expect(preview).toContainText("median 19,9 mo");
  const eps = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const drawn = (await readFile(await (await eps).path())).toString("latin1");
  expect(drawn.startsWith("%!PS-Adobe-3.0 EPSF-3.0\n")).toBe(true);
  await dialog.getByLabel(/^Format/).selectOption("tiff");
  await dialog.getByLabel("Resolution").selectOption("600");
  const tiff = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const pixels = await readFile(await (await tiff).path());
  expect([...pixels.subarray(0, 4)]).toEqual([0x49, 0x49, 42, 0]);
  // 183 mm at 600 to the inch; the first entry of the directory is the width.
  const directory = pixels.readUInt32LE(4);
  expect(pixels.readUInt16LE(directory + 2)).toBe(256);
  expect(Math.abs(pixels.readUInt32LE(directory + 10) - (183 / 25.4) * 600)).toBeLessThan(2);
  await dialog.getByRole("button", { name: "Close" }).click();
  // The page says the same numbers in the same way, and what programs read stays.
  await expect(page.getByRole("main")).toContainText(/19,9/);
  await expect(page.getByRole("main")).not.toContainText(/19\.9/);
  expect(await save(page, "CSV, statistics")).toEqual(plain);
});

test("several panels are one figure with letters and one legend, or a sentence says why they cannot be", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await page
    .getByRole("region", { name: "Panels" })
    .getByRole("button", { name: /OS by risk score/ })
    .click();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "SVG", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByText("Put other panels beside it").click();
  const list = dialog.getByRole("list", { name: "Panels of the figure" });
  await list.getByRole("checkbox", { name: /Progression-free survival by treatment arm/ }).check();
  await list.getByRole("checkbox", { name: /Overall survival by treatment arm/ }).check();
  const preview = dialog.getByTestId("preview").locator("svg").first();
  await expect(preview.locator('[data-part="panel"]')).toHaveCount(3);
  const legend = dialog.getByTestId("legend");
  await expect(legend).toContainText(
    /^\(A\) Overall survival by risk score.*\(B\) Progression-free survival.*\(C\) Overall survival by treatment arm/,
  );
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const svg = await readFile(await (await download).path(), "utf8");
  expect(svg.match(/data-part="panel"/g)).toHaveLength(3);
  await dialog.getByLabel("Arrangement").selectOption("3");
  await dialog.getByLabel("Width").selectOption("89");
  await expect(dialog.getByRole("alert")).toContainText("3 columns of 89 mm leave 26 mm for a panel");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("status")).toContainText("Nothing was written.");
});

test("a copied table arrives with its styles, and the policy has nothing to say", async ({ page, context }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/");
  await page.getByRole("button", { name: /^OS by risk score/ }).click();
  await page.getByRole("complementary", { name: "Statistics" }).getByRole("button", { name: "Table" }).click();
  await expect(page.getByText("Table copied")).toBeVisible();
  const pasted = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const onPaste = ({ clipboardData }: ClipboardEvent) =>
          resolve(["text/html", "text/plain"].map((type) => clipboardData?.getData(type) ?? ""));
        addEventListener("paste", onPaste, { capture: true, once: true });
      }),
  );
  await openFilter(page, "Age at referral");
  await page.getByRole("textbox", { name: "Age at referral, from" }).press("Control+v");
  const [html, text] = await pasted;
  // Without its format a spreadsheet makes a date of the group 1–2.
  expect(html).toMatch(/<td[^>]*mso-number-format:'\\@'[^>]*>1–2</);
  expect(html).toMatch(/<td style="[^"]*padding[^"]*">22</);
  expect(text).toMatch(/\n1–2\t46\t42\t7\.6/);
  expect(complaints).toEqual([]);
});

test("a panel by a column that may identify patients asks by its name, before it is written and before it is presented", async ({
  page,
}) => {
  const patients = Array.from(
    { length: 24 },
    (_, row) => `${row + 1},${row % 2 ? "Ito" : "Olsen"},${row + 3},${row % 3 ? 1 : 0}`,
  );
  const board = {
    meierboard: 3,
    source: { file: "cohort.csv", rows: null, sha256: null },
    patientId: "id",
    endpoints: [
      {
        id: "os",
        label: "Overall survival",
        time: { from: "column", column: "months", unit: "months" },
        event: {
          column: "event",
          coding: [
            { value: "1", as: "event" },
            { value: "0", as: "censored" },
          ],
        },
      },
    ],
    panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", group: { column: "surname" } }],
  };
  await page.goto("/");
  await page.getByTestId("file").setInputFiles([
    {
      name: "cohort.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`id,surname,months,event\n${patients.join("\n")}\n`),
    },
    { name: "cohort.board.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(board)) },
  ]);
  await showCurves(page);
  await expect(page.getByTestId("groups")).toContainText("Olsen");

  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "HTML report", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByText("“surname” may identify patients.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /write it all the same/ }).check();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  await download;
  await dialog.getByRole("button", { name: "Close" }).click();

  await page.getByRole("button", { name: "Present" }).click();
  const asked = page.getByRole("dialog", { name: "Present" });
  await expect(asked).toContainText("“surname” may identify patients.");
  await asked.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("main", { name: "Presentation" })).toHaveCount(0);
  await page.getByRole("button", { name: "Present" }).click();
  await asked.getByRole("button", { name: "Present all the same" }).click();
  await expect(page.getByRole("main", { name: "Presentation" })).toContainText("Olsen");
});

test("the dialog shows what will be saved: slides, a page, the first rows of a table", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto("/");
  await page.getByRole("button", { name: /^OS by risk score/ }).click();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "PDF", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  const preview = dialog.getByRole("region", { name: "Preview" });
  await expect(preview.getByText(/183 × 128 mm · smallest text/)).toBeVisible();
  const format = dialog.getByRole("combobox", { name: "Format" });
  await format.selectOption({ label: "PowerPoint" });
  const slides = preview.getByRole("list", { name: "Slides" }).getByRole("listitem");
  await expect(slides.filter({ hasText: "19.9 months" })).toHaveCount(1);
  const box = await slides.first().locator("svg").boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  await format.selectOption({ label: "Word" });
  await expect(preview.getByTestId("page")).toContainText("19.9 (11.1–53.1)");
  await format.selectOption({ label: "Word, a paper’s draft" });
  await expect(preview.getByTestId("page")).toContainText("Checklist: STROBE, cohort studies");
  await format.selectOption({ label: "HTML report" });
  await expect(preview.getByRole("heading", { name: "Overall survival by risk score" })).toBeVisible();
  await format.selectOption({ label: "Data set and R script" });
  await expect(preview.getByText(/^meierboard-data\.csv: 75 rows, \d+ columns; the first 30 rows:$/)).toBeVisible();
  await expect(preview.getByRole("row")).toHaveCount(31);
  await dialog.getByRole("radio", { name: "Merge them with others" }).check();
  await format.selectOption({ label: "Word" });
  await expect(preview.getByTestId("page")).toContainText("1–2 or ≥3");
  expect(complaints).toEqual([]);
});

test("on a phone the dialog of exports opens from the folded menu", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByRole("button", { name: /^Open, undo/ }).click();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("button", { name: "PDF", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByTestId("preview").first()).toBeVisible();
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  await saved;
});
