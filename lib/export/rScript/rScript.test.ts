import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analysis } from "../../analysis/analyze";
import { boardFrom, tableFrom } from "../../cohort/testing";
import { shownKinds } from "../../panels/shownKinds";
import { dataSetOf } from "../dataSet/dataSet";
import { example, exampleTable } from "../testing";
import { checkedBy, same } from "./checked";
import { rScript } from "./rScript";
import { agrees, cohortIn, endpoint, facts, hasR, inR, panel, runInR, scriptFolder } from "./testing";

const itAll = it.skipIf(process.env.ALL_R_SCRIPTS === undefined);

describe.skipIf(!hasR)("the R script of a board, run in R on its data set", inR, () => {
  it("agrees on a model one of whose levels the filters leave nobody in", async () => {
    const coding = { kind: "levels", reference: "low" };
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      filters: [{ kind: "values", of: { column: "grade" }, values: ["low", "mid"] }],
      panels: [{ id: "p", kind: "regression", endpoint: "os", terms: [{ id: "g", of: { column: "grade" }, coding }] }],
    });
    const rows = Array.from(
      { length: 60 },
      (_, row) => `${1 + ((row * 7) % 60)},${row % 4 > 0 ? 1 : 0},${["low", "mid", "high"][row % 3]}`,
    );
    expect(await runInR(await tableFrom(`time,event,grade\n${rows.join("\n")}`), board)).toMatch(agrees);
  });

  it("agrees on the example, by arm, by score and with a filter", async () => {
    const filter = { kind: "range", of: { column: "age" }, min: 50, max: null, missing: true } as const;
    const boards = [example, { ...example, filters: [...example.filters, filter] }];
    for (const board of boards) {
      expect(await runInR(await exampleTable(), board)).toMatch(agrees);
    }
  });

  it("agrees on intervals of patients, whole and to the first event", async () => {
    const ofKind = (one: object) => ("kind" in one ? { id: "model", endpoint: "os", ...one } : panel(one));
    const ofPatients = (severalRows: string, one: object, panels: object[]) =>
      boardFrom({ patientId: "id", edits: { severalRows }, endpoints: [one], panels: panels.map(ofKind) });
    const model = (...columns: string[]) => ({
      kind: "regression",
      terms: columns.map((column) => ({ id: column, of: { column }, coding: { kind: "perUnit" } })),
    });
    const surgery = { group: { column: "surgery" } };
    const heart = ofPatients("intervals", endpoint("stop", "event", { entry: "start" }), [
      {},
      surgery,
      { ...surgery, landmark: 30 },
      { ...surgery, censorAt: 400, tau: 300 },
      model("age", "surgery", "transplant"),
    ]);
    expect(await runInR(await cohortIn("heart"), heart)).toMatch(agrees);
    const cgd = ofPatients("firstEvent", endpoint("stop", "event", { entry: "start" }), [
      { group: { column: "treat" } },
      model("age"),
    ]);
    const table = await tableFrom(readFileSync("lib/survival/reference/further/data/cgd.csv", "utf8"));
    expect(await runInR(table, cgd)).toMatch(agrees);
    const coding: [string, string][] = [
      ["0", "censored"],
      ["1", "event"],
      ["2", "competing"],
    ];
    const pbc = ofPatients("intervals", endpoint("tstop", "death", { entry: "tstart" }, coding), [
      { kind: "cumulativeIncidence", group: { column: "sex" }, causes: "all" },
    ]);
    const visits = await tableFrom(readFileSync("lib/analysis/fixtures/intervals/pbcseq.csv", "utf8"));
    expect(await runInR(visits, pbc)).toMatch(agrees);
  });

  it("checks pairs under sampling weights, restricted means up to other times, and exact limits without an event", async () => {
    // Three groups, one followed for longer and without an event; weights from 0.5 to 2.
    const rows = Array.from({ length: 60 }, (_, row) => {
      const arm = "ABC"[row % 3];
      const time = 1 + ((row * 7) % 23) * (arm === "C" ? 3 : arm === "B" ? 2 : 1);
      return `${time},${arm !== "C" && row % 4 !== 0 ? 1 : 0},${arm},${0.5 + (row % 4) * 0.5}`;
    });
    const table = await tableFrom(`time,event,arm,w\n${rows.join("\n")}\n`);
    const three = panel({ group: { column: "arm" }, adjust: "holm", figure: { milestones: [10] } });
    const plain = await runInR(table, boardFrom({ endpoints: [endpoint("time", "event")], panels: [three] }));
    expect(plain).toMatch(agrees);
    expect(plain).not.toMatch(/Not checked:.*(restricted mean up to|survival at|pair v)/);
    const weight = { column: "w", kind: "sampling" };
    const weighted = boardFrom({
      endpoints: [endpoint("time", "event", { weight })],
      panels: [three],
      filters: [{ kind: "values", of: { column: "arm" }, values: ["A", "B", "C"] }],
    });
    const sampled = await runInR(table, weighted);
    expect(sampled).toMatch(agrees);
    expect(sampled).not.toMatch(/Not checked:.*pair v/);
  });

  it("agrees on differences and ratios of medians by a bootstrap of its own, also where some are not reached", async () => {
    const asked = (more: object) => panel({ ...more, medians: { count: 1000 } });
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      panels: [asked({ group: { column: "sex" } }), asked({ group: { column: "ecog_f" } })],
    });
    const printed = await runInR(await cohortIn("lung"), board);
    expect(printed).toMatch(agrees);
    expect(printed).not.toMatch(/Not checked:.*of medians/);
    const rows = Array.from({ length: 48 }, (_, row) => {
      const arm = "ABC"[row % 3];
      return `${1 + ((row * 7) % 31)},${arm === "A" || row % (arm === "B" ? 3 : 4) === 0 ? 1 : 0},${arm}`;
    });
    const lost = boardFrom({ endpoints: [endpoint("time", "event")], panels: [asked({ group: { column: "arm" } })] });
    expect(await runInR(await tableFrom(`time,event,arm\n${rows.join("\n")}\n`), lost)).toMatch(agrees);
  });

  it("agrees on panels in years of times in months, with delayed entry, a landmark and a cut of follow-up", async () => {
    const board = boardFrom({
      endpoints: [
        {
          ...endpoint("exit", "death", { entry: "entry" }),
          time: { from: "column", column: "exit", unit: "months" },
        },
      ],
      panels: [
        panel({
          group: { column: "sex" },
          landmark: 800,
          censorAt: 1080,
          tau: 200,
          figure: { unit: "years", milestones: [5, 10] },
        }),
        { ...panel({ id: "i", kind: "cumulativeIncidence", figure: { unit: "years" } }), group: { column: "sex" } },
      ],
    });
    expect(await runInR(await cohortIn("mgus2_age"), board)).toMatch(agrees);
  });

  itAll("agrees in whole months, where the numbers are those of the rounded times", async () => {
    expect(await runInR(await exampleTable(), example, true)).toMatch(agrees);
  });

  itAll("agrees with every test, strata, another reference, landmark and a cut of follow-up", async () => {
    const group = { column: "sex" };
    const tests = [
      "gehanBreslow",
      "taroneWare",
      "petoPeto",
      "petoPetoModifiedKM",
      "modifiedPeto",
      "flemingHarrington(0, 1)",
      "flemingHarrington(0.5, 0.5)",
    ];
    const board = boardFrom({
      endpoints: [endpoint("time", "event")],
      panels: [
        panel({}),
        ...tests.map((test) => panel({ group, test })),
        panel({ group, strata: { column: "ecog_f" }, reference: "Male" }),
        panel({ group: { column: "ecog_f" }, landmark: 100, censorAt: 500, tau: 300, adjust: "benjaminiHochberg" }),
        panel({ group, figure: { confidenceType: "arcsine", confidenceLevel: 0.9, milestones: [200, 400] } }),
        panel({ group, figure: { confidenceType: "plain" } }),
      ],
    });
    expect(await runInR(await cohortIn("lung"), board)).toMatch(agrees);
  });

  itAll("agrees with delayed entry", async () => {
    const board = boardFrom({
      endpoints: [endpoint("stop", "event", { entry: "start" })],
      panels: [
        panel({ group: { column: "transplant" } }),
        panel({ group: { column: "surgery" }, landmark: 20, censorAt: 600 }),
      ],
    });
    expect(await runInR(await cohortIn("heart"), board)).toMatch(agrees);
  });

  itAll.each(["count", "sampling"])("agrees with %s weights", async (kind) => {
    const text = readFileSync("lib/survival/reference/data/lung.csv", "utf8").trim().split("\n");
    const weighted = text.map((line, row) => `${line},${row === 0 ? "w" : 1 + ((row * 7) % 4)}`).join("\n");
    const board = boardFrom({
      endpoints: [endpoint("time", "event", { weight: { column: "w", kind } })],
      panels: [panel({ group: { column: "sex" } }), panel({})],
    });
    expect(await runInR(await tableFrom(weighted), board)).toMatch(agrees);
  });

  itAll("agrees where other events compete and names are hostile", async () => {
    const names = ["=1+1", 'a "quote"', "back\\slash", "🧪 ≥3"];
    const rows = Array.from({ length: 80 }, (_, row) => {
      const name = names[row % 4].replaceAll('"', '""');
      return `"${name}",${1 + ((row * 37) % 61)},${(row * 5) % 3}`;
    });
    const board = boardFrom({
      endpoints: [
        endpoint("t", "e", {}, [
          ["0", "censored"],
          ["1", "event"],
          ["2", "competing"],
        ]),
      ],
      panels: [panel({ group: { column: "arm" }, title: "two\nlines # q()" })],
    });
    expect(await runInR(await tableFrom(`arm,t,e\n${rows.join("\n")}\n`), board)).toMatch(agrees);
  });

  itAll("agrees on cumulative incidence, with Gray's test where cmprsk is there", async () => {
    const coding: [string, string][] = [
      ["0", "censored"],
      ["1", "competing"],
      ["2", "event"],
    ];
    const more = { kind: "cumulativeIncidence", group: { column: "trt" } };
    const board = boardFrom({
      endpoints: [endpoint("time", "status", {}, coding)],
      panels: [
        panel(more),
        panel({ ...more, causes: "all", figure: { milestones: [1000] } }),
        panel({ ...more, landmark: 200, censorAt: 3000, group: null }),
      ],
    });
    expect(await runInR(await cohortIn("pbc"), board)).toMatch(agrees);
  });

  itAll("agrees on Cox models of numbers, levels and cuts, with strata and delayed entry", async () => {
    const terms = [
      { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } },
      { id: "surgery", of: { column: "surgery" }, coding: { kind: "levels", reference: "1" } },
      { id: "year", of: { column: "year" }, coding: { kind: "cut", when: { op: "<", value: 3 } } },
    ];
    const model = { id: "model", kind: "regression", endpoint: "os", terms };
    const board = boardFrom({
      endpoints: [endpoint("stop", "event", { entry: "start" })],
      panels: [model, { ...model, id: "strata", strata: { column: "transplant" }, level: 0.9 }],
    });
    expect(await runInR(await cohortIn("heart"), board)).toMatch(agrees);
  });

  itAll("agrees on the likelihood ratio of a covariate of several levels, where patients are missing", async () => {
    const terms = [
      { id: "stage", of: { column: "stage" }, coding: { kind: "levels", reference: "stage4" } },
      { id: "platelet", of: { column: "platelet" }, coding: { kind: "perUnit" } },
    ];
    const model = { id: "model", kind: "regression", endpoint: "os", terms, strata: { column: "ascites" } };
    const board = boardFrom({ endpoints: [endpoint("time", "death")], panels: [model] });
    expect(await runInR(await cohortIn("pbc"), board)).toMatch(agrees);
  });

  itAll.each([
    ["pbc", "trt"],
    ["colon", "rx"],
  ])("agrees on tables of characteristics of %s by %s, whatever is shown and tested", async (name, group) => {
    const table = await cohortIn(name);
    const rows = (["median", "mean"] as const).map((numbers) => ({
      id: numbers,
      kind: "characteristics",
      group: { column: group },
      numbers,
    }));
    const tested = ["ranks", "means", "trend", "chiSquare"].map((test) => ({
      id: test,
      kind: "characteristics",
      group: { column: group },
      all: test !== "trend",
      percentOf: "all",
      rows: ["age", "sex", ...(name === "pbc" ? ["bili", "stage", "ascites"] : ["nodes", "differ", "extent"])].map(
        (each) => ({ of: { column: each }, test }),
      ),
    }));
    const alone = {
      id: "alone",
      kind: "characteristics",
      rows: [{ of: { column: "age" } }, { of: { column: "sex" } }],
    };
    expect(await runInR(table, boardFrom({ panels: [...rows, ...tested, alone] }))).toMatch(agrees);
  });

  itAll.each(["count", "sampling"])("agrees on tables of characteristics under %s weights", async (kind) => {
    const text = readFileSync("lib/survival/reference/data/lung.csv", "utf8").trim().split("\n");
    const weighted = await tableFrom(
      text
        .map((line, row) => `${line},${row === 0 ? "w" : kind === "count" ? 1 + (row % 3) : 0.5 + (row % 5) / 8}`)
        .join("\n"),
    );
    const board = boardFrom({
      endpoints: [endpoint("time", "event", { weight: { column: "w", kind } })],
      panels: [{ id: "p", kind: "characteristics", group: { column: "sex" } }],
    });
    expect(await runInR(weighted, board)).toMatch(agrees);
  });

  itAll("agrees on gene aberrations, every number of them, with late entries and counts too", async () => {
    const tested = { by: "all" };
    const genes = { form: "long", gene: "gene", class: "alteration", change: "protein_change", tested };
    const source = { file: "mutations.csv", rows: null, sha256: null };
    const joins = [{ id: "m", source, key: "patient_id", to: "patient_id", genes }];
    const alterations = { kind: "alterations", endpoint: "os", most: 50 };
    const board = boardFrom({
      ...example,
      joins,
      panels: [
        { id: "a", ...alterations },
        { id: "b", ...alterations, group: { column: "arm" }, level: 0.9, endpoint: "pfs" },
        { id: "c", ...alterations, endpoint: null, genes: ["BRCA2", "KRAS"] },
      ],
    });
    const seconds = { m: await tableFrom(readFileSync("public/example/synthetic-lms-mutations.csv", "utf8")) };
    const said = await runInR(await exampleTable(), board, false, seconds);
    expect(said).toMatch(agrees);
    // Odds ratios of 0 and ∞ have no logarithm that R could be asked about.
    expect(said).toMatch(/Not checked: (Panel \d, [^;]+ odds ratio(; |\.\n))+$/);
    const lines = readFileSync("lib/survival/reference/data/lung.csv", "utf8").trim().split("\n");
    const more = (row: number) =>
      `${row % 2 ? "mutated" : "wt"},${row % 5 ? (row % 3 ? "loss" : "intact") : ""},${1 + (row % 3)},${row % 4}`;
    const text = lines.map((line, row) => `${line},${row === 0 ? "tp53,rb1,count,late" : more(row)}`).join("\n");
    const weight = { column: "count", kind: "count" };
    for (const given of [{ weight }, { entry: "late" }]) {
      const panels = [{ id: "a", ...alterations, group: { column: "sex" } }];
      expect(
        await runInR(await tableFrom(text), boardFrom({ endpoints: [endpoint("time", "event", given)], panels })),
      ).toMatch(/ numbers checked and equal\. Every number agrees/);
    }
  });

  itAll(
    "computes again differences at a time, limits of incidences, counts of levels and whole covariates",
    async () => {
      const text = readFileSync("lib/survival/reference/data/lung.csv", "utf8").trim().split("\n");
      const more = text.map((line, row) => `${line},${row === 0 ? "w,status" : `${0.5 + (row % 5) / 8},${row % 4}`}`);
      const table = await tableFrom(more.join("\n"));
      const terms = [
        { id: "ecog", of: { column: "ecog_f" }, coding: { kind: "levels", reference: "1" } },
        { id: "age", of: { column: "age" }, coding: { kind: "perUnit", per: 10 } },
        { id: "loss", of: { column: "wt_loss" }, coding: { kind: "cut", when: { op: ">", value: 10 } } },
      ];
      const coding: [string, string][] = [
        ["0", "censored"],
        ["1", "event"],
        ["2", "competing"],
        ["3", "event"],
      ];
      const given = [{}, { weight: { column: "w", kind: "sampling" } }];
      for (const weight of given) {
        const board = boardFrom({
          endpoints: [endpoint("time", "event", weight), { ...endpoint("time", "status", weight, coding), id: "cr" }],
          panels: [
            ...["log-log", "plain", "arcsine"].map((confidenceType) =>
              panel({
                group: { column: "ecog_f" },
                figure: { milestones: [300, 700], confidenceType, confidenceLevel: 0.9 },
              }),
            ),
            ...["log-log", "log", "logit"].map((confidenceType) =>
              panel({
                ...{ endpoint: "cr", kind: "cumulativeIncidence", group: { column: "sex" }, causes: "all" },
                figure: { milestones: [100, 300], confidenceType, confidenceLevel: 0.9 },
              }),
            ),
            { id: "model", kind: "regression", endpoint: "os", terms, strata: { column: "sex" } },
          ],
        });
        const said = await runInR(table, board);
        expect(said).toMatch(agrees);
        // What is left needs exact limits, which R does not give, or cmprsk where weights leave it out.
        expect(said.match(/Not checked: (.*)/)?.[1] ?? "").not.toMatch(/difference at|incidence at|whole|^n |events/);
      }
    },
  );

  itAll("stops where a number is another one", async () => {
    const set = dataSetOf(analysis(await exampleTable()).prepare(example).prepared, { wholeMonths: false });
    const first = set.panels.find(({ panel }) => panel.kind === "kaplanMeier");
    if (first?.state !== "ready" || first.result.kind !== "kaplanMeier") throw new Error("not ready");
    first.result.groups[0].median = { kind: "reached", time: 99, lower: 1, upper: 100 };
    const folder = scriptFolder();
    writeFileSync(join(folder, "data.csv"), set.csv);
    writeFileSync(
      join(folder, "script.R"),
      rScript(set, facts, "data.csv", { wholeMonths: false, counted: true }).text,
    );
    const run = spawnSync("Rscript", ["script.R"], { cwd: folder, encoding: "utf8" });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain("median");
  });
});

