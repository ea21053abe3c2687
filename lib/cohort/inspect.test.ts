import { expect, it } from "vitest";
import { cohortTable } from "./cohortTable";
import { inspect } from "./inspect";
import { boardFrom, tableFrom } from "./testing";

const board = boardFrom({});
async function inspected(text: string) {
  const file = await tableFrom(text);
  return inspect(file, cohortTable(file, new Map(), board), board, null);
}
const rows = (count: number, line: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => `${line(place + 1)}\n`).join("");

it("names changed cells among the first twelve rows of the table and no later ones", async () => {
  const { firstChanged } = await inspected(`id,age\n${rows(14, (place) => `${place},${place > 10 ? "NA" : "61"}`)}`);
  expect(firstChanged.map(({ row, column, from }) => [row, column, from])).toEqual([
    [10, "age", "NA"],
    [11, "age", "NA"],
  ]);
});

it("names no single cell of a column that is written specially in more than half of its rows", async () => {
  const decimals = (commas: number) =>
    `id;x\n${rows(12, (place) => `${place};${place}${place <= commas ? ",5" : ""}`)}`;
  expect((await inspected(decimals(6))).firstChanged.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 5]);
  expect((await inspected(decimals(7))).firstChanged).toEqual([]);
});
