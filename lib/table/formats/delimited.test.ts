import { describe, expect, it } from "vitest";
import { bytesSource, type Source } from "../source";
import type { Column, ReadingOptions, Table } from "../table";
import { readDelimited } from "./delimited";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const source = (content: string | Uint8Array) =>
  bytesSource("cohort.csv", typeof content === "string" ? bytesOf(content) : content);
const attempt = (
  content: string | Uint8Array,
  options: ReadingOptions = {},
  sizes?: { slice: number; sample: number },
) => readDelimited(source(content), options, () => {}, sizes);

async function read(
  content: string | Uint8Array,
  options?: ReadingOptions,
  sizes?: { slice: number; sample: number },
): Promise<Table> {
  const result = await attempt(content, options, sizes);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

function cells(column: Column): (string | number)[] {
  if (column.kind === "number") return [...column.values];
  if (column.kind === "date") return [...column.days];
  return [...column.written.codes].map((code) => column.written.levels[code] ?? "");
}

const column = (table: Table, name: string) => cells(table.columns.find((each) => each.name === name) as Column);
const codes = (table: Table) => table.notices.map(({ code }) => code);
const noticed = (table: Table, code: string) => table.notices.find((notice) => notice.code === code);

describe("progress", () => {
  it("says no row before the header is whole, then the rows read so far, then all bytes", async () => {
    const said: (number | undefined)[][] = [];
    const text = `${"patient identifier".padEnd(60)},months,event\n${"P1,12.5,1\n".repeat(20)}`;
    await readDelimited(source(text), {}, ({ bytes, size, rows }) => said.push([bytes, size, rows]), {
      slice: 32,
      sample: 32,
    });
    expect(said[0]).toEqual([32, text.length, 0]);
    expect(said.at(-1)).toEqual([text.length, text.length, 20]);
    const rows = said.map(([, , each]) => each ?? Number.NaN);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });
});

describe("slices", () => {
  const row = (n: number) => `P${n};"Größe ""${n}"", a;b\r\nnext line – 患者";${n},5;${n % 2}\r\n`;
  const text = `id;note;time;event\r\n${Array.from({ length: 40 }, (_, n) => row(n)).join("")}`;

  it("may fall inside quoted cells, letters of several bytes and line ends", async () => {
    const whole = await read(text);
    expect(whole.rows).toBe(40);
    expect(column(whole, "note")[7]).toBe('Größe "7", a;b\nnext line – 患者');
    for (const slice of [1, 2, 3, 5, 7, 64, 101]) {
      const sliced = await read(text, {}, { slice, sample: 150 });
      expect(sliced.columns.map(cells)).toEqual(whole.columns.map(cells));
      expect(sliced.lines).toEqual(whole.lines);
    }
  });

  it("may split a byte order mark and UTF-16 letters", async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer),
    ]);
    const whole = await read(text);
    const sliced = await read(utf16, {}, { slice: 13, sample: 150 });
    expect(sliced.columns.map(cells)).toEqual(whole.columns.map(cells));
    expect(sliced.reading).toMatchObject({ encoding: "utf-16le", bom: true });
  });

  it("tell how far the reading is", async () => {
    const ticks: number[] = [];
    await readDelimited(source(text), {}, ({ bytes, size }) => ticks.push(bytes / size), { slice: 500, sample: 150 });
    expect(ticks.length).toBeGreaterThan(3);
    expect(ticks.at(-1)).toBe(1);
  });

  it("that cannot be read end the reading with that reason", async () => {
    const cancelled = new Error("cancelled");
    let slices = 0;
    const broken: Source = {
      ...source(text),
      read: (start, end) => (slices++ < 3 ? source(text).read(start, end) : Promise.reject(cancelled)),
    };
    await expect(readDelimited(broken, {}, () => {}, { slice: 100, sample: 50 })).rejects.toBe(cancelled);
  });
});

it("finds the one odd cell among 200,000 rows, far beyond any sample", async () => {
  const rows = Array.from(
    { length: 200_000 },
    (_, n) => `P${n},${n === 149_999 ? "<0.5" : n % 1000 === 0 ? "" : (n % 1003) / 10}\n`,
  );
  const table = await read(`id,crp\n${rows.join("")}`);
  expect(table.rows).toBe(200_000);
  expect(table.unparsed.get("crp")).toEqual([{ row: 149_999, text: "<0.5" }]);
  expect(noticed(table, "unparseable-numbers")?.rows).toEqual([150_000]);
});