describe("what the script says it compares", () => {
  const lung = cohortIn("lung");
  const scriptOf = async (...panels: object[]) => {
    const board = boardFrom({ endpoints: [endpoint("time", "event")], panels });
    const set = dataSetOf(analysis(await lung).prepare(board).prepared, { wholeMonths: false });
    return rScript(set, facts, "data.csv", { wholeMonths: false, counted: true });
  };
  const plain = panel({ group: { column: "sex" } });

  it("names a number beside the figure that R does not compute, in its head, its last line and the dialog", async () => {
    const [without, planted] = [
      await scriptOf(plain),
      await scriptOf({ ...plain, permutation: { count: 200, seed: 1 } }),
    ];
    expect(without.compares).not.toContain("permutation");
    const name = "Panel 1, permutation (P)";
    expect(planted.compares).toContain(`; not compared: `);
    for (const text of [planted.compares, planted.text.split("\n").find((line) => line.startsWith("# Of the tables"))])
      expect(text).toContain(name);
    expect(planted.text.split("\n").find((line) => line.startsWith("others <- "))).toContain(`"${name}"`);
  });

  it("counts every number of the tables, and compared only those whose value stands in a comparison", async () => {
    const board = boardFrom({ endpoints: [endpoint("time", "event")], panels: [plain] });
    const set = dataSetOf(analysis(await lung).prepare(board).prepared, { wholeMonths: false });
    const [shown] = set.panels;
    if (shown.state !== "ready" || shown.result.kind !== "kaplanMeier") throw new Error("not ready");
    const { header, rows } = shownKinds.kaplanMeier.numbers(shown.result);
    const all = rows.flat().filter((cell) => typeof cell === "number" && !Number.isNaN(cell)).length;
    const median = { quantity: /^median$/, column: "value" };
    const first = Number(rows.find(([quantity]) => quantity === "median")?.[header.indexOf("value")]);
    expect(checkedBy([], shown)).toMatchObject({ shown: all, compared: 0 });
    expect(checkedBy([same("median", "q", [first], median)], shown).compared).toBe(1);
    expect(checkedBy([same("median", "q", [first + 1], median)], shown).compared).toBe(0);
    expect(checkedBy([same("other", "q", [first], { quantity: /^events$/, column: "value" })], shown).compared).toBe(0);
    expect(checkedBy([same("unnamed", "q", [first])], shown).compared).toBe(0);
  });

  it("counts the numbers of a panel it cannot compute as not compared", async () => {
    const board = boardFrom({
      columns: [{ name: "inst", identifying: true }],
      endpoints: [endpoint("time", "event")],
      panels: [plain, { ...plain, id: "inst", group: { column: "inst" } }],
    });
    const set = dataSetOf(analysis(await lung).prepare(board).prepared, { wholeMonths: false });
    const { compares } = rScript(set, facts, "data.csv", { wholeMonths: false, counted: true });
    const [, compared, shown, others] =
      compares.match(/^(\d+) of (\d+) numbers .+ Panel 2, all (\d+)\.$/)?.map(Number) ?? [];
    expect(compared).toBeGreaterThan(20);
    expect(others).toBeGreaterThan(5);
    expect(compared + others).toBeLessThanOrEqual(shown);
  });
});

