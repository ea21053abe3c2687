import { describe, expect, it } from "vitest";
import { recognize } from "./layouts";
import { plainBoard, proposedBoard } from "./propose";
import { tableSummary } from "./tableSummary";
import { tableFrom } from "./testing";

const idOf = async (header: string, ids: string[]) => {
  const table = await tableFrom(`${header},months\n${ids.map((id, row) => `${id},${row + 1}`).join("\n")}\n`);
  return plainBoard("a.csv", tableSummary(table)).patientId;
};
const twice = ["P1", "P2", "P3", "P3"];

describe("the patient id", () => {
  it.each([
    "patient_id",
    "Patient",
    "pid",
    "PatID",
    "subject",
    "MRN",
    "case no",
    "Pat-Nr",
    "study number",
    "Participant ID",
    "USUBJID",
    "Fallnummer",
  ])("is “%s”, although its values come again", async (name) => {
    expect(await idOf(name, twice)).toBe(name);
  });

  it("is a plain “id” only while no value comes again, for it may number anything", async () => {
    expect(await idOf("id", ["P1", "P2", "P3", "P4"])).toBe("id");
    expect(await idOf("id", twice)).toBeNull();
  });

  it.each(["patient_age", "case", "record type", "sample_id", "study", "number of sites"])(
    "is not “%s”",
    async (name) => {
      expect(await idOf(name, ["P1", "P2", "P3", "P4"])).toBeNull();
    },
  );

  it("is none that most patients lack, and none where rows are stretches of time", async () => {
    expect(await idOf("patient_id", ["P1", "", "", ""])).toBeNull();
    expect(await idOf("start,stop,patient_id", ["0,1,P1", "1,2,P1", "0,2,P2"])).toBeNull();
  });
});

describe("the panels proposed beside the curves", () => {
  const board = async (header: string, row: (place: number) => string) => {
    const rows = Array.from({ length: 40 }, (_, place) => row(place));
    const summary = tableSummary(
      await tableFrom(
        `id,os_months,os_event,${header}\n${rows.map((cells, place) => `P${place},${place + 1},${place % 2},${cells}`).join("\n")}\n`,
      ),
    );
    const layout = recognize(summary);
    if (!layout) throw new Error("no layout");
    return proposedBoard("a.csv", summary, layout.proposal);
  };
  const responses = ["PR", "SD", "PD", "CR"];

  it("are a table of the patients and their responses by arm, where the file has the columns", async () => {
    const { panels } = await board(
      "arm,age,sex,ecog,best_response",
      (place) => `${place % 2 ? "A" : "B"},${40 + place},${place % 3 ? "F" : "M"},${place % 3},${responses[place % 4]}`,
    );
    expect(panels.map(({ kind }) => kind)).toEqual(["kaplanMeier", "characteristics", "response"]);
    for (const panel of panels) expect(panel).toMatchObject({ group: { column: "arm" } });
    expect(panels[2]).toMatchObject({ response: "best_response", follow: "os" });
  });

  it("are gene aberrations with arm and response above them, where several columns are of genes", async () => {
    const { panels } = await board(
      "arm,best_response,TP53,rb1_status",
      (place) =>
        `${place % 2 ? "A" : "B"},${responses[place % 4]},${place % 3 ? "p.R248Q" : "wt"},${place % 5 ? "intact" : "loss"}`,
    );
    expect(panels.map(({ kind }) => kind)).toEqual(["kaplanMeier", "response", "alterations"]);
    expect(panels[2]).toMatchObject({
      endpoint: "os",
      group: { column: "arm" },
      tracks: [{ column: "arm" }, { column: "best_response" }],
    });
    const none = await board("arm,TP53,met,KRAS", (place) => `${place % 2 ? "A" : "B"},${place % 3},1,${2000 + place}`);
    expect(none.panels.map(({ kind }) => kind)).not.toContain("alterations");
  });

  it("are none of a file that has nothing but times, events and an arm", async () => {
    const { panels } = await board("arm", (place) => (place % 2 ? "A" : "B"));
    expect(panels.map(({ kind }) => kind)).toEqual(["kaplanMeier"]);
  });
});

describe("a file of which no endpoint is plain", () => {
  const kindsOf = async (header: string, cells: string[][]) => {
    const table = await tableFrom([header, ...cells.map((row) => row.join(","))].join("\n"));
    return plainBoard("a.csv", tableSummary(table)).panels.map(({ kind }) => kind);
  };
  const answers = ["PR", "SD", "PD", "NE", "PR", "SD", "PD", "CR"];

  it("has patients and responses on its board all the same", async () => {
    const rows = answers.map((answer, at) => [`P${at}`, at % 2 ? "F" : "M", `${at % 3}`, `${40 + at}`, answer]);
    expect(await kindsOf("Pat. No.,Sex,Stage,Age,Best overall response", rows)).toEqual([
      "characteristics",
      "response",
    ]);
  });

  it("has none where no column says how tumors responded or which genes were altered", async () => {
    const rows = answers.map((_, at) => [`P${at}`, at % 2 ? "F" : "M", `${at % 3}`, `${40 + at}`]);
    expect(await kindsOf("Pat. No.,Sex,Stage,Age", rows)).toEqual([]);
  });
});
