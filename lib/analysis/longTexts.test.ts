import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { bytesSource } from "../table";
import { workbookOf } from "../table/formats/workbook/testing";
import { describeFile } from "./describeFile";

/** 100,000 characters: a pattern whose time grows with their square keeps the reader busy until the test is given up. */
const long = (unit: string) => unit.repeat(Math.ceil(100_000 / unit.length));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");
const all = (rows: string[][], row: (cells: string[]) => string) => rows.map(row).join("\n");
const each = (cells: string[], cell: (text: string) => string) => cells.map(cell).join("");

const formats: Record<string, (rows: string[][]) => Uint8Array> = {
  csv: (rows) => strToU8(all(rows, (cells) => cells.map(quoted).join())),
  tsv: (rows) => strToU8(all(rows, (cells) => cells.map(quoted).join("\t"))),
  xlsx: (rows) => workbookOf({ Patients: rows }),
  ods: (rows) =>
    zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "content.xml": strToU8(
        `<office:document-content xmlns:office="o"><office:body><office:spreadsheet><table:table table:name="Patients">${all(
          rows,
          (cells) =>
            `<table:table-row>${each(cells, (text) => `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`)}</table:table-row>`,
        )}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  html: (rows) =>
    strToU8(
      `<html><table>${all(rows, (cells) => `<tr>${each(cells, (text) => `<td>${escaped(text)}</td>`)}</tr>`)}</table></html>`,
    ),
  json: ([names = [], ...rows]) =>
    strToU8(JSON.stringify(rows.map((cells) => Object.fromEntries(cells.map((text, at) => [names[at], text]))))),
};

/** A cohort of twelve whose second column has this name and this cell. */
const cohort = (name: string, cell: string): string[][] => [
  ["id", name, "months", "dead"],
  ...Array.from({ length: 12 }, (_, row) => [`P${row + 1}`, row === 5 ? cell : "x", `${row + 1}`, `${row % 2}`]),
];

async function expectWhole(ending: string, unit: string) {
  const text = long(unit);
  const found = await describeFile(bytesSource(`c.${ending}`, formats[ending]?.(cohort(text, text)) as Uint8Array));
  expect(found).toMatchObject({ ok: true, value: { rows: 12 } });
  const column = found.ok ? found.value.columns[1] : undefined;
  expect(column?.name.length).toBe(text.trim().length);
  expect(column?.levels?.map(({ value }) => value.length)).toContain(text.trim().length);
}

describe("a header and a cell of 100,000 characters are read to their end, and nothing of them is cut", () => {
  it.each([
    ..."aA1,<\"'([_-=%*.\u0301",
    "aB",
    "1 ",
    "< ",
    "<style ",
    "<!--",
    "(a)",
    "0=a ",
    "a->",
    "5 % ",
    "death ",
    "x@y.",
    "c.1+",
    "2020-01-01 ",
  ])("of %j in text", (unit) => expectWhole("csv", unit));

  it.each(Object.keys(formats).flatMap((ending) => ["a", "< ", '"('].map((unit) => [ending, unit])))(
    "in .%s, of %j",
    expectWhole,
  );
});
