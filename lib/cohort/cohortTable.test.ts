import { describe, expect, it } from "vitest";
import { type Column, cellText, type Table } from "../table";
import { cohortTable } from "./cohortTable";
import { findColumn } from "./columns";
import { levelsOf } from "./levels";
import { boardFrom, tableFrom } from "./testing";

const cells = (table: Table, name: string) => {
  const column = findColumn(table, name);
  return column ? Array.from({ length: table.rows }, (_, row) => cellText(column, row)) : null;
};
const none = new Map<string, Table>();

describe("a long file", () => {
  const adtte = "USUBJID,PARAMCD,AVAL,CNSR,ARM\n1,OS,321,0,A\n1,PFS,100,0,A\n2,PFS,50,1,B\n2,OS,480,1,B\n3,OS,12,1,A\n";
  const board = boardFrom({
    patientId: "USUBJID",
    edits: { pivot: { parameter: "PARAMCD", values: ["AVAL", "CNSR"] } },
  });

  it("gives each patient one row with a column per parameter and value", async () => {
    const { table, patients, problems } = cohortTable(await tableFrom(adtte), none, board);
    expect(Array.from(patients.represents)).toEqual([1, 0, 1, 0, 1]);
    expect([patients.blocked, problems]).toEqual([null, []]);
    expect(table.columns.map(({ name }) => name)).toEqual([
      "USUBJID",
      "ARM",
      "AVAL (OS)",
      "CNSR (OS)",
      "AVAL (PFS)",
      "CNSR (PFS)",
    ]);
    expect(cells(table, "AVAL (OS)")).toEqual(["321", "", "480", "", "12"]);
    expect(cells(table, "CNSR (PFS)")).toEqual(["0", "", "1", "", ""]);
  });

  it("waits when a patient has two different rows of one parameter, and follows the rule", async () => {
    const twice = await tableFrom(`${adtte}1,OS,400,0,A\n`);
    expect(cohortTable(twice, none, board).patients.blocked).toMatchObject({ code: "id-several-rows", rows: [6] });
    const last = boardFrom({ ...board, edits: { ...board.edits, severalRows: "last" } });
    const { table, patients } = cohortTable(twice, none, last);
    expect(patients.blocked).toBeNull();
    expect(cells(table, "AVAL (OS)")?.[5]).toBe("400");
  });

  it("waits when a column that is no value differs between the rows of a patient", async () => {
    const other = adtte.replace("1,PFS,100,0,A", "1,PFS,100,0,B");
    expect(cohortTable(await tableFrom(other), none, board).patients.blocked).toMatchObject({ rows: [2] });
  });

  it("keeps a cell that could not be read as what it is, never as missing", async () => {
    const odd = await tableFrom(adtte.replace("480", "48O"), [{ name: "AVAL", kind: "number" }]);
    expect(cohortTable(odd, none, board).table.unparsed.get("AVAL (OS)")).toEqual([{ row: 2, text: "48O" }]);
  });
});

describe("several rows of one patient, first value of each column", () => {
  it("fills from later rows, says which, and names columns whose values differ", async () => {
    const file = await tableFrom("id,age,stage,note\n1,,II,\n1,61,III,x\n2,50,,\n1,70,,\n");
    const board = boardFrom({ patientId: "id", edits: { severalRows: "firstValue" } });
    const { table, filled, problems } = cohortTable(file, none, board);
    expect(cells(table, "age")?.[0]).toBe("61");
    expect(cells(table, "stage")?.[0]).toBe("II");
    expect(filled).toEqual([
      { column: "age", count: 1, cells: [{ row: 0, from: 1 }] },
      { column: "note", count: 1, cells: [{ row: 0, from: 1 }] },
    ]);
    expect(problems.map(({ message, rows }) => [message.slice(0, 7), rows])).toEqual([
      ["“age” h", [4]],
      ["“stage”", [2]],
    ]);
  });
});

