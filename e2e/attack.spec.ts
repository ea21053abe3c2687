import { expect, test } from "@playwright/test";
import { pick, showCurves, showData } from "./choose";

const attacks = [
  "<script>attack()</script>",
  '"><img src=x onerror=attack()>',
  "<svg/onload=attack()>",
  "javascript:attack()",
  "{{constructor.constructor('attack()')()}}",
  '=HYPERLINK("https://evil.example")',
  "__proto__",
  "\u202egnp.exe",
  "a\u0007\u0000b",
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A cohort whose names and cells are attacks, called as one. */
const cohort = (() => {
  const header = ["id", attacks[1], "months", "died", ...attacks.slice(2)].map((name) => quoted(name ?? ""));
  const rows = Array.from({ length: 45 }, (_, row) =>
    [`${attacks[0]}${row}`, attacks[(row % 3) * 2] ?? "", `${row + 1}`, `${row % 2}`, ...attacks.slice(2)]
      .map(quoted)
      .join(),
  );
  return { name: "<img src=x onerror=attack()>\u202e.csv", text: [header.join(), ...rows].join("\n") };
})();

test("names and cells that are attacks stand on the page as letters: no dialog, no request, no script, no changed prototype, in what is saved neither", async ({
  page,
  context,
  baseURL,
}) => {
  const happened: string[] = [];
  context.on("page", (other) => other.on("dialog", (dialog) => happened.push(`dialog ${dialog.message()}`)));
  page.on("dialog", (dialog) => happened.push(`dialog ${dialog.message()}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!/^(blob|data|file):$/.test(protocol) && origin !== baseURL) happened.push(`request ${request.url()}`);
  });
  await context.exposeFunction("attack", () => happened.push("attack"));
  await page.goto(`/#${encodeURIComponent('{"__proto__":{"polluted":1},"place":"<script>attack()</script>"}')}`);
  const prototype = () => page.evaluate(() => Object.getOwnPropertyNames(Object.prototype).sort());
  const before = await prototype();
  await expect(page.getByTestId("groups")).toBeVisible();

  await page
    .getByTestId("file")
    .setInputFiles({ name: cohort.name, mimeType: "text/csv", buffer: Buffer.from(cohort.text) });
  await showData(page);
  await pick(page.getByRole("combobox", { name: "Group curves by" }), attacks[1] ?? "");
  await showCurves(page);
  await expect(page.getByTestId("groups")).toContainText("<script>attack()</script>");

  for (const kind of ["SVG", "HTML report"]) {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: kind, exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Save" }).click();
    const saved = await (await download).path();
    await page.getByRole("dialog", { name: "Export" }).getByRole("button", { name: "Close" }).click();
    const alone = await context.newPage();
    await alone.goto(`file://${saved}`);
    await alone.close();
  }
  expect(await prototype()).toEqual(before);
  expect(happened).toEqual([]);
});
