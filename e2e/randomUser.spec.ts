import { expect, type Page, test } from "@playwright/test";
import { act } from "./randomUser/actions";
import { backToThePage, numbersAgree, placesAnswer, slips } from "./randomUser/checks";
import { files } from "./randomUser/files";
import { randomOf } from "./randomUser/random";
import { settle, watchChanges } from "./randomUser/settle";

const { MONKEY_SEEDS = 3, MONKEY_FROM = 1, MONKEY_ACTIONS = 50 } = process.env;
const seeds = Array.from({ length: Number(MONKEY_SEEDS) }, (_, place) => Number(MONKEY_FROM) + place);
const length = Number(MONKEY_ACTIONS);

test.use({ contextOptions: { reducedMotion: "reduce" }, permissions: ["clipboard-read", "clipboard-write"] });

let done: string[] = [];

test.afterEach(({ page: _ }, { title, status }) => {
  if (status !== "passed")
    console.log(`${title}\nThe last of ${done.length} actions:\n  ${done.slice(-30).join("\n  ")}`);
});

for (const seed of seeds)
  test(`random user ${seed}: every place answers, the console is clean, and the numbers are those of the command line`, async ({
    page,
  }) => {
    test.setTimeout(60_000 + 5000 * length);
    done = [];
    const complaints = collect(page, seed);
    await watchChanges(page);
    await page.goto("/");
    if (randomOf(seed, -1).next() < 0.7) await expect(page.getByTestId("groups")).toBeVisible();
    for (let step = 0; step < length; step++) {
      const random = randomOf(seed, step);
      done.push(`${step} ${await act(page, random)}`);
      // Most users wait for an answer; some do not.
      if (random.next() < 0.8 && !(await settle(page))) done.push("  … and the page did not come to rest");
      if (step % 10 === 9) expect(await slips(page), "words that are none").toEqual([]);
      expect(complaints, "console").toEqual([]);
    }
    await backToThePage(page);
    await placesAnswer(page);
    await numbersAgree(page);
    expect(complaints, "console").toEqual([]);
  });

/** Answers what the browser asks, and keeps what it complains of. */
function collect(page: Page, seed: number): string[] {
  const complaints: string[] = [];
  let choosers = 0;
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
  page.on("filechooser", (chooser) => {
    const file = randomOf(seed, ++choosers - 1000).of(files);
    void chooser.setFiles(file).catch(() => {});
  });
  return complaints;
}
