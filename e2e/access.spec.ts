import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { goTo, openFilter } from "./choose";
import { signs } from "./randomUser/checks";
import { watchChanges } from "./randomUser/settle";
import { expectQuiet } from "./still";

/** Nothing that a machine sees against WCAG 2.2 AA, targets of 24 pixels included. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await expectQuiet(page);
  const values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values }, rules: { "target-size": { enabled: true } } })
    .analyze();
  const said = violations.map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ target }) => target).join(" ")}`);
  expect(said).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  const opened = async (browser: Browser) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await watchChanges(page);
    await page.goto("/");
    await expect(page.getByTestId("groups")).toBeVisible();
    return page;
  };

  test(`every place passes WCAG 2.2 AA as far as a machine can see, ${colorScheme}`, async ({ browser }) => {
    const page = await opened(browser);
    for (const [place, sign] of Object.entries(signs)) {
      await page.getByRole("button", { name: place, exact: true }).click();
      await sign(page);
      await expectAccessible(page, place);
    }
    await goTo(page, "Board");
    await openFilter(page, "TP53");
    await openFilter(page, "Age at referral");
    for (const tab of ["Analysis", "Figure"]) {
      await page.getByRole("tab", { name: tab }).click();
      await expectAccessible(page, `tab ${tab}`);
    }
    await goTo(page, "Scores");
    await page.getByRole("button", { name: /^Edit Hemoglobin/ }).click();
    await expectAccessible(page, "form of a factor");
    await page.context().close();
  });

  test(`dialogs and Present pass it too, ${colorScheme}`, async ({ browser }) => {
    const page = await opened(browser);
    const dialog = async (opener: Locator, name: string | RegExp) => {
      await opener.click();
      await expect(page.getByRole("dialog", { name })).toBeVisible();
      await expectAccessible(page, String(name));
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    };
    const named = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
    await dialog(named("Data table"), "The figure as a table");
    await dialog(
      page
        .getByTestId("groups")
        .getByTitle(/^Show the rows/)
        .first(),
      /patients/,
    );
    await dialog(named("Help"), /.*/);
    for (const format of ["PDF", "PowerPoint", "Word", "CSV, one number a line"]) {
      await named("Export").click();
      await dialog(named(format), "Export");
    }
    await dialog(page.locator("[data-explains=median]").first(), "What Median means");
    const group = page.getByRole("region", { name: "Figure" }).getByRole("combobox", { name: "Group" });
    await group.click();
    await expectAccessible(page, "an open picker");
    await page.keyboard.press("Escape");
    await named("+ Add panel").click();
    await expectAccessible(page, "kinds of panels");
    await page.keyboard.press("Escape");
    await named("Data").click();
    await dialog(page.getByRole("button", { name: /^Settings of arm/ }).first(), "Settings of arm");
    await dialog(page.getByTitle("Correct arm, row 1", { exact: true }), /^Correct arm/);
    await named("Scores").click();
    await dialog(named("Coefficients"), "Score from coefficients");
    await named("Present").click();
    await expect(page.getByTestId("slide-figure")).toBeVisible();
    await expectAccessible(page, "a slide");
    for (const key of ["o", "p"]) {
      await page.keyboard.press(key);
      await expectAccessible(page, `Present, ${key}`);
      await page.keyboard.press("Escape");
    }
    await page.context().close();
  });
}

test("the curves are read by keyboard, and the figure says in a sentence what it shows", async ({ page }) => {
  await page.goto("/");
  const figure = page.getByTestId("figure");
  await expect(
    figure.getByRole("img", {
      name: /^Kaplan–Meier curves of Overall survival by risk score, 3 groups: 75 patients, 62 events\./,
    }),
  ).toBeVisible();
  await page.getByRole("application", { name: /^Figure/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("reading")).toContainText("22 at risk");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("reading")).toHaveCount(0);
});

test("nothing moves once the page is there", async ({ page }) => {
  await watchChanges(page);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await expectQuiet(page);
  const shifted = await page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
  expect(shifted).toBeLessThan(0.02);
});

test("on a phone the figure comes first and nothing is wider than the screen", async ({ page }) => {
  await watchChanges(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(page.getByTestId("figure")).toBeInViewport();
  await expect(page.getByTestId("groups")).toBeVisible();
  await expectQuiet(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await page.getByTestId("figure").boundingBox())?.height).toBeLessThan(600);
});

test("where the system gives the colors, place, endpoint, card, tab and active filter are told from the others", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible();
  await openFilter(page, "TP53");
  const rail = page.getByRole("complementary", { name: "Filters" });
  await rail.getByRole("checkbox", { name: /wild-type/ }).uncheck();
  const looks = (element: Locator) =>
    element.evaluate((node) => {
      const { backgroundColor, color, outlineStyle, outlineWidth } = getComputedStyle(node);
      return [backgroundColor, color, outlineStyle, outlineWidth].join(" ");
    });
  const places = page.getByRole("navigation", { name: "Places" }).getByRole("button");
  const figure = page.getByRole("region", { name: "Figure" });
  const cards = page.getByRole("region", { name: "Panels" });
  for (const [chosen, other] of [
    [places.filter({ hasText: "Board" }), places.filter({ hasText: "Data" })],
    [figure.locator("[data-chosen=true]").first(), figure.locator("[data-chosen=false]").first()],
    [page.getByRole("tab", { name: "Result" }), page.getByRole("tab", { name: "Figure" })],
    [cards.locator("button[aria-pressed=true]"), cards.locator("button[aria-pressed=false]").first()],
    [rail.locator("li[data-active=true]"), rail.locator("li[data-active=false]").first()],
  ])
    expect(await looks(chosen)).not.toBe(await looks(other));
});

test("until the first answer is there its places are grey, and nothing counts patients", async ({ page }) => {
  // The calculation never begins.
  await page.addInitScript(() => {
    class Silent extends EventTarget {
      postMessage() {}
      terminate() {}
    }
    Object.assign(window, { Worker: Silent });
  });
  await page.goto("/");
  await expect(page.getByTestId("skeleton").first()).toBeVisible();
  for (const place of ["Board", "Data", "Scores"]) {
    await page.getByRole("button", { name: place, exact: true }).click();
    await expect(page.getByTestId("skeleton").first()).toBeVisible();
    await expect(page.locator("body")).not.toContainText(/\b0 (patients|rows)/);
  }
});
