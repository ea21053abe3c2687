import { expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { dataSetOf } from "./dataSet";

// Names of 44 letters that differ after the fortieth alone, and one that begins with a digit.
const long = "a_very_long_marker_in_a_column_of_letters";
const table = await tableFrom(
  [
    `months,died,1st arm,${long}one,${long}two,age`,
    "5,1,A,x,p,40",
    "7,0,B,y,q,70",
    ",1,,x,q,60",
    "9,0,B,,p,",
    "11,1,B,y,p,20",
  ].join("\n"),
);
const coding = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const factors = [
  { id: "old", label: "Old", column: "age", when: { op: ">=", value: 50 }, points: 2 },
  { id: "b", label: "B", column: "1st arm", when: { op: "in", values: ["B"] }, points: 1 },
];
const groups = [
  { label: "low", min: null, max: 1 },
  { label: "high", min: 2, max: null },
];
const board = (panels: object[], more: object = {}) =>
  boardFrom({
    endpoints: [
      {
        ...{ id: "os", label: "OS", event: { column: "died", coding } },
        time: { from: "column", column: "months", unit: "months" },
      },
    ],
    scores: [{ id: "s", label: "Risk", factors, groups }],
    panels: panels.map((panel, place) => ({ id: `p${place}`, ...panel })),
    ...more,
  });
const lines = (panels: object[], more: object = {}) =>
  dataSetOf(analysis(table).prepare(board(panels, more)).prepared, { wholeMonths: false })
    .csv.trim()
    .split("\r\n");

const curves = (column: string) => ({ kind: "kaplanMeier", endpoint: "os", group: { column } });

it("a data set has the endpoint, points and groups of every patient, and nothing where there is nothing", () => {
  expect(lines([curves("1st arm"), curves("1st arm")])).toEqual([
    "patient,os_time,os_event,s_points,s_old,s_b,x_1st_arm,s_group",
    "1,5,1,0,0,0,A,low",
    "2,7,0,3,1,1,B,high",
    "3,,,,1,,,",
    "4,9,0,,,1,B,",
    "5,11,1,1,0,1,B,low",
  ]);
});

it("numbers the patients that filters keep in the order of the file", () => {
  const filters = [{ kind: "range", of: { column: "age" }, min: 50, max: null, missing: false }];
  expect(lines([curves("1st arm")], { filters }).slice(1)).toEqual(["1,7,0,3,1,1,B,high", "2,,,,1,,,"]);
});

it("shortens names of columns to 40 letters, and tells those apart that become the same", () => {
  expect(lines([curves(`${long}one`), curves(`${long}two`)])[0]).toBe(
    `patient,os_time,os_event,s_points,s_old,s_b,${long.slice(0, 40)},${long.slice(0, 40)}_2,s_group`,
  );
});

it("has no rows of measurements whose file is not there", async () => {
  const response = await tableFrom("months,died,best\n5,1,PR\n7,0,SD\n");
  const measured = board(
    [
      {
        ...{ kind: "response", response: "best" },
        measurements: { join: "long", time: "days", unit: "days", value: "sld", as: "sum" },
      },
    ],
    { scores: [] },
  );
  const { responses } = dataSetOf(analysis(response).prepare(measured).prepared, { wholeMonths: false });
  expect(responses.map(({ measurements }) => measurements)).toEqual([[]]);
});

it("says in its dictionary the order of levels, the reference of a model, and that times are raised", () => {
  const model = {
    kind: "regression",
    endpoint: "os",
    terms: [
      { id: "arm", of: { column: "1st arm" }, coding: { kind: "levels", reference: "B" } },
      { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } },
    ],
  };
  const said = (wholeMonths: boolean) =>
    dataSetOf(analysis(table).prepare(board([curves("1st arm"), model])).prepared, { wholeMonths }).dictionary;
  expect(said(false)).toContain("\r\nx_1st_arm,1st arm,,levels in their order: A; B,\r\n");
  expect(said(false)).toContain("\r\narm_levels,panel 2: 1st arm,,levels in their order: A; B; reference B,\r\n");
  expect(said(false)).toContain("\r\nage_perunit,panel 2: age,10 units,,\r\n");
  expect(said(false)).not.toContain("Raised to whole months");
  expect(said(true)).toContain("Raised to whole months");
});
