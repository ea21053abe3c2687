import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutChanges, cutRecord } from "../cohort/dataCut";
import { boardFrom, tableFrom } from "../cohort/testing";
import { shownKinds } from "../panels/shownKinds";
import type { Table } from "../table";
import { analysis, type Snapshot } from "./analyze";
import byR from "./fixtures/intervalsByR.json";
import { rowsBehind } from "./rowsBehind";

// R's numbers: fixtures/intervals.R, R 4.2.2 with survival 3.5-3.
const read = (path: string) => tableFrom(readFileSync(new URL(path, import.meta.url), "utf8"));
const heart = await read("../survival/reference/data/heart.csv");
const cgd = await read("../survival/reference/further/data/cgd.csv");
const jasa1 = await read("./fixtures/intervals/jasa1.csv");
const pbc = await read("./fixtures/intervals/pbcseq.csv");

const yes = [
  { value: "1", as: "event" },
  { value: "0", as: "censored" },
];
const endpoint = (over: Record<string, unknown> = {}) => ({
  id: "os",
  label: "Survival",
  time: { from: "column", column: "stop", unit: "days" },
  event: { column: "event", coding: yes },
  entry: "start",
  ...over,
});
const pbcEndpoint = (dead: "event" | "competing") =>
  endpoint({
    time: { from: "column", column: "tstop", unit: "days" },
    entry: "tstart",
    event: {
      column: "death",
      coding: [
        { value: "0", as: "censored" },
        { value: "1", as: dead === "event" ? "censored" : "event" },
        { value: "2", as: dead, ...(dead === "competing" ? { cause: "death" } : undefined) },
      ],
    },
  });

const asked = (table: Table, panel: object, over: Record<string, unknown> = {}, severalRows = "intervals") =>
  analysis(table)(
    boardFrom({
      patientId: "id",
      edits: { severalRows },
      endpoints: [endpoint()],
      panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os", ...panel }],
      ...over,
    }),
  );
function resultOf({ panels: [view] }: Snapshot) {
  if (view?.state !== "ready") throw new Error(view && "problem" in view ? view.problem.message : "pending");
  return view.result;
}
function curvesOf(snapshot: Snapshot) {
  const result = resultOf(snapshot);
  if (result.kind !== "kaplanMeier") throw new Error("no curves");
  return result;
}
const close = (found: (number | null | undefined)[], known: number[], digits = 9) => {
  expect(found).toHaveLength(known.length);
  for (const [i, value] of known.entries()) expect(found[i]).toBeCloseTo(value, digits);
};
/** Survival and error at the milestones, group after group in the order of their levels. */
function agrees(result: ReturnType<typeof curvesOf>, known: { n: number[]; survival: number[]; stdErr: number[] }) {
  const order = [...result.groups.keys()].sort((a, b) =>
    (result.groups[a]?.level ?? "").localeCompare(result.groups[b]?.level ?? ""),
  );
  expect(order.map((g) => result.groups[g]?.curve.n)).toEqual(known.n);
  const at = order.flatMap((g) => result.atTimes.map(({ groups }) => groups[g]));
  close(
    at.map((each) => each?.survival),
    known.survival,
  );
  close(
    at.map((each) => each?.stdErr),
    known.stdErr,
  );
}
const milestones = (...at: number[]) => ({ figure: { milestones: at } });
const codes = ({ notices }: { notices: { code: string }[] }) => notices.map(({ code }) => code);

