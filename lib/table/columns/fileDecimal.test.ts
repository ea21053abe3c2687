import { describe, expect, it } from "vitest";
import { readTable } from "../readTable";
import { bytesSource } from "../source";

const read = async (text: string) => {
  const made = await readTable(bytesSource("a.csv", new TextEncoder().encode(text)), {});
  if (!made.ok) throw new Error(made.problem.message);
  return made.value;
};
const column = (separator: string, cells: string[]) =>
  read(`id${separator}days\n${cells.map((cell, row) => `P${row}${separator}${cell}`).join("\n")}\n`);
const whole = Array.from({ length: 40 }, (_, row) => String(13 * (row + 1)));
const asked = async (separator: string, cells: string[]) =>
  (await column(separator, cells)).questions.map(({ code }) => code);

describe("a point before three digits in each of its cells", () => {
  it("is asked about beside whole numbers, whatever separates the cells, in short and long files", async () => {
    const mixed = whole.with(7, "1.291").with(9, "3.825");
    expect(await asked(";", mixed)).toEqual(["number-mark-open"]);
    expect(await asked(",", mixed)).toEqual(["number-mark-open"]);
    const long = Array.from({ length: 5000 }, (_, row) =>
      row % 9 === 0 ? `${1 + (row % 8)}.${100 + (row % 900)}` : String(row),
    );
    expect(await asked(",", long)).toEqual(["number-mark-open"]);
  });

  it("is asked about between semicolons even where no whole number is", async () => {
    const fractions = whole.map((_, row) => `1.${100 + row}`);
    expect(await asked(";", fractions)).toEqual(["number-mark-open"]);
    expect(await asked(",", fractions)).toEqual([]);
  });

  it("is a decimal point where any other cell proves it", async () => {
    const { columns, questions } = await column(",", whole.with(7, "1.291").with(9, "3.5"));
    expect(questions).toEqual([]);
    expect(columns[1]).toMatchObject({ kind: "number" });
  });
});

describe("a comma in one cell among whole numbers", () => {
  it("settles nothing: the cell is named and not read", async () => {
    const { columns, unparsed } = await column("\t", whole.with(19, "12,5"));
    expect(columns[1]).toMatchObject({ kind: "number" });
    expect(unparsed.get("days")).toEqual([{ row: 19, text: "12,5" }]);
  });

  it("is a decimal comma where other columns have it, and between semicolons", async () => {
    const beside = await read(
      `id\tdays\tldh\n${whole.map((cell, row) => `P${row}\t${row === 19 ? "12,5" : cell}\t${row},5`).join("\n")}\n`,
    );
    expect(beside.unparsed.size).toBe(0);
    expect((await column(";", whole.with(19, "12,5"))).unparsed.size).toBe(0);
  });

  it("is a decimal comma where there are several", async () => {
    const { unparsed, reading } = await column(
      "\t",
      whole.map((cell, row) => (row % 5 === 0 ? `${row},5` : cell)),
    );
    expect(unparsed.size).toBe(0);
    expect(reading.decimal).toBe(",");
  });
});
