import { describe, expect, it } from "vitest";
import type { Board } from "../board/board";
import { tableFromText, typeOfSql } from "./columnList";
import type { CountOptions } from "./countOptions";
import { countQuery, tableName } from "./countQuery";
import { type DialectId, dialects, writing } from "./dialects";
import type { WarehouseColumn } from "./reading";
import { evilName, registryBoard } from "./testing";

const types: Record<string, WarehouseColumn["type"]> = {
  ...{ start: "date", progression: "date", death: "date", "last seen": "text", "cut-off": "date", status: "text" },
  ...{ months: "number", "late entry": "integer", arm: "text", "stage's": "text", age: "integer", [evilName]: "text" },
};
const columns = Object.entries(types).map(([name, type]) => ({ name, type }));

const asked = (board: Board, more: Partial<CountOptions> = {}) =>
  countQuery(board, {
    ...{ dialect: "duckdb", from: "patients", called: "patients", columns, grid: null, smallest: 1, bins: {} },
    ...more,
  });
const refused = (board: Board, more: Partial<CountOptions> = {}) => {
  const found = asked(board, more);
  return found.ok ? null : found.problem.message;
};

describe("the query of a board", () => {
  it.each(Object.keys(dialects) as DialectId[])("is the text that was looked at, in %s", async (dialect) => {
    const board = registryBoard({
      endpoints: registryBoard().endpoints.slice(0, 2),
      panels: registryBoard().panels.slice(0, 2),
    });
    const from = tableName('clinic.my "table"', dialect);
    const plain = asked(board, { dialect, from });
    const merged = asked(board, { dialect, from, grid: "months", smallest: 11, bins: { age: 15 } });
    if (!plain.ok || !merged.ok) throw new Error("refused");
    await expect(`${plain.value.sql}\n${merged.value.sql}`).toMatchFileSnapshot(`goldens/${dialect}.sql`);
  });

  it.each(Object.keys(dialects) as DialectId[])("keeps names and values within their marks, in %s", (dialect) => {
    const w = writing(dialect);
    const { name: named, text: said } = dialects[dialect];
    const inside = (written: string, mark: string, how: string) =>
      written.slice(1, -1).replaceAll(how === "doubled" ? mark + mark : /\\./g, "");
    for (const name of [evilName, "`; DROP TABLE x; --", "back\\", '\\"', "\\`", '"', "`"])
      expect(inside(w.name(name), named.mark, named.escape)).not.toContain(named.mark);
    for (const text of ["it's", "'; DROP TABLE x; --", "\\'", "\\", "'"])
      expect(inside(w.text(text), "'", said)).not.toContain("'");
  });

  it("names each column once, also where the table has one of that name", () => {
    const own = registryBoard({
      filters: [
        { kind: "values", of: { column: "patients" }, values: null },
        { kind: "values", of: { column: "PFS time" }, values: null },
      ],
    });
    const found = asked(own, {
      columns: [...columns, { name: "patients", type: "text" }, { name: "PFS time", type: "text" }],
    });
    if (!found.ok) throw new Error(found.problem.message);
    expect(new Set(found.value.columns).size).toBe(found.value.columns.length);
    expect(found.value.columns).toEqual(expect.arrayContaining(["patients", "patients 2", "PFS time", "PFS time 2"]));
  });

  it("says what cells cannot answer, and nothing of what they can", () => {
    expect(refused(registryBoard())).toBeNull();
    const edits = (of: object) => refused(registryBoard({ edits: of }));
    expect(edits({ severalRows: "first" })).toMatch(/^Patients of this board have several rows/);
    expect(edits({ conversions: [{ column: "months", op: "divide", by: 2 }] })).toContain(
      "Months told reads “months”, which is converted",
    );
    expect(edits({ conversions: [{ column: "age", op: "divide", by: 2 }] })).toBeNull();
    expect(
      refused(
        registryBoard({ joins: [{ id: "j", source: { file: "x", rows: null, sha256: null }, key: "a", to: "b" }] }),
      ),
    ).toContain("1 second file of this board is joined on the page");
    const panels = (panel: object) => {
      const found = asked(
        registryBoard({ panels: [panel, { id: "os", kind: "kaplanMeier", endpoint: "os", group: null }] }),
      );
      return (
        found.ok && [
          found.value.board.panels.map(({ id }) => id),
          ...found.value.notes.filter((note) => note.startsWith("Without")),
        ]
      );
    };
    expect(panels({ id: "r", kind: "response" })).toEqual([
      ["os"],
      expect.stringContaining("it shows single patients"),
    ]);
    expect(panels({ id: "k", kind: "kaplanMeier", endpoint: "os", changes: { column: "age" } })).toEqual([
      ["os"],
      expect.stringContaining("its group changes with time"),
    ]);
    expect(panels({ id: "k", kind: "kaplanMeier", endpoint: "os" })).toEqual([["k", "os"]]);
  });

  it("says which column is not there or not of its kind, and which choice cannot be", () => {
    expect(refused(registryBoard(), { columns: columns.slice(1) })).toContain("patients has no column “start”");
    const wrong = columns.map((column) => (column.name === "death" ? { ...column, type: "number" as const } : column));
    expect(refused(registryBoard(), { columns: wrong })).toContain(
      "“death” is a column of numbers and cannot be a date of Overall survival.",
    );
    expect(refused(registryBoard({ endpoints: [] }))).toBe("This board has no endpoint.");
    expect(refused(registryBoard(), { grid: "months" })).toContain(
      "Months told has delayed entry; on a grid of months",
    );
    expect(refused(registryBoard(), { smallest: 11 })).toContain("Times as they are leave hardly a cell");
    expect(refused(registryBoard(), { smallest: 0.5 })).toContain("The smallest cell is 0.5");
    expect(refused(registryBoard(), { bins: { age: 25 } })).toContain(
      "“age” in steps of 25 cannot be compared with 60.",
    );
    expect(refused(registryBoard(), { bins: { age: 15 } })).toBeNull();
  });
});

describe("a list of columns", () => {
  it("is read as engines print it, with the types they name", () => {
    expect(tableFromText('column_name,data_type\na,bigint\n"b ""c""",timestamp without time zone\nd,jsonb\n')).toEqual({
      ok: true,
      value: [
        { name: "a", type: "integer" },
        { name: 'b "c"', type: "date" },
      ],
    });
    expect(tableFromText("").ok).toBe(false);
    const known = [
      "Nullable(Float64)",
      "DECIMAL(18,3)",
      "Int32",
      "UInt8",
      "character varying",
      "LowCardinality(String)",
      "DATE",
      "BOOL",
    ];
    expect(known.map(typeOfSql)).toEqual(["number", "number", "integer", "integer", "text", "text", "date", "boolean"]);
    expect(["interval", "integer[]", "struct(a int)", "point"].map(typeOfSql)).toEqual([null, null, null, null]);
  });
});
