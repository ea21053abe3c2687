import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openFilter, pick, showCurves, showData } from "./choose";
import { present } from "./presenting";

const cohort = `patient,arm,months,event,size_mm,site
P1,A,12,1,10,lung
P2,B,3,1,20,liver
P3,A,24,0,30,lung
P4,B,8,1,40,liver
P5,A,9,0,50,lung
P6,B,6,1,60,liver
`;
const weird = { name: "weird.csv", mimeType: "text/csv", buffer: Buffer.from(cohort) };
const asked = "You had weird.csv open. Drop it here to go on";
const ownSettings = { cohort: "own", place: "board", focus: null, panels: [], ranges: [] };
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name });

// The browser asks before it leaves an own file; where nobody answers, the page would stay.
test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
});

const drop = (page: Page) =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "weird.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, cohort);

async function openExample(page: Page) {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
}

/** The user's own file, on the board, with a filter that an address can carry and one that it cannot. */
async function openOwn(page: Page) {
  await openExample(page);
  await page.getByTestId("file").setInputFiles(weird);
  await showCurves(page);
  await openFilter(page, "Size_mm");
  await page.getByRole("textbox", { name: "size_mm, to" }).fill("50");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("selected")).toHaveText("5 of 6 patients");
  await openFilter(page, "Site");
  await page.getByRole("checkbox", { name: /^liver/ }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("3 of 6 patients");
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"max":50');
  // The tab keeps the settings a moment after the address.
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem("meierboard-open")))
    .toContain('"values":["lung"]');
}

async function expectOwn(page: Page) {
  await expect(page.getByTestId("source")).toContainText("weird.csv");
  await expect(page.getByTestId("selected")).toHaveText("3 of 6 patients");
  await expect(page.getByText("Your settings for this file were restored from this browser.")).toBeVisible();
}

test("after a reload the own file is asked for, and comes back with its settings", async ({ page }) => {
  await openOwn(page);
  await page.reload();
  await expect(heading(page)).toHaveText(asked);
  await expect(page.getByText(/^Kept for you: 1 panel · 1 endpoint · 2 filters$/)).toBeVisible();
  await expect(page.getByText("No file is open")).toBeVisible();
  await expect(page.getByTestId("groups")).toBeHidden();
  for (const name of ["Data", "Scores", "Board"]) {
    await place(page, name).click();
    await expect(heading(page)).toHaveText(asked);
  }
  // Reading an address again changes nothing.
  await page.reload();
  await expect(heading(page)).toHaveText(asked);
  await drop(page);
  await expectOwn(page);
  expect(page.url()).not.toContain("weird");
});

test("of another file with the name, it is said that the settings were made for other data", async ({ page }) => {
  await openOwn(page);
  await page.reload();
  const buffer = Buffer.from(`${cohort}P7,A,10,1,15,lung\n`);
  await page.getByTestId("file").setInputFiles({ ...weird, buffer });
  await expect(page.getByText("These settings were saved with another file; all of them fit this one.")).toBeVisible();
  await expect(page.getByTestId("selected")).toHaveText("4 of 7 patients");
});

test("a filter of an identifying column does not come back, and this is said", async ({ page }) => {
  await openExample(page);
  const buffer = Buffer.from(cohort.replaceAll("site", "city"));
  await page.getByTestId("file").setInputFiles({ ...weird, buffer });
  await showCurves(page);
  await pick(page.getByRole("combobox", { name: "Filter by" }), "City");
  await page.getByRole("checkbox", { name: /^liver/ }).uncheck();
  await expect(page.getByTestId("selected")).toHaveText("3 of 6 patients");
  const kept = () => page.evaluate(() => sessionStorage.getItem("meierboard-open"));
  await expect.poll(kept).toContain('"without":["city"]');
  expect(await kept()).not.toContain("liver");
  await page.reload();
  await page.getByTestId("file").setInputFiles({ ...weird, buffer });
  await expect(
    page.getByText("Without the levels, filters and corrections of “city”, which look identifying: set them again."),
  ).toBeVisible();
  await expect(page.getByTestId("selected")).toHaveText("6 of 6 patients");
});

