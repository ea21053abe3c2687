import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import exampleBoard from "../../../public/example/synthetic-lms-board.json";
import { boardSchema } from "../../board/board";
import { tableSummary } from "../tableSummary";
import { boardFrom, tableFrom } from "../testing";
import { askedColumns, placePatient } from "./onePatient";
import { whyImpossible } from "./possible";
import { scoreValues } from "./score";

const table = await tableFrom(readFileSync("public/example/synthetic-lms-cohort.csv", "utf8"));
const board = boardSchema.parse(exampleBoard);
const [score] = board.scores;
const { columns } = tableSummary(table);
const place = (values: Record<string, string>) => placePatient(score, new Map(Object.entries(values)), board, columns);
const complete = {
  hemoglobin_g_dl: "9,5",
  bmi_kg_m2: "31",
  albumin_g_dl: "4",
  neutrophils_10e9_l: "5",
  neutrophils_uln_10e9_l: "7.3",
};

describe("placing one patient", () => {
  it("asks for every column of the score, limits of normal too", () => {
    expect(askedColumns(score)).toEqual(Object.keys(complete));
  });

  it("gives the group and points of the values entered, decimal commas included", () => {
    expect(place(complete)).toEqual({ ok: true, value: { group: "1–2", points: 1 } });
    expect(place({ ...complete, hemoglobin_g_dl: "10" })).toEqual({ ok: true, value: { group: "0", points: 0 } });
  });

  it("agrees with the cohort's own scoring for every one of its patients", () => {
    const values = scoreValues(table, score, board);
    if (!values.ok) throw new Error(values.problem.message);
    for (let row = 0; row < table.rows; row++) {
      const answers = askedColumns(score).map((name) => {
        const column = table.columns.find((each) => each.name === name);
        return [name, column?.kind === "number" && !Number.isNaN(column.values[row]) ? String(column.values[row]) : ""];
      });
      const placed = place(Object.fromEntries(answers));
      const code = values.value.codes[row];
      expect(placed.ok ? placed.value.group : null).toBe(code < 0 ? null : score.groups[code].label);
    }
  });

  it.each([
    [{ ...complete, albumin_g_dl: "" }, "Cannot be placed: Albumin is missing."],
    [{ ...complete, albumin_g_dl: "four" }, "Cannot be placed: Albumin: “four” is no number."],
    [{ ...complete, bmi_kg_m2: "-31" }, /^Cannot be placed: Body mass index -31 is not measured in patients/],
    [
      { ...complete, albumin_g_dl: "40" },
      /^Cannot be placed: Albumin 40 is not measured in patients \(0.5 to 8 g\/dL\); check its unit/,
    ],
    [{ ...complete, albumin_g_dl: "0.4" }, /^Cannot be placed: Albumin 0.4 is not measured in patients/],
    [{ ...complete, neutrophils_uln_10e9_l: "73" }, /^Cannot be placed: .*73 is far outside this cohort/],
    [{ ...complete, neutrophils_uln_10e9_l: "0" }, /^Cannot be placed: .*0 is far outside this cohort/],
    [{}, /missing\.$/],
  ])("says why a patient cannot be placed: %o", (values, why) => {
    const placed = place(values as Record<string, string>);
    expect(placed.ok ? "" : placed.problem.message).toMatch(why);
  });

  it("does not let a missing value count as absent", () => {
    const lenient = { ...score, missing: "absent" as const };
    expect(placePatient(lenient, new Map([["albumin_g_dl", "3"]]), board, columns).ok).toBe(false);
  });

  it("takes the limit of another laboratory where the cohort has one throughout, and values near those measured", async () => {
    const constant = await tableFrom(
      "hemoglobin_g_dl,bmi_kg_m2,albumin_g_dl,neutrophils_10e9_l,neutrophils_uln_10e9_l\n9,25,4,5,7.5\n12,31,3.1,9,7.5\n",
    );
    const { columns: summaries } = tableSummary(constant);
    const placed = (values: Record<string, string>) =>
      placePatient(score, new Map(Object.entries(values)), board, summaries);
    // 7 × 10⁹/L are above 6.5 and below 7.5: the factor follows the limit that was entered.
    const points = ["7.5", "6.5"].map((uln) =>
      placed({ ...complete, neutrophils_10e9_l: "7", neutrophils_uln_10e9_l: uln }),
    );
    expect(points.map((each) => (each.ok ? each.value.points : each.problem.message))).toEqual([1, 2]);
    expect(placed({ ...complete, neutrophils_uln_10e9_l: "75" }).ok).toBe(false);
    expect(placed({ ...complete, albumin_g_dl: "2" }).ok).toBe(true);
  });

  it("knows no impossible value where a name tells no unit, or one that has no range", async () => {
    const plain = await tableFrom("albumin,neutrophils_pct\n0.4,60\n0.4,90\n");
    const { columns: summaries } = tableSummary(plain);
    const why = (value: number, at: number) => whyImpossible(value, summaries[at], boardFrom({}));
    expect([why(4, 0), why(40, 0), why(75, 1)]).toEqual([null, null, null]);
    expect(why(-1, 0)).toMatch(/far outside/);
    expect(why(200, 1)).toMatch(/far outside/);
  });
});