describe("records", () => {
  it("end with LF, CRLF or CR, and the last needs no line end", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const table = await read(["id,time", "a,1", "b,2", "c,3"].join(end));
      expect(column(table, "time")).toEqual([1, 2, 3]);
    }
    const mac = await read('id,note\r1,"a\nb"\r2,"c\nd"\r');
    expect(column(mac, "note")).toEqual(["a\nb", "c\nd"]);
  });

  it("know the line they start on", async () => {
    const table = await read('id,note\n1,"x\ny"\n\n2,z\n3,"p\nq\nr"\n4,w\n');
    const lineOf = (row: number) => {
      const start = table.lines.filter((each) => each.row <= row).at(-1);
      return start ? start.line + row - start.row : Number.NaN;
    };
    expect([0, 1, 2, 3].map(lineOf)).toEqual([2, 5, 6, 9]);
  });

  it("without any text are no rows but counted", async () => {
    const table = await read("id,time\n1,5\n\n,\n   \n2,6\n,,\n");
    expect(table.rows).toBe(2);
    expect(table.reading).toMatchObject({ blankLines: 2, ghostRows: 2 });
    expect(codes(table)).toEqual(expect.arrayContaining(["blank-lines-skipped", "ghost-rows-skipped"]));
  });

  it("that are short are padded, those with surplus cells kept, and both named", async () => {
    const table = await read("id,time,event\n1,5\n2,6,1,x\n3,7,0,,\n4,8,1\n5,9,0\n");
    expect(column(table, "event")).toEqual([Number.NaN, 1, 0, 1, 0]);
    expect(noticed(table, "ragged-short")?.rows).toEqual([1]);
    expect(noticed(table, "ragged-long")?.rows).toEqual([2]);
  });

  it("whose surplus comes from an unquoted separator are set aside whole", async () => {
    const rows = Array.from({ length: 20 }, (_, n) => `${n},Chemo,${n + 0.5},1`);
    rows[4] = "4,Chemo, dense,4.5,1";
    const table = await read(`id,arm,time,event\n${rows.join("\n")}`);
    expect(table.rows).toBe(20);
    expect(column(table, "time").slice(3, 6)).toEqual([3.5, Number.NaN, 5.5]);
    expect(column(table, "event")[4]).toBeNaN();
    expect(noticed(table, "row-set-aside")?.rows).toEqual([5]);
  });
});

it("knows a header that comes again", async () => {
  const table = await read("id,arm\nP1,A\nP2,B\nid,arm\nP3,A\n");
  expect(column(table, "id")).toEqual(["P1", "P2", "P3"]);
  expect(noticed(table, "header-repeated")?.count).toBe(1);
});

it("says when the lines hardly make a table", async () => {
  expect(codes(await read("Dear all,\n\nplease find, as discussed, the data.\nBest, as ever,\nA\n"))).toContain(
    "table-doubtful",
  );
});

describe("quotation marks", () => {
  it("that are never closed are read as characters where every line then fits", async () => {
    const table = await read('id,note,time\n1,ok,5\n2,"open,6\n3,ok,7\n');
    expect(column(table, "note")).toEqual(["ok", '"open', "ok"]);
    expect(noticed(table, "stray-quote")).toMatchObject({ count: 1, rows: [2] });
  });

  it("that are never closed otherwise refuse the file and name the line", async () => {
    const result = await attempt('id,note,time\n1,"a, b",5\n2,"open,6\n3,"c, d",7\n');
    expect(result).toMatchObject({ ok: false, problem: { code: "unbalanced-quote" } });
    expect(!result.ok && result.problem.message).toContain("line 3");
  });

  it("of two cells never swallow the rows between them", async () => {
    const table = await read('id\tdiagnosis\ttime\n1\t"in situ, left\t5\n2\tx\t6\n3\tright"\t7\n4\tx\t8\n');
    expect(column(table, "time")).toEqual([5, 6, 7, 8]);
    expect(codes(table)).toContain("stray-quote");
  });

  it("inside a cell mean nothing", async () => {
    const table = await read('id\tdiagnosis\ttime\n1\tCarcinoma "in situ", left\t5\n');
    expect(column(table, "diagnosis")).toEqual(['Carcinoma "in situ", left']);
  });

  it("round a word of a longer cell do not cost a row", async () => {
    const table = await read('id\tdiagnosis\ttime\n1\t"in situ" carcinoma\t5\n2\tx\t6\n3\t"y"\t7\n');
    expect(table.rows).toBe(3);
    expect(column(table, "diagnosis")).toEqual(['"in situ" carcinoma', "x", "y"]);
  });
});