test("a file of another name begins afresh, without the settings that wait", async ({ page }) => {
  await openOwn(page);
  await page.reload();
  const buffer = Buffer.from(`${cohort}P7,A,10,1,15,lung\n`);
  await page.getByTestId("file").setInputFiles({ ...weird, name: "other.csv", buffer });
  await showData(page);
  await expect(page.getByText("6 columns, 7 rows")).toBeVisible();
  await showCurves(page);
  await expect(page.getByTestId("selected")).toHaveText("7 of 7 patients");
});

test("gone back to from another page, the own file is asked for", async ({ page, baseURL }) => {
  await openOwn(page);
  await page.goto(`${baseURL}/board.schema.json`);
  await page.goBack();
  await expect(heading(page)).toHaveText(asked);
  await page.getByTestId("file").setInputFiles(weird);
  await expectOwn(page);
});

test("a file dropped just after it was opened for the first time and the page reloaded at once is asked for", async ({
  page,
}) => {
  await openExample(page);
  await page.getByTestId("file").setInputFiles(weird);
  await showData(page);
  await expect(page.getByText("6 columns, 6 rows")).toBeVisible();
  await page.reload();
  await expect(heading(page)).toHaveText(asked);
});

test("where the browser keeps nothing, the own file is still asked for, by its name", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("refused", "SecurityError");
    };
    Object.defineProperty(window, "sessionStorage", { get: refuse });
    Object.defineProperty(window, "indexedDB", { get: refuse });
  });
  await openExample(page);
  await page.getByTestId("file").setInputFiles(weird);
  await showCurves(page);
  await openFilter(page, "Size_mm");
  await page.getByRole("textbox", { name: "size_mm, to" }).fill("50");
  await page.keyboard.press("Enter");
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"max":50');
  await page.reload();
  await expect(heading(page)).toHaveText(asked);
  await drop(page);
  // What the address holds is all there is.
  await expect(page.getByTestId("selected")).toHaveText("5 of 6 patients");
});

test("the example is shown instead with its own settings and address, and stays after a reload", async ({ page }) => {
  await openOwn(page);
  await page.reload();
  await page.getByRole("button", { name: "Look at the example instead" }).click();
  await expect(page.getByTestId("selected")).toHaveText("75 of 75 patients");
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"cohort":"example"');
  expect(decodeURIComponent(page.url())).not.toContain("size_mm");
  await page.reload();
  await expect(page.getByTestId("selected")).toHaveText("75 of 75 patients");
});

test("a link to an own file asks another person for it without its name, and gives it what fits", async ({
  page,
  browser,
  baseURL,
}) => {
  await openOwn(page);
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(heading(other)).toHaveText("These settings were made for another file: open it here");
  await expect(other.locator("body")).not.toContainText("weird");
  await other.getByTestId("file").setInputFiles({ ...weird, name: "same.csv" });
  await expect(other.getByText("The settings of the link were applied to this file.")).toBeVisible();
  await expect(other.getByTestId("selected")).toHaveText("5 of 6 patients");
  await context.close();
});

test("a link opened over a file without what it names says what was left out", async ({ page, browser, baseURL }) => {
  await openOwn(page);
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await other.goto(page.url());
  const buffer = Buffer.from("patient,arm,months,event\nX,A,4,1\nY,B,5,0\n");
  await other.getByTestId("file").setInputFiles({ ...weird, buffer });
  await expect(
    other.getByText(
      "Of the link’s settings, those that need “size_mm” were left out: this file has none of that name yet.",
    ),
  ).toBeVisible();
  await context.close();
});

test("an address of before that names columns the example lacks waits for its file; one of the example opens it", async ({
  page,
}) => {
  const address = (column: string) =>
    `/#${encodeURIComponent(
      JSON.stringify({
        place: "board",
        focus: null,
        panels: [],
        ranges: [{ of: { column }, min: 60, max: null, missing: true }],
      }),
    )}`;
  await page.goto(address("size_mm"));
  await expect(heading(page)).toHaveText("These settings were made for another file: open it here");
  await page.goto("about:blank");
  await page.goto(address("age"));
  await expect(page.getByTestId("selected")).toHaveText(/^\d\d of 75 patients$/);
  await expect(page.getByTestId("selected")).not.toHaveText("75 of 75 patients");
});

