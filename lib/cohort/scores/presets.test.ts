import { describe, expect, it } from "vitest";
import type { Score } from "../../board/score";
import { boardFrom, tableFrom } from "../testing";
import { matchedScore } from "./match";
import { keepsDefinition } from "./preset";
import { presets } from "./presets";
import { scoreValues } from "./score";

/**
 * Each published score against its definition: a patient without any factor, and for every factor the values on both
 * sides of its cut. Definitions from the papers named in the presets; the values here were written down from them and
 * not from the presets.
 */
interface Definition {
  /** Cells of a patient with no factor; a column for every limit of normal. */
  healthy: Record<string, string>;
  /** For each factor the cells that change: on the cut (not adverse), and just beyond it. */
  cuts: Record<string, { within: Record<string, string>; adverse: Record<string, string>; missing: string[] }>;
  /** Label of the group by number of factors. */
  groups: string[];
  medians: (number | null)[];
  complete?: (score: Score) => Score;
}

const cut = (column: string, within: string, adverse: string) => ({
  within: { [column]: within },
  adverse: { [column]: adverse },
  missing: [column],
});
const albumin = cut("albumin_g_l", "35", "34.9");
const overUln = (column: string, uln: string, within: string, adverse: string) => ({
  ...cut(column, within, adverse),
  missing: [column, uln],
});
const ldh = overUln("ldh", "ldh_uln", "250", "250.1");
const sites = cut("metastatic_sites", "2", "3");
const healthyRmh = { albumin_g_l: "40", ldh: "200", ldh_uln: "250", metastatic_sites: "1" };
const kidney = {
  kps: "90",
  diagnosis_date: "2010-01-01",
  therapy_start_date: "2011-06-01",
  hb: "13",
  hb_lln: "12",
  calcium: "9",
  albumin: "4",
};
const kidneyCuts = {
  kps: cut("kps", "80", "79"),
  interval: {
    ...cut("therapy_start_date", "2011-01-01", "2010-12-31"),
    missing: ["diagnosis_date", "therapy_start_date"],
  },
  hemoglobin: { ...cut("hb", "12", "11.9"), missing: ["hb", "hb_lln"] },
};
const threeGroups = ["0", "1–2", "1–2", "≥3", "≥3", "≥3", "≥3"];

const definitions: Record<string, Definition> = {
  "lms-phase1": {
    healthy: { hemoglobin_g_dl: "13", bmi: "31", albumin_g_dl: "4", anc: "5", anc_uln: "7.3" },
    cuts: {
      hemoglobin: cut("hemoglobin_g_dl", "10", "9.9"),
      bmi: cut("bmi", "30", "29.9"),
      albumin: cut("albumin_g_dl", "3.5", "3.4"),
      neutrophils: overUln("anc", "anc_uln", "7.3", "7.4"),
    },
    groups: threeGroups,
    medians: [19.9, 7.6, 0.9],
  },
  rmh: {
    healthy: healthyRmh,
    cuts: { albumin, ldh, "metastatic-sites": sites },
    groups: ["0–1", "0–1", "2–3", "2–3"],
    medians: [33, 15.7],
  },
  mdacc: {
    healthy: { ...healthyRmh, ecog: "0", primary_site: "uterus" },
    cuts: {
      albumin,
      ldh,
      "metastatic-sites": sites,
      gastrointestinal: cut("primary_site", "uterus", "colon"),
      ecog: cut("ecog", "0", "1"),
    },
    groups: ["0", "1", "2", "3", "4–5", "4–5"],
    medians: [24, 15.2, 8.4, 6.2, 4.1],
    complete: (score) => ({
      ...score,
      factors: score.factors.map((factor) =>
        factor.id === "gastrointestinal" ? { ...factor, when: { op: "in", values: ["colon"] } } : factor,
      ),
    }),
  },
  grim: {
    healthy: { nlr: "3", ldh: "200", ldh_uln: "250", albumin_g_l: "40" },
    cuts: { nlr: cut("nlr", "6", "6.1"), ldh, albumin },
    groups: ["0–1", "0–1", "2–3", "2–3"],
    medians: [null, null],
  },
  hammersmith: {
    healthy: { albumin_g_l: "40", ldh: "200", sodium: "140" },
    cuts: { albumin, ldh: cut("ldh", "450", "450.1"), sodium: cut("sodium", "135", "134.9") },
    groups: ["0–1", "0–1", "2–3", "2–3"],
    medians: [null, null],
  },
  pmhi: {
    healthy: { albumin_g_l: "40", metastatic_sites: "1", ecog: "0" },
    cuts: { albumin, "metastatic-sites": sites, ecog: cut("ecog", "0", "1") },
    groups: ["0–1", "0–1", "≥2", "≥2"],
    medians: [null, null],
  },
  gps: {
    healthy: { crp: "5", albumin_g_l: "40" },
    cuts: { crp: cut("crp", "10", "10.1"), albumin },
    groups: ["0", "1", "2"],
    medians: [null, null, null],
  },
  imdc: {
    healthy: {
      ...{ ...kidney, calcium_uln: "10.5", anc: "5", anc_uln: "7.3", platelets: "300", platelets_uln: "400" },
    },
    cuts: {
      ...kidneyCuts,
      calcium: overUln("calcium", "calcium_uln", "10.5", "10.6"),
      neutrophils: overUln("anc", "anc_uln", "7.3", "7.4"),
      platelets: overUln("platelets", "platelets_uln", "400", "401"),
    },
    groups: threeGroups,
    medians: [43.2, 22.5, 7.8],
  },
  mskcc: {
    healthy: { ...kidney, ldh: "200", ldh_uln: "250" },
    cuts: {
      ...kidneyCuts,
      ldh: overUln("ldh", "ldh_uln", "375", "375.1"),
      calcium: { ...cut("calcium", "10", "10.1"), missing: ["calcium", "albumin"] },
    },
    groups: threeGroups,
    medians: [null, null, null],
  },
};

