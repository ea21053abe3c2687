import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cellText } from "../describe";
import { readTable } from "../readTable";
import { bytesSource } from "../source";
import type { ReadingOptions, Table } from "../table";
import { workbook } from "./workbook";
import { showsDay } from "./workbook/styles";

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;

interface Made {
  /** Inside of `<sheetData>`, by sheet. */
  sheets: Record<string, string>;
  strings?: string;
  properties?: string;
  after?: string;
  hidden?: string;
  more?: Zippable;
}

/** A workbook of these sheets. Style 1 shows days, style 2 days by a format of its own, style 3 times. */
function made({ sheets, strings = "", properties = "", after = "", hidden = "", more = {} }: Made): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Zippable = {
    "xl/workbook.xml": strToU8(
      `<?xml version="1.0"?><x:workbook xmlns:x="m"><x:workbookPr ${properties}/><x:sheets>${names
        .map(
          (name, place) =>
            `<x:sheet name='${name}' sheetId="${place + 1}" ${name === hidden ? 'state="hidden"' : ""} r:id="r${place}"/>`,
        )
        .join("")}</x:sheets></x:workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${names.map((_, place) => relation(`r${place}`, "worksheet", `worksheets/s${place}.xml`)).join("")}${relation("s", "styles", "/xl/styles.xml")}${relation("t", "sharedStrings", "strings.xml")}</Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-407]dd\\.mm\\.yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="21"/></cellXfs></styleSheet>',
    ),
    "xl/strings.xml": strToU8(`<sst>${strings}</sst>`),
    ...more,
  };
  names.forEach((name, place) => {
    parts[`xl/worksheets/s${place}.xml`] = strToU8(
      `<worksheet><sheetData>${sheets[name]}</sheetData>${after}</worksheet>`,
    );
  });
  return zipSync(parts);
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: number | string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (at: number, cells: string, attributes = "") => `<row r="${at}" ${attributes}>${cells}</row>`;
const header = row(1, text("A1", "id") + text("B1", "day") + text("C1", "time"));
const body = (first = 2) =>
  [1, 2, 3]
    .map((n, place) =>
      row(
        first + place,
        text(`A${first + place}`, `P${n}`) +
          number(`B${first + place}`, 43_831 + n, n % 2 ? 1 : 2) +
          number(`C${first + place}`, n + 0.1),
      ),
    )
    .join("");

const attempt = (bytes: Uint8Array, options: ReadingOptions = {}) =>
  workbook(readTable).read(bytesSource("cohort.csv", bytes), options, () => {});

async function read(bytes: Uint8Array, options?: ReadingOptions): Promise<Table> {
  const result = await attempt(bytes, options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const column = ({ columns, rows }: Table, name: string) => {
  const found = columns.find((each) => each.name === name) as Table["columns"][number];
  return Array.from({ length: rows }, (_, at) => cellText(found, at));
};
const noticed = ({ notices }: Table, code: string) => notices.find((notice) => notice.code === code);

describe("a workbook", () => {
  it("shows numbers in the style of a date as that calendar day", async () => {
    const table = await read(made({ sheets: { Data: header + body() } }));
    expect(column(table, "day")).toEqual(["2020-01-02", "2020-01-03", "2020-01-04"]);
    expect(column(table, "time")).toEqual(["1.1", "2.1", "3.1"]);
    expect(table.columns.map(({ kind }) => kind)).toEqual(["category", "date", "number"]);
  });

  it("of the old Macintosh counts days from 1904", async () => {
    const table = await read(made({ sheets: { Data: header + body() }, properties: 'date1904="1"' }));
    expect(column(table, "day")).toEqual(["2024-01-03", "2024-01-04", "2024-01-05"]);
  });

  it("keeps texts, truth values, errors and dates as they are written", async () => {
    const cells = [
      row(1, text("A1", "id") + text("B1", "x") + text("C1", "event")),
      row(2, '<c r="A2" t="s"><v>0</v></c><c r="B2" t="e"><v>#DIV/0!</v></c><c r="C2" t="b"><v>1</v></c>'),
      row(3, '<c r="A3" t="s"><v>1</v></c><c r="B3"><v>0.10000000000000001</v></c><c r="C3" t="b"><v>0</v></c>'),
      row(
        4,
        '<c r="A4" t="str"><f>A3</f><v>&lt;b&gt; &#228;</v></c><c r="B4"><v>2.5</v></c><c r="C4" t="b"><v>0</v></c>',
      ),
      row(5, `${text("A5", "__proto__")}<c r="B5"><v>3.5</v></c>`),
      row(6, `${text("A6", "x")}<c r="B6"><v>4.5</v></c>`),
    ];
    const strings =
      "<si><r><t>Arm </t></r><r><t xml:space='preserve'>A &amp; B</t></r><rPh><t>アーム</t></rPh></si><si><t>P2</t></si>";
    const table = await read(made({ sheets: { Data: cells.join("") }, strings }));
    expect(column(table, "id")).toEqual(["Arm A & B", "P2", "<b> ä", "__proto__", "x"]);
    expect(column(table, "x")).toEqual(["#DIV/0!", "0.1", "2.5", "3.5", "4.5"]);
    expect(table.unparsed.get("x")).toEqual([{ row: 0, text: "#DIV/0!" }]);
    expect(column(table, "event")).toEqual(["TRUE", "FALSE", "FALSE", "", ""]);
  });

  it("includes hidden rows and columns and says so", async () => {
    const hidden = header + body().replace('<row r="3" ', '<row r="3" hidden="1" ');
    const table = await read(
      made({ sheets: { Data: hidden }, after: '<cols><col min="2" max="3" hidden="1"/></cols>' }),
    );
    expect(table.rows).toBe(3);
    expect(noticed(table, "hidden-rows")?.rows).toEqual([2]);
    expect(noticed(table, "hidden-columns")?.count).toBe(2);
  });

  it("names formulas that have no saved value", async () => {
    const cells = header + body() + row(5, `${text("A5", "P4")}<c r="C5"><f>SUM(C2:C4)</f></c>`);
    const table = await read(made({ sheets: { Data: cells } }));
    expect(column(table, "time")).toEqual(["1.1", "2.1", "3.1", ""]);
    expect(noticed(table, "formula-without-value")?.rows).toEqual([4]);
  });

  it("reads the visible sheet with most cells and asks which is meant", async () => {
    const bytes = made({
      sheets: { Notes: row(1, text("A1", "x")), Data: header + body(), Old: header + body() + body(5) },
      hidden: "Old",
    });
    const table = await read(bytes);
    expect(table.reading).toMatchObject({ sheet: "Data", sheets: ["Notes", "Data", "Old"] });
    expect(table.questions[0].choices.map(({ options }) => options.sheet)).toEqual(["Notes", "Data", "Old"]);
    const other = await read(bytes, { sheet: "Old" });
    expect([other.rows, other.questions.length]).toEqual([6, 0]);
    expect(await attempt(bytes, { sheet: "None" })).toMatchObject({ ok: false, problem: { code: "sheet-absent" } });
  });

  it("finds the header below titles and merged group names, and can be told another", async () => {
    const cells =
      row(1, text("A1", "Trial X")) + row(3, text("B3", "Baseline")) + header.replaceAll("1", "4") + body(5);
    const table = await read(
      made({ sheets: { Data: cells }, after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' }),
    );
    expect(table.reading.header).toBe(4);
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "Baseline day", "Baseline time"]);
    expect(noticed(table, "preamble-skipped")?.count).toBe(2);
    expect(noticed(table, "merged-cells")).toBeUndefined();
    expect(table.lines).toEqual([{ row: 0, line: 5 }]);
    expect((await read(made({ sheets: { Data: cells } }), { header: 5 })).rows).toBe(2);
  });

  it("reads cells that are not numbered, and rows that leave some out", async () => {
    const cells =
      "<row><c t='inlineStr'><is><t>id</t></is></c><c t='inlineStr'><is><t>x</t></is></c></row><row r='4'><c><v>1</v></c><c r='B4'><v>2</v></c></row><row><c r='B5'><v>3</v></c></row>";
    const table = await read(made({ sheets: { Data: cells } }));
    expect([column(table, "id"), column(table, "x")]).toEqual([
      ["1", ""],
      ["2", "3"],
    ]);
    expect(table.reading.blankLines).toBe(2);
  });

  it("keeps a decimal point a decimal point, whatever other cells look like", async () => {
    const cells =
      row(1, text("A1", "x") + text("B1", "y")) +
      [2, 3, 4].map((n) => row(n, number(`A${n}`, n + 0.125) + text(`B${n}`, `${n},5`))).join("");
    const table = await read(made({ sheets: { Data: cells } }));
    expect(table.columns.map((each) => each.kind === "number" && each.values[0])).toEqual([2.125, 2.5]);
    expect(table.questions).toEqual([]);
  });
});

describe("what is not opened", () => {
  const refused = async (bytes: Uint8Array) => {
    const result = await attempt(bytes);
    return result.ok ? "opened" : result.problem.code;
  };

  it("unpacks to far more than its size", async () => {
    const bomb = made({
      sheets: { Data: header + body() },
      more: { "xl/strings.xml": new Uint8Array(40 << 20).fill(65) },
    });
    expect(await refused(bomb)).toBe("zip-bomb");
  });

  it("declares a document type in any part that is read", async () => {
    for (const part of ["xl/strings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]) {
      const evil = made({
        sheets: { Data: header + body() },
        more: {
          [part]: strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><x>&e;</x>'),
        },
      });
      expect(await refused(evil), part).toBe("xml-dtd");
    }
  });

  it("has cells beyond the limits of a sheet", async () => {
    expect(await refused(made({ sheets: { Data: header + row(2, number("XFE2", 1)) } }))).toBe("workbook-damaged");
    expect(await refused(made({ sheets: { Data: header + row(9_999_999, number("A2", 1)) } }))).toBe(
      "workbook-damaged",
    );
  });

  it("is damaged, empty or another kind of archive", async () => {
    const whole = made({ sheets: { Data: header + body() } });
    expect(await refused(whole.slice(0, whole.length - 40))).toBe("workbook-damaged");
    expect(await refused(made({ sheets: { Data: "" } }))).toBe("empty-file");
    expect(await refused(made({ sheets: { Data: header } }))).toBe("no-data-rows");
    expect(await refused(zipSync({ "word/document.xml": strToU8("<x/>") }))).toBe("not-a-table");
    expect(await refused(zipSync({ "a.csv": strToU8("x,y\n1,2\n"), "b.csv": strToU8("x,y\n1,2\n") }))).toBe(
      "not-a-table",
    );
  });
});

it("opens the one delimited file of an archive", async () => {
  const table = await read(
    zipSync({
      "export/cohort.csv": strToU8("id,time\n1,5\n2,6\n"),
      "__MACOSX/._cohort.csv": strToU8("x"),
      "readme.md": strToU8("y"),
    }),
  );
  expect([table.rows, table.reading.packed, table.reading.format]).toEqual([2, "zip", "delimited"]);
});

it("knows the formats that show a day", () => {
  expect(["yyyy-mm-dd", "d/m/yy", "[$-409]mmm\\-yy;@", "dd.mm.yyyy hh:mm", "[Red]d"].every(showsDay)).toBe(true);
  expect(["General", "0.00", "h:mm", "[h]:mm:ss", '0.0" days"', "mm:ss", "#,##0\\d", "[Red]0"].some(showsDay)).toBe(
    false,
  );
});
