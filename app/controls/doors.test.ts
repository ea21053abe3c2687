import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("controls are made here alone, so that keys mean the same everywhere", () => {
  const app = new URL("../", import.meta.url);
  const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => ({ path, text: readFileSync(new URL(path, app), "utf8") }));
  const where = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it.each([
    ["lists", /<select\b/, ["controls/Select.tsx"]],
    ["dialogs", /<dialog\b|showModal/, ["controls/Dialog.tsx"]],
    ["menus", /aria-haspopup|role="menu/, []],
    ["lists with search", /role="combobox|role="listbox|popover=/, ["controls/Picker.tsx", "controls/PickerList.tsx"]],
  ])("%s", (_, pattern, files) => {
    expect(where(pattern)).toEqual(files);
  });

  it("a field that counts by Enter", () => {
    expect(where(/=== "Enter"[\s\S]{0,120}(commit|blur\(\))/i)).toEqual([]);
  });
});
