import { expect, type Locator, type Page } from "@playwright/test";

/** Chooses the entry of this name in a picker, by typing it. */
export async function pick(field: Locator, name: string): Promise<void> {
  // What stands in the field already would be no change.
  await field.fill("");
  await field.fill(name);
  await field.page().getByRole("option", { name, exact: true }).click();
}

/** Goes to a place by its button; panels have buttons of the same names. */
export const goTo = (page: Page, place: "Data" | "Scores" | "Board" | "Methods"): Promise<void> =>
  page.getByRole("navigation", { name: "Places" }).getByRole("button", { name: place, exact: true }).click();

/** Opens the line of a filter in the rail. */
export const openFilter = (page: Page, name: string): Promise<void> =>
  page.getByRole("complementary", { name: "Filters" }).getByRole("button", { name, exact: true }).click();

/** Answers a question of Data by its button. */
export const answer = (page: Page, question: string | RegExp, said: string): Promise<void> =>
  page.getByRole("group", { name: question }).getByRole("button", { name: said, exact: true }).click();

const inData = (page: Page) => page.getByRole("complementary", { name: "From file to curve" });
const backToData = (page: Page) => page.getByRole("button", { name: /^Check or change it in Data/ });

/** Goes to the curves of the file just opened: they are there where it says all, else by the button in Data. */
export async function showCurves(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Show curves" });
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 2000 });
    await expect(backToData(page)).toBeVisible({ timeout: 2000 });
  }).toPass();
}

/** Goes to Data of the file just opened, which is where it opens unless it says all. */
export async function showData(page: Page): Promise<void> {
  await expect(async () => {
    if (await backToData(page).isVisible()) await backToData(page).click({ timeout: 2000 });
    await expect(inData(page)).toBeVisible({ timeout: 2000 });
  }).toPass();
}