describe("encodings", () => {
  it("that are not UTF-8 are read as Windows-1252, the whole file, with a notice", async () => {
    const table = await read(
      Uint8Array.from([...bytesOf("id,note\n1,"), 0x93, 0x67, 0x94, 0x20, 0x80, ...bytesOf("\n2,b\n")]),
    );
    expect(column(table, "note")).toEqual(["“g” €", "b"]);
    expect(table.reading.encoding).toBe("windows-1252");
    expect(codes(table)).toContain("encoding-guessed");
  });

  it("come to light in any slice", async () => {
    const late = Uint8Array.from([...bytesOf(`id,note\n${"1,a\n".repeat(500)}2,Pr`), 0xfc, ...bytesOf("farm\n")]);
    const table = await read(late, {}, { slice: 100, sample: 50 });
    expect(table.rows).toBe(501);
    expect(column(table, "note").at(-1)).toBe("Prüfarm");
  });

  it("of Japanese files are told from accented letters", async () => {
    // 患者,群 in Shift-JIS
    const japanese = Uint8Array.of(0x8a, 0xb3, 0x8e, 0xd2, 0x2c, 0x8c, 0x51, 0x0a, 0x31, 0x2c, 0x8c, 0x51, 0x0a);
    expect((await read(japanese)).columns.map(({ name }) => name)).toEqual(["患者", "群"]);
    const french = Uint8Array.from("id,arm\n1,Médecin né\n2,défaut créée\n3,Hélène\n", (letter) =>
      letter.charCodeAt(0),
    );
    expect(column(await read(french), "arm")).toEqual(["Médecin né", "défaut créée", "Hélène"]);
  });

  it("can be told", async () => {
    const cyrillic = Uint8Array.from([...bytesOf("id,arm\n1,"), 0xc0, 0xc1, ...bytesOf("\n")]);
    expect(column(await read(cyrillic, { encoding: "windows-1251" }), "arm")).toEqual(["АБ"]);
    expect(await attempt("id,arm\n1,Ü\n", { encoding: "utf-16le" })).toMatchObject({ ok: false });
    expect(await attempt("id,arm\n1,a\n", { encoding: "klingon" })).toMatchObject({
      ok: false,
      problem: { code: "encoding-unknown" },
    });
  });

  it("of a file cut off inside a letter stay UTF-8", async () => {
    const cut = bytesOf("id,arm\n1,Größe\n2,Prü").slice(0, -1);
    const table = await read(cut);
    expect(column(table, "arm")).toEqual(["Größe", "Pr"]);
    expect(codes(table)).toContain("file-cut-off");
  });

  it("of UTF-16 need no byte order mark", async () => {
    const utf16 = new Uint8Array(Uint16Array.from("id,arm\n1,é\n2,b\n", (letter) => letter.charCodeAt(0)).buffer);
    expect(column(await read(utf16), "arm")).toEqual(["é", "b"]);
  });
});

