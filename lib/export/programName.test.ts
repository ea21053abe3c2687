import { describe, expect, it } from "vitest";
import { programName } from "./facts";

describe("the program that exports name", () => {
  it("is its version and the commit it was built from", () => {
    expect(programName("1.2.3", "7881d8f")).toBe("Meierboard 1.2.3 (7881d8f)");
  });

  it("is its version alone where it was built outside a repository", () => {
    expect(programName("1.2.3", "")).toBe("Meierboard 1.2.3");
    expect(programName("1.2.3", undefined)).toBe("Meierboard 1.2.3");
  });
});
