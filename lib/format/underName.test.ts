import { expect, it } from "vitest";
import { underName } from "./index";

it("levels stand under the name of their column, which is not said twice", () => {
  expect(underName("Sex", ["male", "female"], " v ")).toBe("Sex: male v female");
  expect(underName("stage", ["Stage III", "Stage II"], " v ")).toBe("Stage III v Stage II");
  expect(underName("Male", ["male"])).toBe("male");
  // One of two does not say it, and another begins with the same letters only.
  expect(underName("Male", ["male", "female"], " v ")).toBe("Male: male v female");
  expect(underName("Arm", ["Armed"])).toBe("Arm: Armed");
  expect(underName("Arm", [])).toBe("Arm: ");
  expect(underName("", ["A"])).toBe(": A");
});