describe("the data set", async () => {
  const set = dataSetOf(analysis(await exampleTable()).prepare(example).prepared, { wholeMonths: false });
  const lines = set.csv.trim().split("\r\n");

  it("has study numbers, the endpoints, the groups, the scores and the covariates, and nothing else", () => {
    expect(lines[0]).toBe(
      [
        "patient,pfs_time,pfs_event,os_time,os_event,lms_phase1_points,lms_phase1_hemoglobin,lms_phase1_bmi",
        "lms_phase1_albumin,lms_phase1_neutrophils,arm,lms_phase1_group",
        "age,sex,primary_site,tp53,rb1,ecog,metastatic_sites,hemoglobin_g_dl,bmi_kg_m2,albumin_g_dl,neutrophils_10e9_l,ldh_u_l",
        "gene_tp53,gene_rb1,hemoglobin_cut,bmi_cut,albumin_cut,neutrophils_cut,best_response_response,best_change_pct_percent",
      ].join(),
    );
    expect(lines).toHaveLength(76);
    expect(lines[1]).toMatch(/^1,3\.65,1,35\.25,1,/);
    expect(set.csv).not.toContain("SYN-");
  });

  it("has a dictionary that says of each of its columns what it is, in which unit and coded how, and of no other", () => {
    expect(set.dictionary.startsWith("\uFEFFcolumn,what,unit,coding,derivation\r\n")).toBe(true);
    const said = set.dictionary.slice(1).trim().split("\r\n").slice(1);
    expect(said.map((line) => line.split(",")[0]).sort()).toEqual(lines[0].split(",").sort());
    expect(set.dictionary).toContain("\r\npfs_time,Progression-free survival: time from start of therapy,months,,");
    expect(set.dictionary).toContain("\r\nos_event,Overall survival: event,,0 censored; 1 the event,\r\n");
    expect(set.dictionary).toContain(
      "\r\nlms_phase1_hemoglobin,risk score: Hemoglobin,,1 yes; 0 no; empty not known,< 10 g/dL: 1 point\r\n",
    );
    expect(set.dictionary).toContain(",levels in their order: 0; 1–2; ≥3,");
  });

  it("computes a score again from its factors, and not where one of them may identify patients", async () => {
    const script = (of: typeof set) => rScript(of, facts, "data.csv", { wholeMonths: false, counted: true }).text;
    expect(script(set)).toContain('stopifnot("risk score: groups" = ');
    const board = {
      ...example,
      columns: example.columns.map((choice) =>
        choice.name === "albumin_g_dl" ? { ...choice, identifying: true } : choice,
      ),
    };
    const without = dataSetOf(analysis(await exampleTable()).prepare(board).prepared, { wholeMonths: false });
    expect(without.csv.split("\r\n")[0]).not.toContain("lms_phase1_albumin");
    expect(script(without)).not.toContain('stopifnot("risk score');
    expect(script(without)).toContain("# Not computed again: a column of its factors may identify patients");
  });

  it("leaves out a grouping that the user or the file calls identifying, and says so", async () => {
    const board = {
      ...example,
      columns: example.columns.map((choice) => (choice.name === "arm" ? { ...choice, identifying: true } : choice)),
    };
    const without = dataSetOf(analysis(await exampleTable()).prepare(board).prepared, { wholeMonths: false });
    expect(without.csv).not.toContain("Gene-aberration");
    expect(without.notes).toEqual(["Not in the data set, because they may identify patients: treatment arm."]);
    expect(rScript(without, facts, "data.csv", { wholeMonths: false, counted: true }).text).toContain(
      "# Not computed again: its grouping is not in the data set",
    );
  });

  it("holds whole months alone when asked to", async () => {
    const coarse = dataSetOf(analysis(await exampleTable()).prepare(example).prepared, { wholeMonths: true });
    for (const line of coarse.csv.trim().split("\r\n").slice(1))
      for (const time of [line.split(",")[1], line.split(",")[3]]) expect(time).toMatch(/^\d*$/);
  });
});
