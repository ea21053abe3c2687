import { describe, expect, it } from "vitest";
import { bytesSource } from "../table";
import { workbookOf } from "../table/formats/workbook/testing";
import { describeFile } from "./describeFile";

const before = Object.getOwnPropertyNames(Object.prototype);
const rows = (arm: string) => [
  ["id", arm, "months", "dead"],
  ...Array.from({ length: 12 }, (_, row) => [`P${row + 1}`, row % 2 ? arm : "x", `${row + 1}`, `${row % 2}`]),
];

describe.each([
  "<script>attack()</script>",
  '"><img src=x onerror=attack()>',
  "javascript:attack()",
  '=HYPERLINK("https://evil.example")',
  "__proto__",
  "constructor",
  "toString",
  "\u202egnp.exe\u2066",
  "../../etc/passwd",
  "%2e%2e%2f",
])("a name such as %j", (name) => {
  it("of a sheet, a column, a value and a file is a name like any other, and changes no prototype", async () => {
    const book = workbookOf({ [`${name} `]: rows(name), Other: rows("y").slice(0, 6) });
    const found = await describeFile(bytesSource(`${name}.xlsx`, book));
    expect(found).toMatchObject({ ok: true, value: { file: `${name}.xlsx`, rows: 12 } });
    if (!found.ok) return;
    expect(found.value.sheets.map((sheet) => sheet.trim())).toContain(name);
    expect(found.value.columns.map((column) => column.name)).toEqual(["id", name, "months", "dead"]);
    expect(found.value.columns[1]?.levels?.map(({ value }) => value)).toContain(name);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
