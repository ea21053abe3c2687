import { gzipSync, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { cellText } from "../describe";
import { readHeavyTable } from "../readHeavyTable";
import { bytesSource } from "../source";
import type { ReadingOptions, Table } from "../table";
import { damagedCopies } from "../testing";

const attempt = (text: string, options: ReadingOptions = {}, name = "cohort.json") =>
  readHeavyTable(bytesSource(name, strToU8(text)), options);
async function read(text: string, options?: ReadingOptions): Promise<Table> {
  const result = await attempt(text, options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
const cells = ({ columns, rows }: Table) => [
  columns.map(({ name }) => name),
  ...Array.from({ length: rows }, (_, row) => columns.map((column) => cellText(column, row))),
];
const three = [
  ["id", "time", "event"],
  ["P1", "3.2", "1"],
  ["P2", "5", "0"],
  ["P3", "7.25", "1"],
];

describe("a JSON document", () => {
  it.each([
    [
      "a list of records",
      '[{"id":"P1","time":3.2,"event":1},{"id":"P2","time":5.0,"event":0},{"id":"P3","time":7.25,"event":1}]',
    ],
    [
      "a record a line",
      '{"id":"P1","time":3.2,"event":1}\n{"id":"P2","time":5.0,"event":0}\n{"id":"P3","time":7.25,"event":1}\n',
    ],
    ["columns by name", '{"id":["P1","P2","P3"],"time":[3.2,5,7.25],"event":[1,0,1]}'],
    [
      "a list under a name",
      '{"data":[{"id":"P1","time":3.2,"event":1},{"id":"P2","time":5,"event":0},{"id":"P3","time":7.25,"event":1}],"warnings":{}}',
    ],
    [
      "a list two names deep",
      '{"data":{"hits":[{"id":"P1","time":3.2,"event":1},{"id":"P2","time":5,"event":0},{"id":"P3","time":7.25,"event":1}]}}',
    ],
    [
      "columns of pandas",
      '{"id":{"0":"P1","1":"P2","2":"P3"},"time":{"0":3.2,"1":5,"2":7.25},"event":{"0":1,"1":0,"2":1}}',
    ],
    [
      "pandas, split",
      '{"columns":["id","time","event"],"index":[0,1,2],"data":[["P1",3.2,1],["P2",5,0],["P3",7.25,1]]}',
    ],
    ["rows below their names", '[["id","time","event"],["P1",3.2,1],["P2",5,0],["P3",7.25,1]]'],
    [
      "with the mark of UTF-8",
      '\ufeff [ {"id":"P1","time":3.2,"event":1},\n{"id":"P2","time":5e0,"event":0},\n{"id":"P3","time":7.25,"event":1} ]',
    ],
  ])("is read as the table it holds: %s", async (_, text) => {
    const table = await read(text);
    expect(cells(table)).toEqual(three);
    expect(table.columns.map(({ kind }) => kind)).toEqual(["category", "number", "number"]);
    expect(table.reading.format).toBe("json");
  });

  it("has missing cells for null and for names a record lacks, and columns in the order of their first record", async () => {
    const table = await read('[{"b":null,"a":1},{"a":2,"c":"x"},{"a":NaN,"b":"y","c":"z"}]');
    expect(cells(table)).toEqual([
      ["b", "a", "c"],
      ["", "1", ""],
      ["", "2", "x"],
      ["y", "", "z"],
    ]);
  });

  it("keeps ids of many digits, decimal commas in texts, truth values, and names that scripts mean something by", async () => {
    const table = await read(
      '[{"id":12345678901234567890,"x":"1,5","ok":true,"__proto__":"a"},{"id":12345678901234567891,"x":"2,25","ok":false,"__proto__":"b"}]',
    );
    expect(cells(table)[1]?.[0]).toBe("12345678901234567890");
    const x = table.columns.find(({ name }) => name === "x");
    expect(x?.kind === "number" && [...x.values]).toEqual([1.5, 2.25]);
    expect(cells(table).map((row) => row.slice(2))).toEqual([
      ["ok", "__proto__"],
      ["TRUE", "a"],
      ["FALSE", "b"],
    ]);
  });

  it("names the columns and cells with lists or records, and leaves them out", async () => {
    const table = await read(
      '[{"id":"P1","genes":["TP53"],"note":"a"},{"id":"P2","genes":[],"note":{"by":"x"}},{"id":"P3","genes":null,"note":"b"}]',
    );
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "note"]);
    expect(table.notices.find(({ code }) => code === "nested-columns")).toMatchObject({ columns: ["genes"], count: 1 });
    expect(table.notices.find(({ code }) => code === "nested-cells")).toMatchObject({ columns: ["note"], rows: [2] });
  });

  it("spreads records in records, and lists of a single one, over columns", async () => {
    const table = await read(
      '[{"id":"P1","os":{"months":5.5,"dead":true},"diagnoses":[{"stage":"II"}],"genes":["KRAS","TP53"]},' +
        '{"id":"P2","os":{"months":7},"diagnoses":[]},{"id":"P3","os":null,"diagnoses":[{"stage":"I"}]}]',
    );
    expect(cells(table)).toEqual([
      ["id", "os.months", "os.dead", "diagnoses.stage"],
      ["P1", "5.5", "TRUE", "II"],
      ["P2", "7", "", ""],
      ["P3", "", "", "I"],
    ]);
    expect(table.notices.find(({ code }) => code === "nested-columns")).toMatchObject({ columns: ["genes"] });
  });

  it("keeps lists of several records out, and a name that the record has itself", async () => {
    const several = await read('[{"id":"P1","visits":[{"d":1},{"d":2}]},{"id":"P2","visits":[{"d":3}]}]');
    expect(several.columns.map(({ name }) => name)).toEqual(["id"]);
    expect(several.notices.find(({ code }) => code === "nested-columns")?.columns).toEqual(["visits"]);
    const twice = await read('[{"id":"P1","a.b":1,"a":{"b":2}},{"id":"P2","a.b":3,"a":{"b":4}}]');
    expect(twice.columns.map(({ name }) => name)).toEqual(["id", "a.b"]);
    expect(twice.notices.find(({ code }) => code === "nested-columns")?.columns).toEqual(["a"]);
  });

  it("asks which of several lists is meant, and reads it", async () => {
    const text = '{"patients":[{"id":"P1","t":1},{"id":"P2","t":2}],"samples":[{"s":"S1"},{"s":"S2"}],"version":1}';
    const table = await read(text);
    expect([table.reading.sheet, table.reading.sheets]).toEqual(["patients", ["patients", "samples"]]);
    expect(table.questions.find(({ code }) => code === "several-sheets")?.choices.map(({ label }) => label)).toEqual([
      "patients",
      "samples",
    ]);
    expect(cells(await read(text, { sheet: "samples" }))).toEqual([["s"], ["S1"], ["S2"]]);
    expect(await attempt(text, { sheet: "genes" })).toMatchObject({ ok: false, problem: { code: "sheet-absent" } });
  });

  it("is refused in a sentence where it is no table, damaged, or too deep", async () => {
    const codeOf = async (text: string) => {
      const result = await attempt(text);
      return result.ok ? "read" : result.problem.code;
    };
    for (const text of [
      '{"a":1}',
      "[1, 2, 3]",
      "[]",
      "{}",
      '{"a":{"b":"c"}}',
      '{"meierboard":1,"panels":[{"id":"a"},{"id":"b"}]}',
      '{"version":1,"filters":[{"column":"arm"}]}',
    ])
      expect(await codeOf(text), text).toBe("not-a-table");
    for (const text of [
      '[{"id":"P1"},{"id":',
      '[{"id":"P1"} {"id":"P2"}]',
      '[{"id":1,"id":2}]',
      `[[${"[".repeat(100_000)}`,
    ])
      expect(await codeOf(text), text.slice(0, 40)).toBe("json-damaged");
  });

  it("is unpacked, and read or refused in a sentence when it is damaged", async () => {
    const text = '[{"id":"P1","time":3.2},{"id":"P2","time":5.0,"x":[1]},{"id":"P3","time":7.25}]';
    const packed = await readHeavyTable(bytesSource("cohort.json.gz", gzipSync(strToU8(text))));
    expect(packed).toMatchObject({ ok: true, value: { rows: 3, reading: { format: "json", packed: "gzip" } } });
    for (const bytes of damagedCopies(strToU8(text), 3000, 20_261_130)) {
      const result = await readHeavyTable(bytesSource("cohort.json", bytes));
      if (!result.ok) expect(result.problem.message).toMatch(/\S.*\.$/s);
    }
  });
});
