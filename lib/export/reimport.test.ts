import { expect, it } from "vitest";
import { tableFrom } from "../cohort/testing";
import { shownKinds } from "../panels/shownKinds";
import { csvText } from "./csvExport";
import { example, exampleTable, requestFor } from "./testing";

const { shown } = requestFor(await exampleTable(), example);
const report = shownKinds[shown.panel.kind];

it.each(["steps", "numbers"] as const)("the CSV of %s read again by Meierboard gives the same digits", async (what) => {
  const written = report[what](shown.result);
  const table = await tableFrom(csvText(written));
  expect(table.rows).toBe(written.rows.length);
  written.header.forEach((name, place) => {
    const column = table.columns.find((each) => each.name === name);
    if (column?.kind !== "number") return;
    expect([...column.values]).toEqual(written.rows.map((row) => row[place]));
  });
  expect(table.columns.filter(({ kind }) => kind === "number").length).toBeGreaterThan(3);
});
