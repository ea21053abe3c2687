import { describe, expect, it } from "vitest";
import { cellText } from "../table";
import { findColumn } from "./columns";
import { proposeJoin } from "./proposeJoin";
import { chosenRows, passedOver } from "./rowChoice";
import { choiceInWords } from "./rowChoiceWords";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

/** The response that counts for each patient of "patient,response,day" rows, and what is said of others. */
async function best(rows: string[], by: string | null = "day") {
  const table = await tableFrom(`patient,response,day\n${rows.join("\n")}\n`);
  const [patient, response] = [findColumn(table, "patient"), findColumn(table, "response")];
  if (!patient || !response) throw new Error("no column");
  const of = rows.map((_, row) => cellText(patient, row));
  const names = [...new Set(of)];
  const groups = names.map((name) => of.flatMap((each, row) => (each === name ? [row] : [])));
  const choice = { rule: "bestResponse" as const, by };
  const chosen = chosenRows(table, response, choice, { groups, of: table, loneStands: true });
  if (!chosen.ok) return chosen.problem.message;
  return {
    best: [...chosen.value.from].map((row) => (row < 0 ? null : cellText(response, row))),
    said: passedOver(chosen.value, choice, "Best", "").map(({ message, rows: at }) => [message, at]),
  };
}

describe("the best of several responses of a patient", () => {
  it("is the best up to the first progression: what came after it does not count, and is said", async () => {
    expect(await best(["a,SD,10", "a,PR,20", "a,PD,30", "a,CR,40", "b,PD,5", "b,SD,9"])).toEqual({
      best: ["PR", "PD"],
      said: [["“Best” passes over 2 rows after the first progression.", [4, 6]]],
    });
  });

  it("does not ask for the order of the file, but for the days; of all rows where no column says when", async () => {
    const rows = ["a,CR,40", "a,PD,30", "a,SD,10"];
    expect(await best(rows)).toMatchObject({ best: ["SD"] });
    expect(await best(rows, null)).toEqual({ best: ["CR"], said: [] });
  });

  it("puts not evaluable last, below progression", async () => {
    expect(await best(["a,NE,1", "a,PD,2", "b,NE,1", "b,NE,2", "c,NE,1", "c,SD,2"])).toMatchObject({
      best: ["PD", "NE", "SD"],
    });
  });

  it("reads other words, and an unconfirmed progression (iRECIST) ends nothing", async () => {
    expect(await best(["a,iUPD,1", "a,iPR,2", "b,stable disease,1", "b,Teilremission,2"])).toMatchObject({
      best: ["iPR", "Teilremission"],
      said: [],
    });
  });

  it("counts words that are none, and keeps one that stands alone, to be asked about", async () => {
    expect(await best(["a,mixed,1", "a,SD,2", "b,mixed,1"])).toEqual({
      best: ["SD", "mixed"],
      said: [["“Best” passes over 1 row whose word is none of response.", [1]]],
    });
  });

  it("passes over rows without a day where a patient has several, and says so", async () => {
    expect(await best(["a,PR,", "a,SD,2", "b,PR,"])).toEqual({
      best: ["SD", "PR"],
      said: [["“Best” passes over 1 row without “day”.", [1]]],
    });
  });

  it("is none of numbers, nor of a patient without a word", async () => {
    expect(await best(["a,1,1", "a,2,2"])).toBe("“response” is no column of words and has no best response.");
    expect(await best(["a,,1", "a,,2", "b,PR,1"])).toMatchObject({ best: [null, "PR"] });
  });

  it("is said with the column that ends it", () => {
    expect(choiceInWords({ rule: "bestResponse", by: "ADT" })).toBe(
      "the best response up to the first progression by “ADT”",
    );
    expect(choiceInWords({ rule: "bestResponse", by: null })).toBe("the best response");
  });
});

describe("a second file", () => {
  const cohort = "USUBJID,arm\nS1,A\nS2,B\n";
  const taken = async (text: string, first = cohort) =>
    proposeJoin(
      { id: "x", file: "x.csv" },
      tableSummary(await tableFrom(first)),
      tableSummary(await tableFrom(text)),
      "USUBJID",
    ).take;

  it("of CDISC gives the best response of its parameter", async () => {
    const rows = ["S1,OVRLRESP,PR,10", "S1,OVRLRESP,PD,20", "S1,BOR,PR,10", "S2,OVRLRESP,SD,10", "S2,BOR,SD,10"];
    const file = `USUBJID,PARAMCD,AVALC,ADY\n${rows.join("\n")}\n`;
    expect(await taken(file)).toEqual([
      {
        rule: "bestResponse",
        by: "ADY",
        name: "Best response",
        column: "AVALC",
        where: { column: "PARAMCD", values: ["BOR"] },
      },
    ]);
    expect(await taken(file.replaceAll(",BOR,", ",OTHER,"))).toMatchObject([
      { where: { column: "PARAMCD", values: ["OVRLRESP"] } },
    ]);
  });

  it("with responses at visits gives the best of each patient", async () => {
    const visits = "USUBJID,visit_day,response\nS1,10,SD\nS1,20,PR\nS2,10,PD\n";
    expect(await taken(visits)).toMatchObject([{ rule: "bestResponse", by: "visit_day", column: "response" }]);
    const reports =
      "USUBJID,scan_int,image_overall\nS1,10,Stable/No change\nS1,20,Improving/Responding\nS2,9,Progressing/Worsening/Enlarging\n";
    expect(await taken(reports)).toMatchObject([{ rule: "bestResponse", by: "scan_int", column: "image_overall" }]);
  });

  it("without responses, with one row a patient, or of another name gives nothing by itself", async () => {
    expect(await taken("USUBJID,day,value\nS1,10,3\nS1,20,4\nS2,10,5\n")).toEqual([]);
    expect(await taken("USUBJID,response\nS1,SD\nS2,PR\n")).toEqual([]);
    const rows = "USUBJID,day,response\nS1,10,SD\nS1,20,PR\nS2,10,PD\n";
    expect(await taken(rows, "USUBJID,Best response\nS1,SD\nS2,PD\n")).toMatchObject([
      { name: "Best response (response)" },
    ]);
  });
});
