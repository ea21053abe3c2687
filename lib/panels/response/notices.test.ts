import { describe, expect, it } from "vitest";
import type { PanelOf } from "../../board/panelForms/registry";
import { responseCategories } from "../../cohort/responseMeaning";
import type { BestChanges } from "./bestChange";
import { type Noticed, noticesOf } from "./notices";
import { lane, patient, responses } from "./testing";

const category = (word: (typeof responseCategories)[number]) => responseCategories.indexOf(word);
const column = (name: string, cells: string[]) => {
  const levels = [...new Set(cells)];
  return { name, kind: "text", written: { levels, codes: Int32Array.from(cells, (cell) => levels.indexOf(cell)) } };
};

/** What is said of patients with these best responses, by code. */
function told(words: (typeof responseCategories)[number][], given: object = {}) {
  const {
    panel,
    result,
    columns = [],
    merged = [],
    representative,
    ...more
  } = given as {
    panel?: object;
    result?: object;
    columns?: object[];
    merged?: number[];
    representative?: number[];
  };
  const each = words.map((word, at) => patient(at + 1, { category: category(word) }));
  const noticed = {
    result: responses(each, result),
    panel: {
      response: "best",
      change: { column: "change" },
      blank: "NE",
      benefit: 6,
      follow: null,
      progression: null,
      ...panel,
    },
    prepared: {
      table: { columns: [column("best", words), ...columns], rows: words.length },
      patients: { merged, representative: representative ?? words.map((_, row) => row) },
      links: new Map(),
    },
    changes: null,
    categories: { codes: Int8Array.from(words, category), words: [], blank: [], excluded: [] },
    seconds: { problems: [], unused: [], files: {}, read: [] },
    conflicts: [],
    marked: [],
    group: new Int16Array(words.length),
    ...more,
  } as unknown as Noticed;
  return Object.fromEntries(noticesOf(noticed).map(({ code, message, rows }) => [code, { message, rows }]));
}

