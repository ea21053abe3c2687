import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import type { SvgElement } from "../figure/svg";
import { exportFormats } from "./index";
import { printFigure } from "./printFigure";
import { requestFor, says, textOf } from "./testing";

// A column of every kind that no panel shows, each with values that stand nowhere else; columns that identify are
// filtered by as well. What panels show (arm, sex, age, times, events) is no secret.
const secret = "zebra7391";
const columns: Record<string, (row: number) => string | number> = {
  patient_id: (row) => `${secret}id${row}`,
  surname: (row) => `${secret}name${row}`,
  birth_date: (row) => `19${50 + (row % 40)}-03-1${row % 9}`,
  postcode: (row) => `${secret}pc${row % 5}`,
  mrn: (row) => 739_100_000 + row,
  note: (row) => `${secret} note of patient ${row}`,
  hospital: (row) => `${secret}hospital${row % 3}`,
  ferritin: (row) => 739_177.25 + row,
  first_visit: (row) => `2019-0${1 + (row % 9)}-17`,
  months: (row) => 1 + ((row * 7) % 41),
  died: (row) => (row % 3 ? 1 : 0),
  arm: (row) => (row % 2 ? "A" : "B"),
  sex: (row) => (row % 4 < 2 ? "f" : "m"),
  age: (row) => 40 + (row % 30),
};
const names = Object.keys(columns);
const rows = Array.from({ length: 60 }, (_, row) => names.map((name) => columns[name]?.(row)).join(","));
const table = await tableFrom(`${names.join(",")}\n${rows.join("\n")}\n`);
const endpoint = {
  ...{ id: "os", label: "Overall survival", time: { from: "column", column: "months", unit: "months" } },
  event: { column: "died", coding: ["censored", "event"].map((as, value) => ({ value: String(value), as })) },
};
const kept = Array.from({ length: 55 }, (_, row) => `${secret}name${row}`);
const board = boardFrom({
  patientId: "patient_id",
  endpoints: [endpoint],
  filters: [{ kind: "values", of: { column: "surname" }, values: kept, missing: true }],
  panels: [
    { id: "km", kind: "kaplanMeier", endpoint: "os", group: { column: "arm" }, split: { column: "sex" } },
    { id: "cif", kind: "cumulativeIncidence", endpoint: "os", group: { column: "arm" } },
    {
      ...{ id: "cox", kind: "regression", endpoint: "os" },
      terms: [{ id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } }],
    },
    { id: "who", kind: "characteristics", group: { column: "arm" }, rows: [{ of: { column: "age" } }] },
  ],
});
const request = requestFor(table, board);
const hidden = names.slice(0, 9);
const values = hidden.flatMap((name) => Array.from({ length: 60 }, (_, row) => String(columns[name]?.(row))));
const texts = (node: SvgElement | string): string =>
  typeof node === "string" ? node : [...Object.values(node.attributes), ...node.children.map(texts)].join("\n");

it.each(exportFormats.filter(({ id }) => !["png", "clipboard", "tiff"].includes(id)).map(({ id }) => id))(
  "no value of a column that no panel shows is in a byte of “%s”, though patients were filtered by one",
  async (id) => {
    for (const shown of request.panels) {
      const text = await textOf(id, { ...request, shown });
      expect([id, values.filter((value) => says(text, value))]).toEqual([id, []]);
    }
  },
);

it("nor in what a figure draws or says of itself, from which pictures of pixels and PDF are made", () => {
  for (const shown of request.panels) {
    const said = texts(printFigure(shown, request.paper, request.privacy).tree);
    expect(values.filter((value) => said.includes(value))).toEqual([]);
  }
});
