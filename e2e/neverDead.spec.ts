import { expect, type Page, test } from "@playwright/test";
import { goTo, pick } from "./choose";
import { expectKept } from "./still";

const rowsOf = (rows: number, event = 1) =>
  `patient_id,arm,os_months,os_status\n${Array.from({ length: rows }, (_, row) => `P-${row},${row % 2 ? "A" : "B"},${1 + (row % 97)},${row % 3 ? event : 0}`).join("\n")}\n`;
const csv = (name: string, rows: number) => ({ name, mimeType: "text/csv", buffer: Buffer.from(rowsOf(rows)) });
const give = (page: Page, ...given: Parameters<typeof csv>) => page.getByTestId("file").setInputFiles(csv(...given));

/** The file is open, and the board answers about it. */
async function isOpen(page: Page, name: string, rows: number) {
  await expect(page.getByTestId("source")).toContainText(`${name} · ${rows.toLocaleString("en-US")} rows`);
  await goTo(page, "Board");
  await expect(page.getByTestId("groups")).toBeVisible();
  await expect(page.locator("[data-tone=bad]")).toHaveCount(0);
}

for (const wait of [0, 40, 120, 250, 400])
  test(`a file given ${wait} ms after the page is there opens`, async ({ page }) => {
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await page.getByTestId("file").waitFor({ state: "attached" });
    await page.waitForTimeout(wait);
    await give(page, "early.csv", 30);
    await isOpen(page, "early.csv", 30);
  });

for (const how of ["refused", "cancelled"])
  test(`a file ${how} before the example is there leaves the example`, async ({ page }) => {
    // The example comes late.
    await page.addInitScript(() => {
      const text = File.prototype.slice;
      let first = true;
      File.prototype.slice = function (...range) {
        const slice = text.apply(this, range);
        if (first && this.name.startsWith("synthetic")) {
          first = false;
          slice.arrayBuffer = () => new Promise(() => {});
        }
        return slice;
      };
    });
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await page.getByTestId("file").waitFor({ state: "attached" });
    if (how === "refused")
      await page
        .getByTestId("file")
        .setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.from("") });
    else await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByTestId("groups")).toBeVisible();
    await expect(page.getByTestId("source")).toContainText("Example");
    await expect(page.getByText("“empty.csv” is empty")).toHaveCount(how === "refused" ? 1 : 0);
  });

test("of files given one upon the other the last one opens, at whatever moment it comes", async ({ page }) => {
  await page.goto("/");
  await page.getByTestId("file").waitFor({ state: "attached" });
  for (const wait of [0, 100, 300, 700]) {
    await give(page, "long.csv", 60_000);
    await page.waitForTimeout(wait);
    await give(page, "short.csv", 20);
    // Where the long file is open by then, it is asked what the short one is.
    const asked = page.getByRole("button", { name: /Another cohort/ });
    const opened = page.getByTestId("source").filter({ hasText: "short.csv" });
    await expect(asked.or(opened)).toBeVisible();
    if (await asked.isVisible()) await asked.click();
    await isOpen(page, "short.csv", 20);
    await page.getByRole("button", { name: "back to the example" }).click();
    await expect(page.getByTestId("source")).toContainText("Example");
  }
});

test("back to the example while a large cohort is computed shows the example", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await give(page, "long.csv", 200_000);
  await page.getByRole("button", { name: "back to the example" }).click({ timeout: 60_000 });
  await expect(page.getByTestId("source")).toContainText("75 patients");
  await goTo(page, "Board");
  await expect(page.getByTestId("groups")).toBeVisible();
});

const ends: Record<string, () => void> = {
  "closes itself": () => self.close(),
  "throws outside of any call": () => {
    setTimeout(() => {
      throw new Error("lost");
    });
  },
  "hangs in an endless loop": () => {
    setTimeout(() => {
      for (;;);
    });
  },
};

for (const [how, end] of Object.entries(ends))
  test(`a worker that ${how} while it has nothing to do is replaced, and the next filter is answered`, async ({
    page,
  }) => {
    await page.goto("/");
    await expect(page.getByTestId("groups")).toBeVisible();
    await give(page, "own.csv", 40);
    await isOpen(page, "own.csv", 40);
    await expectKept(page);
    // What was shown last is kept a moment later; a worker at work counts as alive for longer than this story waits.
    await page.waitForTimeout(1500);
    const workers = page.workers();
    await workers[workers.length - 1].evaluate(end).catch(() => {});
    // Of a worker heard from within the last second nobody asks whether it lives.
    await page.waitForTimeout(1500);
    await page.getByRole("button", { name: "Switch to the dark theme" }).click();
    const before = await page.getByTestId("groups").textContent();
    await pick(page.getByRole("combobox", { name: "Group" }).first(), "All patients");
    await expect(page.getByTestId("groups")).not.toHaveText(before ?? "", { timeout: 20_000 });
    await expect(page.locator("[data-tone=bad]")).toHaveCount(0);
  });

test("a calculation that hangs says that it computes, can be stopped, and the change can be taken back", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await give(page, "own.csv", 40);
  await isOpen(page, "own.csv", 40);
  await expectKept(page);
  const before = (await page.getByTestId("groups").textContent()) ?? "";
  const workers = page.workers();
  // It answers that it lives; every analysis compares settings by their text.
  await workers[workers.length - 1].evaluate(() => {
    JSON.stringify = () => {
      for (;;);
    };
  });
  await pick(page.getByRole("combobox", { name: "Group" }).first(), "All patients");
  await expect(page.getByText("Computing…")).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click({ timeout: 20_000 });
  const said = page.locator("[data-tone=bad]");
  await expect(said).toContainText("You stopped the calculation. The last result is still shown.");
  await expect(page.getByTestId("groups")).toHaveText(before);
  await said.getByRole("button", { name: "Undo the last change" }).click();
  await expect(said).toHaveCount(0);
  await expect(page.getByText("Computing…")).toHaveCount(0);
  await pick(page.getByRole("combobox", { name: "Group" }).first(), "All patients");
  await expect(page.getByTestId("groups")).toContainText("All patients");
});