describe("rows that are intervals of patients", () => {
  it("have one curve of all of them, in which each patient counts once: heart", () => {
    const snapshot = asked(heart, milestones(30, 180, 365));
    const result = curvesOf(snapshot);
    agrees(result, byR.heart);
    expect(snapshot.patients).toMatchObject({ rows: 172, total: 103, selected: 103 });
    expect([result.patients, result.events]).toEqual([byR.heartTests.patients[0], byR.heartTests.events[0]]);
    const { ledger, outcomes } = snapshot.endpoints[0] ?? {};
    expect(ledger).toMatchObject({ rows: 172, merged: { count: 69 }, patients: 103, used: 103, leftOut: [] });
    expect(outcomes).toEqual({ event: 75, censored: 28, competing: 0, followUp: byR.heartTests.followed[0] });
  });

  it("follow each patient from the first start to the last end", () => {
    const { comparisons } = curvesOf(asked(heart, {}));
    const [time, lower, upper] = byR.heartTests.followUp;
    expect(comparisons?.medianFollowUp).toMatchObject({ kind: "reached", time, lower, upper });
  });

  it("count a patient in the group of each interval, which is said, and no follow-up by group: heart, jasa1", () => {
    for (const [table, known] of [
      [heart, byR.heartTransplant],
      [jasa1, byR.jasa1],
    ] as const) {
      const result = curvesOf(asked(table, { group: { column: "transplant" }, ...milestones(30, 180, 365) }));
      agrees(result, known);
      expect(result.patients).toBe(103);
      expect(result.setting).toMatchObject({ changes: "transplant", intervals: "all" });
      expect(codes(result)).toContain("group-moves");
      expect([result.comparisons?.followUp, result.restrictedMeans]).toEqual([[], null]);
      if (table === heart && result.test?.kind === "tested" && "chiSquare" in result.test)
        expect(result.test.chiSquare).toBeCloseTo(byR.heartTests.logRank[0] ?? 0, 9);
    }
  });

  it("without a value of a covariate leave the model, not their patients, and are named with their rows", async () => {
    const lines = Array.from({ length: 12 }, (_, at) => {
      const [id, age, half] = [`P${at}`, 50 + ((at * 7) % 12), 3 + at];
      return [
        [id, 0, half, 0, at === 2 ? "" : age],
        [id, half, at === 5 ? "" : 2 * half, at % 3 ? 1 : 0, [1, 2, 5].includes(at) ? "" : age],
      ];
    });
    const notices = async (some: unknown[][][]) => {
      const text = ["id,start,stop,event,age", ...some.flat().map((cells) => cells.join(","))].join("\n");
      const term = { id: "age", of: { column: "age" }, coding: { kind: "perUnit" } };
      const result = resultOf(asked(await tableFrom(text), { kind: "regression", terms: [term] }));
      return result.notices.filter(({ code }) => code === "intervals-without-value");
    };
    // Of P1 the second, of P2 both; the second of P5 has no end, so that it is in nothing.
    expect((await notices(lines)).map(({ message, rows }) => [message, rows])).toEqual([
      [
        "3 intervals of 2 patients lack a value of a covariate and are not in the joint model (rows 4, 5 and 6); their other intervals are.",
        [4, 5, 6],
      ],
    ]);
    expect((await notices(lines.filter((_, at) => at !== 2)))[0]?.message).toMatch(/^1 interval of 1 patient lacks a/);
    expect(await notices(lines.filter((_, at) => ![1, 2].includes(at)))).toEqual([]);
  });

  it("have the robust errors of coxph(cluster = id), n in patients", () => {
    const terms = (...columns: string[]) =>
      columns.map((column) => ({ id: column, of: { column }, coding: { kind: "perUnit" } }));
    const model = (table: Table, columns: string[], over = {}, rule = "intervals") =>
      resultOf(asked(table, { kind: "regression", terms: terms(...columns) }, over, rule));
    for (const [result, known] of [
      [model(heart, ["age", "surgery", "transplant"]), byR.heartCox],
      [model(jasa1, ["age", "surgery", "transplant"]), byR.jasa1Cox],
      [model(pbc, ["bili", "protime"], { endpoints: [pbcEndpoint("event")] }), byR.pbcCox],
    ] as const) {
      if (result.kind !== "regression") throw new Error("no model");
      expect(result.patients).toBe(known.n[0]);
      expect(result.joint?.n).toBe(known.n[0]);
      const ratios = result.lines.flatMap(({ together }) => (together ? [together] : []));
      close(
        ratios.map((each) => ("coefficient" in each ? each.coefficient : null)),
        known.coef,
        7,
      );
      close(
        ratios.map((each) => ("robustStdErr" in each ? each.robustStdErr : null)),
        known.se,
        7,
      );
      expect(result.joint?.test).toBe("robust Wald test");
      // The error in the files is the one that interval and P are from.
      const { header, rows } = shownKinds.regression.numbers(result);
      const written = rows.map((row) => row[header.indexOf("se together")]).filter((se) => typeof se === "number");
      close(
        written.filter((se) => !Number.isNaN(se)),
        known.se,
        7,
      );
    }
  });

  it("give cumulative incidence with its errors: pbc with its visits", () => {
    const result = resultOf(
      asked(
        pbc,
        { kind: "cumulativeIncidence", group: { column: "sex" }, causes: "all", ...milestones(1000, 2000, 3000) },
        { endpoints: [pbcEndpoint("competing")] },
      ),
    );
    if (result.kind !== "cumulativeIncidence") throw new Error("no incidence");
    const order = ["f", "m"].map((level) => result.groups.findIndex((each) => each.level === level));
    expect(order.map((g) => result.groups[g]?.curves.n)).toEqual(byR.pbcIncidence.n);
    const at = (cause: number) =>
      order.flatMap((g) => result.atTimes.map(({ causes }) => causes[cause]?.groups[g] ?? null));
    const { transplant, transplantErr, death, deathErr } = byR.pbcIncidence;
    close(
      at(0).map((each) => each?.incidence),
      transplant,
    );
    close(
      at(0).map((each) => each?.stdErr),
      transplantErr,
    );
    close(
      at(1).map((each) => each?.incidence),
      death,
    );
    close(
      at(1).map((each) => each?.stdErr),
      deathErr,
    );
    const km = curvesOf(
      asked(pbc, { group: { column: "sex" }, ...milestones(1000, 2000, 3000) }, { endpoints: [pbcEndpoint("event")] }),
    );
    agrees(km, byR.pbcSex);
    expect(km.setting.changes).toBeNull();
  });

  it("with several events wait, say how many, and can be cut at the first: cgd", () => {
    const waiting = asked(cgd, {});
    expect(waiting.panels[0]).toMatchObject({ state: "blocked", problem: { code: "intervals-several-events" } });
    expect(waiting.endpoints[0]?.problem?.message).toContain(`${byR.cgdTests.several[0]} patients have several events`);
    const snapshot = asked(cgd, { group: { column: "treat" }, ...milestones(100, 200, 300) }, {}, "firstEvent");
    const result = curvesOf(snapshot);

    agrees(result, byR.cgdFirst);
    const [time, lower, upper] = byR.cgdTests.followUp;
    expect(result.comparisons?.medianFollowUp).toMatchObject({ kind: "reached", time, lower, upper });
    if (result.test?.kind === "tested" && "chiSquare" in result.test)
      expect(result.test.chiSquare).toBeCloseTo(byR.cgdTests.logRank[0] ?? 0, 9);
    expect(codes(result)).toContain("intervals-after-event");
    expect(result.notices[0]?.message).toContain(
      `${byR.cgdTests.after[0]} intervals after the first event of 44 patients`,
    );
    expect(snapshot.endpoints[0]?.outcomes).toMatchObject({ event: 44, censored: 84 });
  });
});

