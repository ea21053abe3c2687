import { expect, test } from "@playwright/test";

test("subgroups of the treatment effect: chosen over the figure, each with its ratio, one P a column, and its curves a click away", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByTestId("groups")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "+ Add panel" }).click();
  await page.getByRole("button", { name: "Subgroups (forest plot)" }).click();
  await expect(page.getByText("No subgroups are chosen yet.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ in subgroups by treatment arm$/);

  const choose = page.getByRole("combobox", { name: "Subgroups" });
  for (const [typed, name] of [
    ["primary", /^primary.site$/i],
    ["ecog", /^ecog$/i],
  ] as const) {
    await choose.click();
    await choose.fill(typed);
    await page.getByRole("option", { name }).click();
    await page.keyboard.press("Escape");
  }
  const figure = page.getByTestId("figure");
  for (const name of ["All patients", "Primary site", "extrauterine", "uterine", "ECOG"])
    await expect(figure.getByText(name, { exact: true })).toBeVisible();
  await expect(figure.getByText(/^\d\.\d\d \(\d\.\d\d–\d\.\d\d\)$/).first()).toBeVisible();
  await expect(page.getByText("5 subgroups of 2 columns were looked at.")).toBeVisible();
  await expect(page.getByText("The ratio does not clearly differ between the subgroups.")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "P of interaction" })).toBeVisible();

  await page.getByRole("button", { name: "Primary site" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("in subgroups");
  await expect(page.getByText("extrauterine", { exact: true }).first()).toBeVisible();
});
