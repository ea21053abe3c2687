import fc from "fast-check";
import { expect, it } from "vitest";
import { cellText, type Table } from "../table";
import { cohortTable } from "./cohortTable";
import { findColumn } from "./columns";
import { boardFrom, tableFrom } from "./testing";

const row = fc.record({
  id: fc.constantFrom("A", "B", "C", "D", ""),
  code: fc.constantFrom("OS", "PFS", "DOR", ""),
  value: fc.constantFrom("1", "2", "3.5", "7", "x", ""),
});
const file = fc.array(row, { minLength: 1, maxLength: 30 });
const asText = (rows: { id: string; code: string; value: string }[]) =>
  `id,code,value\n${rows.map(({ id, code, value }) => `${id},${code},${value || "NA"}`).join("\n")}\n`;
const none = new Map<string, Table>();
const read = (text: string) => tableFrom(text, [{ name: "value", kind: "number" }]);

/** What a cell says, a text that is no number included. */
function says(table: Table, name: string, at: number): string {
  const column = findColumn(table, name);
  if (!column) return "";
  return table.unparsed.get(name)?.find((cell) => cell.row === at)?.text ?? cellText(column, at);
}

it("a spread file holds the value of every patient and parameter exactly once", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (rows) => {
      const edits = { pivot: { parameter: "code", values: ["value"] }, severalRows: "first" };
      const { table, patients } = cohortTable(await read(asText(rows)), none, boardFrom({ patientId: "id", edits }));
      const expected = new Map<string, string>();
      rows.forEach(({ id, code, value }, at) => {
        const key = `${id || `row ${at}`} ${code}`;
        if (code !== "" && !expected.has(key)) expected.set(key, value);
      });
      for (const [at, { id }] of rows.entries()) {
        for (const code of ["OS", "PFS", "DOR"]) {
          const value = patients.represents[at] === 1 ? (expected.get(`${id || `row ${at}`} ${code}`) ?? "") : "";
          expect(says(table, `value (${code})`, at)).toBe(value);
        }
      }
    }),
  );
});

it("every row is one patient's or merged into one, whatever the rule", async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.constantFrom("first", "last", "firstValue", null), async (rows, severalRows) => {
      const { patients } = cohortTable(
        await read(asText(rows)),
        none,
        boardFrom({ patientId: "id", edits: { severalRows } }),
      );
      const ids = rows.map(({ id }, at) => id || `row ${at}`);
      expect(patients.count).toBe(new Set(ids).size);
      expect(patients.count + patients.merged.length).toBe(rows.length);
      expect(patients.represents.reduce((sum, one) => sum + one, 0)).toBe(patients.count);
      for (const [at, id] of ids.entries()) expect(ids[patients.representative[at]]).toBe(id);
    }),
  );
});

it("the first value of a column is the first cell of the patient's rows that says something, and every fill is listed", async () => {
  await fc.assert(
    fc.asyncProperty(file, async (rows) => {
      const board = boardFrom({ patientId: "id", edits: { severalRows: "firstValue" } });
      const before = await read(asText(rows));
      const { table, filled, patients } = cohortTable(before, none, board);
      for (const [at, { id }] of rows.entries()) {
        if (patients.represents[at] === 0) continue;
        const own = id === "" ? [rows[at]] : rows.filter((other) => other.id === id);
        expect(says(table, "value", at)).toBe(own.map(({ value }) => value).find((value) => value !== "") ?? "");
      }
      const changed = rows.filter((_, at) => says(before, "value", at) !== says(table, "value", at)).length;
      expect(filled.find(({ column }) => column === "value")?.count ?? 0).toBe(changed);
    }),
  );
});
