import { expect, it } from "vitest";
import { concordanceNumbers } from "./report";

it("a concordance says that it points the other way where its whole interval lies below .5, and not else", () => {
  expect(concordanceNumbers({ c: 0.4, lower: 0.32, upper: 0.48 })).toBe(
    "0.40 (0.32–0.48), below .5: higher values go with later events",
  );
  expect(concordanceNumbers({ c: 0.45, lower: 0.38, upper: 0.5 })).toBe("0.45 (0.38–0.50)");
  expect(concordanceNumbers({ c: 0.66, lower: 0.6, upper: 0.72 })).toBe("0.66 (0.60–0.72)");
});
