import { describe, expect, it } from "vitest";
import { usualMeaning } from "./eventMeaning";

describe("a status with a number before its word", () => {
  it.each([
    ["1:DECEASED", true, "event"],
    ["0:LIVING", true, "censored"],
    ["1:Recurred/Progressed", false, "event"],
    ["0:ALIVE OR DEAD TUMOR FREE", false, "censored"],
  ])("“%s” means what the number says", (value, deathOnly, as) => {
    expect(usualMeaning(value, deathOnly)).toBe(as);
  });

  it.each(["1:ALIVE", "0: deceased", "1:no"])("“%s” is asked about, because number and word disagree", (value) => {
    expect(usualMeaning(value, true)).toBeNull();
  });

  it.each([
    ["Died", "event"],
    ["Death", "event"],
    ["Survived", "censored"],
    ["Lost to follow-up", "censored"],
    ["Expired", null],
    ["Withdrawn", null],
  ])("“%s” of a vital status means: %s", (value, as) => {
    expect(usualMeaning(value, true)).toBe(as);
  });
});
