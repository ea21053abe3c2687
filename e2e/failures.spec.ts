import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { openFilter, showCurves, showData } from "./choose";
import { present } from "./presenting";

// The browser asks before it leaves an own file; where nobody answers, the page would stay.
test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
});

const workbook = fileURLToPath(new URL("../lib/table/corpus/s37_workbook_title_merged_hidden.xlsx", import.meta.url));

/**
 * Takes away what the page loads after it is shown, as a new deployment or a lost network does, until it is given back.
 */
async function withoutLaterParts(page: Page, status: 404 | null) {
  const first = readFileSync("out/index.html", "utf8");
  const state = { gone: true };
  await page.route("**/_next/static/chunks/*.js", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    if (!state.gone || first.includes(name)) return route.continue();
    return status ? route.fulfill({ status, body: "Not found" }) : route.abort();
  });
  return state;
}

/** What is said loudly; the framework has an empty element of this kind for itself. */
const alerts = (within: Page | Locator) => within.getByRole("alert").filter({ hasText: /./ });

const placeButton = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name });

async function openExport(page: Page, kind: string) {
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: kind, exact: true }).click();
  return page.getByRole("dialog", { name: "Export" });
}

for (const [what, status] of [
  ["is gone from the server", 404],
  ["cannot be reached", null],
] as const)
  test(`an export whose part of the page ${what} says so, and is written once it is back`, async ({ page }) => {
    const parts = await withoutLaterParts(page, status);
    await page.goto("/");
    await expect(page.getByTestId("groups")).toBeVisible();
    const dialog = await openExport(page, "PDF");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(alerts(dialog)).toContainText("“PDF” was not saved: a part of the page could not be fetched.");
    await expect(dialog.getByRole("button", { name: "Save", exact: true })).toBeEnabled();

    await dialog.getByLabel("Format").selectOption("CSV, curves");
    await expect(alerts(dialog)).toHaveCount(0);
    const table = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await table;

    await dialog.getByLabel("Format").selectOption("PowerPoint");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    // The preview, which needs the same part, says so too.
    const notSaved = alerts(dialog).filter({ hasText: "“PowerPoint” was not saved" });
    await expect(notSaved).toContainText("a part of the page could not be fetched");
    parts.gone = false;
    const slides = page.waitForEvent("download");
    await notSaved.getByRole("button", { name: "Try again" }).click();
    await slides;
    await expect(notSaved).toHaveCount(0);
  });

test("an export that fails after its dialog was closed says so above the place", async ({ page }) => {
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    if (readFileSync("out/index.html", "utf8").includes(name)) return route.continue();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.abort();
  });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const dialog = await openExport(page, "PDF");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(alerts(page)).toContainText("“PDF” was not saved: a part of the page could not be fetched.");
});

test("a copy blames the browser only when it was the browser", async ({ page }) => {
  const parts = await withoutLaterParts(page, 404);
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    document.execCommand = () => false;
  });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const dialog = await openExport(page, "Copy image");
  await dialog.getByRole("button", { name: "Copy" }).click();
  await expect(alerts(dialog)).toContainText("a part of the page could not be fetched");
  parts.gone = false;
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(alerts(dialog)).toContainText("the browser did not allow copying");
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await page.getByRole("button", { name: "Results", exact: true }).click();
  await expect(page.getByText("“Results” was not copied: the browser did not allow copying.")).toBeVisible();
});

test("after the reload that a failure offers, the settings are there", async ({ page }) => {
  await withoutLaterParts(page, 404);
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await placeButton(page, "Methods").click();
  const failure = page.getByRole("alert").filter({ hasText: "The methods cannot be shown: a part of the page" });
  await expect(failure).toBeVisible();
  await placeButton(page, "Board").click();
  await openFilter(page, "TP53");
  await page
    .getByRole("checkbox", { name: /^mutated/ })
    .first()
    .uncheck();
  const selected = page.getByTestId("selected");
  await expect(selected).not.toHaveText("75 of 75 patients");
  const before = await selected.textContent();
  const dialog = await openExport(page, "PDF");
  await dialog.getByRole("button", { name: "Save" }).click();
  const loaded = page.waitForEvent("load");
  await dialog.getByRole("button", { name: "Reload, keeping the settings" }).click();
  await loaded;
  await expect(selected).toHaveText(before ?? "");
});

