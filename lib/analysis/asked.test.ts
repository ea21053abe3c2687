import { expect, it } from "vitest";
import { boardFrom, tableFrom } from "../cohort/testing";
import { analyze } from "./analyze";
import { askedOf } from "./asked";

const table = await tableFrom(
  "os,pfs,status,cause\n5,4,dead,cancer\n6,5,?,\n7,6,alive,\n,,odd,\n9,8,alive,other\n10,9,dead,cancer\n",
);
const said = [
  { value: "dead", as: "event" },
  { value: "alive", as: "censored" },
];
const endpoint = (id: string, label: string, coding: object[] = said, more: object = {}) => ({
  id,
  label,
  time: { from: "column", column: id, unit: "months" },
  event: { column: "status", coding, competing: null, ...more },
});
const ofBoard = (endpoints: object[], answered = endpoints) => {
  const [board, before] = [boardFrom({ endpoints }), boardFrom({ endpoints: answered })];
  const { columns, ...rest } = askedOf(board, before, analyze(table, before));
  return {
    columns: columns.map(({ reads, second, open, endpoints: reached, awaited }) => [
      reads.column,
      second,
      open.map(({ value }) => value),
      reached.map(({ id }) => id),
      awaited,
    ]),
    ...rest,
  };
};

it("a value is asked once for all endpoints that its answer reaches, and again where another kind of event is read", () => {
  const [os, again, pfs] = [
    endpoint("os", "Overall survival"),
    endpoint("os", "OS"),
    endpoint("pfs", "Progression-free survival"),
  ];
  expect(ofBoard([os, { ...again, id: "os2" }, pfs]).columns).toEqual([
    ["status", false, ["?", "odd"], ["os", "os2"], true],
    ["status", false, ["?", "odd"], ["pfs"], true],
  ]);
});

it("the curves wait for no value that only patients have who are left out anyway", () => {
  const decided = [...said, { value: "?", as: "exclude" }];
  expect(ofBoard([endpoint("os", "Overall survival", decided)]).columns).toEqual([
    ["status", false, ["odd"], ["os"], false],
  ]);
});

it("the curves wait for a value, too, where they wait for which of several rows counts", async () => {
  const several = await tableFrom("id,os,status\nA,5,dead\nA,6,dead\nB,7,?\nC,8,alive\n");
  const board = boardFrom({ endpoints: [endpoint("os", "Overall survival")], patientId: "id" });
  const { columns, others } = askedOf(board, board, analyze(several, board));
  expect(others.map(({ code }) => code)).toEqual(["id-several-rows"]);
  expect(columns.map(({ open, awaited }) => [open.map(({ value }) => value), awaited])).toEqual([[["?"], true]]);
});

it("what was answered since the last answer of the program is asked no more", () => {
  const before = [endpoint("os", "Overall survival")];
  const all = [...said, { value: "?", as: "event" }, { value: "odd", as: "exclude" }];
  expect(ofBoard([endpoint("os", "Overall survival", all)], before).columns).toEqual([]);
  expect(ofBoard([endpoint("os", "Overall survival", all)], before).others).toEqual([]);
});

it("nor are values of a column that has been changed for another", () => {
  const before = [endpoint("os", "Overall survival")];
  const other = { ...endpoint("os", "Overall survival"), event: { column: "cause", coding: [], competing: null } };
  expect(ofBoard([other], before).columns).toEqual([]);
});

it("the column that tells of competing events is asked about, too", () => {
  const decided = [...said, { value: "?", as: "exclude" }, { value: "odd", as: "exclude" }];
  const competing = { column: "cause", cause: "Death of another cause", coding: [] };
  expect(ofBoard([endpoint("os", "Death of cancer", decided, { competing })]).columns).toEqual([
    ["cause", true, ["cancer", "other"], ["os"], expect.any(Boolean)],
  ]);
});

it("a time without a unit is asked for; a cohort that says all asks nothing", () => {
  const decided = [...said, { value: "?", as: "exclude" }, { value: "odd", as: "exclude" }];
  const os = endpoint("os", "Overall survival", decided);
  expect(ofBoard([os])).toEqual({ columns: [], blanks: [], units: [], others: [] });
  expect(ofBoard([{ ...os, time: { ...os.time, unit: null } }]).units.map(({ id }) => id)).toEqual(["os"]);
});
