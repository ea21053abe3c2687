import { expect, it } from "vitest";
import { nobodyLeft } from "./grouped";

const ledger = (used: number) => ({
  ...{
    rows: 5,
    merged: { reason: "merged", count: 0, rows: [] },
    weighted: false,
    weightless: { reason: "rows without a usable weight", count: 0, rows: [] },
    patients: 5,
    leftOut: [],
    used,
    seconds: [],
  },
});

it("says of an empty figure whether the endpoint, the filters or both leave nobody", () => {
  expect(nobodyLeft(ledger(0), 5).code).toBe("nobody-usable");
  expect(nobodyLeft(ledger(0), 0).code).toBe("nobody-usable");
  expect(nobodyLeft(ledger(3), 0).code).toBe("nobody-selected");
  expect(nobodyLeft(ledger(3), 2).code).toBe("nobody-left");
});
