import { expect, it } from "vitest";
import { keysOfPresent, keysOnSlides } from "../help/keys";
import { workingKeys } from "./presenterKeys";

/** Keys that are not named as the letter on them. */
const called: Record<string, string> = {
  ...{ ArrowRight: "→", ArrowLeft: "←", PageDown: "Page up and down", PageUp: "Page up and down" },
  ...{ " ": "Space", Escape: "Esc" },
};

it("every key of a presentation that works is named in the help, and those below a slide are of them", () => {
  const said = keysOfPresent.map(([pressed]) => pressed).join(" ");
  expect(keysOnSlides.map(([, does]) => does)).toEqual(["slides", "overview", "patient", "back"]);
  for (const key of workingKeys) expect(said).toContain(called[key] ?? (key.length === 1 ? key.toUpperCase() : key));
});
