import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { workbookOf } from "./formats/workbook/testing";
import { readHeavyTable } from "./readHeavyTable";
import { readTable } from "./readTable";
import { bytesSource } from "./source";

/** What a browser can keep, made small: the test needs no 2 GB. */
const small = vi.hoisted(() => ({ different: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY }));
vi.mock("./columns/room", async (original) => {
  const room = await original<typeof import("./columns/room")>();
  return {
    ...room,
    takeRoom(taken: { bytes: number }, column: string, count: number, text: string) {
      const over = count > small.different ? room.mostDifferent + 1 : count;
      if (taken.bytes > small.bytes) taken.bytes = room.mostBytes;
      room.takeRoom(taken, column, over, text);
    },
  };
});

const rows = Array.from({ length: 5000 }, (_, row) => [`patient-no-${row}`, row % 2 ? "Drug" : "Placebo", `${row}`]);
const csv = ["id,arm,months", ...rows.map((cells) => cells.join())].join("\n");
const json = JSON.stringify(rows.map(([id, arm, months]) => ({ id, arm, months: Number(months) })));
const xlsx = workbookOf({ Patients: [["id", "arm", "months"], ...rows] });

describe.each([
  ["a text", () => readTable(bytesSource("cohort.csv", strToU8(csv)))],
  ["a document", () => readHeavyTable(bytesSource("cohort.json", strToU8(json)))],
  ["a workbook", () => readHeavyTable(bytesSource("cohort.xlsx", xlsx))],
])("of %s", (_, read) => {
  it("a column of more different values than can be told apart is refused by its name", async () => {
    Object.assign(small, { different: 3000, bytes: Number.POSITIVE_INFINITY });
    expect(await read()).toMatchObject({
      ok: false,
      problem: {
        code: "too-many-different",
        message: "“id” has more than 16,777,215 different values, more than can be told apart here.",
      },
    });
  });

  it("more texts than there is memory for are refused with a sentence", async () => {
    Object.assign(small, { different: Number.POSITIVE_INFINITY, bytes: 100_000 });
    expect(await read()).toMatchObject({
      ok: false,
      problem: {
        code: "texts-too-large",
        message: expect.stringMatching(/^The different texts of the file take more than 2,147 MB of memory; “\w+” was/),
      },
    });
  });

  it("what fits is read", async () => {
    Object.assign(small, { different: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY });
    expect(await read()).toMatchObject({ ok: true, value: { rows: 5000 } });
  });
});

it("what is no fault of a Parquet file is not said to be one", async () => {
  Object.assign(small, { different: 3, bytes: Number.POSITIVE_INFINITY });
  const bytes = new Uint8Array(readFileSync(new URL("./formats/fixtures/snappy.parquet", import.meta.url)));
  expect(await readHeavyTable(bytesSource("cohort.parquet", bytes))).toMatchObject({
    ok: false,
    problem: { code: "too-many-different" },
  });
});
