import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, type Request, test } from "@playwright/test";
import { openFilter, pick } from "./choose";

/** A page beside a gateway that counts in DuckDB: 300 patients, whose ids must never be seen. */
const canary = "zebra-patient";
const patients = Array.from({ length: 300 }, (_, row) => {
  const [arm, sex, region] = [row % 2 ? "A" : "B", row % 3 ? "f" : "m", ["north", "south", "west"][(row % 5) % 3]];
  return `${canary}-${row},${1 + ((row * 7) % 40)},${row % 4 ? 1 : 0},${arm},${sex},${region},${row % 4}`;
});
const head = "id,months,dead,arm,sex,region,site";
const board = {
  meierboard: 3,
  source: { file: "registry.csv", rows: null, sha256: null },
  endpoints: [
    {
      id: "os",
      label: "Overall survival",
      time: { from: "column", column: "months", unit: "months" },
      event: {
        column: "dead",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
        ],
      },
    },
  ],
  filters: [{ kind: "values", of: { column: "sex" }, values: null }],
  panels: [{ id: "os", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" } }],
};

const groupOf = (page: Page) => page.getByRole("region", { name: "Figure" }).getByRole("combobox", { name: "Group" });

let folder = "";
let server: ChildProcess;
let address = "";

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "live-"));
  writeFileSync(join(folder, "registry.csv"), `${head}\n${patients.join("\n")}\n`);
  writeFileSync(join(folder, "board.json"), JSON.stringify(board));
  writeFileSync(join(folder, "warehouse.json"), JSON.stringify({ from: "registry.csv", board: "board.json" }));
  server = spawn(process.execPath, [".build/start.mjs", "--warehouse", join(folder, "warehouse.json")], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  address = await new Promise((found) => {
    server.stdout?.on("data", (text) => {
      const [printed] = /http:\S+/.exec(String(text)) ?? [];
      if (printed) found(printed);
    });
  });
});

test.afterEach(() => {
  server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("a page of a warehouse answers from its cells, asks for what they lack, and hears of no patient", async ({
  page,
}) => {
  const requests: Request[] = [];
  page.context().on("request", (request) => requests.push(request));
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/warehouse/")) answers.push(await response.text().catch(() => ""));
  });
  const asked = () => requests.filter((request) => request.url().includes("/warehouse/")).length;
  await page.goto(address);
  await expect(page.getByTestId("source")).toContainText("warehouse: 300 patients in cohort");
  await expect(page.getByTestId("groups")).toContainText("150");
  expect(asked()).toBe(1);

  // From the cells at hand.
  await openFilter(page, "Sex");
  await page.getByRole("checkbox", { name: /^m/ }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("200 of 300 patients");
  expect(asked()).toBe(1);

  // A group that was not counted.
  await groupOf(page).fill("to count");
  await expect(page.getByRole("option", { name: "Region (to count)" })).toBeVisible();
  await expect(page.getByRole("option", { name: /^Id / })).toHaveCount(0);
  await pick(groupOf(page), "Region (to count)");
  await expect(page.getByTestId("groups")).toContainText("north");
  await expect(page.getByTestId("selected")).toHaveText("200 of 300 patients");
  expect(asked()).toBe(2);

  // The gateway is killed while it is asked.
  server.kill("SIGSTOP");
  await pick(page.getByRole("combobox", { name: "Filter by" }), "Site (to count)");
  await expect(page.getByTestId("counting")).toBeVisible();
  server.kill("SIGKILL");
  await expect(page.getByText("The gateway to the warehouse does not answer.")).toBeVisible();
  await expect(page.getByTestId("groups")).toContainText("north");
  await expect(page.getByTestId("selected")).toHaveText("200 of 300 patients");
  await expect(page.getByTestId("source")).toContainText("warehouse: 300 patients in cohort");

  for (const request of requests.filter((each) => !/^(blob|data):/.test(each.url())))
    expect(new URL(request.url()).origin).toBe(new URL(address).origin);
  expect(answers.length).toBeGreaterThanOrEqual(2);
  for (const text of answers) expect(text).not.toContain(canary);
});

test("of a table that changed, and of a question that is cancelled, the last answer stays", async ({ page }) => {
  await page.goto(address);
  await expect(page.getByTestId("groups")).toContainText("150");
  const chooseRegion = () => pick(groupOf(page), "Region (to count)");
  server.kill("SIGSTOP");
  await chooseRegion();
  await page.getByTestId("counting").getByRole("button", { name: "Cancel" }).click();
  server.kill("SIGCONT");
  await expect(page.getByTestId("source")).toContainText("warehouse: 300 patients in cohort");
  await expect(groupOf(page)).toHaveValue("Arm");

  writeFileSync(join(folder, "registry.csv"), "id,months,arm\n1,2,A\n");
  await chooseRegion();
  await expect(page.getByText(/registry.csv has no column “dead”/)).toBeVisible();
  await expect(page.getByTestId("groups")).toContainText("150");
});

test("without the word of its start a page is one without a warehouse, and connects to nobody", async ({ page }) => {
  const { origin } = new URL(address);
  await page.goto(`${origin}/?warehouse=wrong`);
  await expect(page.getByTestId("source")).toContainText("Example");
  const outcome = await page.evaluate(() => fetch("./warehouse/cells", { method: "POST" }).then(String, String));
  expect(outcome).toContain("TypeError");
});