test("a workbook whose reader cannot be fetched is told so, and opens once it can", async ({ page }) => {
  const parts = await withoutLaterParts(page, 404);
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles(workbook);
  await expect(alerts(page)).toContainText("was not opened: a part of the page could not be fetched.");
  await expect(page.getByTestId("source")).toContainText("Example");
  parts.gone = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await showData(page);
  await expect(page.getByText(/^Workbook/)).toBeVisible();
});

test("once the page was idle, nothing needs the network", async ({ page }) => {
  test.setTimeout(120_000);
  const known = await withoutLaterParts(page, null);
  known.gone = false;
  const asked: string[] = [];
  page.on("requestfinished", (request) => asked.push(request.url()));
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  let seen = -1;
  await expect
    .poll(
      () => {
        const still = asked.length === seen;
        seen = asked.length;
        return still;
      },
      // A busy page lets at most five seconds pass before it fetches the next part.
      { intervals: [6000], timeout: 60_000 },
    )
    .toBe(true);
  known.gone = true;
  for (const kind of ["PDF", "PowerPoint"]) {
    const dialog = await openExport(page, kind);
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save" }).click();
    await download;
    await dialog.getByRole("button", { name: "Close" }).click();
  }
  await placeButton(page, "Methods").click();
  await page.getByRole("button", { name: "Run the reference cases" }).click();
  await expect(page.getByTestId("verification")).toContainText(/cases agree/);
  await page.getByTestId("file").setInputFiles(workbook);
  await showData(page);
  await expect(page.getByText(/^Workbook/)).toBeVisible();
});

const stores = {
  "is refused": () => {
    const refuse = {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, name, refuse);
  },
  "is missing": () => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"])
      Object.defineProperty(window, name, { value: undefined });
  },
  "is full, and its database silent": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
};

for (const [how, take] of Object.entries(stores))
  test(`where the browser's storage ${how}, only the memory of settings is lost`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.addInitScript(take);
    await page.goto("/");
    await expect(page.getByTestId("groups")).toBeVisible();
    await page.getByRole("button", { name: "Switch to the dark theme" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    const rows = "id,arm,months,event\n1,A,5,1\n2,B,7,0\n3,A,9,1\n";
    await page.getByTestId("file").setInputFiles({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
    await showCurves(page);
    await openFilter(page, "Arm");
    await page.getByRole("checkbox", { name: /^B/ }).uncheck();
    await expect(page.getByTestId("selected")).toHaveText("2 of 3 patients");
    await expect(alerts(page)).toHaveCount(0);
    expect(errors).toEqual([]);
  });

test("a panel that throws while it is drawn says so in its place; the others stand, and it comes back", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Whole = window.Worker;
    const faults = { panel: -1 };
    Object.assign(window, { faults });
    window.Worker = class extends Whole {
      constructor(address: string | URL) {
        super(address);
        this.addEventListener("message", ({ data }) => {
          const panel = data?.value?.snapshot?.panels?.[faults.panel];
          if (panel?.result) panel.result.groups = null;
        });
      }
    };
  });
  const fail = (panel: number) =>
    page.evaluate((index) => {
      (window as unknown as { faults: { panel: number } }).faults.panel = index;
    }, panel);
  await page.goto("/");
  const panels = page.getByRole("region", { name: "Panels" });
  await expect(page.getByTestId("groups")).toBeVisible();
  await panels.getByRole("button", { name: /OS by risk score/ }).click();
  const figure = page.getByRole("region", { name: "Figure" });
  await expect(figure.getByRole("application", { name: /^Figure/ })).toBeVisible();

  await fail(5);
  await openFilter(page, "TP53");
  await page
    .getByRole("checkbox", { name: /^mutated/ })
    .first()
    .uncheck();
  await expect(alerts(figure)).toContainText("The figure cannot be shown: the program has a fault here.");
  await expect(alerts(page.getByRole("complementary", { name: "Statistics" })).first()).toBeVisible();
  await expect(panels.getByText("This panel cannot be drawn.")).toHaveCount(1);
  await expect(panels.locator("svg")).toHaveCount(6);
  await present(page);
  await expect(alerts(page).first()).toContainText("This slide cannot be shown");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("slide-figure").locator("svg").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panels).toBeVisible();

  await fail(-1);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await panels.getByRole("button", { name: /OS by risk score/ }).click();
  await expect(figure.getByRole("application", { name: /^Figure/ })).toBeVisible();
  await expect(alerts(page)).toHaveCount(0);
  await expect(panels.getByText("This panel cannot be drawn.")).toHaveCount(0);
});

