import { expect, type Page, test } from "@playwright/test";
import { showCurves, showData } from "./choose";
import { present } from "./presenting";

const cohort = (rows: number) =>
  `patient_id,arm,os_months,os_status\n${Array.from({ length: rows }, (_, row) => `P-${row},${row % 2 ? "A" : "B"},${1 + (row % 97)},${row % 3 ? 1 : 0}`).join("\n")}\n`;
const coding = [
  { value: "0", as: "censored" },
  { value: "1", as: "event" },
];
const time = { from: "column", column: "os_months", unit: "months" };
const board = JSON.stringify({
  meierboard: 1,
  source: { file: "own.csv", rows: null, sha256: null },
  endpoints: [{ id: "os", label: "Survival of the board", time, event: { column: "os_status", coding } }],
  panels: [{ id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
});

const give = (page: Page, name: string, text: string) =>
  page.getByTestId("file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Drops files at once; says whether the page took them, which keeps the browser from opening them in its place. */
const drop = (page: Page, ...files: [name: string, text: string][]) =>
  page.evaluate((given) => {
    const data = new DataTransfer();
    for (const [name, text] of given) data.items.add(new File([text], name));
    const event = (type: string) => new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
    return ["dragover", "drop"].every((type) => !document.body.dispatchEvent(event(type)));
  }, files);

async function openExample(page: Page) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
}

const source = (page: Page) => page.getByTestId("source");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Holds the reading of files back until it is let go. */
async function holdReading(page: Page) {
  await page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer;
    const held = new Promise<void>((resolve) => Object.assign(window, { letGo: resolve }));
    Blob.prototype.arrayBuffer = function () {
      return held.then(() => read.call(this));
    };
  });
  return () => page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
}

test("a board given while its file is still being read is put over that file", async ({ page }) => {
  await openExample(page);
  const letGo = await holdReading(page);
  await give(page, "own.csv", cohort(40));
  await expect(page.getByRole("progressbar", { name: "Reading own.csv" })).toBeVisible();
  await give(page, "own.board.json", board);
  await expect(page.getByText("“own.board.json” is used once “own.csv” is read.")).toBeVisible();
  await letGo();
  await expect(source(page)).toContainText("own.csv · 40 rows");
  await expect(heading(page)).toHaveText("Survival of the board by arm");
});

test("a board that waits for a file is applied once the reading is cancelled", async ({ page }) => {
  await openExample(page);
  await holdReading(page);
  await give(page, "own.csv", cohort(40));
  await give(page, "own.board.json", board);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("These settings belong to “own.csv”, which is not open.")).toBeVisible();
});

test("a board that is refused while a file is being read is said, and stays said", async ({ page }) => {
  await openExample(page);
  const letGo = await holdReading(page);
  await give(page, "own.csv", cohort(40));
  await expect(page.getByRole("progressbar", { name: "Reading own.csv" })).toBeVisible();
  await give(page, "own.board.json", board.replace("panels", "pannels"));
  await letGo();
  await expect(source(page)).toContainText("own.csv · 40 rows");
  await showData(page);
  await expect(page.getByText("The board file is not as expected")).toBeVisible();
});

test("a file dropped while presenting ends the presentation and is opened by the page, not instead of it", async ({
  page,
}) => {
  await openExample(page);
  await present(page);
  await expect(page.getByTestId("slide-figure")).toBeVisible();
  expect(await drop(page, ["own.csv", cohort(40)])).toBe(true);
  await expect(page.getByRole("main", { name: "Presentation" })).toHaveCount(0);
  await expect(source(page)).toContainText("own.csv · 40 rows");

  await showCurves(page);
  await present(page);
  await expect(page.getByTestId("slide-figure")).toBeVisible();
  expect(await drop(page, ["other.csv", cohort(30)])).toBe(true);
  await expect(page.getByRole("heading", { name: "What is “other.csv”?" })).toBeVisible();
});

test("a presentation ends with the cohort it shows", async ({ page }) => {
  await openExample(page);
  const letGo = await holdReading(page);
  await give(page, "own.csv", cohort(40));
  await present(page);
  await expect(page.getByTestId("slide-figure")).toBeVisible();
  await letGo();
  await expect(source(page)).toContainText("own.csv · 40 rows");
  await expect(page.getByRole("main", { name: "Presentation" })).toHaveCount(0);
});

test("an export that is open ends with the cohort it was about", async ({ page }) => {
  await openExample(page);
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "PDF", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog).toBeVisible();
  expect(await drop(page, ["own.csv", cohort(40)])).toBe(true);
  await expect(source(page)).toContainText("own.csv · 40 rows");
  await expect(dialog).toHaveCount(0);
});

for (const order of ["cohort first", "board first"])
  test(`a cohort and its board dropped together are opened together, ${order}`, async ({ page }) => {
    await openExample(page);
    const files: [string, string][] = [
      ["own.csv", cohort(40)],
      ["own.board.json", board],
    ];
    await drop(page, ...(order === "cohort first" ? files : files.reverse()));
    await expect(source(page)).toContainText("own.csv · 40 rows");
    await expect(heading(page)).toHaveText("Survival of the board by arm");
  });

test("of two cohorts dropped together the second is said not to have been opened", async ({ page }) => {
  await openExample(page);
  await drop(page, ["one.csv", cohort(40)], ["two.csv", cohort(30)]);
  await expect(source(page)).toContainText("one.csv · 40 rows");
  await expect(
    page.getByText("“two.csv” was not opened: cohort files are opened one at a time. Open or drop it by itself."),
  ).toBeVisible();
});

test("however long the name of a file, the way back to the example stands whole beside it", async ({ page }) => {
  await openExample(page);
  await give(page, `${"referrals of all our centers ".repeat(6)}.csv`, cohort(40));
  await expect(source(page)).toContainText("40 rows");
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const back = source(page).getByRole("button", { name: "back to the example" });
    await expect
      .poll(async () => {
        const [inner, outer] = [await back.boundingBox(), await source(page).boundingBox()];
        return inner && outer && inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
      })
      .toBe(true);
  }
});
