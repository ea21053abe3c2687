import { describe, expect, it } from "vitest";
import { boardFrom, tableFrom } from "../testing";
import { identifyingReason, withoutIdentifyingValues } from "./index";

const many = (value: (row: number) => string) => Array.from({ length: 30 }, (_, row) => value(row));

async function reasons(columns: Record<string, string[]>): Promise<Record<string, string | null>> {
  const names = Object.keys(columns);
  const rows = many(String).map((_, row) => names.map((name) => columns[name][row % columns[name].length]).join(";"));
  const table = await tableFrom(`${names.join(";")}\n${rows.join("\n")}\n`);
  return Object.fromEntries(table.columns.map((column) => [column.name, identifyingReason(column, table.rows)]));
}

describe("a column looks identifying", () => {
  it("by its name, its values, or by being different in nearly every row", async () => {
    expect(
      await reasons({
        patient_name: ["A", "B"],
        usubjid: many((row) => `S${row}`),
        contact: ["ann@example.org", "bo@example.org", "cy@example.org"],
        telephone_number: ["+49 30 1234567"],
        code: many((row) => `X${row * 37}Z`),
        surgery: ["2020-01-02", "2020-03-04"],
        zip: ["10115", "20095"],
      }),
    ).toEqual({
      patient_name: "named like a name",
      usubjid: "named like an id",
      contact: "e-mail addresses",
      telephone_number: "named like a telephone or fax number",
      code: "a value of its own in nearly every row",
      surgery: "dates other than years",
      zip: "named like a postal code",
    });
  });

  it("not for being a laboratory value, an arm or a time", async () => {
    const found = await reasons({
      arm: ["A", "B"],
      hemoglobin: many((row) => String(7 + row / 10)),
      os_months: many((row) => String(row * 1.3)),
      stage: ["I", "II", "III"],
    });
    expect(Object.values(found)).toEqual([null, null, null, null]);
  });
});

describe("what is saved", () => {
  const choices = {
    columns: [
      { name: "site", levels: [{ value: "Berlin", label: "B" }], identifying: true },
      { name: "arm", levels: [{ value: "A" }] },
    ],
    filters: [
      { kind: "values", of: { column: "site" }, values: ["Berlin"] },
      { kind: "values", of: { column: "arm" }, values: ["A"] },
    ],
  };

  it("holds no levels and no filters of identifying columns, and all of the others", async () => {
    const saved = withoutIdentifyingValues(boardFrom(choices), await tableFrom("site,arm\nBerlin,A\nBonn,B\n"));
    expect(JSON.stringify(saved)).not.toContain("Berlin");
    expect(saved.filters).toHaveLength(1);
    expect(saved.columns[1].levels).toEqual([{ value: "A" }]);
  });

  it("follows the user's word over what the column looks like", async () => {
    const board = boardFrom({ ...choices, columns: [{ name: "site", identifying: false }] });
    expect(withoutIdentifyingValues(board, await tableFrom("site,arm\nBerlin,A\nBonn,B\n")).filters).toHaveLength(2);
  });
});
