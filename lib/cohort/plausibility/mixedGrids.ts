import { counted, listed } from "../../format";
import { findColumn } from "../columns";
import { daysIn } from "../endpointTime";
import { type Check, rowsFinding, rowsWhere } from "./check";

/** Times of counted cells that are not on the grid they were counted on: cells of several grids stand in one file. */
export const mixedGrids: Check = (facts) => {
  const grid = facts.board.source.counted?.grid ?? null;
  if (grid === null) return [];
  const times = facts.board.endpoints.flatMap(({ time, counted: cells }) => {
    const column = cells && time.from === "column" && time.unit ? findColumn(facts.table, time.column) : undefined;
    return column?.kind === "number" && "column" in time && time.unit
      ? [{ name: column.name, values: column.values, step: daysIn[grid] / daysIn[time.unit] }]
      : [];
  });
  const isOff = (value: number | undefined, step: number) =>
    value !== undefined && Math.abs(value / step - Math.round(value / step)) > 1e-6;
  const rows = rowsWhere(facts, (row) => times.some(({ values, step }) => isOff(values[row], step)));
  const columns = times
    .filter(({ values, step }) => rows.some((row) => isOff(values[row], step)))
    .map(({ name }) => name);
  return rowsFinding(
    "mixed-grids",
    rows,
    (count, where) =>
      `${counted(count, "cell has", "cells have")} times in ${listed(columns.map((name) => `“${name}”`))} that are no whole ${grid}, as these counts say they are (${where}).`,
    "Cells of several grids were put together, and the curves are of neither. Count all of them on one grid.",
    { columns },
  );
};