async function groupsOf(id: string, patients: Record<string, string>[], missing: Score["missing"] = "leaveOut") {
  const preset = presets.find((each) => each.id === id);
  if (!preset) throw new Error(`no preset ${id}`);
  const names = Object.keys(patients[0]);
  const table = await tableFrom(
    `${names.join(",")}\n${patients.map((patient) => names.map((name) => patient[name]).join(",")).join("\n")}\n`,
  );
  const board = boardFrom({});
  const columns = table.columns.map((column) => columnOf(column.name, patients, column.kind));
  const matched = matchedScore(preset, columns, board);
  const score = { ...(definitions[id]?.complete?.(matched) ?? matched), missing };
  expect(score.factors.filter(({ column }) => column === null)).toEqual([]);
  expect(keepsDefinition(score, preset)).toBe(true);
  const values = scoreValues(table, score, board);
  if (!values.ok) throw new Error(values.problem.message);
  return {
    points: Array.from(values.value.points, (value) => (Number.isNaN(value) ? null : value)),
    groups: Array.from(values.value.codes, (code) => score.groups[code]?.label ?? null),
  };
}

function columnOf(name: string, patients: Record<string, string>[], kind: "number" | "category" | "date") {
  const texts = patients.map((patient) => patient[name]).filter((cell) => cell !== "");
  const numbers = texts.map(Number);
  return {
    name,
    kind,
    distinct: new Set(texts).size,
    levels: [...new Set(texts)].map((value) => ({ value, count: 1 })),
    min: kind === "number" ? Math.min(...numbers) : null,
    max: kind === "number" ? Math.max(...numbers) : null,
  };
}

describe.each(Object.entries(definitions))("%s", (id, { healthy, cuts, groups, medians }) => {
  const factors = Object.entries(cuts);
  const beyond = factors.map(([, { adverse }]) => ({ ...healthy, ...adverse }));

  it("gives a point beyond each cut and none on it", async () => {
    const within = factors.map(([, each]) => ({ ...healthy, ...each.within }));
    const { points } = await groupsOf(id, [healthy, ...within, ...beyond]);
    expect(points).toEqual([0, ...within.map(() => 0), ...beyond.map(() => 1)]);
  });

  it("adds up to its groups", async () => {
    const stacked = factors.map((_, count) =>
      Object.assign({}, healthy, ...factors.slice(0, count + 1).map(([, { adverse }]) => adverse)),
    );
    const { points, groups: given } = await groupsOf(id, [healthy, ...stacked, ...beyond]);
    expect(points.slice(0, factors.length + 1)).toEqual([0, ...factors.map((_, count) => count + 1)]);
    expect(given.slice(0, factors.length + 1)).toEqual(groups.slice(0, factors.length + 1));
  });

  it("is missing where any factor is, and bounded or counted as absent only on request", async () => {
    const lacking = factors.flatMap(([, { missing }]) => missing.map((column) => ({ ...healthy, [column]: "" })));
    const patients = [...lacking, healthy, ...beyond];
    const known = Array.from({ length: lacking.length }, () => null);
    expect((await groupsOf(id, patients)).groups.slice(0, lacking.length)).toEqual(known);
    const lowest = groups[0] === groups[1] ? groups[0] : null;
    const bounded = (await groupsOf(id, patients, "bound")).groups.slice(0, lacking.length);
    expect(bounded).toEqual(known.map(() => lowest));
    const absent = (await groupsOf(id, patients, "absent")).points.slice(0, lacking.length);
    expect(absent).toEqual(known.map(() => 0));
  });

  it("has the published medians and no others", () => {
    const preset = presets.find((each) => each.id === id);
    expect(preset?.groups.map(({ median }) => median)).toEqual(medians);
    expect(preset?.medians === null).toBe(medians.every((median) => median === null));
  });
});