const small = (rows: string, head = "id,start,stop,event,arm,dose") =>
  tableFrom(`${head}\n${rows.trim().replace(/^ +/gm, "")}\n`);

describe("intervals by hand", () => {
  it("that overlap are named with their rows, and hold the curve up", async () => {
    const table = await small(`a,0,5,0,A,1
      a,4,9,1,A,1
      b,0,7,0,B,1
      b,7,8,0,B,2`);
    const { endpoints, panels } = asked(table, {});
    expect(endpoints[0]?.problem).toMatchObject({
      code: "intervals-overlap",
      message: "Survival: intervals of 1 patient overlap (rows 1 and 2): nobody can be followed twice at one time.",
    });
    expect(panels[0]?.state).toBe("blocked");
  });

  it("with a gap are named, and nobody is at risk in it", async () => {
    const table = await small(`a,0,2,0,A,1
      a,6,9,1,A,1
      b,0,4,1,B,1
      c,0,8,0,B,1`);
    const result = curvesOf(asked(table, milestones(4)));
    expect(codes(result)).toContain("intervals-gaps");
    // At 4 two are at risk, b and c; with a it would be 2/3.
    expect(result.atTimes[0]?.groups[0]?.survival).toBe(0.5);
  });

  it("are one patient each without an id, and are asked about with one", async () => {
    const board = { patientId: null, edits: {}, endpoints: [endpoint()], panels: [] };
    expect(analysis(heart)(boardFrom(board)).patients.total).toBe(172);
    const { problems, endpoints } = analysis(heart)(boardFrom({ ...board, patientId: "id" }));
    expect(problems[0]).toMatchObject({ code: "id-intervals" });
    expect(problems[0]?.message).toContain("from “start” to “stop” they never overlap");
    expect(endpoints[0]?.problem).not.toBeNull();
    const repeats = await small("a,0,5,0,A,1\na,0,9,1,A,1\nb,0,7,0,B,1\n");
    expect(analysis(repeats)(boardFrom({ ...board, patientId: "id" })).problems[0]?.code).toBe("id-several-rows");
  });

  it("need a start, and a patient one of whose intervals cannot be read is left out whole", async () => {
    const table = await small(`a,0,5,0,A,1
      a,5,,1,A,1
      b,0,7,1,B,1
      c,0,3,0,B,1`);
    const snapshot = asked(table, {});
    expect(snapshot.endpoints[0]?.ledger).toMatchObject({
      patients: 3,
      used: 2,
      leftOut: [{ reason: "time missing", count: 1, rows: [1, 2] }],
    });
    const without = asked(table, {}, { endpoints: [endpoint({ entry: null })] });
    expect(without.endpoints[0]?.problem?.code).toBe("intervals-no-start");
  });

  it("count patients in filters, by each value they ever have, and say who is in a part of the time only", async () => {
    const table = await small(`a,0,5,0,A,1
      a,5,9,1,A,2
      b,0,7,1,B,1
      c,0,3,0,B,2
      c,3,8,0,B,2`);
    const filters = [{ kind: "values", of: { column: "dose" }, values: ["2"], missing: false }];
    const snapshot = asked(
      table,
      { group: { column: "arm" } },
      { filters, columns: [{ name: "dose", kind: "category" }] },
    );
    expect(snapshot.patients).toMatchObject({ total: 3, selected: 2 });
    expect(snapshot.filters[0]).toMatchObject({ bars: [{ total: 2 }, { total: 2 }] });
    const result = curvesOf(snapshot);
    expect(result.patients).toBe(2);
    expect(result.notices.find(({ code }) => code === "intervals-partly")?.message).toContain("1 patient for a part");
  });

  it("end censored only where the patient does, among the rows behind a figure", async () => {
    const table = await small(`a,0,5,0,A,1
      a,5,9,0,A,2
      b,0,7,1,B,1`);
    const of = analysis(table);
    const board = boardFrom({
      patientId: "id",
      edits: { severalRows: "intervals" },
      endpoints: [endpoint()],
      panels: [{ id: "p", kind: "kaplanMeier", endpoint: "os" }],
    });
    const { cohort, prepared } = of.prepare(board);
    const shown = (kind: "censored" | "all" | "atRisk", from: number | null = null) =>
      rowsBehind(
        table,
        cohort,
        prepared,
        { of: "figure", panel: "p", level: null, kind, from, to: null },
        { from: 0, to: 9, width: 1 },
      );
    expect(shown("censored")?.rows.map(({ row }) => row)).toEqual([2]);
    expect(shown("all")).toMatchObject({ total: 3, patients: 2 });
    expect(shown("atRisk", 6)?.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it("past a landmark keep who is followed on, and leave out who is not", async () => {
    const table = await small(`a,0,3,0,A,1
      a,3,9,1,A,2
      b,0,2,1,B,1
      c,0,2,0,B,1
      c,2,8,0,B,1`);
    const result = curvesOf(asked(table, { landmark: 4 }));
    expect([result.patients, result.setting.landmark]).toEqual([2, { at: 4, leftOut: 1 }]);
  });

  it("with weights of a sample have robust errors over patients, whose weights are summed once", async () => {
    const table = await small(
      `a,0,5,0,A,2
      a,5,9,1,A,2
      b,0,7,1,B,1
      c,0,3,0,B,3
      c,3,8,0,B,3`,
    );
    const weighted = (severalRows: string, file: Table) =>
      curvesOf(
        asked(
          file,
          milestones(7),
          { endpoints: [endpoint({ weight: { column: "dose", kind: "sampling" } })] },
          severalRows,
        ),
      );
    const joined = await small("a,0,9,1,A,2\nb,0,7,1,B,1\nc,0,8,0,B,3\n");
    const [split, whole] = [weighted("intervals", table), weighted("first", joined)];
    expect(split.groups[0]?.sample).toEqual(whole.groups[0]?.sample);
    expect(split.groups[0]?.sample?.n).toBe(6);
    expect(split.atTimes[0]?.groups).toEqual(whole.atTimes[0]?.groups);
  });

  it("do not stand for many patients each", () => {
    const { endpoints } = asked(heart, {}, { endpoints: [endpoint({ weight: { column: "id", kind: "count" } })] });
    expect(endpoints[0]?.problem?.code).toBe("intervals-count-weight");
  });

  it("tell what became of each patient between two cuts of the data", async () => {
    const board = boardFrom({ patientId: "id", edits: { severalRows: "intervals" }, endpoints: [endpoint()] });
    const cut = async (rows: string) => {
      const table = await small(rows);
      return cutRecord(table, analysis(table).prepare(board).cohort.patients, board);
    };
    const before = await cut("a,0,5,0,A,1\na,5,9,0,A,2\nb,0,7,1,B,1\n");
    const after = await cut("a,0,5,0,A,1\na,5,12,1,A,2\nb,0,7,1,B,1\n");
    if (!before || !after) throw new Error("no record");
    expect([before.ids, [...(before.endpoints[0]?.time ?? [])]]).toEqual([
      ["a", "b"],
      [9, 7],
    ]);
    expect(cutChanges(before, after).endpoints[0]).toMatchObject({ shorter: [], undone: [], events: [1] });
  });

  it("are refused in words where nothing holds for them: searched cuts, scores, changing groups, responses", () => {
    const km = { kind: "kaplanMeier", endpoint: "os" };
    const code = (panel: object) => {
      const board = { patientId: "id", edits: { severalRows: "intervals" }, endpoints: [endpoint()] };
      const [view] = analysis(heart)(boardFrom({ ...board, panels: [{ id: "p", ...panel }] })).panels;
      return view?.state === "blocked" ? view.problem.code : view?.state;
    };
    expect(code({ ...km, cut: { of: { column: "age" } } })).toBe("not-of-intervals");
    expect(code({ ...km, changes: { column: "year", unit: null } })).toBe("not-of-intervals");
    expect(code({ kind: "cumulativeIncidence", endpoint: "os", group: { column: "transplant" } })).toBe(
      "incidence-group-moves",
    );
    expect(code({ kind: "response", response: "surgery" })).toBe("rows-of-intervals");
    const { notices, permutation } = curvesOf(asked(heart, { group: { column: "surgery" }, permutation: {} }));
    expect([codes({ notices }).includes("not-for-intervals"), permutation]).toEqual([true, null]);
  });
});