test("the browser asks before own data are left, and not for the example", async ({ page, baseURL }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
  });
  await openExample(page);
  await place(page, "Data").click();
  await page.reload();
  await expect(page.getByTestId("source")).toBeVisible();
  expect(dialogs).toEqual([]);
  await expect(page.getByText(/columns, 75 rows/)).toBeVisible();
  await page.getByTestId("file").setInputFiles(weird);
  await expect(page.getByTestId("source")).toContainText("weird.csv");
  await showData(page);
  await expect(page.getByText("6 columns, 6 rows")).toBeVisible();
  await showCurves(page);
  await expect(page.getByTestId("selected")).toHaveText("6 of 6 patients");
  await page.goto(`${baseURL}/board.schema.json`);
  expect(dialogs).toEqual(["beforeunload"]);
});

test("places, panels and Present are steps: Back goes through them and leaves board and page as they are", async ({
  page,
}) => {
  await openExample(page);
  const requests: string[] = [];
  const title = heading(page);
  await expect(title).toHaveText("Overall survival by risk score");
  await openFilter(page, "Age at referral");
  await page.getByRole("textbox", { name: "Age at referral, from" }).fill("60");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("selected")).not.toHaveText("75 of 75 patients");
  const selected = (await page.getByTestId("selected").textContent()) ?? "";
  // Parts of the page may come while it is idle; nothing else is asked for.
  page.on("request", (request) => /\/_next\/static\//.test(request.url()) || requests.push(request.url()));
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.evaluate(() => Reflect.set(window, "samePage", true));

  await page
    .getByRole("list")
    .getByRole("button", { name: /^OS by arm/ })
    .click();
  const other = "Overall survival by treatment arm";
  await expect(title).toHaveText(other);
  await place(page, "Data").click();
  await expect(title.first()).toHaveText(/^We read/);
  await place(page, "Board").click();
  await present(page);
  await page.keyboard.press("End");
  await page.goBack();
  await expect(page.getByRole("main", { name: "Presentation" })).toBeHidden();
  await expect(title).toHaveText(other);
  await page.goBack();
  await expect(title.first()).toHaveText(/^We read/);
  await page.goBack();
  await expect(title).toHaveText(other);
  await page.goBack();
  await expect(title).toHaveText("Overall survival by risk score");
  await expect(page.getByTestId("selected")).toHaveText(selected);
  await page.goForward();
  await expect(title).toHaveText(other);
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"min":60');
  expect(await page.evaluate(() => Reflect.get(window, "samePage"))).toBe(true);
  expect(requests).toEqual([]);
  expect(errors).toEqual([]);
});

test("Esc closes Present and leaves no step behind; undo stays undo", async ({ page }) => {
  await openExample(page);
  await place(page, "Scores").click();
  await place(page, "Board").click();
  await openFilter(page, "Age at referral");
  await page.getByRole("textbox", { name: "Age at referral, from" }).fill("60");
  await page.keyboard.press("Enter");
  await present(page);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("groups")).toBeVisible();
  await expect.poll(() => page.evaluate(() => history.state.meierboard.slide)).toBeNull();
  await page.goBack();
  await expect(page.getByRole("navigation", { name: "Places" }).locator("[aria-current]")).toHaveText("Scores");
  await page.goForward();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByTestId("selected")).toHaveText("75 of 75 patients");
});

test("a reload while presenting shows the slide of the example again, and never one of an own file", async ({
  page,
}) => {
  const slide = page.getByRole("main", { name: "Presentation" });
  const presentLast = async () => {
    await present(page);
    await page.keyboard.press("End");
    await expect.poll(() => page.evaluate(() => history.state.meierboard.slide)).not.toBeNull();
    // A step written at that moment takes the reload back.
    await expect(() => page.reload()).toPass();
  };
  await openExample(page);
  await presentLast();
  await expect(slide).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId("groups")).toBeVisible();
  await openOwn(page);
  await presentLast();
  await expect(heading(page)).toHaveText(asked);
  await page.goBack();
  await expect(heading(page)).toHaveText(asked);
});

