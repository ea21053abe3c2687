import { describe } from "vitest";
import { cohort, csv, springs, twenty } from "./check";

const rows = twenty("a")
  .map((_, row) => `${row},3.5,1`)
  .join("\n");
const table = (header: string) => `${header}\n${rows}\n`;

describe("names of columns", () => {
  springs([
    {
      it: "may be those of every object",
      file: table("__proto__,constructor,toString"),
      columns: { __proto__: "number 20 0 0", constructor: "number 20 0 0", toString: "number 20 0 0" },
    },
    { it: "are numbered where they are the same", file: table("age,age,age (2)"), says: { "duplicate-header": 2 } },
    {
      it: "are given by place where they are empty",
      file: table("id,,event, ").replaceAll(",1\n", ",1,2\n"),
      columns: { "Column 2": "number 20 0 0", "Column 4": "number 20 0 0" },
      says: { "empty-header": 2 },
    },
    {
      it: "may be markup, character for character",
      file: table('"<img src=x onerror=alert(1)>",{{7*7}},javascript:1'),
      columns: { "<img src=x onerror=alert(1)>": "number 20 0 0", "{{7*7}}": "number 20 0 0" },
    },
    {
      it: "may be ten thousand characters long",
      file: table(`id,${"x".repeat(10_000)},event`),
      says: { "header-long": 1 },
    },
    {
      it: "may go over lines",
      file: table('id,"time\n(months)",event'),
      columns: { "time\n(months)": "number 20 0 0" },
    },
    {
      it: "are shown where they hide characters",
      file: table("id,\u200btime,ev\u0007ent"),
      says: { "invisible-characters": 1, "control-characters": 1 },
    },
    {
      it: "may be years",
      file: csv([["id", "2019", "2020"], ...twenty("1").map((_, row) => [`P${row}`, `${row}`, `${2 * row}`])]),
      columns: { "2019": "number 20 0 0" },
    },
    {
      it: "are missed where the first line is a row of codes",
      file: csv(cohort("arm", twenty("A", "B")).slice(1)),
      columns: { "Column 1": "category 20 0 0" },
      says: { "no-header": 1 },
    },
    {
      it: "are missed where the first line is a row of texts",
      file: twenty("A", "B")
        .map((arm, row) => `P${row},${arm},F`)
        .join("\n"),
      columns: { "Column 1": "category 20 0 0" },
      says: { "no-header": 1 },
    },
    { it: "may stand behind a #", file: `#${table("id,time,event")}`, columns: { time: "number 20 0 0" } },
    {
      it: "that a spreadsheet would run are named",
      file: table("id,=cmd|' /C calc'!A0,@SUM"),
      says: { "formula-like-cells": 2 },
    },
  ]);
});