describe("the layout", () => {
  it("is found for every separator, with a decimal comma where the cells prove it", async () => {
    for (const separator of [",", ";", "\t", "|"]) {
      const table = await read(["id,arm,time", "1,A,2", "2,B,3"].join("\n").replaceAll(",", separator));
      expect(table.reading.separator).toBe(separator);
      expect(table.columns).toHaveLength(3);
    }
    const european = await read("Zeit;CRP\n12,5;3,25\n7;0,5\n");
    expect(column(european, "Zeit")).toEqual([12.5, 7]);
    expect(european.reading.decimal).toBe(",");
    expect(noticed(european, "decimal-comma")?.columns).toEqual(["Zeit", "CRP"]);
  });

  it("takes blanks for separators where nothing else gives columns", async () => {
    const table = await read('"id" "time"\n"P1" 5\n"P2" 6\n');
    expect(column(table, "time")).toEqual([5, 6]);
  });

  it("skips titles, # lines and sep=, and says so", async () => {
    const table = await read("sep=;\nCohort of 2021\n\nid;time\n1;5\n2;6\n");
    expect(column(table, "time")).toEqual([5, 6]);
    expect(table.reading).toMatchObject({ separator: ";", header: 4, preamble: ["sep=;", "Cohort of 2021", ""] });
    expect(noticed(table, "preamble-skipped")?.count).toBe(3);
    const described = await read('# a "note\n# more\nid,time\n1,5\n');
    expect(described.reading.header).toBe(3);
  });

  it("finds the names below a row of group names", async () => {
    const table = await read(",,Baseline,,Outcome,\nid,arm,age,sex,time,event\n1,A,60,F,5,1\n2,B,61,M,6,0\n");
    expect(table.columns.map(({ name }) => name)).toEqual([
      ...["id", "arm", "age", "sex", "Outcome time", "Outcome event"],
    ]);
  });

  it("takes a # line right above the rows for the header", async () => {
    expect((await read("#id\ttime\n1\t5\n2\t6\n")).columns.map(({ name }) => name)).toEqual(["id", "time"]);
  });

  it("does not take the first patient for the header", async () => {
    const table = await read("P1,A,5.5,1\nP2,B,6.5,0\nP3,A,7.5,1\n");
    expect(table.rows).toBe(3);
    expect(table.columns.map(({ name }) => name)).toEqual(["Column 1", "Column 2", "Column 3", "Column 4"]);
    expect(codes(table)).toContain("no-header");
    expect((await read("P1,A,5.5,1\nP2,B,6.5,0\n", { header: 1 })).rows).toBe(1);
  });

  it("takes numbers for names where other columns show that they are names", async () => {
    const table = await read("id,arm,2020\nP1,A,5\nP2,B,6\nP3,A,7\nP4,B,8\n");
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "arm", "2020"]);
  });

  it("asks which separator is meant where two fit", async () => {
    const table = await read("a;b,c\nx;y,z\np;q,r\n");
    expect(table.questions.map(({ code, choices }) => [code, choices.length])).toEqual([["separator-open", 2]]);
    const answers = await Promise.all(
      table.questions[0].choices.map(({ options }) => read("a;b,c\nx;y,z\np;q,r\n", options)),
    );
    expect(answers.map(({ reading }) => reading.separator).sort()).toEqual([",", ";"]);
    expect(answers.flatMap(({ questions }) => questions)).toEqual([]);
  });

  it("gives the row numbers of R's write.table a column of their own", async () => {
    const table = await read('"time","event"\n"1",5.5,1\n"2",6.5,0\n');
    expect(table.columns.map(({ name }) => name)).toEqual(["Row name", "time", "event"]);
    expect(column(table, "time")).toEqual([5.5, 6.5]);
  });

  it("is refused where most rows have more cells than there are names", async () => {
    expect(await attempt("time,event\nP1,5.5,1\nP2,6.5,0\n")).toMatchObject({
      ok: false,
      problem: { code: "header-too-short" },
    });
  });

  it("can be told", async () => {
    const table = await read("x;y\nid;time,2\n1;5,5\n", { header: 2, separator: ";" });
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "time,2"]);
  });
});

it("says what is wrong with a file without rows", async () => {
  expect(await attempt("")).toMatchObject({ ok: false, problem: { code: "empty-file" } });
  expect(await attempt("\n\n \n")).toMatchObject({ ok: false, problem: { code: "empty-file" } });
  expect(await attempt("id,time\n")).toMatchObject({ ok: false, problem: { code: "no-data-rows" } });
});

it("reads columns called as objects of the language are", async () => {
  const table = await read("__proto__,constructor,toString\n1,a,x\n2,b,y\n");
  expect(column(table, "__proto__")).toEqual([1, 2]);
  expect(column(table, "toString")).toEqual(["x", "y"]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
