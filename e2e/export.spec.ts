import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";

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
  const smallest = dialog.getByText(/Smallest text 5\.\d pt: large enough/);
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

  const data = unzipSync(await save(page, "Data set and R script"));
  expect(strFromU8(data["meierboard-data.csv"])).not.toContain("SYN-");
  const script = strFromU8(data["meierboard-script.R"]);
  expect(script).toContain("stopifnot(");
  expect(script).toMatch(
    existsSync(".git")
      ? /Written by Meierboard \d+\.\d+\.\d+ \([0-9a-f]{7}(, changed)?\)\./
      : /Written by Meierboard \d+\.\d+\.\d+\./,
  );

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Results", exact: true }).click();
  await expect(page.getByText("Results copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("19.9 months (95% CI 11.1–53.1)");
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
  await page.getByRole("textbox", { name: "Age at referral, from" }).press("Control+v");
  const [html, text] = await pasted;
  // Without its format a spreadsheet makes a date of the group 1–2.
  expect(html).toMatch(/<td[^>]*mso-number-format:'\\@'[^>]*>1–2</);
  expect(html).toMatch(/<td style="[^"]*padding[^"]*">22</);
  expect(text).toMatch(/\n1–2\t46\t42\t7\.6/);
  expect(complaints).toEqual([]);
});