describe("what is said beside the numbers of responses", () => {
  it("is nothing where nothing is to be said", () => {
    expect(told(["PR", "SD"])).toEqual({});
  });

  it("is that a second column of best response says another one, and in which rows", () => {
    const other = (...cells: string[]) =>
      told(["PR", "SD", "PD"], { columns: [column("best_response_central", cells)] })["response-other-column"];
    expect(other("PR", "SD", "PD")).toBeUndefined();
    expect(other("PR", "PD", "CR")?.message).toBe(
      "Best response is that of “best”; “best_response_central” says another one for 2 patients (rows 2 and 3).",
    );
    expect(other("CR", "SD", "PD")).toMatchObject({
      message: expect.stringContaining("for 1 patient (row 1)"),
      rows: [1],
    });
    // What means nothing says no other one, and a column of one meaning alone is not of best response.
    expect(other("PR", "PD", "see note")?.rows).toEqual([2]);
    expect(other("PD", "PD", "see note")).toBeUndefined();
    const changes = { panel: { response: null }, columns: [column("best_response_central", ["PR", "PD", "CR"])] };
    expect(told(["PR", "SD", "PD"], changes)).toEqual({});
    expect(told(["PR", "SD", "PD"], { columns: [column("arm", ["PR", "PD", "CR"])] })).toEqual({});
  });

  it("is that rows of one patient have two best responses, with both rows", () => {
    // Row 2 is another row of the patient of row 1.
    const merged = { merged: [1], representative: [0, 0, 2] };
    expect(told(["PR", "SD", "PD"], merged)["response-two"]).toMatchObject({
      message: expect.stringMatching(/^1 patient has two different best responses \(rows 1 and 2\)/),
      rows: [1, 2],
    });
    expect(told(["PR", "PR", "PD"], merged)["response-two"]).toBeUndefined();
  });

  it("is what empty cells count as, of patients in a group or of all that are left out", () => {
    const categories = (blank: number[]) => ({
      categories: { codes: new Int8Array(2), words: [], blank, excluded: [] },
      columns: [],
    });
    const said = (blank: number[], as: string, group = [0, 0]) =>
      told(["PR", "SD"], { ...categories(blank), panel: { blank: as }, group: Int16Array.from(group) })[
        "response-blank"
      ];
    expect(said([1], "NE")?.message).toBe(
      "1 patient has no best response: counted as not evaluable, so without a response.",
    );
    expect(said([0, 1], "exclude", [-1, -1])?.message).toBe("2 patients have no best response: left out.");
    expect(said([1], "NE", [0, -1])).toBeUndefined();
    expect(said([], "NE")).toBeUndefined();
  });

  it("is what was made of cells of best change, each kind by itself", () => {
    const none: BestChanges = {
      ...{ values: new Float64Array(2), unreadable: [], impossible: [], parentheses: [], inDoubt: null },
      maybeShrinkage: 0,
    };
    const codes = (changes: object, panel = {}) =>
      Object.keys(told(["PR", "SD"], { changes: { ...none, ...changes }, panel }));
    expect(codes({})).toEqual([]);
    expect(codes({ unreadable: [1] })).toEqual(["response-change-unreadable"]);
    expect(codes({ impossible: [1] })).toEqual(["response-change-impossible"]);
    expect(codes({ parentheses: [1] })).toEqual(["response-change-parentheses"]);
    expect(codes({ parentheses: [1] }, { change: null })).toEqual([]);
    expect(
      told(["PR", "SD"], { changes: { ...none, impossible: [0, 1] } })["response-change-impossible"],
    ).toMatchObject({
      message: expect.stringMatching(/^2 best changes are below −100%, which cannot be \(rows 1 and 2\)/),
      rows: [1, 2],
    });
  });

  it("is which bars lie on the other side of −30% than their category", () => {
    const mark = (row: number, word: (typeof responseCategories)[number]) => ({
      ...{ row, number: row, category: category(word), change: -29 },
    });
    const said = (...marked: object[]) => told(["PR", "SD", "PD"], { marked })["response-marked"]?.message;
    expect(said()).toBeUndefined();
    expect(said(mark(1, "CR"))).toBe(
      "1 patient with a response has a bar above −30% (row 1); it is marked with a dot.",
    );
    expect(said(mark(1, "PR"), mark(2, "SD"), mark(3, "SD"))).toBe(
      "1 patient with a response has a bar above −30% (row 1) and 2 patients with stable disease have bars at or below −30% (rows 2 and 3); they are marked with a dot.",
    );
    expect(said(mark(3, "PD"))).toBeUndefined();
  });

  it("is that the column of best change is not that of the measurements, with the first of them", () => {
    const conflicts = [{ row: 1, given: -20, measured: -31.25 }];
    expect(told(["PR", "SD"], { conflicts })["response-change-differs"]?.message).toContain(
      "of 1 patient in “change” is not that of the measurements (row 2; row 2: −20.0% and −31.3%). The column is drawn.",
    );
    expect(told(["PR", "SD"], { conflicts, panel: { change: null } })).toEqual({});
  });

  it("is of how many stable patients nobody knows whether they had a benefit, where a benefit is counted", () => {
    const unknown = (count: number, benefit: number | null) => {
      const [group] = responses([]).groups;
      const groups = [{ ...group, stable: { lasted: 0, unknown: count } }];
      return told(["SD", "SD", "PR"], { result: { benefit, groups } })["response-benefit-unknown"];
    };
    expect(unknown(2, 6)).toMatchObject({
      message: expect.stringMatching(/^2 patients .* were not followed for 6/),
      rows: [1, 2],
    });
    expect(unknown(1, 6)?.message).toMatch(/^1 patient with stable disease was not followed .*; it counts as without/);
    expect(unknown(0, 6)).toBeUndefined();
    expect(unknown(2, null)).toBeUndefined();
  });

  it("is who has no lane, where lanes are asked for", () => {
    const each = [patient(1), patient(2, { lane: lane(5) })];
    const said = (panel: object, of = each) => told(["PR", "SD"], { panel, result: { each: of } })["response-no-lane"];
    expect(said({ follow: "os" })).toMatchObject({
      message: expect.stringMatching(/^1 patient has no lane/),
      rows: [1],
    });
    expect(said({ progression: "pfs" })?.rows).toEqual([1]);
    expect(said({})).toBeUndefined();
    expect(said({ follow: "os" }, [patient(1, { lane: lane(5) })])).toBeUndefined();
  });

  it("is that sampling weights are not used, and what rows stand for where they are counts", () => {
    const { setting } = responses([]);
    const counted = (patients: number) =>
      Object.keys(told(["PR", "SD"], { result: { patients, setting: { ...setting, weights: "count" } } }));
    expect(counted(7)).toEqual(["response-counted"]);
    expect(counted(2)).toEqual([]);
    expect(Object.keys(told(["PR"], { result: { sampled: true } }))).toEqual(["response-sampling"]);
  });
});

it("panels that ask for no best response wait for no meaning of it", () => {
  expect(told(["PR"], { panel: { response: null } as Partial<PanelOf<"response">> })).toEqual({});
});