describe("a second file", () => {
  const patients = "id,months\nP-001,5\nP-002,7\nP-003,9\n";
  const mutations =
    "Patient,Gene,Date,VAF\nP-001,TP53,2020-01-02,0.1\nP-001,RB1,2020-03-01,0.4\nP-001,TP53,2020-02-01,0.2\nP-003,RB1,2019-01-01,\nP-009,TP53,2020-01-01,0.9\n";
  const join = (take: unknown[], match = "exact") => ({
    id: "m",
    source: { file: "mutations.csv", rows: null, sha256: null },
    key: "Patient",
    to: "id",
    match,
    take,
  });
  const joined = async (take: unknown[], text = mutations, match?: string) =>
    cohortTable(
      await tableFrom(patients),
      new Map([["m", await tableFrom(text)]]),
      boardFrom({ joins: [join(take, match)] }),
    );

  it("counts what matched and what did not, on both sides", async () => {
    const { joins } = await joined([]);
    expect(joins[0].counts).toEqual({
      rows: 5,
      matchedRows: 4,
      unmatchedRows: [5],
      unmatchedRowCount: 1,
      patients: 3,
      matchedPatients: 2,
      unmatchedPatients: [2],
      unmatchedPatientCount: 1,
      severalRows: 1,
      wouldMatchLoosely: 0,
      wouldMatchByBeginning: 0,
    });
  });

  it("tells a patient with a mutation from one without and from one who is not in that file", async () => {
    const any = { rule: "any", name: "TP53 mutated", column: "Gene", values: ["TP53"] };
    expect(cells((await joined([any])).table, "TP53 mutated")).toEqual(["yes", "", "no"]);
    expect(cells((await joined([{ ...any, absent: "no" }])).table, "TP53 mutated")).toEqual(["yes", "no", "no"]);
  });

  it("takes the first, the last, the latest value, or how many rows there are", async () => {
    const { table } = await joined([
      { rule: "first", name: "first", column: "VAF" },
      { rule: "last", name: "last", column: "VAF" },
      { rule: "latest", name: "latest", column: "VAF", by: "Date" },
      { rule: "count", name: "n", column: "Gene" },
    ]);
    expect(cells(table, "first")).toEqual(["0.1", "", ""]);
    expect(cells(table, "last")).toEqual(["0.2", "", ""]);
    expect(cells(table, "latest")).toEqual(["0.4", "", ""]);
    expect(cells(table, "n")).toEqual(["3", "", "1"]);
  });

  it("takes the greatest, the smallest, the earliest, and the value nearest to or after a date of the patient", async () => {
    const cohort = await tableFrom("id,start\nP-001,2020-01-31\nP-002,2020-01-01\nP-003,2020-01-01\n");
    const take = [
      { rule: "greatest", name: "greatest", column: "VAF" },
      { rule: "smallest", name: "smallest", column: "VAF" },
      { rule: "earliest", name: "earliest", column: "VAF", by: "Date" },
      { rule: "nearest", name: "nearest", column: "VAF", by: "Date", to: "start" },
      { rule: "firstAfter", name: "after", column: "Gene", by: "Date", to: "start" },
    ];
    const seconds = new Map([["m", await tableFrom(mutations)]]);
    const { table, problems } = cohortTable(cohort, seconds, boardFrom({ joins: [join(take)] }));
    expect(take.map(({ name }) => cells(table, name))).toEqual([
      ["0.4", "", ""],
      ["0.1", "", ""],
      ["0.1", "", ""],
      // 2020-02-01 is the day after the start.
      ["0.2", "", ""],
      // The only row of the third patient is of the year before.
      ["TP53", "", ""],
    ]);
    expect(problems).toEqual([]);
  });

  describe("with a condition on another column", () => {
    const classes =
      "Patient,Gene,Class,VAF\nP-001,TP53,Silent,0.9\nP-001,TP53,Missense,0.2\nP-002,TP53,Silent,0.4\nP-003,TP53,,0.5\n";
    const where = { column: "Class", values: ["Missense", "Nonsense"] };

    it("counts only the rows that meet it, and says nothing of a patient whose row is silent about it", async () => {
      const any = { name: "TP53", column: "Gene", values: ["TP53"], where };
      const { table } = await joined(
        [
          { ...any, rule: "any" },
          { ...any, rule: "count", name: "n" },
        ],
        classes,
      );
      expect([cells(table, "TP53"), cells(table, "n")]).toEqual([
        ["yes", "no", ""],
        ["1", "0", ""],
      ]);
    });

    it("takes values only of the rows that meet it", async () => {
      const { table } = await joined([{ rule: "greatest", name: "VAF", column: "VAF", where }], classes);
      expect(cells(table, "VAF")).toEqual(["0.2", "", ""]);
    });

    it("takes nothing by a column that the file has not", async () => {
      const take = { rule: "first", name: "v", column: "VAF", where: { ...where, column: "class" } };
      const { problems } = await joined([take], classes);
      expect(problems.map(({ message }) => message)).toEqual(["The second file has no column “class”."]);
    });
  });

  it("that matches nobody is refused with the counts of both sides, whatever is to be taken", async () => {
    const absent = { rule: "any", name: "TP53", column: "Gene", values: ["TP53"], absent: "no" };
    const { table, links, problems, joins } = await joined([absent], mutations.replaceAll("P-0", "X"));
    expect(findColumn(table, "TP53")).toBeUndefined();
    expect(links.size).toBe(0);
    expect(joins[0]?.counts).toMatchObject({ matchedRows: 0, rows: 5, matchedPatients: 0, patients: 3 });
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      [
        "join-matches-nobody",
        "None of 3 patients is in “mutations.csv”, and none of its 5 rows is of a patient of the cohort: nothing is taken from it.",
      ],
    ]);
  });

  it("says which rows without a date the latest value passes over", async () => {
    const undated = mutations.replace("2020-03-01", "");
    const { table, problems } = await joined([{ rule: "latest", name: "v", column: "VAF", by: "Date" }], undated);
    expect(cells(table, "v")).toEqual(["0.2", "", ""]);
    expect(problems).toMatchObject([{ code: "rows-undated", rows: [2] }]);
  });

  it("does not take a patient for one without a value whose rows say nothing", async () => {
    const any = { rule: "any", name: "TP53", column: "Gene", values: ["TP53"] };
    const { table } = await joined([any], mutations.replace("P-003,RB1", "P-003,"));
    expect(cells(table, "TP53")).toEqual(["yes", "", ""]);
  });

  it("says how many rows would match loosely, and matches them when asked", async () => {
    const other = mutations.replaceAll("P-00", "p");
    const exact = await joined([], other);
    expect(exact.joins[0].counts).toMatchObject({ matchedRows: 0, wouldMatchLoosely: 4 });
    expect((await joined([], other, "loose")).joins[0].counts).toMatchObject({ matchedRows: 4, matchedPatients: 2 });
  });

  describe("of samples", () => {
    const samples = "PATIENT_ID,SAMPLE_ID\nP-001,S1\nP-001,S2\nP-003,S3\n";
    const ofSamples = "Sample,Gene\nS1,TP53\nS2,RB1\nS3,TP53\nS9,ATRX\n";
    const opened = async (second: string, whose: string, changed: object) =>
      cohortTable(
        await tableFrom(patients),
        new Map([
          ["s", await tableFrom(whose)],
          ["m", await tableFrom(second)],
        ]),
        boardFrom({
          joins: [
            { ...join([]), id: "s", key: "PATIENT_ID" },
            { ...join([{ rule: "count", name: "variants", column: "Gene" }]), key: "Sample", ...changed },
          ],
        }),
      );
    const through = { through: { join: "s", column: "SAMPLE_ID" } };

    it("finds each patient through the file that says whose the samples are", async () => {
      const { joins, table, links } = await opened(ofSamples, samples, through);
      expect(joins[1]?.counts).toMatchObject({ matchedRows: 3, unmatchedRows: [4], matchedPatients: 2 });
      expect(cells(table, "variants")).toEqual(["2", "", "1"]);
      expect(links.get("m")?.rows).toEqual([[0, 1], [], [2]]);
    });

    it("joins nothing, and says why, where a sample is of several patients or that file is not open", async () => {
      const shared = await opened(ofSamples, `${samples}P-002,S1\n`, through);
      expect(shared.joins[1]).toMatchObject({ counts: null, problems: [{ code: "join-samples-shared" }] });
      expect(shared.joins[1]?.problems[0]?.message).toContain("1 sample belongs to several patients");
      const absent = await opened(ofSamples, samples, { through: { join: "s", column: "TUBE" } });
      expect(absent.joins[1]).toMatchObject({ counts: null, problems: [{ code: "join-samples-absent" }] });
      expect(absent.links.has("m")).toBe(false);
    });

    it("finds each patient by how the samples’ ids begin, only at the end of a part, and only when asked", async () => {
      const named = "Sample,Gene\nP-001-T1,TP53\nP-0011,RB1\nP-003.a-b,TP53\nP-002,ATRX\n";
      const exact = await opened(named, samples, {});
      expect(exact.joins[1]?.counts).toMatchObject({ matchedRows: 1, wouldMatchByBeginning: 2 });
      const { joins, table } = await opened(named, samples, { match: "beginning" });
      expect(joins[1]?.counts).toMatchObject({ matchedRows: 3, unmatchedRows: [2], wouldMatchByBeginning: 0 });
      expect(cells(table, "variants")).toEqual(["1", "1", "1"]);
    });
  });

  it("leaves the cohort as it is and says so when the file is not open, or a name is taken", async () => {
    const board = boardFrom({ joins: [join([])] });
    expect(cohortTable(await tableFrom(patients), none, board).problems[0].code).toBe("join-file-absent");
    const { problems, table } = await joined([{ rule: "first", name: "months", column: "VAF" }]);
    expect(problems[0].code).toBe("join-name-taken");
    expect(cells(table, "months")).toEqual(["5", "7", "9"]);
  });
});