describe("mgps", () => {
  const patient = (crp: string, alb: string) => ({ crp, albumin_g_l: alb });

  it("is 0 up to a C-reactive protein of 10 whatever the albumin, then 1, and 2 below an albumin of 35", async () => {
    const table = [
      patient("10", "34.9"),
      patient("10", "35"),
      patient("10.1", "35"),
      patient("10.1", "34.9"),
      patient("5", "20"),
    ];
    expect(await groupsOf("mgps", table)).toEqual({ points: [0, 0, 1, 2, 0], groups: ["0", "0", "1", "2", "0"] });
  });

  it("needs no albumin where C-reactive protein is not raised, and is missing otherwise", async () => {
    const table = [patient("10", ""), patient("10.1", ""), patient("", "40"), patient("", "30"), patient("20", "30")];
    expect((await groupsOf("mgps", table)).points).toEqual([0, null, null, null, 2]);
  });
});

describe("the registry", () => {
  it("holds every score that has a definition here, under ids of its own", () => {
    expect(presets.map(({ id }) => id).sort()).toEqual([...Object.keys(definitions), "mgps"].sort());
  });

  it("notices a score that is no longer the published one", () => {
    const preset = presets[0];
    const score = matchedScore(preset, [], boardFrom({}));
    expect(keepsDefinition(score, preset)).toBe(true);
    const change = (when: object) => ({
      ...score,
      factors: score.factors.map((factor, f) => (f === 0 ? { ...factor, ...when } : factor)),
    });
    expect(keepsDefinition(change({ points: 2 }), preset)).toBe(false);
    expect(keepsDefinition(change({ when: { op: "<", value: 9, times: 1, limit: null } }), preset)).toBe(false);
    expect(keepsDefinition(change({ when: { op: "<=", value: 10, times: 1, limit: null } }), preset)).toBe(false);
    const inOtherUnit = { unit: "g/L", when: { op: "<", value: 100, times: 1, limit: null } };
    expect(keepsDefinition(change(inOtherUnit), preset)).toBe(true);
    expect(keepsDefinition({ ...score, groups: score.groups.slice(0, 2) }, preset)).toBe(false);
  });

  it("takes a column or a number for a limit of normal, and nothing else in its place", () => {
    const [preset] = presets.filter(({ id }) => id === "imdc");
    if (!preset) throw new Error("no preset");
    const score = matchedScore(preset, [], boardFrom({}));
    const kept = (when: Score["factors"][number]["when"]) =>
      keepsDefinition(
        {
          ...score,
          factors: score.factors.map((factor) => (factor.id === "neutrophils" ? { ...factor, when } : factor)),
        },
        preset,
      );
    expect(kept({ op: ">", value: 7.3, times: 1, limit: "ULN" })).toBe(true);
    expect(kept({ op: "> column", column: "anc_uln", times: 1, limit: "ULN" })).toBe(true);
    expect(kept({ op: "in", values: ["1"] })).toBe(true);
    expect(kept({ op: ">", value: 7.3, times: 2, limit: "ULN" })).toBe(false);
    expect(kept({ op: ">", value: 7.3, times: 1, limit: "LLN" })).toBe(false);
    expect(kept({ op: ">", value: 7.3, times: 1, limit: null })).toBe(false);
    expect(kept({ op: ">=", value: 7.3, times: 1, limit: "ULN" })).toBe(false);
    expect(kept({ op: ">= column", column: "anc_uln", times: 1, limit: "ULN" })).toBe(false);
  });
});
