import { describe, expect, it } from "vitest";
import { readDelimited } from "../formats/delimited";
import { bytesSource } from "../source";
import type { ColumnReading, Table } from "../table";

async function tableOf(cells: string[], choice: Partial<ColumnReading> = {}): Promise<Table> {
  const text = `id;x\n${cells.map((cell, row) => `P${row};${cell}\n`).join("")}`;
  const options = { columns: [{ name: "x", ...choice }], separator: ";", header: 1 };
  const result = await readDelimited(bytesSource("x.csv", new TextEncoder().encode(text)), options, () => {});
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const numbers = (table: Table) => {
  const { columns } = table;
  return columns[1].kind === "number" ? [...columns[1].values] : null;
};
const kindOf = async (cells: string[]) => (await tableOf(cells)).columns[1].kind;
const many = (count: number, cell: (row: number) => string) => Array.from({ length: count }, (_, row) => cell(row));

describe("a column", () => {
  it("is numbers where four of five cells are, the others named and left missing", async () => {
    const table = await tableOf(["1", "2", "3.5", "4", "5 ml", "NA", ""]);
    expect(numbers(table)).toEqual([1, 2, 3.5, 4, Number.NaN, Number.NaN, Number.NaN]);
    expect(table.unparsed.get("x")).toEqual([{ row: 4, text: "5 ml" }]);
    expect(table.missingWords.get("x")).toEqual(new Map([["NA", { count: 1, rows: [5] }]]));
    expect(await kindOf(["1", "2", "3A", "3B", "4"])).toBe("category");
  });

  it("remembers the cells whose outer blanks it cuts, as the file has them", async () => {
    const cells = ["A ", "B", "  ", "\u00a0A", "NA "];
    const table = await tableOf(cells);
    expect(table.trimmed.get("x")).toEqual({
      count: 3,
      cells: [
        { row: 0, text: "A " },
        { row: 3, text: "\u00a0A" },
        { row: 4, text: "NA " },
      ],
    });
    const long = await tableOf(many(3000, (row) => (row % 1000 === 7 ? ` ${row} ` : `${row}`)));
    expect(long.trimmed.get("x")?.cells).toEqual([7, 1007, 2007].map((row) => ({ row, text: ` ${row} ` })));
  });

  it("of dates within one month is dates, not numbers with a unit", async () => {
    expect(await kindOf(["13/02/2020", "14/02/2020", "15/02/2020"])).toBe("date");
  });

  it("keeps outer blanks and words for missing when it is told to", async () => {
    const cells = ["A ", "NA", "B", "  "];
    const { columns, trimmed, missingWords } = await tableOf(cells, { blanks: "kept", notMissing: ["NA"] });
    expect(columns[1].written?.levels).toEqual(["A ", "NA", "B"]);
    expect([...(columns[1].written?.codes ?? [])]).toEqual([0, 1, 2, -1]);
    expect([trimmed.size, missingWords.size]).toEqual([0, 0]);
  });

  it("remembers specially written numbers where there are too many texts to keep", async () => {
    const long = await tableOf(many(3000, (row) => (row === 7 ? "1,234.5" : `${row}.5`)));
    expect(long.respelled.get("x")).toEqual({ decimal: ".", cells: [{ row: 7, text: "1,234.5" }] });
    const comma = await tableOf(many(3000, (row) => `${row},5`));
    expect(comma.respelled.get("x")).toEqual({ decimal: ",", cells: [] });
  });

  it("is text where zeros lead, unless fractions or signs show a measurement", async () => {
    expect(await kindOf(["007", "12", "345"])).toBe("category");
    expect(numbers(await tableOf(["0012", "12.5", "3"]))).toEqual([12, 12.5, 3]);
  });

  it("is text where digits are too many for a number to keep apart", async () => {
    const ids = ["12345678901234567890", "12345678901234567891"];
    expect((await tableOf(ids)).columns[1].written?.levels).toEqual(ids);
    expect((await tableOf(many(1500, (row) => `${row}`).concat(ids))).columns[1].written?.levels.slice(-2)).toEqual(
      ids,
    );
  });

  it("is dates where four of five cells look like dates, impossible ones named", async () => {
    const table = await tableOf(["2021-01-05", "2021-02-30", "2021-03-01", "2020-02-29", "unknown"]);
    expect(table.columns[1]).toMatchObject({
      kind: "date",
      days: Float64Array.of(18_632, Number.NaN, 18_687, 18_321, Number.NaN),
    });
    expect(table.unparsed.get("x")).toEqual([{ row: 1, text: "2021-02-30" }]);
  });

  it("keeps “None” and “Unknown” as levels when it is text", async () => {
    const table = await tableOf(["None", "Unknown", "mild", "NA", ".", "-"]);
    expect(table.columns[1]).toMatchObject({
      written: { levels: ["None", "Unknown", "mild", "-"], codes: Int32Array.of(0, 1, 2, -1, -1, 3) },
    });
  });

  it("of few different numbers can also serve as categories", async () => {
    const [, column] = (await tableOf(["1", "0", "1", "1.0", "NA"])).columns;
    expect(column).toMatchObject({
      kind: "number",
      written: { levels: ["1", "0", "1.0"], codes: Int32Array.of(0, 1, 0, 2, -1) },
    });
  });

  it("waits for an answer where 1,234 may be little or much", async () => {
    const table = await tableOf(["1,234", "987", "2,345"]);
    expect(table.columns[1].kind).toBe("category");
    const [question] = table.questions;
    expect(question.code).toBe("number-mark-open");
    const answers = await Promise.all(
      question.choices.slice(0, 2).map(({ options }) => tableOf(["1,234", "987", "2,345"], options.columns?.[0])),
    );
    expect(answers.map(numbers)).toEqual([
      [1.234, 987, 2.345],
      [1234, 987, 2345],
    ]);
  });

  it("waits for an answer where day and month cannot be told apart", async () => {
    const cells = ["03/04/2020", "05/06/2021"];
    const { questions } = await tableOf(cells);
    const answers = await Promise.all(questions[0].choices.map(({ options }) => tableOf(cells, options.columns?.[0])));
    expect(answers.map(({ columns }) => columns[1].kind)).toEqual(["date", "date", "category"]);
    expect(answers[0].columns[1]).toMatchObject({ days: Float64Array.of(18_355, 18_783) });
    expect(answers.flatMap((answer) => answer.questions)).toEqual([]);
  });

  it("leaves limits out until the user says what they stand for", async () => {
    const cells = ["<0.5", "1.5", "2.5", "3.5", ">200", "4.5"];
    const table = await tableOf(cells);
    expect(numbers(table)?.[0]).toBeNaN();
    expect(table.questions.map(({ code, rows }) => [code, rows])).toEqual([["censored-lab-values", [1, 5]]]);
    expect(numbers(await tableOf(cells, { limits: "limit" }))).toEqual([0.5, 1.5, 2.5, 3.5, 200, 4.5]);
    expect(numbers(await tableOf(cells, { limits: "half" }))).toEqual([0.25, 1.5, 2.5, 3.5, 200, 4.5]);
  });

  it("leaves numbers with the mark of a footnote out until the user says to read them", async () => {
    const cells = ["5.5*", "1.5", "8.2**", "2.5", "3.5", "34 (a)", "7[2]", "9¹", "10.5", "11.5 mg*", "6.5"];
    const table = await tableOf(cells);
    expect(table.questions.map(({ code, rows }) => [code, rows])).toEqual([["footnote-marks", [1, 3, 6, 7, 8]]]);
    const read = numbers(await tableOf(cells, { footnotes: "read" }));
    expect(read).toEqual([5.5, 1.5, 8.2, 2.5, 3.5, 34, 7, 9, 10.5, Number.NaN, 6.5]);
    expect((await tableOf(cells, { footnotes: "leaveOut" })).questions).toEqual([]);
  });

  it("is none of numbers where grades or alleles are marked", async () => {
    expect((await tableOf(["0", "1*", "2*", "0", "1", "1*", "2"])).columns[1].kind).toBe("category");
    expect((await tableOf(["*1/*1", "*1/*2", "*2/*2", "*1/*1"])).columns[1].kind).toBe("category");
  });

  it("with a unit in its cells is offered as numbers", async () => {
    const cells = ["12 mo", "7 mo", "3.5 mo", "NA"];
    const { questions, columns } = await tableOf(cells);
    expect(columns[1].kind).toBe("category");
    expect(numbers(await tableOf(cells, questions[0].choices[0].options.columns?.[0]))).toEqual([
      12,
      7,
      3.5,
      Number.NaN,
    ]);
  });

  it("asks about 999 far beyond the rest, and keeps it until told", async () => {
    const cells = ["1", "4", "2", "999", "3"];
    const { questions, ...table } = await tableOf(cells);
    expect(numbers({ questions, ...table })).toEqual([1, 4, 2, 999, 3]);
    expect(questions[0]).toMatchObject({ code: "sentinel-values", rows: [4] });
    const answered = await tableOf(cells, questions[0].choices[0].options.columns?.[0]);
    expect(numbers(answered)).toEqual([1, 4, 2, Number.NaN, 3]);
    expect(answered.missingWords.get("x")).toEqual(new Map([["999", { count: 1, rows: [3] }]]));
    expect(answered.questions).toEqual([]);
  });

  it("of spreadsheet days or eight digits is offered as dates", async () => {
    const serials = ["43831", "43861", "44000"];
    const asked = (await tableOf(serials)).questions[0];
    expect(asked.code).toBe("excel-serial-dates");
    expect((await tableOf(serials, asked.choices[0].options.columns?.[0])).columns[1]).toMatchObject({
      kind: "date",
      days: Float64Array.of(18_262, 18_292, 18_431),
    });
    const digits = ["20200101", "20201231", "19700101"];
    const offered = (await tableOf(digits)).questions[0];
    expect((await tableOf(digits, offered.choices[0].options.columns?.[0])).columns[1]).toMatchObject({
      days: Float64Array.of(18_262, 18_627, 0),
    });
  });

  it("is what the user says", async () => {
    expect((await tableOf(["1", "2"], { kind: "category" })).columns[1].kind).toBe("category");
    expect(numbers(await tableOf(["007", "a", "b"], { kind: "number" }))).toEqual([7, Number.NaN, Number.NaN]);
    expect(numbers(await tableOf(["1,5", "2"], { decimal: "," }))).toEqual([1.5, 2]);
  });
});

describe("a column of many different texts", () => {
  it("keeps its numbers and the odd cells among them, from the first row to the last", async () => {
    const cells = many(5000, (row) =>
      row % 1000 === 999 ? "<0.5" : row % 500 === 3 ? "NA" : row === 1 ? "" : `${row / 8}`,
    );
    const table = await tableOf(cells);
    expect(numbers(table)?.[4998]).toBe(624.75);
    expect(table.unparsed.get("x")?.map(({ row }) => row)).toEqual([999, 1999, 2999, 3999, 4999]);
    expect(table.missingWords.get("x")?.get("NA")).toEqual({
      count: 10,
      rows: many(10, (row) => `${500 * row + 3}`).map(Number),
    });
    expect(table.columns[1].written).toBeNull();
  });

  it("is text after all when late rows say so, and loses none", async () => {
    const cells = many(30_000, (row) => (row < 2000 ? `${row}` : `text ${row}`));
    const table = await tableOf(cells);
    const [, column] = table.columns;
    expect(column.kind).toBe("category");
    expect(column.written?.levels).toEqual(cells);
  });

  it("is codes after all when a late row has leading zeros", async () => {
    const table = await tableOf(many(3000, (row) => (row === 2900 ? "0042" : `${1000 + row}`)));
    expect(table.columns[1].kind).toBe("category");
    expect(table.columns[1].written?.levels[2900]).toBe("0042");
  });

  it("is numbers after all when late rows say so", async () => {
    const table = await tableOf(many(20_000, (row) => (row < 1100 ? `text ${row}` : `${row}`)));
    expect(table.columns[1].kind).toBe("number");
    expect(table.unparsed.get("x")).toHaveLength(1100);
  });

  it("asks about 1,234 as well", async () => {
    const table = await tableOf(many(1500, (row) => `${1 + (row % 9)},${String(row % 1000).padStart(3, "0")}`));
    expect(table.questions.map(({ code }) => code)).toEqual(["number-mark-open"]);
  });

  it("recognises thousands that only late rows prove", async () => {
    const table = await tableOf(
      many(3000, (row) => (row < 2990 ? `${1 + (row % 9)}.${String(row % 1000).padStart(3, "0")}` : "1.234.567,5")),
    );
    expect(numbers(table)?.[0]).toBe(1000);
    expect(numbers(table)?.[2999]).toBe(1_234_567.5);
  });

  it("keeps its dates", async () => {
    const table = await tableOf(
      many(2000, (row) => `${1 + (row % 28)}.${1 + (Math.floor(row / 28) % 12)}.${1950 + Math.floor(row / 336)}`),
    );
    expect(table.columns[1]).toMatchObject({ kind: "date", written: null });
    expect(table.unparsed.size).toBe(0);
  });
});
