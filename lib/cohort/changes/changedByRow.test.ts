import { expect, it } from "vitest";
import { cohortTable } from "../cohortTable";
import { boardFrom, tableFrom } from "../testing";
import { changedByRow } from "./changedByRow";

const board = boardFrom({});
async function changed(text: string) {
  const file = await tableFrom(text);
  return changedByRow(cohortTable(file, new Map(), board), board);
}
const rows = (count: number, line: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => `${line(place + 1)}\n`).join("");

it("names the changed cells of a row wherever it stands", async () => {
  const cells = await changed(`id,age\n${rows(40, (place) => `${place},${place % 20 === 0 ? "NA" : "61"}`)}`);
  expect([...cells].map(([row, [cell]]) => [row, cell?.column, cell?.kind, cell?.from, cell?.to])).toEqual([
    [19, "age", "missing", "NA", ""],
    [39, "age", "missing", "NA", ""],
  ]);
});

it("names no single cell of a column that is written specially in more than half of its rows", async () => {
  const decimals = (commas: number) =>
    `id;x\n${rows(12, (place) => `${place};${place}${place <= commas ? ",5" : ""}`)}`;
  expect([...(await changed(decimals(6))).keys()]).toEqual([0, 1, 2, 3, 4, 5]);
  expect((await changed(decimals(7))).size).toBe(0);
});
