import { expect, it } from "vitest";
import { withAnswer } from "./withAnswer";

it("adds what is said about a column to what was said before, and keeps the rest", () => {
  const options = {
    sheet: "Data",
    columns: [
      { name: "seen", kind: "date" as const },
      { name: "__proto__", missing: ["9"] },
    ],
  };
  expect(withAnswer(options, { columns: [{ name: "seen", dateOrder: "dmy" }] })).toEqual({
    sheet: "Data",
    columns: [
      { name: "seen", kind: "date", dateOrder: "dmy" },
      { name: "__proto__", missing: ["9"] },
    ],
  });
  expect(withAnswer({}, { separator: ";" })).toEqual({ separator: ";", columns: [] });
});
