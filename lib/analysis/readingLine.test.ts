import { describe, expect, it } from "vitest";
import { type Board, boardSchema } from "../board/board";
import { withReading } from "../board/readingOptions";
import { bytesSource, type ReadingOptions } from "../table";
import { describeFile } from "./describeFile";

const source = (text: string) => bytesSource("test.csv", new TextEncoder().encode(text));

async function described(text: string, board: Board | null = null) {
  const found = await describeFile(source(text), board);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}
const lineOf = async (text: string) => (await described(text)).line;

/** The line once a question of reading is answered, or something else of the board is changed. */
async function lineWith(text: string, answer: ReadingOptions, change: (board: Board) => Board = (board) => board) {
  const { board } = await described(text);
  const read = (await described(text, withReading(board, answer))).board;
  return (await described(text, boardSchema.parse(change(read)))).line;
}

const table = (header: string, ...rows: string[]) => `${[header, ...rows].join("\n")}\n`;
const four = (last: string[]) => last.map((end, row) => `P${row + 1},${row + 2}.5,${end}`);

describe("the line that says how a file is read", () => {
  it("counts rows and patients apart, and names who is there twice and more often", async () => {
    const rows = ["P1,2,1", "P2,3,0", "P1,2,1", "P2,3,0", "P2,3,0", "P3,4,1"];
    expect(await lineOf(table("patient_id,os_months,dead", ...rows))).toMatch(
      /^3 patients \(6 rows; P2 3 times, P1 twice\) · /,
    );
    expect(await lineOf(table("patient_id,os_months,dead", ...rows, "P3,4,1"))).toMatch(
      /^3 patients \(7 rows; 3 have several\) · /,
    );
  });

  it("says that it is asked which row counts where the rows of a patient differ", async () => {
    expect(await lineOf(table("patient_id,os_months,dead", "P1,2,1", "P1,3,1", "P2,4,0"))).toMatch(
      /^2 patients \(3 rows; P1 twice, which row counts is asked\) · /,
    );
  });

  it("says of a file without ids that each row is a patient", async () => {
    expect(await lineOf("os_months,dead\n2,1\n3,0\n")).toBe(
      "2 rows, each a patient · event = 1, as usual for 0 and 1 · months, by the header",
    );
  });

  it.each([
    ["dead", ["1", "0", "1", "0"], "event = 1, as usual for 0 and 1"],
    ["status", ["dead", "alive", "alive", "alive"], "event = dead, by its words"],
    ["OS_STATUS", ["1:DECEASED", "0:LIVING", "0:LIVING", "0:LIVING"], "event = 1:DECEASED, by its words"],
    ["dead (0=yes 1=no)", ["1", "0", "1", "0"], "event = 0, from the header's legend"],
    ["status", ["1", "2", "2", "1"], "event is asked: “status” has 1 and 2"],
    ["vital status", ["dead", "alive", "lost", "alive"], "event = dead, by its words, lost is asked"],
    ["dead", ["1", "", "1", ""], "event = 1, as usual for 0 and 1, blank is asked"],
  ])("tells what counts as the event, and from where: “%s” of %j", async (name, values, said) => {
    expect(await lineOf(table(`id,os_months,${name}`, ...four(values)))).toBe(
      `4 patients · ${said} · months, by the header`,
    );
  });

  it("says of what nothing in the file says that it was set", async () => {
    const file = table("id,os_months,status", ...four(["1", "2", "2", "1"]));
    const asEvent = (board: Board) => ({
      ...board,
      endpoints: board.endpoints.map((endpoint) => ({
        ...endpoint,
        time: { ...endpoint.time, unit: "weeks" },
        event: {
          column: "status",
          coding: [
            { value: "1", as: "censored" },
            { value: "2", as: "event" },
          ],
        },
      })),
    });
    expect(await lineWith(file, {}, asEvent as unknown as (board: Board) => Board)).toBe(
      "4 patients · event = 2, as set in Data · weeks, as set in Data",
    );
  });

  it("says what blank cells count as once that is set", async () => {
    const blank = (board: Board) => ({
      ...board,
      endpoints: board.endpoints.map((endpoint) => ({
        ...endpoint,
        event: endpoint.event && {
          ...endpoint.event,
          coding: [...endpoint.event.coding, { value: "", as: "censored" as const }],
        },
      })),
    });
    expect(await lineWith(table("id,os_months,dead", ...four(["1", "", "1", ""])), {}, blank)).toBe(
      "4 patients · event = 1, as usual for 0 and 1, blank = censored · months, by the header",
    );
  });

  it("says what layouts say that the headers do not", async () => {
    expect(
      await lineOf(
        "USUBJID,PARAMCD,PARAM,AVAL,CNSR\nA,OS,Overall Survival (Days),5,0\nB,OS,Overall Survival (Days),9,1\n",
      ),
    ).toBe("2 patients · event = 0, as this layout has it · days, as this layout has it");
  });

  it("gives an example of decimal commas, of thousands once they are asked about, and of no plain number", async () => {
    const comma = "id;os_months;dead\nA;5,8;1\nB;1,4;0\nC;12;1\n";
    expect(await lineOf(comma)).toBe("3 patients · event = 1, as usual for 0 and 1 · months, by the header, 5,8 = 5.8");
    const thousands = "id;os_days;dead\nA;1.291;1\nB;640;0\nC;512;1\n";
    const marked = "3 patients · event = 1, as usual for 0 and 1 · days, by the header";
    const point = { columns: [{ name: "os_days", kind: "number", decimal: "," }] } as const;
    expect(await lineWith(thousands, point as unknown as ReadingOptions, os)).toBe(`${marked}, 1.291 = 1291`);
    const less = { columns: [{ name: "os_days", kind: "number", decimal: "." }] } as const;
    expect(await lineWith(thousands, less as unknown as ReadingOptions, os)).toBe(`${marked}, 1.291 = 1.291`);
    expect(await lineOf(table("id,os_days,dead", "A,1.291,1", "B,6.25,0", "C,5.12345,1"))).toBe(marked);
  });

  it("gives an example of a date whose day and month could be exchanged, and names the dates", async () => {
    const dates = table(
      "id,diagnosis_date,last_contact,status",
      "A,13/04/2019,03/04/2020,dead",
      "B,05/06/2019,21/05/2020,alive",
    );
    expect(await lineOf(dates)).toBe(
      "2 patients · event = dead, by its words · months from “diagnosis_date” to “last_contact”, 05/06/2019 = 2019-06-05",
    );
  });

  it("names the dates of a rule, delayed entry and the groups of the curves", async () => {
    expect(
      await lineOf(
        table(
          "id,diagnosis_date,death_date,last_contact,arm",
          "A,2020-01-01,2020-06-01,2020-06-01,A",
          "B,2020-01-01,,2021-01-01,B",
        ),
      ),
    ).toBe("2 patients · months from “diagnosis_date” to “death_date”, else to “last_contact” · curves by “arm”");
    expect(await lineOf("start,stop,event,age\n0,50,1,30\n6,16,0,40\n")).toBe(
      "2 rows, each a patient · event = 1, as usual for 0 and 1 · the unit of time is asked · at risk from “start”",
    );
  });

  it("names endpoints where there are several, together where they are read alike", async () => {
    const rows = ["A,5,1,4,1", "B,7,0,6,0"];
    expect(await lineOf(table("id,os_months,os_event,pfs_months,pfs_event", ...rows))).toBe(
      "2 patients · OS and PFS: event = 1, as usual for 0 and 1 · months, by the header",
    );
    expect(await lineOf(table("id,os_months,os_event,pfs_days,pfs_event", ...rows))).toBe(
      "2 patients · OS: event = 1, as usual for 0 and 1 · months, by the header · PFS: event = 1, as usual for 0 and 1 · days, by the header",
    );
  });

  it("says nothing but the patients of a file in which no endpoint is found", async () => {
    expect(await lineOf("id,age\nA,50\nB,60\n")).toBe("2 patients");
  });
});

/** The endpoint that a question about the numbers held up. */
function os(board: Board): Board {
  const coding = [
    { value: "1", as: "event" },
    { value: "0", as: "censored" },
  ];
  const time = { from: "column", column: "os_days", unit: "days" };
  const endpoint = { id: "os", label: "Overall survival", time, event: { column: "dead", coding } };
  return boardSchema.parse({ ...board, endpoints: [endpoint], panels: [] });
}
