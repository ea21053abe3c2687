import { describe, expect, it } from "vitest";
import { analyze } from "../analysis/analyze";
import { differences } from "../analysis/testing";
import { testChoices } from "../board/panelForms/kaplanMeier";
import { boardFrom, tableFrom } from "../cohort/testing";
import { seededRandom } from "../numeric/random";
import { shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { exportedPanels } from "./exportFormat";
import { guardedFile } from "./guard";
import { openPrivacy } from "./privacy";

// The same patients as rows and as cells of a table of counts, with blanks, impossible times and values without a use.

const random = seededRandom(20);
const among = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;

const columns = ["arm", "center", "dose", "site", "stage", "age", "ldh", "months", "event"];
const profiles = Array.from({ length: 24 }, () => {
  const arm = among(["A", "B", "C", "A", "B", ""]);
  const age = among([45, 75]);
  const center = age === 45 ? among(["a", "b", "b"]) : among(["c", "d", "d", "e"]);
  const dose = arm === "A" ? 1 : among([2, 2, 2, 3]);
  return {
    arm,
    center,
    dose,
    site: among(["North", "South"]),
    stage: among(["I", "II", ""]),
    age,
    ldh: among([1, 0, ""]),
  };
});
function patient(): string {
  const profile = among(profiles);
  const hazard = (profile.arm === "A" ? 0.04 : 0.07) * (profile.age / 60) * (profile.ldh === 1 ? 1.6 : 1);
  const time = Math.min(36, 6 * Math.ceil(-Math.log(1 - random()) / hazard / 6));
  const months = among(["", "-1", ...Array.from({ length: 38 }, () => time)]);
  const event = months === 36 ? 0 : among([1, 1, 1, 1, 0, 0, 0, 2, 2, 3, 3, 9, ""]);
  return [...Object.values(profile), months, event].join();
}
const patients = Array.from({ length: 2000 }, patient);
const counts = new Map<string, number>();
for (const each of patients) counts.set(each, (counts.get(each) ?? 0) + 1);

const asRows = await tableFrom(`${columns.join()}\n${patients.join("\n")}\n`);
const cells = [...counts].map(([cell, n]) => `${cell},${n}`);
const asCells = await tableFrom(`${[...columns, "n"].join()}\n${cells.join("\n")}\n`);

const arm = { column: "arm" };
const km = (id: string, choices: object = {}) => ({ id, kind: "kaplanMeier", endpoint: "os", group: arm, ...choices });
const terms = [
  { id: "arm", of: arm, coding: { kind: "levels" } },
  { id: "age", of: { column: "age" }, coding: { kind: "perUnit" } },
  { id: "stage", of: { column: "stage" }, coding: { kind: "levels" } },
];
const parts = (weight: object | null, filters: object[] = []) => ({
  endpoints: [
    {
      id: "os",
      label: "Overall survival",
      time: { from: "column", column: "months", unit: "months" },
      event: {
        column: "event",
        coding: [
          { value: "1", as: "event" },
          { value: "0", as: "censored" },
          { value: "2", as: "competing", cause: "other death" },
          { value: "3", as: "competing", cause: "relapse" },
          { value: "9", as: "exclude" },
        ],
      },
      weight,
    },
  ],
  // Thirds of patients and the sites of most patients, not of cells.
  columns: [{ name: "center", keepLevels: 2 }],
  edits: {
    derivedColumns: [
      { from: "cut", name: "dose by thirds", column: "dose", by: { parts: 3 } },
      { from: "mostFrequent", name: "largest sites", column: "center", keep: 2 },
    ],
  },
  scores: [
    {
      id: "s",
      label: "Points",
      factors: [
        { id: "f", label: "Age", column: "age", when: { op: ">=", value: 65 }, points: 1 },
        { id: "g", label: "LDH", column: "ldh", when: { op: ">", value: 0.5 }, points: 1 },
      ],
      groups: [
        { label: "low", min: 0, max: 0 },
        { label: "middle", min: 1, max: 1 },
        { label: "high", min: 2, max: 2 },
      ],
    },
  ],
  filters: [
    { kind: "values", of: { column: "stage" }, values: null, missing: true },
    { kind: "range", of: { column: "age" }, min: null, max: null, missing: true },
    ...filters,
  ],
  panels: [
    km("plain", { tau: 30, givenAliveAt: 6, figure: { milestones: [12, 24] } }),
    ...testChoices.map(({ id }) => km(`test ${id}`, { test: id, strata: { column: "site" } })),
    km("score", { group: { score: "s" } }),
    km("all", { group: null }),
    km("thirds", { group: { column: "dose by thirds" } }),
    km("largest", { group: { column: "largest sites" } }),
    km("kept", { group: { column: "center" } }),
    km("late", { landmark: 4, censorAt: 30 }),
    km("split", { split: { column: "stage" } }),
    km("cut", { group: null, cut: { of: { column: "age" } } }),
    km("dealt", { permutation: { count: 100 } }),
    { id: "cif", kind: "cumulativeIncidence", endpoint: "os", group: arm, causes: "all" },
    { id: "cox", kind: "regression", endpoint: "os", terms, interactions: [["arm", "age"]] },
    { id: "strata", kind: "regression", endpoint: "os", terms, strata: { column: "site" }, firth: "always" },
    { id: "selected", kind: "regression", endpoint: "os", terms, selection: { by: "aic" } },
    { id: "who", kind: "characteristics", group: arm },
  ],
});

/** Where the digits of a model come from sums of other addends: the same to 1e-9, as R’s are to its own. */
const ofModels = /\/(studies|residuals|cut|test|terms|joint|interactions|proposal|cox|comparisons\/\d+|lines)\//;
/** What says that the rows are cells, the numbers of rows, and the dots of residuals, which fall together for equal patients. */
const saysCells =
  /\/residuals\/\d+\/(time|x|value)(\/|$)|\/(weights|weighted|fingerprint)$|\/rows(\/|$)|^\/problems|\/merged\//;

const answered = new Map<string, ReturnType<typeof bothOf>>();
const sides = (filters: object[] = []) => {
  const key = JSON.stringify(filters);
  answered.set(key, answered.get(key) ?? bothOf(filters));
  return answered.get(key) as ReturnType<typeof bothOf>;
};
function bothOf(filters: object[]) {
  const whole = (board: ReturnType<typeof boardFrom>, table: Table) => ({ board, snapshot: analyze(table, board) });
  const counted = parts({ column: "n", kind: "count" }, filters);
  return [whole(boardFrom(parts(null, filters)), asRows), whole(boardFrom(counted), asCells)] as const;
}

const saysWeights = " Each row of the file stands for as many patients as its weight says.";
const north = [{ kind: "values", of: { column: "site" }, values: ["North"], missing: false }];
const low = [{ kind: "values", of: { score: "s" }, values: ["low", "middle"], missing: false }];

describe("the same patients as rows and as cells with their number", () => {
  it("are many to a cell, and every panel has its answer", () => {
    const [, { snapshot }] = sides();
    expect(asCells.rows).toBeLessThan(asRows.rows / 2);
    expect(snapshot.patients).toMatchObject({ weighted: true, total: 2000 });
    expect(snapshot.panels.filter(({ state }) => state !== "ready")).toEqual([]);
    expect(snapshot.endpoints[0]?.ledger?.leftOut.map(({ reason }) => reason)).toEqual([
      "time missing",
      "time negative",
      "event missing",
      "event value excluded by you",
    ]);
  });

  it.each([
    ["all patients", []],
    ["a filter by a column", north],
    ["a filter by a score", low],
  ])("have the same digits everywhere: %s", (_, filters) => {
    const [rows, cells] = sides(filters);
    expect(rows.snapshot.patients.selected > 0 && cells.snapshot.patients.selected).toBe(
      rows.snapshot.patients.selected,
    );
    const different = (within: number) =>
      differences(rows.snapshot, cells.snapshot, within).filter(
        (line) => !saysCells.test(line.slice(0, line.indexOf(":"))),
      );
    expect(different(0).filter((line) => !ofModels.test(line))).toEqual([]);
    expect(different(1e-9)).toEqual([]);
  });

  it("say the same in tables and words", () => {
    const said = ({ snapshot }: ReturnType<typeof sides>[0]) =>
      exportedPanels(snapshot.panels).map(({ panel, result }) => {
        const kind = shownKinds[panel.kind];
        const words = [kind.statistics(result), kind.headline(result), kind.results(result), kind.reasons(result)];
        return [panel.id, JSON.parse(JSON.stringify(words).replaceAll(saysWeights, ""))];
      });
    const [rows, cells] = sides();
    expect(said(cells)).toEqual(said(rows));
  });

  it("hold back and merge the same small groups", async () => {
    const [rows, cells] = sides([{ kind: "values", of: { column: "stage" }, values: ["I"], missing: true }, ...north]);
    const guarded = async ({ board, snapshot }: typeof rows, table: Table, smallest: number) => {
      const wanted = exportedPanels(snapshot.panels).filter(({ panel }) =>
        ["plain", "score", "cif", "who"].includes(panel.id),
      );
      const privacy = { ...openPrivacy, smallGroups: "merge" as const, cut: true, smallest };
      const found = await guardedFile(board, wanted, privacy, async (asked) => analyze(table, asked));
      return [found.without, found.panels.map(({ panel, result }) => [panel.id, result.patients, result.leftOut])];
    };
    for (const smallest of [11, 150])
      expect(await guarded(cells, asCells, smallest)).toEqual(await guarded(rows, asRows, smallest));
  });
});