test("what nobody caught is said; what is no error of the page is not", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.evaluate(() => {
    dispatchEvent(
      new ErrorEvent("error", { message: "ResizeObserver loop completed with undelivered notifications." }),
    );
  });
  await page.getByRole("button", { name: "Switch to the dark theme" }).click();
  await expect(alerts(page)).toHaveCount(0);
  await page.evaluate(() => {
    void Promise.reject(new Error("nobody waits"));
  });
  await expect(alerts(page)).toContainText("Something did not work: the program has a fault here.");
  await page.getByRole("button", { name: "Close this message" }).click();
  await expect(alerts(page)).toHaveCount(0);
});

test("a column labelled with two thousand letters leaves every panel standing", async ({ page }) => {
  const terms = [{ id: "ecog", of: { column: "ecog_f" }, coding: { kind: "levels" } }];
  const coding = [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ];
  const time = { from: "column", column: "time", unit: "days" };
  const board = {
    meierboard: 1,
    source: { file: "lung.csv", rows: null, sha256: null },
    columns: [{ name: "ecog_f", label: "w".repeat(2000) }],
    endpoints: [{ id: "os", label: "Overall survival", time, event: { column: "event", coding } }],
    panels: [
      { id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "ecog_f" } },
      { id: "cox", kind: "regression", endpoint: "os", terms },
    ],
  };
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  const buffer = Buffer.from(JSON.stringify(board));
  await page.getByTestId("file").setInputFiles({ name: "long.board.json", mimeType: "application/json", buffer });
  await expect(page.getByText("Open or drop that file now")).toBeVisible();
  await page.getByTestId("file").setInputFiles("lib/survival/reference/data/lung.csv");
  const panels = page.getByRole("region", { name: "Panels" });
  await expect(panels.getByRole("listitem")).toHaveCount(2);
  for (const place of [0, 1]) {
    await panels.getByRole("button").nth(place).click();
    await expect(panels.getByRole("button").nth(place)).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByTestId("figure").locator("svg").first()).toBeVisible();
    await expect(alerts(page)).toHaveCount(0);
  }
});

test("a change whose answer is late shows that it is at work, and one that is not shows nothing", async ({ page }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    const held: { hold: boolean; messages: (() => void)[] } = { hold: false, messages: [] };
    Object.assign(window, { held });
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      const send = () => (post as (...all: unknown[]) => void).apply(this, message);
      if (held.hold) held.messages.push(send);
      else send();
    } as typeof post;
  });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await openFilter(page, "TP53");
  const box = page.getByRole("checkbox", { name: /^mutated/ }).first();
  await box.uncheck();
  await expect(page.getByTestId("selected")).not.toHaveText("75 of 75 patients");
  await expect(page.getByText("Computing…")).toHaveCount(0);
  type Held = { held: { hold: boolean; messages: (() => void)[] } };
  await page.evaluate(() => {
    (window as unknown as Held).held.hold = true;
  });
  await box.check();
  await expect(page.getByText("Computing…")).toBeVisible();
  await page.evaluate(() => {
    const { held } = window as unknown as Held;
    held.hold = false;
    for (const send of held.messages) send();
  });
  await expect(page.getByText("Computing…")).toHaveCount(0);
  await expect(page.getByTestId("selected")).toHaveText("75 of 75 patients");
});

test("a host's policy that forbids the page its worker is named as the reason", async ({ page }) => {
  await page.route("/", async (route) => {
    const response = await route.fetch();
    const policy = "script-src 'self'; worker-src 'self'";
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.goto("/");
  await expect(alerts(page)).toContainText(
    "The example was not opened: the policy of the site that serves this page forbids it.",
  );
  await expect(alerts(page)).toContainText("has to allow the page its own scripts and workers");
});
