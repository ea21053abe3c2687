import { describe, expect, it } from "vitest";
import { readTable } from "../../readTable";
import { bytesSource } from "../../source";
import { texts } from "../testing";

async function read(...lines: string[]) {
  const table = await readTable(bytesSource("a.txt", new TextEncoder().encode(`${lines.join("\n")}\n`)));
  if (!table.ok) throw new Error(table.problem.message);
  return table.value;
}
const names = ({ columns }: Awaited<ReturnType<typeof read>>) => columns.map(({ name }) => name);

const lines = [
  "ID    AGE ARM      OS MONTHS STATUS",
  "P001   51 Arm A         12.5 Dead",
  "P002      Arm B          8.0 Alive",
  "P003   73 Arm A        104.2 Dead",
  "P004   44 Placebo        7.1 Alive",
];

describe("columns that stand at the same places of every line", () => {
  it("are read by their places: a blank cell is missing and shifts no other", async () => {
    const table = await read(...lines);
    expect(names(table)).toEqual(["ID", "AGE", "ARM", "OS MONTHS", "STATUS"]);
    expect(texts(table, "AGE")).toEqual(["51", "", "73", "44"]);
    expect(texts(table, "ARM")).toEqual(["Arm A", "Arm B", "Arm A", "Placebo"]);
    expect(table.notices.map(({ code }) => code)).toContain("fixed-width");
  });

  it("are so below a title, and where rows are numbered without a name", async () => {
    expect(names(await read("Cohort of 2020, all patients", "", ...lines))).toHaveLength(5);
    const numbered = [
      "  time status sex",
      "1  306      2   1",
      "2  455      1   1",
      "3 1010      1   2",
      "4  210      2   1",
    ];
    expect(names(await read(...numbered))).toEqual(["Column 1", "time", "status", "sex"]);
  });

  it("are not sought in prose, in delimited text, and where a cell reaches into the next", async () => {
    const others = [
      ["some text  here and", "another line  of it", "and  one more of them", "last  line of it  ok"],
      lines.map((line) => line.replace(/ +/g, ",")),
      [...lines, "P005   62 Placebo and chemo 1 Alive"],
      ["ID   TIMEEV", "1      3.0 1", "2      5.5 0", "3      7.0 1", "4      8.2 1"],
    ];
    for (const each of others)
      expect((await read(...each)).notices.map(({ code }) => code)).not.toContain("fixed-width");
  });
});