test("a link put into the address of an open file does not close it", async ({ page }) => {
  await openExample(page);
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"cohort":"example"');
  const link = new URL(page.url()).hash;
  await openOwn(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await expect(page.getByText("A link was put into the address; “weird.csv” stays open as it is.")).toBeVisible();
  await expect(page.getByTestId("selected")).toHaveText("3 of 6 patients");
  await expect.poll(() => decodeURIComponent(page.url())).toContain('"cohort":"own"');
});

test("a link is copied with a sentence on what it leaves out", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExample(page);
  const copy = async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: "Copy link" }).click();
  };
  await copy();
  await expect(page.getByText("Link copied.")).toBeVisible();
  await expect(page.getByText("Left out")).toBeHidden();
  await openFilter(page, "Treatment arm");
  await page.getByRole("checkbox", { name: /^No such therapy/ }).uncheck();
  await copy();
  await expect(
    page.getByText(
      "Left out: the filter on “treatment arm” (it names values). Send the board file (Save) for all of it.",
    ),
  ).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(() => page.url()).toBe(copied);
});

test("where the browser kept a handle of the file, it is opened again after one question", async ({ page }) => {
  await page.addInitScript((text) => {
    const pick = async () => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle("weird.csv", { create: true });
      const writable = await handle.createWritable();
      await writable.write(text);
      await writable.close();
      return [handle];
    };
    Reflect.set(window, "showOpenFilePicker", pick);
  }, cohort);
  await openExample(page);
  await page.getByRole("button", { name: "Open file" }).click();
  await showData(page);
  await expect(page.getByText("6 columns, 6 rows")).toBeVisible();
  await showCurves(page);
  await openFilter(page, "Size_mm");
  await page.getByRole("textbox", { name: "size_mm, to" }).fill("50");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("selected")).toHaveText("5 of 6 patients");
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("meierboard-open"))).toContain('"max":50');
  await page.reload();
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(page.getByTestId("selected")).toHaveText("5 of 6 patients");
  await expect(page.getByText("Your settings for this file were restored from this browser.")).toBeVisible();
});

test("from a file, without any server, a reload asks for the own file and Back goes through the places", async ({
  page,
}) => {
  await page.goto(pathToFileURL("out/index.html").href);
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.getByTestId("file").setInputFiles(weird);
  await expect(page.getByTestId("source")).toContainText("weird.csv");
  await showData(page);
  await showCurves(page);
  await expect(page.getByTestId("groups")).toBeVisible();
  await page.goBack();
  await showData(page);
  await expect(page.getByText("6 columns, 6 rows")).toBeVisible();
  await page.reload();
  await expect(heading(page)).toHaveText(asked);
  await drop(page);
  await expect(page.getByTestId("source")).toContainText("weird.csv");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the page that asks for the file passes WCAG 2.2 AA as far as a machine can see, ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, colorScheme, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`/#${encodeURIComponent(JSON.stringify(ownSettings))}`);
    await expect(heading(page)).toHaveText("These settings were made for another file: open it here");
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join(" ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await context.close();
  });
}

test("settings kept by a version that cannot be read any more are said, once the file is open again, and nothing else is lost", async ({
  page,
}) => {
  await openOwn(page);
  // What another version would have kept, in this tab and in this browser.
  await page.evaluate(async () => {
    const kept = JSON.parse(sessionStorage.getItem("meierboard-open") ?? "{}");
    sessionStorage.setItem("meierboard-open", JSON.stringify({ ...kept, board: { meierboard: 99, panels: "all" } }));
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? "");
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      if (!database.objectStoreNames.contains("boards")) continue;
      await new Promise((resolve) => {
        const writing = database.transaction("boards", "readwrite");
        const boards = writing.objectStore("boards");
        const keys = boards.getAllKeys();
        keys.onsuccess = () => {
          for (const key of keys.result) boards.put({ meierboard: 99, panels: "all" }, key);
        };
        writing.oncomplete = resolve;
      });
      database.close();
    }
    window.addEventListener("pagehide", () => {
      sessionStorage.setItem("meierboard-open", JSON.stringify({ ...kept, board: { meierboard: 99, panels: "all" } }));
    });
  });
  await page.reload();
  await expect(heading(page)).toHaveText(asked);
  await drop(page);
  await expect(page.getByTestId("source")).toContainText("weird.csv");
  await expect(page.getByText("were kept by another version and cannot be used any more")).toBeVisible();
  await expect(page.getByText("What was kept has version 99")).toBeVisible();
  await expect(page.getByText("Your settings for this file were restored")).toHaveCount(0);
});
