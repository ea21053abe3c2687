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

  it.each([
    ["Nachname", "named like a name"],
    ["Home_Address", "named like a place below state"],
    ["PLZ", "named like a postal code"],
    ["BirthDate", "named like a date of birth"],
    ["fax", "named like a telephone or fax number"],
    ["SSN", "named like a national or insurance number"],
    ["medical record number", "named like a record number"],
    ["MRN", "named like a record number"],
    ["health_plan", "named like a national or insurance number"],
    ["account", "named like an account, licence or vehicle number"],
    ["license_no", "named like an account, licence or vehicle number"],
    ["vehicle", "named like an account, licence or vehicle number"],
    ["device_serial", "named like a device number"],
    ["profile_url", "named like an internet address"],
    ["ip_address", "named like an internet address"],
    ["fingerprint", "named like biometrics or a photograph"],
    ["photo", "named like biometrics or a photograph"],
    ["Comments", "named like free text"],
  ])("by the words of the HIPAA list: %s", async (header, reason) => {
    expect(await reasons({ [header]: ["a", "b"], x: ["1"] })).toMatchObject({ [header]: reason });
  });

  it("by what stands in it, whatever it is called", async () => {
    const told = "seen on Monday, feels well, call back under 555 010 1234 5";
    expect(
      await reasons({
        a: ["900-46-4488"],
        b: ["https://example.org/p1"],
        c: ["10.0.0.1"],
        age: ["92", "40"],
        d: many((row) => String(4_000_000 + row * 977)),
        e: [told],
        f: many((row) => `${told.slice(0, 50)} ${row % 25}`),
      }),
    ).toEqual({
      a: "national numbers",
      b: "internet addresses",
      c: "IP addresses",
      age: "ages above 89",
      d: "a number of its own in nearly every row",
      e: "contact details within the text",
      f: "free text",
    });
  });

  it("not for the name of a drug, the year of birth or platelets", async () => {
    const found = await reasons({
      drug_name: ["X", "Y"],
      year_of_birth: ["1950", "1961"],
      platelets: many((row) => String(98_000 + row * 7000)),
    });
    expect(Object.values(found)).toEqual([null, null, null]);
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

  it("leaves no value of theirs in scores and models", async () => {
    const factor = { id: "f", label: "Site", column: "site", when: { op: "in", values: ["Berlin"] }, points: 1 };
    const scores = [{ id: "s", label: "s", factors: [factor], groups: [{ label: "any", min: null, max: null }] }];
    const terms = [{ id: "t", of: { column: "site" }, coding: { kind: "levels", reference: "Berlin" } }];
    const panels = [{ id: "p", kind: "regression", endpoint: "os", terms }];
    const board = boardFrom({ ...choices, scores, panels });
    const saved = withoutIdentifyingValues(board, await tableFrom("site,arm\nBerlin,A\nBonn,B\n"));
    expect(JSON.stringify(saved)).not.toContain("Berlin");
  });

  it("leaves no value of theirs in second files, and takes no column that would then say no of everybody", async () => {
    const source = { file: "b.csv", rows: null, sha256: null };
    const take = [
      { rule: "any", name: "here", column: "place", values: ["Berlin"] },
      { rule: "any", name: "high", column: "grade", values: ["3"] },
      { rule: "first", name: "site", column: "town" },
    ];
    const columns = [
      { name: "place", identifying: true, levels: [{ value: "Berlin" }] },
      { name: "town", levels: [{ value: "Berlin" }] },
      { name: "grade", levels: [{ value: "3" }] },
    ];
    const board = boardFrom({ ...choices, joins: [{ id: "j", source, key: "id", to: "id", take, columns }] });
    const saved = withoutIdentifyingValues(board, await tableFrom("site,arm\nBerlin,A\nBonn,B\n"));
    expect(JSON.stringify(saved)).not.toContain("Berlin");
    expect(saved.joins[0].take.map(({ name }) => name)).toEqual(["high"]);
    expect(saved.joins[0].columns[2].levels).toEqual([{ value: "3" }]);
  });

  it("asks again for a number of theirs that a factor equals, and keeps a cut", async () => {
    const factor = (id: string, op: string) => ({
      ...{ id, label: id, column: "number", points: 1 },
      when: { op, value: 4711 },
    });
    const groups = [{ label: "any", min: null, max: null }];
    const scores = [{ id: "s", label: "s", factors: [factor("a", "="), factor("b", ">=")], groups }];
    const board = boardFrom({ columns: [{ name: "number", identifying: true }], scores });
    const saved = withoutIdentifyingValues(board, await tableFrom("number\n4711\n4712\n"));
    expect(saved.scores[0].factors.map(({ when }) => "value" in when && when.value)).toEqual([null, 4711]);
  });

  it("follows the user's word over what the column looks like", async () => {
    const board = boardFrom({ ...choices, columns: [{ name: "site", identifying: false }] });
    expect(withoutIdentifyingValues(board, await tableFrom("site,arm\nBerlin,A\nBonn,B\n")).filters).toHaveLength(2);
  });
});