describe("derived columns", () => {
  const derived = async (text: string, columns: unknown[]) =>
    cohortTable(await tableFrom(text), none, boardFrom({ edits: { derivedColumns: columns } }));

  it("puts a value equal to a cut into the group the sign says", async () => {
    const text = "x\n9.9\n10\n20\nNA\n";
    const at = { from: "cut", name: "g", column: "x", by: { at: [20, 10] } };
    expect(cells((await derived(text, [at])).table, "g")).toEqual(["< 10", "10 to < 20", "≥ 20", ""]);
    expect(cells((await derived(text, [{ ...at, below: "<=" }])).table, "g")).toEqual([
      "≤ 10",
      "≤ 10",
      "> 10 to 20",
      "",
    ]);
  });

  it("cuts at the median and at tertiles as R's quantile (type 7)", async () => {
    // quantile(c(3,1,4,1,5,9,2,6,5,3), c(1/3, 1/2, 2/3), type = 7) is 3, 3.5, 5 in R 4.2.2
    const text = "x\n3\n1\n4\n1\n5\n9\n2\n6\n5\n3\n";
    const half = await derived(text, [{ from: "cut", name: "g", column: "x", by: { parts: 2 } }]);
    expect(cells(half.table, "g")?.filter((label) => label === "≥ 3.5")).toHaveLength(5);
    const thirds = await derived(text, [{ from: "cut", name: "g", column: "x", by: { parts: 3 } }]);
    expect(new Set(cells(thirds.table, "g"))).toEqual(new Set(["< 3", "3 to < 5", "≥ 5"]));
  });

  it("cuts a single value at itself, and makes no groups where there is none", async () => {
    const half = [{ from: "cut", name: "g", column: "x", by: { parts: 2 } }];
    expect(cells((await derived("x,y\n7,a\nNA,b\n", half)).table, "g")).toEqual(["≥ 7", ""]);
    const numbers = [{ name: "x", kind: "number" as const }];
    const none = await tableFrom("x,y\nNA,a\nNA,b\n", numbers);
    const { table, problems } = cohortTable(none, new Map(), boardFrom({ edits: { derivedColumns: half } }));
    expect(findColumn(table, "g")).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it("keeps the order of the groups, which is not that of their names", async () => {
    const { table } = await derived("x\n5\n200\n", [{ from: "cut", name: "g", column: "x", by: { at: [10, 100] } }]);
    expect(findColumn(table, "g")).toMatchObject({
      ordered: true,
      written: { levels: ["< 10", "10 to < 100", "≥ 100"] },
    });
  });

  it("gives differences of dates in the unit and ratios without dividing by 0", async () => {
    const text = "a,b,n,l\n2020-02-28,2020-03-01,6,2\n2021-03-01,2021-02-28,5,0\n,2021-02-28,,1\n";
    const { table, problems } = await derived(text, [
      { from: "dateDifference", name: "d", start: "a", end: "b", unit: "days" },
      { from: "ratio", name: "NLR", over: "n", under: "l" },
    ]);
    expect(cells(table, "d")).toEqual(["2", "-1", ""]);
    expect(cells(table, "NLR")).toEqual(["3", "", ""]);
    expect(problems).toMatchObject([{ code: "ratio-by-zero", rows: [2] }]);
  });

  it("moves time zero of a timeline: a time less another, missing where one is", async () => {
    const text = "to_treatment,to_death\n30,400\n500,400\n,400\n-10,5\n";
    const { table } = await derived(text, [
      { from: "timeDifference", name: "os", start: "to_treatment", end: "to_death" },
    ]);
    expect(cells(table, "os")).toEqual(["370", "-100", "", "15"]);
  });

  it("keeps the values that most patients have and makes all others one last group, which is no order", async () => {
    const text = `site\n${["b", "a", "10", "9", "b", "a", "a", "NA", "9", "c", "B "].join("\n")}\n`;
    const top = { from: "mostFrequent", name: "g", column: "site", keep: 3 };
    const { table } = await derived(text, [top]);
    expect(findColumn(table, "g")).toMatchObject({ ordered: "shown", written: { levels: ["9", "a", "b", "Other"] } });
    expect(cells(table, "g")).toEqual(["b", "a", "Other", "9", "b", "a", "a", "", "9", "Other", "Other"]);
    expect(levelsOf(findColumn(table, "g") as Column, boardFrom({}), [])).toMatchObject({ ordered: false });
    // One further value would be a group of the same size under another name.
    expect(cells((await derived(text, [{ ...top, keep: 5 }])).table, "g")).not.toContain("Other");
    const named = await derived("site\na\nOther\nb\na\nc\n", [{ ...top, keep: 1 }]);
    expect(cells(named.table, "g")).toEqual(["a", "All others", "All others", "a", "All others"]);
  });

  it("counts patients and merged spellings when it asks which values are frequent", async () => {
    const board = boardFrom({
      patientId: "id",
      edits: {
        severalRows: "first",
        mergedLevels: [{ column: "site", from: ["lungs"], to: "lung" }],
        derivedColumns: [{ from: "mostFrequent", name: "g", column: "site", keep: 1 }],
      },
    });
    const text = "id,site\n1,bone\n1,bone\n1,bone\n2,lung\n3,lungs\n4,skin\n";
    const { table } = cohortTable(await tableFrom(text), none, board);
    expect(cells(table, "g")).toEqual(["Other", "Other", "Other", "lung", "lung", "Other"]);
  });

  it("takes the year of a date, in order", async () => {
    const { table, problems } = await derived("d,x\n2021-12-31,a\n2019-01-01,b\n,c\n2021-01-01,d\n", [
      { from: "year", name: "y", column: "d" },
      { from: "year", name: "z", column: "x" },
      { from: "mostFrequent", name: "m", column: "d", keep: 2 },
    ]);
    expect(cells(table, "y")).toEqual(["2021", "2019", "", "2021"]);
    expect(findColumn(table, "y")).toMatchObject({ ordered: true, written: { levels: ["2019", "2021"] } });
    expect(problems.map(({ message }) => message)).toEqual([
      "“z” needs “x” as a column of dates; it is one of text.",
      "“m” needs “d” as a column of text; it is one of dates.",
    ]);
  });

  it("makes none under a taken name or from the wrong kind, and says why", async () => {
    const { problems } = await derived("x,y\n1,a\n2,b\n", [
      { from: "ratio", name: "x", over: "x", under: "x" },
      { from: "ratio", name: "r", over: "y", under: "x" },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["derived-name-taken", "derived-kind"]);
  });
});
