import type { Page } from "@playwright/test";
import { files, pasted } from "./files";
import type { Random } from "./random";
import { type Target, targetAt } from "./targets";

/** Does one thing and says what; null where the page offers nothing of the kind. */
type Action = (page: Page, random: Random) => Promise<string | null>;

const nonsense = ["", " ", "-5", "0", "7", "42", "1,5", "12.25", "1e9", "-1e9", "99999999999999999999", "0.0000001"];
const texts = [
  ...nonsense,
  "abc",
  "=1+1",
  "<b>x</b>",
  "2020-02-30",
  "2019-01-01",
  "A ”quoted“ name",
  "ß é 中文 🙂",
  "%",
];

const middle = ({ x, y, width, height }: Target): [number, number] => [x + width / 2, y + height / 2];

const click: Action = async (page, random) => {
  const target = await targetAt(page, "press", random.next());
  if (!target) return null;
  await page.mouse.click(...middle(target));
  return `click ${target.name}`;
};

const type: Action = async (page, random) => {
  const target = await targetAt(page, "type", random.next());
  if (!target) return null;
  const text = random.of(texts);
  const end = random.of(["Enter", "Tab", "Escape", ""]);
  await page.mouse.click(...middle(target));
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
  if (end) await page.keyboard.press(end);
  return `type “${text.slice(0, 30)}”${end && ` and ${end}`} into ${target.name}`;
};

/** Both bounds of one filter, mostly the wrong way round. */
const reverse: Action = async (page, random) => {
  const bounds = page.getByRole("textbox", { name: /, from$/ });
  const count = await bounds.count();
  if (count === 0) return null;
  const at = random.below(count);
  const numbers = [random.below(100), random.below(60) - 20];
  for (const [place, role] of ["from", "to"].entries()) {
    const bound = page.getByRole("textbox", { name: new RegExp(`, ${role}$`) }).nth(at);
    await bound.fill(String(numbers[place]), { timeout: 1000 });
    await bound.press("Enter", { timeout: 1000 });
  }
  return `range ${at} from ${numbers.join(" to ")}`;
};

const choose: Action = async (page, random) => {
  const target = await targetAt(page, "choose", random.next());
  if (!target) return null;
  const share = random.next();
  if (await target.element.evaluate((element) => element.matches("[role=combobox]"))) {
    const steps = Math.ceil(share * 12);
    await page.mouse.click(...middle(target));
    for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    return `choose entry ${steps} of ${target.name}`;
  }
  const index = await target.element.evaluate(
    (select, at) => Math.floor(at * (select as unknown as HTMLSelectElement).options.length),
    share,
  );
  await target.element.selectOption({ index }, { timeout: 1000 });
  return `choose option ${index} of ${target.name}`;
};

const drag: Action = async (page, random) => {
  const target = await targetAt(page, "drag", random.next());
  if (!target) return null;
  const { x, y, width, height } = target;
  const point = (): [number, number] => [x + random.next() * width, y + random.next() * height];
  const away = random.next() < 0.3 ? random.below(400) - 200 : 0;
  await page.mouse.move(...point());
  await page.mouse.down();
  const [toX, toY] = point();
  await page.mouse.move(toX + away, toY, { steps: 4 });
  if (random.next() < 0.1) await page.keyboard.press("Escape");
  await page.mouse.up();
  return `drag ${target.name} ${away}`;
};

const wheel: Action = async (page, random) => {
  const target = await targetAt(page, "drag", random.next());
  if (!target) return null;
  await page.mouse.move(...middle(target));
  await page.mouse.wheel(0, random.of([-400, -100, 100, 400]));
  return `turn the wheel over ${target.name}`;
};

const close: Action = async (page) => {
  await page.keyboard.press("Escape");
  return "press Escape";
};

const keys = ["Tab", "Tab", "Shift+Tab", "Enter", "Space", "Escape", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const moreKeys = ["Home", "End", "PageDown", "Delete", "Control+z", "Control+y", "Control+Shift+z", "s", "l", "o", "b"];

const press: Action = async (page, random) => {
  const key = random.of([...keys, ...moreKeys]);
  const times = 1 + random.below(3);
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
  return `press ${key} × ${times}`;
};

const open: Action = async (page, random) => {
  const file = random.of(files);
  const input = page.getByTestId("file");
  if ((await input.count()) === 0) return null;
  await input.setInputFiles(file, { timeout: 1000 });
  return `open ${file.name}`;
};

const paste: Action = async (page) => {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, pasted.buffer.toString());
  return "paste cells";
};

const named = (role: "button" | "link", name: string | RegExp): Action => {
  return async (page) => {
    const button = page.getByRole(role, { name }).first();
    if ((await button.count()) === 0 || !(await button.isEnabled())) return null;
    await button.click({ timeout: 500 }).catch(() => {});
    return `click ${typeof name === "string" ? name : name.source}`;
  };
};

const place: Action = (page, random) =>
  named("button", random.of([/^Data$/, /^Scores$/, /^Board$/, /^Board$/, /^Methods$/]))(page, random);

const present: Action = async (page) => {
  if ((await page.getByRole("main", { name: "Presentation" }).count()) > 0) {
    await page.keyboard.press("Escape");
    return "leave the presentation";
  }
  const button = page.getByRole("button", { name: "Present", exact: true });
  if ((await button.count()) === 0) return null;
  await button.click({ timeout: 500 }).catch(() => {});
  return "present";
};

/** How often in a hundred. */
const weighted: [number, Action][] = [
  [36, click],
  [13, type],
  [3, reverse],
  [8, choose],
  [8, drag],
  [1, wheel],
  [5, close],
  [8, press],
  [5, open],
  [1, paste],
  [2, named("button", "back to the example")],
  [5, named("button", /^(Undo|Redo)$/)],
  [4, named("button", /^Undo$/)],
  [5, place],
  [2, present],
  [2, named("button", "Cancel")],
  [2, named("button", "Another cohort")],
];

const actions = weighted.flatMap(([weight, action]) => Array<Action>(weight).fill(action));

/** One action of the random user, in words; what has gone from the page meanwhile is no failure. */
export async function act(page: Page, random: Random): Promise<string> {
  const action = random.of(actions);
  try {
    return (await action(page, random)) ?? (await click(page, random)) ?? "nothing to do";
  } catch (error) {
    return `gave up: ${(error as Error).message.split("\n")[0]}`;
  }
}
