import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { present } from "./presenting";
import { expectSlide, whenStill } from "./still";

test.use({ viewport: { width: 1920, height: 1080 } });

test("a tumor board by keyboard alone: from the saved board to the last slide", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  const board = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  const saved = await readFile(await (await board).path());
  await page
    .getByTestId("file")
    .setInputFiles({ name: "case.board.json", mimeType: "application/json", buffer: saved });

  await page.getByRole("button", { name: "Present" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main", { name: "Presentation" })).toBeVisible();
  const heading = page.getByRole("heading", { level: 1 });
  await page.keyboard.press("Home");
  await expect(heading).toHaveText("Patients by treatment arm");
  for (const key of ["ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect(heading).toHaveText("Gene aberrations by treatment arm");
  await page.keyboard.press("ArrowRight");
  await expect(heading).toHaveText("Progression-free survival by treatment arm");
  await page.keyboard.press("s");
  await expect(page.getByRole("complementary", { name: "Statistics" })).toHaveCount(0);
  await page.keyboard.press("s");
  await page.keyboard.press("b");
  await expect(page.getByRole("button", { name: "Show the slide" })).toBeVisible();
  await page.keyboard.press("b");
  await page.keyboard.press("o");
  await expect(page.getByRole("list", { name: "Overview" })).toBeVisible();
  await page.keyboard.press("o");
  for (const key of ["End", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(heading).toHaveText("Overall survival by risk score");
  await expect(page.getByText("Research use, not a medical device")).toBeVisible();

  const texts = page.getByTestId("slide-figure").locator("text");
  await expect(texts.first()).toBeVisible();
  const sizes = await whenStill(page, () =>
    texts.evaluateAll((all) => all.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(17);
  // Who is meant, and the number, have 3 % of the slide's height.
  const main = page.getByRole("complementary", { name: "Statistics" }).locator("li p:nth-of-type(-n + 2)");
  const letters = await whenStill(page, () =>
    main.evaluateAll((all) => all.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
  );
  expect(letters).toHaveLength(6);
  expect(Math.min(...letters)).toBeGreaterThanOrEqual(0.03 * 1080);
  await expect(page.getByText("synthetic-lms-cohort")).toHaveCount(0);
  expect(await page.title()).toBe("Meierboard");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Present" })).toBeVisible();
});

test("placing one patient marks the group on every slide and leaves no trace", async ({ page }) => {
  const secret = "9.8765";
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await present(page);
  for (const key of ["End", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overall survival by risk score");
  await page.keyboard.press("p");
  const form = page.getByRole("form", { name: "Place this patient" });
  for (const [name, value] of [
    ["Hemoglobin, g/dL", secret],
    ["Body mass index, kg/m²", "31"],
    ["Neutrophils, 10⁹/L", "5"],
    ["Neutrophils, upper limit of normal, 10⁹/L", "7.3"],
  ])
    await form.getByRole("textbox", { name, exact: true }).fill(value);
  await expect(page.getByRole("status")).toHaveText("Cannot be placed: Albumin is missing.");
  const albumin = form.getByRole("textbox", { name: "Albumin, g/dL" });
  await albumin.fill("40");
  await expect(page.getByRole("status")).toContainText("Cannot be placed: Albumin 40 is not measured in patients");
  await albumin.fill("4");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("This patient: 1 point → “1–2” · n = 46, 7.6 months");
  await expect(page.getByRole("status")).toContainText("the group’s estimate, not a personal prediction");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("status")).toHaveText("Cannot be placed: treatment arm is missing.");

  // What comes later than the entry is kept by now, and so would the entry be.
  await expectSlide(page, 5);
  await expect.poll(() => page.evaluate(() => history.state.meierboard.slide)).toBe(4);
  expect(decodeURIComponent(page.url())).not.toContain(secret);
  const kept = await page.evaluate(async () => {
    const bases = await indexedDB.databases();
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.title, bases]);
  });
  expect(kept).not.toContain(secret);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  const board = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect(await readFile(await (await board).path(), "utf8")).not.toContain(secret);
  await present(page);
  await expect(page.getByTestId("slide-figure")).toBeVisible();
  await expect(page.getByRole("status")).toHaveCount(0);
});

test("without a keyboard: the bar comes with the pointer, a stroke of a finger turns the slide, remotes go on by Space", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, viewport: { width: 1180, height: 820 } });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await present(page);
  const bar = page.getByRole("toolbar", { name: "Presentation" });
  await expect(bar).toBeAttached();
  const press = async (name: string) => {
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);
    await expect(bar).toHaveCSS("opacity", "1");
    await bar.getByRole("button", { name }).click();
  };
  await expect(bar).toHaveCSS("opacity", "0");
  await press("Overview");
  await page.getByRole("list", { name: "Overview" }).getByRole("button").first().click();
  await expectSlide(page, 1);
  await press("Next slide");
  await expectSlide(page, 2);
  // A click leaves no focus behind: the bar goes by itself, and Space is the slide's.
  await expect(bar).toHaveCSS("opacity", "0");
  await page.keyboard.press("Space");
  await expectSlide(page, 3);
  await page.keyboard.press("ArrowLeft");
  await expectSlide(page, 2);
  const stroke = (from: number, to: number) =>
    page.getByRole("main", { name: "Presentation" }).evaluate(
      (main, [start, end]) => {
        const at = (clientX: number) => ({
          pointerType: "touch",
          isPrimary: true,
          bubbles: true,
          clientX,
          clientY: 400,
        });
        main.dispatchEvent(new PointerEvent("pointerdown", at(start)));
        main.dispatchEvent(new PointerEvent("pointerup", at(end)));
      },
      [from, to] as const,
    );
  await stroke(700, 400);
  await expectSlide(page, 3);
  await stroke(400, 700);
  await expectSlide(page, 2);
  await stroke(400, 420);
  await expectSlide(page, 2);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Space");
  await expectSlide(page, 3);
  await expect(page.getByText(/^\d\d:\d\d/)).toHaveCount(0);
  await page.keyboard.press("c");
  await expect(page.getByText(/^\d\d:\d\d/)).toHaveCount(1);
  await press("End the presentation");
  await expect(page.getByRole("button", { name: "Present" })).toBeVisible();
  await context.close();
});

test("a speaker view in a second window: notes, the next slide and the time; its keys turn the slides, and it goes with the presentation", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Panel", exact: true }).click();
  await page.getByRole("button", { name: "Notes for who presents" }).click();
  await page.getByRole("textbox", { name: "Notes" }).fill("Begin with the follow-up.\nThen the arms.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await present(page);
  const heading = page.getByRole("heading", { level: 1 });
  const here = (await heading.textContent()) ?? "";
  await expect(page.getByText("Then the arms.")).toHaveCount(0);

  const opened = page.waitForEvent("popup");
  await page.keyboard.press("v");
  const window = await opened;
  const view = window.getByRole("main", { name: "Speaker view" });
  await expect(view.getByRole("region", { name: "This slide" }).getByRole("heading")).toHaveText(here);
  const notes = view.getByRole("region", { name: "Notes" });
  await expect(notes).toContainText("Begin with the follow-up.");
  await expect(notes).toContainText("Then the arms.");
  await expect(view.getByText(/^\d\d:\d\d\d+:\d\d$/)).toBeVisible();
  await expect(view.getByRole("region", { name: "This slide" }).locator("svg")).toBeVisible();
  const next = (await view.getByRole("region", { name: "Next" }).getByRole("heading").textContent()) ?? "";
  expect(await window.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain("Inter");

  await window.keyboard.press("ArrowRight");
  await expect(heading).toHaveText(next);
  await expect(view.getByRole("region", { name: "This slide" }).getByRole("heading")).toHaveText(next);
  await expect(notes).not.toContainText("Then the arms.");
  await view.getByRole("button", { name: "Slide before" }).click();
  await expect(heading).toHaveText(here);
  expect(await window.content()).not.toContain("synthetic-lms-cohort");

  const closed = window.waitForEvent("close");
  await page.keyboard.press("Escape");
  await closed;
  await expect(page.getByRole("button", { name: "Present" })).toBeVisible();
});

test("where the browser holds the second window back, a sentence says so and the presentation goes on", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await present(page);
  await page.keyboard.press("v");
  await expect(page.getByRole("status")).toContainText("The browser holds the second window back.");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("slide-figure")).toBeVisible();
});
