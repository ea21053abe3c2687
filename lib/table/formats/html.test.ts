import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { cellText } from "../describe";
import { readHeavyTable } from "../readHeavyTable";
import { bytesSource } from "../source";
import type { Table } from "../table";
import { damagedCopies } from "../testing";

const attempt = (bytes: Uint8Array | string, name = "cohort.xls") =>
  readHeavyTable(bytesSource(name, typeof bytes === "string" ? strToU8(bytes) : bytes));
async function read(page: Uint8Array | string): Promise<Table> {
  const result = await attempt(page);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const cells = ({ columns, rows }: Table) => [
  columns.map(({ name }) => name),
  ...Array.from({ length: rows }, (_, row) => columns.map((column) => cellText(column, row))),
];
const header = "<tr><th>id</th><th>time</th><th>arm</th></tr>";
const rows = "<tr><td>P1</td><td>3.5</td><td>A</td></tr><tr><td>P2</td><td>&lt;0.5</td><td>B &amp; C</td></tr>";
const page = (inside: string) => `<html><head><style>td > p { color: red }</style></head><body>${inside}</body></html>`;

describe("a web page that holds a table", () => {
  it("is read, and it is said that its name promises another format", async () => {
    const table = await read(page(`<table>${header}${rows}</table>`));
    expect(cells(table)).toEqual([
      ["id", "time", "arm"],
      ["P1", "3.5", "A"],
      ["P2", "<0.5", "B & C"],
    ]);
    expect(table.notices[0]).toMatchObject({
      code: "named-otherwise",
      message: "“cohort.xls” is named like an old Excel workbook and is a web page; it is read as what it is.",
    });
  });

  it("may leave tags open, write them in capitals and without quotation marks, and hold a bare <", async () => {
    const table = await read(
      "<HTML><TABLE BORDER=1><TR><TH>id<TH>size<TH>note<TR><TD>P1<TD>< 5<TD COLSPAN=1>a&nbsp;b&ouml;<TR><TD>P2<TD>7<TD>c<br>d</TABLE>",
    );
    expect(cells(table).map((row) => [row[0], row[2]])).toEqual([
      ["id", "note"],
      ["P1", "a bö"],
      ["P2", "c d"],
    ]);
  });

  it("fills what a cell spans down with its value, leaves what it spans across empty, and names both", async () => {
    const table = await read(
      `<table>${header}<tr><td>P1</td><td>3</td><td rowspan="2">A</td></tr><tr><td>P2</td><td>4</td></tr><tr><td>P3</td><td colspan="2">5</td></tr><tr><td>P4</td><td>6</td><td>B</td></tr></table>`,
    );
    expect(cells(table).slice(1)).toEqual([
      ["P1", "3", "A"],
      ["P2", "4", "A"],
      ["P3", "5", ""],
      ["P4", "6", "B"],
    ]);
    expect(table.notices.find(({ code }) => code === "merged-cells")).toMatchObject({ count: 1, rows: [3] });
    expect(table.notices.find(({ code }) => code === "merged-cells-filled")).toMatchObject({ count: 1, rows: [2] });
  });

  it("has the numbers behind those that Excel shows", async () => {
    const excel =
      '<table><tr><td>id</td><td>time</td></tr><tr><td>P1</td><td x:num="5.8333333">5.8</td></tr><tr><td>P2</td><td x:num>4</td></tr></table>';
    const time = (await read(page(excel))).columns[1];
    expect(time?.kind === "number" && [...time.values]).toEqual([5.8333333, 4]);
  });

  it("asks which of several tables is meant", async () => {
    const small = "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>";
    const table = await read(page(`<table><tr><td>${small}</td></tr></table><table>${header}${rows}</table>`));
    expect(table.reading).toMatchObject({ sheet: "Table 2", sheets: ["Table 1", "Table 2"] });
    expect(table.questions.map(({ code }) => code)).toContain("several-sheets");
  });

  it("is in the encoding that it names, or in that of Windows", async () => {
    const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
    for (const meta of ["", '<meta charset="windows-1252">'])
      expect(
        cells(
          await read(latin(`<html>${meta}<table>${header}<tr><td>M\xfcller</td><td>1</td><td>A</td></tr></table>`)),
        )[1]?.[0],
      ).toBe("Müller");
  });

  it("is refused where its tables are no data: a login, a layout, none", async () => {
    for (const inside of [
      "<p>502 Bad gateway</p>",
      "<form><table><tr><td>Name</td><td><input></td></tr><tr><td>Word</td><td><input></td></tr></table></form>",
      "<table><tr><td>Please log in</td></tr></table>",
    ]) {
      const result = await attempt(page(inside), "cohort.csv");
      expect(result.ok ? "read" : result.problem.message).toContain(
        "a web page, perhaps of an error or a login, not a table",
      );
    }
  });

  it("is read or refused in a sentence when it is damaged, or claims to span millions of cells", async () => {
    const wide = `<tr><td>a</td>${'<td colspan="1000000" rowspan="1000000">b</td>'.repeat(6000)}</tr>`;
    expect((await attempt(page(`<table>${wide}${wide}</table>`))).ok).toBe(false);
    for (const bytes of damagedCopies(strToU8(page(`<table>${header}${rows}</table>`)), 600, 20_261_131)) {
      const result = await attempt(bytes);
      if (!result.ok) expect(result.problem.message).toMatch(/\S.*\.$/s);
    }
  });
});
