import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { dayToIso } from "../../dates";
import { cellText } from "../../describe";
import { readHeavyTable } from "../../readHeavyTable";
import { bytesSource } from "../../source";
import type { ReadingOptions, Table } from "../../table";
import { damagedCopies } from "../../testing";
import { column } from "../testing";

/** A document of LibreOffice's as far as its tables go; the names of a second sheet stand in it, hidden. */
function made(rows: string, { columns = "", more = "", files = {} as Zippable } = {}): Uint8Array {
  const document = `<?xml version="1.0"?><office:document-content xmlns:office="o"><office:automatic-styles>
    <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
    <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
    </office:automatic-styles><office:body><office:spreadsheet>
    <table:table table:name="Codes" table:style-name="ta2"><table:table-row>${text("code", 40)}</table:table-row></table:table>
    <table:table table:name="Patients" table:style-name="ta1">${columns}${rows}
    <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    </table:table>${more}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(document),
    ...files,
  });
}

const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (words: string, repeated = 1) =>
  `<table:table-cell table:number-columns-repeated="${repeated}" office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
const value = (type: string, kept: string, more = "") =>
  `<table:table-cell office:value-type="${type}" office:${type === "date" || type === "time" || type === "boolean" ? `${type}-` : ""}value="${kept}" ${more}><text:p>shown</text:p></table:table-cell>`;
const header = row(text("id") + text("day") + text("time") + text("dead"));
const patient = (id: string, day: string, time: string, attributes = "") =>
  row(text(id) + value("date", day) + value("float", time) + value("boolean", "true"), attributes);
const three =
  patient("P1", "2021-02-27", "5.5") + patient("P2", "2021-02-28T23:30:00", "6") + patient("P3", "2021-03-01", "7.25");

const attempt = (bytes: Uint8Array, options: ReadingOptions = {}) =>
  readHeavyTable(bytesSource("cohort.ods", bytes), options);
async function read(bytes: Uint8Array, options?: ReadingOptions): Promise<Table> {
  const result = await attempt(bytes, options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const codeOf = async (bytes: Uint8Array) => {
  const result = await attempt(bytes);
  return result.ok ? "read" : result.problem.code;
};

describe("an OpenDocument workbook", () => {
  it("is read by its values, not by what is shown: days, numbers, truth", async () => {
    const table = await read(made(header + three));
    expect([table.rows, table.columns.length, table.reading.sheet]).toEqual([3, 4, "Patients"]);
    const day = column(table, "day");
    expect(day.kind === "date" && [...day.days].map(dayToIso)).toEqual(["2021-02-27", "2021-02-28", "2021-03-01"]);
    expect(cellText(day, 1)).toBe("2021-02-28 23:30");
    const time = column(table, "time");
    expect(time.kind === "number" && [...time.values]).toEqual([5.5, 6, 7.25]);
    expect(cellText(column(table, "dead"), 0)).toBe("TRUE");
  });

  it("chooses among the sheets that are shown, asks, and reads a hidden one where that is wanted", async () => {
    const table = await read(made(header + three));
    expect(table.questions.find(({ code }) => code === "several-sheets")?.choices.map(({ label }) => label)).toEqual([
      "Codes",
      "Patients",
    ]);
    expect(await attempt(made(header + three), { sheet: "Codes" })).toMatchObject({
      problem: { code: "no-data-rows" },
    });
    expect(await attempt(made(header + three), { sheet: "X" })).toMatchObject({ problem: { code: "sheet-absent" } });
  });

  it("names hidden rows and columns, merged cells, formulas, shares and numbers kept as text", async () => {
    const formula = 'table:formula="of:=1/8"';
    const rows =
      row(text("id") + text("share") + text("time") + text("note")) +
      row(
        text("P1") +
          value("percentage", "0.125", formula) +
          value("float", "1") +
          '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>',
      ) +
      row(`${text("P2") + value("percentage", "0.5") + value("float", "2")}<table:covered-table-cell/>`) +
      row(text("P3") + value("percentage", "0.25") + text("3"), 'table:visibility="collapse"');
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="1"/><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="16380"/>';
    const table = await read(made(rows, { columns }));
    const said = Object.fromEntries(table.notices.map((each) => [each.code, each]));
    expect(said["hidden-rows"]).toMatchObject({ count: 1, rows: [3] });
    expect(said["hidden-columns"]).toMatchObject({
      count: 1,
      hint: "Delete them in your spreadsheet program if they are not meant.",
    });
    expect(said["merged-cells-filled"]).toMatchObject({ count: 1, rows: [2], columns: ["note"] });
    expect(said["percent-format"]).toMatchObject({ count: 3, columns: ["share"] });
    expect(said["formula-cells"]).toMatchObject({ count: 1, columns: ["share"] });
    expect(said["numbers-as-text"]).toMatchObject({ count: 1, rows: [3] });
    expect([0, 1, 2].map((at) => cellText(column(table, "note"), at))).toEqual(["a  b\nc", "a  b\nc", ""]);
  });

  it("leaves comments and drawings in cells aside, and reads spans of time as parts of days", async () => {
    const commented =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>ask her</text:p></office:annotation><text:p>P1</text:p></table:table-cell>';
    const table = await read(
      made(
        row(text("id") + text("x") + text("clock")) +
          row(commented + value("float", "1") + value("time", "PT12H00M00S")) +
          row(text("P2") + value("float", "2") + value("time", "PT36H00M00S")),
      ),
    );
    expect(cellText(column(table, "id"), 0)).toBe("P1");
    const clock = column(table, "clock");
    expect(clock.kind === "number" && [...clock.values]).toEqual([0.5, 1.5]);
  });

  it("repeats rows and cells that are written once", async () => {
    const again = row(
      text("P4") + value("date", "2021-03-02") + value("float", "1", ""),
      'table:number-rows-repeated="3"',
    );
    const table = await read(made(header + three + again));
    expect([table.rows, cellText(column(table, "id"), 5)]).toEqual([6, "P4"]);
  });

  it("refuses what is damaged, locked, no workbook, or claims more cells than there can be", async () => {
    const filled = row(text("x", 16_000), 'table:number-rows-repeated="1000000"');
    expect(await codeOf(made(header + filled))).toBe("zip-bomb");
    expect(await codeOf(made(header + three + row(text("x", 17_000))))).toBe("workbook-damaged");
    const far = `${row("", 'table:number-rows-repeated="1048575"')}${row(text("x"))}${row(text("y"))}`;
    expect(await codeOf(made(far))).toBe("workbook-damaged");
    const manifest = strToU8("<manifest:manifest><manifest:encryption-data/></manifest:manifest>");
    expect(await codeOf(made(header + three, { files: { "META-INF/manifest.xml": manifest } }))).toBe(
      "encrypted-workbook",
    );
    const words = strToU8("<office:document-content><office:text/></office:document-content>");
    expect(await codeOf(made("", { files: { "content.xml": words } }))).toBe("not-a-table");
    const cut = strToU8("<office:document-content><office:spreadsheet>");
    expect(await codeOf(made("", { files: { "content.xml": cut } }))).toBe("workbook-damaged");
    const blown = zipSync({ mimetype: strToU8("x"), "content.xml": new Uint8Array(300 << 20) }, { level: 9 });
    expect(await codeOf(blown)).toBe("zip-bomb");
  });

  it("is read or refused in a sentence when it is damaged", async () => {
    for (const bytes of damagedCopies(made(header + three), 500, 20_261_129)) {
      const result = await attempt(bytes);
      if (!result.ok) expect(result.problem.message).toMatch(/\S.*\.$/s);
    }
  });
});
